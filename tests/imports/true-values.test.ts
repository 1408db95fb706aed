import { expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'
import { csv, fictionalId, read, workbook } from './sheets.ts'

const told = ({ rows }: { rows: { row: number; errors: { text: string }[]; warnings: { text: string }[] }[] }) =>
  rows.map(({ row, errors, warnings }) => [row, ...errors.map(({ text }) => `✕${text}`), ...warnings.map(({ text }) => text)])

test('公式没有存下结果的格说出来，不当作没填；存了的照结果读', async () => {
  const open = await openApp()
  const id = fictionalId('19800315', 1)
  const book = await workbook({
    名册: (sheet) => {
      sheet.addRows([
        ['姓名', '身份证号', '出生日期', '性别', '年龄'],
        [
          '周小川',
          id,
          { formula: 'MID(B2,7,8)' },
          { formula: 'IF(MOD(MID(B2,17,1),2),"男","女")' },
          { formula: 'DATEDIF(C2,TODAY(),"y")' },
        ],
        ['吴海', fictionalId('19800316', 1), { formula: 'MID(B3,7,8)', result: '19800316' }, { formula: 'IF(1,"男")', result: '男' }, 46],
      ])
    },
  })
  const { sheet } = await read(open, '名册.xlsx', book)
  const unsaved = '这一格是公式，文件里没有存下算出的结果，请用 Excel 或 WPS 打开、保存一次再导入'
  expect(told(sheet)).toEqual([[2, `✕出生日期：${unsaved}`, `✕性别：${unsaved}`], [3]])
  expect(sheet.rows[1]?.values).toMatchObject({ birthDay: '1980-03-16', gender: '男' })
})

test('分段写的名单：转出、去世的一段不登记；预备党员一段里转正了的按正式，看不懂的分段照上面的并说出来', async () => {
  const open = await openApp()
  const { sheet, given } = await read(
    open,
    '名册.csv',
    csv(
      [
        '姓名,性别,入党时间,转正时间',
        '正式党员,,,',
        '甲一,男,2001.7.1,2002.7.1',
        '预备党员,,,',
        '乙一,男,2026.1.5,',
        '乙二,男,1999.1.5,2000.1.5',
        '机关人员,,,',
        '机关,,,',
        '丙一,男,2026.1.5,',
        '已转出党员,,,',
        '丁一,男,2001.7.1,2002.7.1',
        '去世党员,,,',
        '戊一,男,1970.7.1,1971.7.1',
        '正式党员,,,',
        '己一,男,2001.7.1,2002.7.1',
      ].join('\n'),
    ),
  )
  expect(told(sheet)).toEqual([
    [3],
    [5],
    [6, '列在“预备党员”下面，而转正日期是 2000-01-05，按正式党员登记，请核对'],
    [8, '这一行只写了姓名，请核对是不是一个人', '分隔行“机关人员”上面写着“预备党员”，按预备党员登记，请核对'],
    [9, '分隔行“机关人员”上面写着“预备党员”，按预备党员登记，请核对'],
    [11, '✕列在“已转出党员”下面，已经不在支部，不登记；要登记请添一列“党籍状态”写明'],
    [13, '✕列在“去世党员”下面，已经不在支部，不登记；要登记请添一列“党籍状态”写明'],
    [15],
  ])
  await open.app.imports.apply(given)
  const people = await open.app.members.list({ organizationId: given.target.organizationId, standing: 'all' })
  expect(Object.fromEntries(people.map(({ name, category }) => [name, category]))).toEqual({
    ...{ 甲一: 'formal', 乙一: 'probationary', 乙二: 'formal' },
    ...{ 机关: 'probationary', 丙一: 'probationary', 己一: 'formal' },
  })
})

test('自己导出的内部版（号码打码、住址到县）导回来，一人不多、一处不改；打了码的不当作号码，也不当作姓名', async () => {
  const open = await openApp()
  const organizationId = await open.make.root()
  const facts = { birthDay: '1980-03-15', mobile: '13900001234', address: '某省某市某某区幸福路8号' }
  await open.make.member({ name: '周小川', idNumber: fictionalId('19800315', 1), ...facts })
  await open.make.member({ name: '吴海', idNumber: fictionalId('19900505', 2), birthDay: '1990-05-05', mobile: '13900005678' })
  const scope = { organizationId, year: 2026 }
  for (const ledger of ['members', 'roster']) {
    const { made } = await open.app.documents.make({ wanted: { kind: 'ledger', ledger, scope, format: 'xlsx' }, grade: 'internal' })
    await open.app.documents.save({ made })
    const saved = open.desk.saved.at(-1)
    const { sheet } = await read(open, saved?.name ?? '', saved?.bytes ?? new Uint8Array())
    expect(sheet.rows.map(({ state, changes, errors }) => ({ state, changes, errors }))).toEqual(
      Array.from({ length: 2 }, () => ({ state: 'unchanged', changes: [], errors: [] })),
    )
    expect(sheet.rows[0]?.warnings.map(({ text }) => text)).toContain('“139****1234”打了码，没有读')
  }
  const names = csv('姓名,身份证号,手机\n周*川,33010119800101XXXX,13900000001\n周**,,13900000002\n冯一*,330***********1234,139****0000\n')
  const { sheet } = await read(open, '公示.csv', names)
  expect(told(sheet)).toEqual([
    [2, '✕姓名：“周*川”打了码，看不出是谁', '“33010119800101XXXX”打了码，没有读'],
    [3, '✕姓名：“周**”打了码，看不出是谁'],
    [4, '原文是“冯一*”，姓名只取“冯一”，请核对', '“330***********1234”打了码，没有读', '“139****0000”打了码，没有读'],
  ])
  expect(sheet.rows[2]).toMatchObject({ state: 'added', values: { name: '冯一' } })
})

test('备注说已转出、去世的，阶段写着已终止的，不悄悄当作还在：说出来', async () => {
  const open = await openApp()
  const roster = csv('姓名,入党时间,转正时间,备注\n甲一,2001.7,2002.7,2025.3转出\n甲二,2001.7,2002.7,2025.3转入\n')
  expect(told((await read(open, '名册.csv', roster)).sheet)).toEqual([
    [2, '备注写着“2025.3转出”，没有写党籍状态，新增的按正常登记，请核对'],
    [3],
  ])
  const applicants = csv('姓名,当前阶段,申请入党时间\n乙一,已终止,2025.3.5\n乙二,入党申请人,2025.3.5\n')
  expect(told((await read(open, '发展.csv', applicants, 'applicants')).sheet)).toEqual([
    [2, '“当前阶段”写着“已终止”，导入不改这一项；新增的按还在发展登记，请再用“终止发展”记上，或不导入这一行'],
    [3],
  ])
})

test('家庭成员的电话不当作党员的；上下几段名单，第一段的支部写在表头上面也认得', async () => {
  const open = await openApp({ kind: 'generalBranch' })
  const parentId = await open.make.root()
  for (const name of ['第一党支部', '第二党支部']) await open.app.organizations.found({ parentId, kind: 'branch', name })
  const family = csv('姓名,性别,家庭成员姓名,关系,电话\n甲一,男,甲母,母亲,13900000021\n')
  expect((await read(open, '名册.csv', family)).sheet.columns.map(({ field }) => field)).toEqual(['name', 'gender', null, null, null])
  const sections = [
    '第一党支部',
    '序号,姓名,性别,电话',
    '1,乙一,男,13900000011',
    '',
    '第二党支部',
    '序号,姓名,性别,电话',
    '1,丙一,男,13900000013',
  ]
  const { sheet } = await read(open, '名册.csv', csv(sections.join('\n')))
  expect(sheet.rows.map(({ values, errors }) => [values.name, values.branchName, errors])).toEqual([
    ['乙一', '第一党支部', []],
    ['丙一', '第二党支部', []],
  ])
})
