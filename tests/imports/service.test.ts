import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newFieldKey } from '../../shared/imports/new-fields.ts'
import { textRows } from '../../shared/imports/pasted.ts'
import { openApp } from '../support/open-app.ts'
import { csv, fictionalId, read, rowsBook, workbook } from './sheets.ts'

const roster = async () =>
  rowsBook([
    ['××支部党员花名册'],
    ['序号', '姓名', '性别', '出生年月', '身份证号', '人员类别', '入党时间', '转正时间', '联系电话', '党小组'],
    [1, '周小川', '男', '1980.3', fictionalId('19800315', 1), '正式党员', '2001.7', '2002.7', 13900000001, '第一党小组'],
    [2, '吴　海', '女', '1990年5月', fictionalId('19900505', 2), '预备党员', '2026-03-05', '', '13900000002', '第一党小组'],
    ['', '合计', 2],
  ])

test('从 Excel 导入名册是一次操作：进的行 = 导入 + 有错 + 跳过，操作记录里写着多少人', async () => {
  const open = await openApp()
  const { given } = await read(open, '名册.xlsx', await roster())
  const { counts, rejected } = await open.app.imports.apply(given)
  expect(counts).toEqual({ in: 3, accepted: 2, rejected: 0, skipped: 1, added: 2, updated: 0, unchanged: 0 })
  expect(rejected).toEqual([])
  const people = await open.app.members.list({ organizationId: given.target.organizationId })
  expect(
    people.map(({ name, gender, birthDay, category, joinedOn, mobile, groupName }) => ({
      name,
      gender,
      birthDay,
      category,
      joinedOn,
      mobile,
      groupName,
    })),
  ).toEqual([
    {
      name: '周小川',
      gender: 'male',
      birthDay: '1980-03',
      category: 'formal',
      joinedOn: '2001-07',
      mobile: '13900000001',
      groupName: '第一党小组',
    },
    {
      name: '吴海',
      gender: 'female',
      birthDay: '1990-05',
      category: 'probationary',
      joinedOn: '2026-03-05',
      mobile: '13900000002',
      groupName: '第一党小组',
    },
  ])
  expect((await open.app.history.latest({})).undo?.subject).toBe('名册.xlsx 新增 2 人')
})

test('一人只登记一次，重复导入不产生新行、不改任何内容', async () => {
  const open = await openApp()
  const first = await read(open, '名册.xlsx', await roster())
  await open.app.imports.apply(first.given)
  const before = await open.app.members.list({ organizationId: first.target.organizationId })
  const again = await read(open, '名册.xlsx', await roster())
  expect(again.sheet.rows.map(({ matches }) => matches?.name)).toEqual(['周小川', '吴海'])
  const { counts } = await open.app.imports.apply(again.given)
  expect(counts).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
  expect(await open.app.members.list({ organizationId: first.target.organizationId })).toEqual(before)
})

test('没有身份证号、只有姓名的名单，重复导入也不产生新行', async () => {
  const open = await openApp()
  const names = csv('姓名,备注\n郑一,\n郑二,老党员\n郑二,新党员\n')
  await open.app.imports.apply((await read(open, '名单.csv', names)).given)
  const { counts } = await open.app.imports.apply((await read(open, '名单.csv', names)).given)
  expect(counts).toMatchObject({ added: 0, updated: 0, unchanged: 3, rejected: 0 })
  expect(await open.app.members.list({ organizationId: await open.make.root() })).toHaveLength(3)
})

test('只有姓名相同时是一个问题，不是悄悄的合并：回答是哪一位，或者是另一个人', async () => {
  const open = await openApp()
  await open.app.imports.apply((await read(open, '名单.csv', csv('姓名,备注\n郑二,老党员\n郑二,新党员\n'))).given)
  const { sheet, given, adjusted } = await read(open, '名单.csv', csv('姓名,手机\n郑二,13900000009\n'))
  const [row] = sheet.rows
  expect(row).toMatchObject({ state: 'doubtful', matches: null, errors: [] })
  expect(row?.question?.text).toContain('是同一个人吗')
  expect(row?.question?.choices).toHaveLength(2)
  await expect(open.app.imports.apply(given)).rejects.toThrow('没有一行可以导入')
  const [same] = await open.app.imports.review(adjusted({ answers: { A2: row!.question!.choices[1]!.id } }))
  expect(same?.rows[0]).toMatchObject({
    state: 'updated',
    matches: { name: '郑二' },
    changes: [{ field: 'mobile', from: '', taken: true }],
  })
  expect((await open.app.imports.apply(adjusted({ answers: { A2: null } }))).counts).toMatchObject({ added: 1 })
})

test('更新先补空白，盖掉原有的由人选；空格子不会抹掉名册里的内容', async () => {
  const open = await openApp()
  await open.app.imports.apply((await read(open, '名册.xlsx', await roster())).given)
  const later = csv(`姓名,身份证号,手机号,民族,入党时间\n周小川,${fictionalId('19800315', 1)},13911112222,,2001\n`)
  const wrong = await read(open, '更正.csv', later)
  expect(wrong.sheet.rows[0]?.errors[0]?.text).toContain('只有年份')
  const fixed = csv(`姓名,身份证号,手机号,民族\n周小川,${fictionalId('19800315', 1)},13911112222,\n`)
  const { sheet, adjusted } = await read(open, '更正.csv', fixed)
  expect(sheet.rows[0]).toMatchObject({
    state: 'unchanged',
    changes: [{ field: 'mobile', from: '13900000001', to: '13911112222', overwrites: true, taken: false }],
  })
  const { counts } = await open.app.imports.apply(adjusted({ columns: { mobile: true } }))
  expect(counts).toMatchObject({ added: 0, updated: 1 })
  const [person] = await open.app.members.list({ organizationId: await open.make.root(), text: '周小川' })
  expect(person).toMatchObject({ mobile: '13911112222', joinedOn: '2001-07', groupName: '第一党小组', gender: 'male' })
})

test('预备党员转正后再导入，类别跟着变，预备期的履历还在', async () => {
  const open = await openApp()
  await open.app.imports.apply((await read(open, '名册.xlsx', await roster())).given)
  const later = csv(`姓名,身份证号,人员类别,转正时间\n吴海,${fictionalId('19900505', 2)},正式党员,2026-06-01\n`)
  await open.app.imports.apply((await read(open, '转正.csv', later)).given)
  const [person] = await open.app.members.list({ organizationId: await open.make.root(), text: '吴海' })
  expect(person).toMatchObject({ category: 'formal', fullMemberOn: '2026-06-01' })
  const page = await open.app.members.page({ id: person!.id })
  expect(page.categories.map(({ value, fromDay }) => [value, fromDay])).toEqual([
    ['formal', '2026-06-01'],
    ['probationary', '2026-03-05'],
  ])
})

test('撤销一次导入，名册、小组和记住的对应都回到从前', async () => {
  const open = await openApp()
  const { given, adjusted } = await read(open, '名册.xlsx', await roster())
  await open.app.imports.apply(adjusted({ fields: { A: null } }))
  const undo = (await open.app.history.latest({})).undo
  await open.app.history.undo({ operationId: undo!.id })
  expect(await open.app.members.list({ organizationId: given.target.organizationId, standing: 'all' })).toEqual([])
  expect((await open.app.organizations.tree({})).filter(({ kind }) => kind === 'group')).toEqual([])
  expect((await open.app.imports.known(given.target)).mappings).toEqual([])
})

test('改过的表头对应被记住，下次同样的表头照用', async () => {
  const open = await openApp()
  const sheet = csv('姓名,代号甲,电话\n孙一,汉族,13900000003\n')
  const first = await read(open, 'a.csv', sheet)
  expect(first.sheet.columns.map(({ field }) => field)).toEqual(['name', null, 'mobile'])
  const adjustments = { fields: { B: 'ethnicity', C: null } }
  const [reviewed] = await open.app.imports.review(first.adjusted(adjustments))
  expect(reviewed?.rows[0]?.values).toEqual({ name: '孙一', ethnicity: '汉族' })
  await open.app.imports.apply(first.adjusted(adjustments))
  const second = await read(open, 'b.csv', sheet)
  expect(second.sheet.columns.map(({ field, remembered }) => [field, remembered])).toEqual([
    ['name', false],
    ['ethnicity', true],
    [null, true],
  ])
})

test('在预览里改过的格子照改后的导入，不要的行不导入', async () => {
  const open = await openApp()
  const { adjusted, sheet } = await read(open, 'a.csv', csv('姓名,出生年月\n孙一,80.3\n孙二,1980.3\n'))
  expect(sheet.rows[0]?.errors).toEqual([
    { field: 'birthDay', cell: 'B2', text: '出生日期：“80.3”没有写全年份，请写成四位年份，如 1980-03' },
  ])
  const adjustments = { cells: { B2: '1980.3' }, leaveOut: [3] }
  const [reviewed] = await open.app.imports.review(adjusted(adjustments))
  expect(reviewed?.rows.map(({ row, errors }) => [row, errors.length])).toEqual([[2, 0]])
  expect(reviewed?.skipped).toEqual([{ row: 3, reason: '您选择不导入' }])
  const { counts } = await open.app.imports.apply(adjusted(adjustments))
  expect(counts).toEqual({ in: 2, accepted: 1, rejected: 0, skipped: 1, added: 1, updated: 0, unchanged: 0 })
})

test('总支的名册按“所在支部”编到各支部，找不到的支部说明下一步，不乱编', async () => {
  const open = await openApp({ kind: 'generalBranch' })
  const { id } = await open.app.organizations.found({ parentId: await open.make.root(), kind: 'branch', name: '杭州支部' })
  const { sheet, given } = await read(open, '名册.csv', csv('姓名,所在支部\n钱一,中共杭州支部委员会\n钱二,上海支部\n'))
  expect(sheet.rows.map(({ errors }) => errors.map(({ text }) => text))).toEqual([
    [],
    ['“春晖商会党支部”下没有名为“上海支部”的支部，请先在“组织”里新建，或选好要导入到的支部'],
  ])
  const { counts, rejected } = await open.app.imports.apply(given)
  expect(counts).toMatchObject({ accepted: 1, rejected: 1 })
  expect(rejected[0]?.row).toBe(3)
  expect((await open.app.members.list({ organizationId: id })).map(({ name }) => name)).toEqual(['钱一'])
})

test('导入不替人调动支部、不把正式党员改回预备，只提醒到哪里办', async () => {
  const open = await openApp({ kind: 'generalBranch' })
  const root = await open.make.root()
  const [hangzhou, shanghai] = [
    await open.app.organizations.found({ parentId: root, kind: 'branch', name: '杭州支部' }),
    await open.app.organizations.found({ parentId: root, kind: 'branch', name: '上海支部' }),
  ]
  await open.app.imports.apply((await read(open, 'a.csv', csv('姓名,所在支部,出生年月,人员类别\n钱一,杭州支部,1980.3,正式党员\n'))).given)
  const { sheet, given } = await read(open, 'b.csv', csv('姓名,所在支部,出生年月,人员类别\n钱一,上海支部,1980.3,预备党员\n'))
  expect(sheet.rows[0]?.warnings.map(({ text }) => text)).toEqual([
    '名册里在“杭州支部”，导入不调动支部；要调动请用“调整支部”',
    '名册里已是正式党员，导入不改回预备；如确有误请用“变更人员类别”',
  ])
  expect((await open.app.imports.apply(given)).counts).toMatchObject({ unchanged: 1 })
  expect((await open.app.members.list({ organizationId: hangzhou.id })).map(({ category }) => category)).toEqual(['formal'])
  expect(await open.app.members.list({ organizationId: shanghai.id })).toEqual([])
})

test('身份证号与名册里另一个人相同的，不会把那个人改名', async () => {
  const open = await openApp()
  const id = fictionalId('19800315', 1)
  await open.app.imports.apply((await read(open, 'a.csv', csv(`姓名,身份证号\n钱一,${id}\n`))).given)
  const { sheet, given } = await read(open, 'b.csv', csv(`姓名,身份证号\n孙二,${id}\n`))
  expect(sheet.rows[0]?.errors.map(({ text }) => text)).toEqual([
    '身份证号与名册里的“钱一”相同而姓名不同，请核对；确是同一人请先在名册里更正',
  ])
  await expect(open.app.imports.apply(given)).rejects.toThrow('没有一行可以导入')
  expect((await open.app.members.list({ organizationId: given.target.organizationId })).map(({ name }) => name)).toEqual(['钱一'])
})

test('别的支部里同名的人，没有别的根据不会认作同一个', async () => {
  const open = await openApp({ kind: 'generalBranch' })
  const root = await open.make.root()
  const [hangzhou, shanghai] = [
    await open.app.organizations.found({ parentId: root, kind: 'branch', name: '杭州支部' }),
    await open.app.organizations.found({ parentId: root, kind: 'branch', name: '上海支部' }),
  ]
  const into = async (organizationId: number) => {
    const target = { ledger: 'members', organizationId }
    const { reading, sheets } = await open.app.imports.read({
      file: open.core.bytes.hold({ name: 'a.csv', bytes: csv('姓名,性别\n钱一,男\n') }),
      target,
    })
    return open.app.imports.apply({ reading, target, parts: [{ sheet: sheets[0]!.name, adjustments: {} }] })
  }
  expect((await into(hangzhou.id)).counts).toMatchObject({ added: 1 })
  expect((await into(shanghai.id)).counts).toMatchObject({ added: 1 })
  expect((await into(shanghai.id)).counts).toMatchObject({ added: 0, unchanged: 1 })
})

test('国家口径的表里写的学历、民族代码，导入后是文字', async () => {
  const open = await openApp()
  const { sheet } = await read(open, 'a.csv', csv('姓名,学历,民族\n钱一,21,01\n'))
  expect(sheet.rows[0]?.values).toEqual({ name: '钱一', education: '大学本科毕业', ethnicity: '汉族' })
})

test('一行也不能导入时说清楚，什么都不写', async () => {
  const open = await openApp()
  const { given } = await read(open, '名册.csv', csv('姓名,出生年月\n冯一,80.3\n'))
  await expect(open.app.imports.apply(given)).rejects.toThrow('没有一行可以导入')
  await expect(open.app.imports.apply({ ...given, parts: [{ sheet: '没有', adjustments: {} }] })).rejects.toThrow('没有名为“没有”的工作表')
  await expect(open.app.imports.apply({ ...given, reading: '过期' })).rejects.toThrow('重新选择文件')
  await expect(open.app.imports.apply({ ...given, target: { ...given.target, ledger: 'register' } })).rejects.toThrow('不能导入')
  expect(await open.app.members.list({ organizationId: given.target.organizationId })).toEqual([])
})

test('登记表、统计表、空表各有一句话，不当作名册导入', async () => {
  const open = await openApp()
  const { sheet, given } = await read(open, '统计.csv', csv('支部名称,党员总数,男,女\n一支部,20,12,8\n二支部,10,6,4\n'))
  expect(sheet.kind).toBe('statistics')
  await expect(open.app.imports.apply(given)).rejects.toThrow('统计表')
})

test('五百人的名册也能导入，再导一遍没有一行变化', { timeout: 120_000 }, async () => {
  const open = await openApp()
  const lines = Array.from(
    { length: 500 },
    (_, at) =>
      `人员${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${String.fromCharCode(0x4e00 + at)},${fictionalId(`19${String(50 + (at % 50))}0315`, Math.floor(at / 50))},2001.7,2002.7,139${String(at).padStart(8, '0')}`,
  )
  const big = csv(`姓名,身份证号,入党时间,转正时间,手机\n${lines.join('\n')}\n`)
  const { given } = await read(open, '大名册.csv', big)
  const { counts } = await open.app.imports.apply(given)
  expect(counts).toMatchObject({ in: 500, added: 500 })
  const again = await read(open, '大名册.csv', big)
  expect((await open.app.imports.apply(again.given)).counts).toMatchObject({ added: 0, updated: 0, unchanged: 500 })
})

test('粘贴来的表与文件走同样的几步：合并的表头、制表符分开的文字都认得', async () => {
  const open = await openApp()
  const target = { ledger: 'members', organizationId: await open.make.root() }
  const table = {
    rows: [
      ['党员名册', '', ''],
      ['姓名', '联系方式', ''],
      ['', '手机', '固定电话'],
      ['沈一', '13900000021', '0571-88000000'],
      ...textRows('沈二\t13900000022\t'),
    ],
    merges: [
      { top: 0, left: 0, bottom: 0, right: 2 },
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 1, left: 1, bottom: 1, right: 2 },
    ],
  }
  const { reading, sheets } = await open.app.imports.paste({ table, target })
  expect(sheets[0]?.rows.map(({ values }) => values)).toEqual([
    { name: '沈一', mobile: '13900000021', phone: '0571-88000000' },
    { name: '沈二', mobile: '13900000022' },
  ])
  const { counts } = await open.app.imports.apply({ reading, target, parts: [{ sheet: '粘贴的表', adjustments: {} }] })
  expect(counts).toMatchObject({ in: counts.accepted + counts.rejected + counts.skipped, added: 2 })
})

test('认不得的一列可以记成新增的字段，与名册一起导入、一起撤销，下次照用', async () => {
  const open = await openApp()
  const sheet = csv('姓名,出生日期,血型\n冯一,1980-03-02,A\n冯二,1981-04-05,\n')
  const first = await read(open, 'a.csv', sheet)
  expect(first.sheet.columns.map(({ field }) => field)).toEqual(['name', 'birthDay', null])
  await open.app.imports.apply(first.adjusted({ fields: { C: newFieldKey('血型') } }))
  const [field] = await open.app.fields.list({})
  expect(field).toMatchObject({ name: '血型', kind: 'text', holders: 1 })
  const again = await read(open, 'b.csv', csv('姓名,出生日期,血型\n冯一,1980-03-02,O\n冯二,1981-04-05,B\n'))
  expect(again.sheet.columns[2]?.field).toBe(`custom-${field!.id}`)
  expect(again.sheet.rows.map(({ state, changes }) => [state, changes.map(({ from, to }) => `${from}→${to}`)])).toEqual([
    ['unchanged', ['A→O']],
    ['updated', ['→B']],
  ])
  await open.app.history.undo({ operationId: (await open.app.history.latest({})).undo!.id })
  expect(await open.app.fields.list({})).toEqual([])
  expect(await open.app.members.list({ organizationId: first.target.organizationId })).toEqual([])
})

test('记住的对应指向后来删掉的字段，就当没有记过', async () => {
  const open = await openApp()
  const sheet = csv('姓名,出生日期,血型\n冯一,1980-03-02,A\n')
  const first = await read(open, 'a.csv', sheet)
  await open.app.imports.apply(first.adjusted({ fields: { C: newFieldKey('血型') } }))
  const [field] = await open.app.fields.list({})
  await open.app.fields.remove({ id: field!.id, holders: 1 })
  const again = await read(open, 'b.csv', sheet)
  expect(again.sheet.columns.map(({ field: to }) => to)).toEqual(['name', 'birthDay', null])
  expect(again.sheet.rows[0]).toMatchObject({ state: 'unchanged', changes: [] })
})

test('分在几张表上的一份名单一起导入是一次操作；另一张表里重复的人指明是哪张表的第几行，不登记两遍', async () => {
  const open = await openApp()
  const id = fictionalId('19800315', 1)
  const rows =
    (...people: string[][]) =>
    (sheet: { addRows(rows: unknown[]): void }) =>
      void sheet.addRows([['姓名', '身份证号'], ...people])
  const book = await workbook({
    一组: rows(['钱一', id], ['钱二', fictionalId('19810315', 3)]),
    二组: rows(['钱一', id], ['钱三', fictionalId('19820315', 5)]),
  })
  const { reading, target } = await read(open, '名册.xlsx', book)
  const parts = ['一组', '二组'].map((sheet) => ({ sheet, adjustments: {} }))
  const [, second] = await open.app.imports.review({ reading, target, parts })
  expect(second?.rows.map(({ state, errors }) => [state, errors[0]?.text])).toEqual([
    ['doubtful', '身份证号与“一组”第 2 行“钱一”相同，请留下其中一行'],
    ['added', undefined],
  ])
  expect((await open.app.imports.apply({ reading, target, parts })).counts).toMatchObject({ in: 4, added: 3, rejected: 1 })
  await open.app.history.undo({ operationId: (await open.app.history.latest({})).undo!.id })
  expect(await open.app.members.list({ organizationId: target.organizationId })).toEqual([])
})

test('姓名和出生日期都相同的两行，两行都提醒，后一行要人说是不是另一个人', async () => {
  const open = await openApp()
  const { sheet, adjusted } = await read(open, 'a.csv', csv('姓名,出生日期,备注\n卫一,1980-03-02,甲\n卫一,1980-03-02,乙\n'))
  expect(sheet.rows.map(({ state, warnings }) => [state, warnings.length > 0])).toEqual([
    ['added', true],
    ['doubtful', true],
  ])
  expect((await open.app.imports.apply(adjusted({ answers: { A3: null } }))).counts).toMatchObject({ added: 2 })
})

test('任凭名册与文件怎样重叠，新增 + 更新 + 没有变化 + 有疑问 + 跳过 = 读到的行，导入的数目与预览一样', async () => {
  const open = await openApp()
  const person = fc.record({
    name: fc.constantFrom('甲一', '甲二', '甲三'),
    day: fc.constantFrom('', '1980-03-02', '1981.4'),
    mobile: fc.constantFrom('', '13900000031', '13900000032'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 8 }), async (people) => {
      const text = people.map(({ name, day, mobile }) => `${name},${day},${mobile}`).join('\n')
      const { sheet, given } = await read(open, 'a.csv', csv(`姓名,出生日期,手机\n${text}\n`))
      const of = (state: string) => sheet.rows.filter((row) => row.state === state).length
      const sum = of('added') + of('updated') + of('unchanged') + of('doubtful') + sheet.skipped.length
      expect(sum).toBe(people.length)
      const answer = await open.app.imports.apply(given).catch(() => undefined)
      if (answer)
        expect(answer.counts).toMatchObject({
          added: of('added'),
          updated: of('updated'),
          unchanged: of('unchanged'),
          rejected: of('doubtful'),
        })
      else expect(of('doubtful')).toBe(sheet.rows.length)
    }),
    { numRuns: 12 },
  )
}, 60_000)
