import fc from 'fast-check'
import { expect, test } from 'vitest'
import { legendOf, meaningOf } from '../../shared/imports/attendance-marks.ts'
import { type OpenApp, openApp } from '../support/open-app.ts'
import { pasted, read as readInto, rowsBook, workbook } from './sheets.ts'

const read = (open: OpenApp, name: string, bytes: Uint8Array) => readInto(open, name, bytes, 'attendance')
const people = ['周小川', '吴海', '郑一', '王二', '冯三', '陈四']

async function withPeople(names = people) {
  const open = await openApp({ today: '2024-12-31' })
  for (const name of names) await open.make.member({ name, joinedOn: '2010-07-01', fullMemberOn: '2011-07-01' })
  return open
}

const register = async ({ app, make }: OpenApp) => app.meetings.register({ organizationId: await make.root(), year: 2024 })

/** 谁在哪天怎样，连同事由。 */
async function marksOf({ app, make }: OpenApp) {
  const found: Record<string, Record<string, string>> = {}
  for (const { id, day } of await app.meetings.listByYear({ organizationId: await make.root(), year: 2024 }))
    for (const { name, state, reason } of await app.attendance.sheet({ meetingId: id }))
      if (state) found[day] = { ...found[day], [name]: reason ? `${state} ${reason}` : state }
  return found
}

const signIn = () =>
  workbook({
    Sheet1: (sheet) => {
      sheet.addRows([
        ['××党支部党员大会签到表'],
        ['会议名称：通报半年工作　　时间：2024年7月5日14:30　　地点：三楼会议室'],
        ['应到7人　实到4人', '', '', '', '', '', '主持人：周小川'],
        ['序号', '姓名', '签名', '备注', '序号', '姓名', '签名', '备注'],
        [1, '周小川', '周小川', '', 4, '王　二', '', '病假'],
        [2, '吴　海', '√', '', 5, '冯三', '', ''],
        [3, '郑一', '线上', '', 6, '不认识', '√', ''],
        [7, '', '', '', 8, '', '', ''],
        ['填表人：吴海'],
      ])
      sheet.mergeCells('A1:H1')
      sheet.mergeCells('A2:H2')
    },
  })

test('签到表：并排两栏、签名、备注里的病假、空着的，都读；标题说的会新建成已召开的', async () => {
  const open = await withPeople()
  const { given, sheet } = await read(open, '签到表.xlsx', await signIn())
  expect(sheet.advice).toContain('这是一次会的签到表')
  expect(sheet.advice).toContain('表上写应到 7，读到 6')
  expect(sheet.columns.find(({ letter }) => letter === 'C')?.field).toBe('new:branchAssembly')
  expect(sheet.rows.map(({ at, values, state }) => [at, values.name, values.state, state])).toEqual([
    ['C5', '周小川', '出席', 'added'],
    ['G5', '王二', '请假', 'added'],
    ['C6', '吴海', '出席', 'added'],
    ['G6', '冯三', '缺席', 'added'],
    ['C7', '郑一', '线上', 'added'],
    ['G7', '不认识', '出席', 'doubtful'],
  ])
  expect(sheet.rows[3]?.warnings.map(({ text }) => text)).toEqual(['空着，也没有写请假，记为缺席，请核对'])
  expect(sheet.skipped).toEqual([
    { row: 8, reason: '只有预印的序号，没有填人' },
    { row: 9, reason: '表下的备注、落款' },
  ])
  const { counts, rejected } = await open.app.imports.apply(given)
  expect(counts).toEqual({ in: 8, accepted: 5, rejected: 1, skipped: 2, added: 5, updated: 0, unchanged: 0 })
  expect(rejected[0]?.reason).toContain('名册里没有“不认识”')
  expect(await register(open)).toMatchObject([
    {
      day: '2024-07-05',
      topic: '通报半年工作',
      kindNames: '支部党员大会',
      startsAt: '14:30',
      place: '三楼会议室',
      host: '周小川',
      status: 'held',
    },
  ])
  expect((await register(open))[0]).toMatchObject({ expected: 5, present: 3, online: 1, onLeave: 1, absent: 1, nameless: false })
  expect(await marksOf(open)).toEqual({
    '2024-07-05': { 周小川: 'present', 吴海: 'present', 郑一: 'online', 王二: 'leave 病假', 冯三: 'absent' },
  })
  expect(await open.app.members.list({ organizationId: given.target.organizationId })).toHaveLength(6)
})

test('重复导入什么也不变；撤销之后会与出勤都没有', async () => {
  const open = await withPeople()
  await open.app.imports.apply((await read(open, '签到表.xlsx', await signIn())).given)
  const before = [await register(open), await marksOf(open)]
  const again = await read(open, '签到表.xlsx', await signIn())
  expect((await open.app.imports.apply(again.given)).counts).toMatchObject({ added: 0, updated: 0, unchanged: 5 })
  expect([await register(open), await marksOf(open)]).toEqual(before)
  for (let undone = 0; undone < 2; undone++) {
    const { undo } = await open.app.history.latest({})
    if (undo?.subject?.includes('签到表')) await open.app.history.undo({ operationId: undo.id })
  }
  expect(await register(open)).toEqual([])
})

const matrix = () =>
  workbook({
    考勤: (sheet) => {
      sheet.addRows([
        ['××党支部2024年党员组织生活考勤表'],
        ['序号', '姓名', '党小组', '3月', '', '4月', '', '出勤次数', '备注'],
        ['', '', '', '5日主题党日', '19日党课', '9日主题党日', '23日', '', ''],
        ['', '', '', '二', '二', '二', '二', '', ''],
        [1, '周小川', '一组', '√', '√', '△', '', 2, ''],
        [2, '吴　海', '一组', '√', '×', '√', '', 3, ''],
        ['序号', '姓名', '党小组', '3月', '', '4月', '', '出勤次数', '备注'],
        [3, '郑一', '二组', '请假（出差）', '√', '补课', '', 1, ''],
        [4, '王二', '二组', '○', '/', '√', '', 1, ''],
        ['', '实到人数', '', 2, 3, 2, '', '', ''],
        ['注：√出勤　△请假　×缺席　○迟到'],
        ['制表人：吴海'],
      ])
      sheet.mergeCells('A1:I1')
      sheet.mergeCells('D2:E2')
      sheet.mergeCells('F2:G2')
      for (const column of 'ABCHI') sheet.mergeCells(`${column}2:${column}4`)
    },
  })

test('考勤表：月份与日两级表头、星期一行、图例、合计，一列一次会；合计对不上的说出来', async () => {
  const open = await withPeople()
  const { given, sheet } = await read(open, '考勤表.xlsx', await matrix())
  expect(sheet.headerRows).toEqual([2, 3, 4])
  expect(sheet.columns.map(({ letter, field }) => [letter, field])).toEqual([
    ['B', 'name'],
    ['C', 'groupName'],
    ['D', 'new:themeDay'],
    ['E', 'new:lecture'],
    ['F', 'new:themeDay'],
    ['G', null],
    ['I', 'reason'],
    ['记号 √', 'present'],
    ['记号 △', 'leave'],
    ['记号 ×', 'absent'],
    ['记号 ○', 'late'],
  ])
  expect(sheet.advice).toContain('“3月 19日党课”一列实到人数写 3，读到 2')
  const warned = sheet.rows.flatMap(({ warnings }) => warnings.map(({ text }) => text))
  expect(warned).toContain('“出勤次数”写的是 3，读到的是 2，请核对')
  const { counts } = await open.app.imports.apply(given)
  expect(counts).toMatchObject({ added: 11, rejected: 0 })
  expect(await marksOf(open)).toEqual({
    '2024-03-05': { 周小川: 'present', 吴海: 'present', 郑一: 'leave 出差', 王二: 'late' },
    '2024-03-19': { 周小川: 'present', 吴海: 'absent', 郑一: 'present' },
    '2024-04-09': { 周小川: 'leave', 吴海: 'present', 郑一: 'absent 原表记为补课', 王二: 'present' },
  })
  expect(
    (await register(open)).map(({ day, kindNames, expected, present, onLeave, absent }) => [
      day,
      kindNames,
      expected,
      present,
      onLeave,
      absent,
    ]),
  ).toEqual([
    ['2024-03-05', '主题党日', 4, 3, 1, 0],
    ['2024-03-19', '党课', 3, 2, 0, 1],
    ['2024-04-09', '主题党日', 4, 2, 1, 1],
  ])
  const again = await read(open, '考勤表.xlsx', await matrix())
  expect((await open.app.imports.apply(again.given)).counts).toMatchObject({ added: 0, updated: 0, unchanged: 11 })
})

test('没有图例的记号、空着的格先问；定了就照定的读', async () => {
  const open = await withPeople()
  const book = await rowsBook([
    ['姓名', '2024.3.5', '2024/4/9'],
    ['周小川', '△', '√'],
    ['吴海', '√', ''],
    ['郑一', '√', '√'],
  ])
  const { sheet, adjusted } = await read(open, '考勤.xlsx', book)
  expect(sheet.advice).toContain('“△”没有图例')
  expect(sheet.rows.find(({ at }) => at === 'B2')?.errors[0]?.text).toContain('看不懂“△”')
  expect(sheet.rows.find(({ at }) => at === 'C3')?.values.state).toBe('缺席')
  const { counts } = await open.app.imports.apply(adjusted({ fields: { '记号 △': 'leave', 空格: 'skip' } }))
  expect(counts).toMatchObject({ added: 5, rejected: 0 })
  expect(await marksOf(open)).toEqual({
    '2024-03-05': { 周小川: 'leave', 吴海: 'present', 郑一: 'present' },
    '2024-04-09': { 周小川: 'present', 郑一: 'present' },
  })
})

test('那天已有的会：筹备的登记齐了就确认召开；只有人数的换成名单；不同的由人选', async () => {
  const open = await withPeople(people.slice(0, 3))
  const { app, make } = open
  await make.meeting({ day: '2024-03-05', topic: '三月党员大会' })
  const head = ['姓名', '2024-03-05']
  const part = await read(open, '一.xlsx', await rowsBook([head, ['周小川', '√'], ['吴海', '√']]))
  expect(part.sheet.columns[1]?.field).toMatch(/^meeting:/)
  expect(part.sheet.rows[0]?.warnings.map(({ text }) => text)).toEqual([expect.stringContaining('还有 1 人没有登记（郑一）')])
  await app.imports.apply(part.given)
  expect(await register(open)).toEqual([])
  await app.imports.apply((await read(open, '二.xlsx', await rowsBook([head, ['周小川', '√'], ['吴海', '√'], ['郑一', '事假']]))).given)
  expect(await register(open)).toMatchObject([{ status: 'held', expected: 3, present: 2, onLeave: 1 }])
  const other = await read(open, '三.xlsx', await rowsBook([head, ['周小川', '迟到'], ['吴海', '√'], ['郑一', '事假']]))
  expect(other.sheet.rows[0]).toMatchObject({ state: 'unchanged', changes: [{ field: 'state', from: '出席', to: '迟到', taken: false }] })
  await app.imports.apply(other.adjusted({ columns: { state: true } }))
  expect((await marksOf(open))['2024-03-05']).toMatchObject({ 周小川: 'late' })

  const ledger = await readInto(
    open,
    '台账.xlsx',
    await rowsBook([
      ['类型', '日期', '议题', '应到', '实到'],
      ['党课', '2024-05-06', '学党章', 3, 2],
    ]),
    'meetings',
  )
  await app.imports.apply(ledger.given)
  const named = await read(
    open,
    '四.xlsx',
    await rowsBook([
      ['姓名', '5月6日党课', '2024年'],
      ['周小川', '√'],
      ['吴海', '√'],
      ['郑一', '病假'],
    ]),
  )
  expect(named.sheet.columns.find(({ letter }) => letter === 'B')?.field).toMatch(/^meeting:/)
  await app.imports.apply(named.given)
  expect((await register(open))[1]).toMatchObject({ topic: '学党章', nameless: false, expected: 3, present: 2, onLeave: 1, absent: 0 })
})

test('同名的问一次，答了这一行的几格都算；对不上的、重复的列出来，从不新建人', async () => {
  const open = await withPeople(['张伟', '张伟', '吴海'])
  const book = await rowsBook([
    ['姓名', '2024-03-05', '2024-04-09'],
    ['张伟', '√', '√'],
    ['吴海', '√', '√'],
    ['吴 海', '√', '×'],
    ['李不在', '√', '√'],
  ])
  const { sheet, adjusted } = await read(open, '考勤.xlsx', book)
  expect(sheet.rows.map(({ state, question }) => (question ? '问' : state))).toEqual([
    '问',
    '问',
    'added',
    'added',
    'doubtful',
    'doubtful',
    'doubtful',
    'doubtful',
  ])
  const [first] = sheet.rows
  const { counts, rejected } = await open.app.imports.apply(adjusted({ answers: { [first!.at]: first!.question!.choices[0]!.id } }))
  expect(counts).toMatchObject({ in: 8, added: 4, rejected: 4 })
  expect(new Set(rejected.map(({ reason }) => reason)).size).toBe(2)
  expect(await open.app.members.list({ organizationId: await open.make.root() })).toHaveLength(3)
})

test('签名一列全空的不猜：说出来，定了空着的是什么才导入', async () => {
  const open = await withPeople()
  const book = await rowsBook([['××支部2024年3月5日主题党日签到表'], ['序号', '姓名', '签名'], [1, '周小川', ''], [2, '吴海', '']])
  const { sheet, adjusted } = await read(open, '签到.xlsx', book)
  expect(sheet.advice).toContain('签名一列全是空的')
  expect(sheet.rows.every(({ state }) => state === 'doubtful')).toBe(true)
  expect((await open.app.imports.apply(adjusted({ fields: { 空格: 'present' } }))).counts).toMatchObject({ added: 2 })
  expect(await register(open)).toMatchObject([{ day: '2024-03-05', kindNames: '主题党日', expected: 2, present: 2 }])
})

test('同一天两次会分不清的不猜，等人选；不导入的一列不读', async () => {
  const open = await withPeople(people.slice(0, 2))
  await open.make.meeting({ day: '2024-03-05', topic: '上午的会' })
  await open.make.meeting({ day: '2024-03-05', topic: '下午的会' })
  const book = await rowsBook([
    ['姓名', '2024-03-05', '2024-04-09'],
    ['周小川', '√', '√'],
    ['吴海', '√', '√'],
  ])
  const { sheet, adjusted } = await read(open, '考勤.xlsx', book)
  const column = sheet.columns.find(({ letter }) => letter === 'B')
  expect(column?.field).toBeNull()
  expect(sheet.rows[0]?.errors[0]?.text).toContain('还没有定是哪次会')
  const second = column!.choices!.find(({ label }) => label.includes('下午的会'))!.value
  const { counts } = await open.app.imports.apply(adjusted({ fields: { B: second, C: null } }))
  expect(counts).toMatchObject({ in: 2, added: 2 })
  expect((await register(open)).map(({ topic }) => topic)).toEqual(['下午的会'])
})

test.each([
  ['✓', 'present'],
  ['√（线上）', 'online'],
  ['病假', 'leave'],
  ['请假（出差）', 'leave'],
  ['x', 'absent'],
  ['迟到', 'late'],
  ['旷会', 'absent'],
  ['/', 'none'],
  ['△', undefined],
  ['……', undefined],
])('记号 %s → %s', (text, state) => {
  const meaning = meaningOf(text)
  expect(meaning === 'none' || meaning === undefined ? meaning : meaning.state).toBe(state)
})

test.each([
  '注：√出勤 △请假 ×缺席 ○迟到',
  '说明：出勤“√”，请假“△”，缺席“×”，迟到“○”',
  '出勤√、请假△、缺席×、迟到○',
  '符号：√ 为出席；△ 为请假；× 为缺席；○ 为迟到',
])('图例 %s', (text) => {
  const legend = legendOf([text])
  const states = ['√', '△', '×', '○'].map((symbol) => {
    const meaning = legend.get(symbol)
    return meaning === 'none' ? meaning : meaning?.state
  })
  expect(states).toEqual(['present', 'leave', 'absent', 'late'])
})

test('任意一张考勤表：进的 = 导入 + 有错 + 跳过，读到的记号与存下的一一相等', async () => {
  const mark = fc.constantFrom('√', '×', '请假', '迟到', '线上', '/', '○○')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...people, '不认识'), mark, mark), { minLength: 1, maxLength: 7 }),
      async (lines) => {
        const open = await withPeople()
        const rows = [['2024年考勤表'], ['姓名', '3月5日', '4月9日'], ...lines]
        const { given, sheet } = await pasted(open, rows, 'attendance')
        if (sheet.rows.every(({ state }) => state === 'doubtful')) return
        const { counts } = await open.app.imports.apply(given)
        expect(counts.in).toBe(counts.accepted + counts.rejected + counts.skipped)
        const stored = Object.values(await marksOf(open)).reduce((sum, day) => sum + Object.keys(day).length, 0)
        expect(stored).toBe(counts.added)
        const wanted = sheet.rows.filter(({ state }) => state === 'added').length
        expect(stored).toBe(wanted)
        const again = await pasted(open, rows, 'attendance')
        expect((await open.app.imports.apply(again.given)).counts).toMatchObject({ added: 0, updated: 0, unchanged: counts.accepted })
      },
    ),
    { numRuns: 6 },
  )
})

test('没有签名一列的签到表，表上的人算到了；表下另列的请假、缺席照写的读', async () => {
  const open = await withPeople()
  const signed = await read(
    open,
    '签到.xlsx',
    await rowsBook([['××支部2024年3月5日主题党日签到表'], ['序号', '姓名'], [1, '周小川'], [2, '吴海'], ['', '']]),
  )
  expect(signed.sheet.advice).toContain('表上的人都按出席读')
  expect(signed.sheet.rows.map(({ values }) => values.state)).toEqual(['出席', '出席'])
  const noted = await read(
    open,
    '签到二.xlsx',
    await rowsBook([
      ['党员大会签到表', '', '2024年6月7日'],
      ['序号', '姓名', '签名'],
      [1, '周小川', '周小川'],
      [2, '吴海', ''],
      [3, '郑一', ''],
      [4, '王二', ''],
      ['请假人员：吴海（病假）；缺席人员及原因：郑一（出差）'],
    ]),
  )
  expect(noted.sheet.rows.map(({ values }) => [values.name, values.state, values.reason])).toEqual([
    ['周小川', '出席', undefined],
    ['吴海', '请假', '病假'],
    ['郑一', '请假', '出差'],
    ['王二', '缺席', undefined],
  ])
})

test('表头是数字、序列号、只有月份的：序列号照 Excel 的日子，只有月份的对上那个月唯一的一次，别的不猜', async () => {
  const open = await withPeople(people.slice(0, 2))
  await open.make.meeting({ day: '2024-05-16', topic: '五月主题党日', kinds: ['themeDay'] })
  const book = await rowsBook([
    ['2024年度考勤表'],
    ['姓名/日期', 45366, '5月', '6月'],
    ['周小川', '√', '√', '√'],
    ['吴海', '×', '√', '√'],
    ['√ 出勤 △ 事假 ○ 病假'],
  ])
  const { sheet } = await read(open, '考勤.xlsx', book)
  expect(sheet.columns.slice(1, 4).map(({ field }) => field)).toEqual(['new:other', expect.stringMatching(/^meeting:/), null])
  expect(sheet.rows.map(({ at, values, errors }) => [at, values.day, errors.length])).toEqual([
    ['B3', '2024-03-15', 0],
    ['C3', '2024-05-16', 0],
    ['D3', undefined, 1],
    ['B4', '2024-03-15', 0],
    ['C4', '2024-05-16', 0],
    ['D4', undefined, 1],
  ])
  expect(sheet.skipped).toEqual([{ row: 5, reason: '表下的备注、落款' }])
})

test('列席人员另列一段的记为列席，不算应到；名字横着排的说怎样转过来', async () => {
  const open = await withPeople()
  const rows = [
    ['2024年6月7日党员大会签到表'],
    ['序号', '姓名', '签名'],
    [1, '周小川', '√'],
    [2, '吴海', '请假'],
    ['列席人员'],
    [1, '郑一', '√'],
  ]
  const { given, sheet } = await pasted(open, rows, 'attendance')
  expect(sheet.rows.map(({ values }) => [values.name, values.state])).toEqual([
    ['周小川', '出席'],
    ['吴海', '请假'],
    ['郑一', '列席'],
  ])
  await open.app.imports.apply(given)
  expect(await register(open)).toMatchObject([{ expected: 2, present: 1, onLeave: 1, observers: 1 }])
  const across = await pasted(
    open,
    [
      ['日期', '周小川', '吴海', '郑一', '王二'],
      ['3月5日', '√', '√', '√', '√'],
    ],
    'attendance',
  )
  expect(across.sheet).toMatchObject({ kind: 'empty', advice: expect.stringContaining('横着排') })
})

test('出席、请假、缺席各占一列打勾的；应到、实到打勾的；线上签到导出的日子在签到时间里', async () => {
  const open = await withPeople()
  const columns = [
    ['2024年5月10日党课考勤'],
    ['序号', '姓名', '出席', '请假', '缺席', '备注'],
    [1, '周小川', '√', '', '', ''],
    [2, '吴海', '', '√', '', ''],
    [3, '郑一', '', '', '√', ''],
  ]
  const states = async (rows: (string | number)[][]) =>
    (await pasted(open, rows, 'attendance')).sheet.rows.map(({ values }) => [values.name, values.state, values.day])
  expect(await states(columns)).toEqual([
    ['周小川', '出席', '2024-05-10'],
    ['吴海', '请假', '2024-05-10'],
    ['郑一', '缺席', '2024-05-10'],
  ])
  const ticked = [['2024年3月15日党员大会出勤统计'], ['姓名', '应到', '实到', '原因'], ['周小川', '√', '√', ''], ['吴海', '√', '', '病假']]
  expect((await states(ticked)).map(([, state]) => state)).toEqual(['出席', '请假'])
  const online = [['主题党日签到'], ['姓名', '签到时间', '签到状态'], ['周小川', '2024-05-10 14:25:00', '已签到'], ['吴海', '', '未签到']]
  expect(await states(online)).toEqual([
    ['周小川', '出席', '2024-05-10'],
    ['吴海', '缺席', '2024-05-10'],
  ])
})

test('一张工作表里上下两次会的签到表：下面那次不并进上面那次，说清请分开；每页重复的标题照样往下读', async () => {
  const open = await withPeople()
  const first = [['2024年3月5日党员大会签到表'], ['姓名', '签到'], ['周小川', '√']]
  const read = async (rows: string[][]) => (await pasted(open, [...first, ...rows], 'attendance')).sheet
  const other = await read([[''], ['2024年4月5日党员大会签到表'], ['姓名', '签到'], ['周小川', '√'], ['吴海', '√']])
  expect(other.rows.map(({ row, values }) => [row, values.name, values.day])).toEqual([[3, '周小川', '2024-03-05']])
  expect(other.skipped.map(({ row, reason }) => [row, reason.slice(0, 15)])).toEqual([
    [4, '空行'],
    ...[5, 6, 7, 8].map((row) => [row, '下面是另一次会的表，没有读；请']),
  ])
  const pages = await read([['2024年3月5日党员大会签到表'], ['姓名', '签到'], ['吴海', '√']])
  expect(pages.rows.filter(({ errors }) => errors.length === 0).map(({ values }) => values.name)).toEqual(['周小川', '吴海'])
})
