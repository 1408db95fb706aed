import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balance, countsIn } from '../../shared/imports/headcounts.ts'
import { whenIn, yearSaid } from '../../shared/imports/when.ts'
import { type OpenApp, openApp } from '../support/open-app.ts'
import { pasted, read as readInto, rowsBook, workbook } from './sheets.ts'

const read = (open: OpenApp, name: string, bytes: Uint8Array) => readInto(open, name, bytes, 'meetings')

const register = async ({ app, make }: OpenApp, year = 2024) => app.meetings.register({ organizationId: await make.root(), year })

const ugly = () =>
  workbook({
    台账: (sheet) => {
      sheet.addRows([
        ['××党支部2024年度“三会一课”台账'],
        ['填报单位：××党支部', '', '', '', '', '', '', '', '', '填报时间：2025年1月'],
        ['序号', '会议类型', '活动时间', '议题／主题', '地点', '主持人', '记录人', '参会人数', '', '列席人员', '形成决议', '备注'],
        ['', '', '', '', '', '', '', '应到', '实到', '', '', ''],
        [
          1,
          '支部党员大会',
          new Date(Date.UTC(2024, 0, 12)),
          '通报2023年工作',
          '三楼会议室',
          '李明',
          '王芳',
          47,
          44,
          '',
          '1.通过工作报告\n2.下月开展志愿服务',
          '',
        ],
        [2, '支 委 会', '2024.2.5（周一）下午3点-4点半', '研究发展党员', '二楼', '李明', '王芳', '5人', '5人', '', '', ''],
        [3, '党课、主题党日', '3月8日', '学习党章', '党员活动室', '李　明', '', 47, 40, '陈书记、林主任', '', '与友邻支部联办'],
        ['', '合计', '', '3次', '', '', '', 99, 89],
        [4, '', '', '', '', '', '', '', '', '', '', ''],
        ['序号', '会议类型', '活动时间', '议题／主题', '地点', '主持人', '记录人', '参会人数', '', '列席人员', '形成决议', '备注'],
        [5, '茶话会', 20240410, '座谈', '', '', '', '', '', '', '', ''],
        [6, '主题党日', '2024年13月5日', '植树', '', '', '', 10, 9, '', '', ''],
        [7, '主题党日', '2024-05-06', '参观', '', '', '', 10, 12, '', '', ''],
        ['填表人：王芳', '', '', '审核人：李明'],
      ])
      sheet.mergeCells('A1:L1')
      sheet.mergeCells('H3:I3')
      for (const column of 'ABCDEFGJKL') sheet.mergeCells(`${column}3:${column}4`)
    },
  })

test('从台账导入开过的会：标题、两级表头、重复表头、合计、落款都不当会议；日期的各种写法都认；人数照原台账', async () => {
  const open = await openApp()
  const { given, sheet } = await read(open, '台账.xlsx', await ugly())
  expect(sheet.kind).toBe('table')
  expect(sheet.skipped.map(({ row, reason }) => [row, reason])).toEqual([
    [8, '合计行'],
    [9, '只有预印的序号，没有填会议'],
    [10, '重复的表头'],
    [14, '表下的备注、落款'],
  ])
  expect(sheet.rows.map(({ row, state }) => [row, state])).toEqual([
    [5, 'added'],
    [6, 'added'],
    [7, 'added'],
    [11, 'doubtful'],
    [12, 'doubtful'],
    [13, 'doubtful'],
  ])
  const { counts, rejected } = await open.app.imports.apply(given)
  expect(counts).toEqual({ in: 10, accepted: 3, rejected: 3, skipped: 4, added: 3, updated: 0, unchanged: 0 })
  expect(rejected.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('“茶话会”是哪一类会议'),
    expect.stringContaining('月份不对'),
    expect.stringContaining('实到 12 人多于应到 10 人'),
  ])
  expect(
    (await register(open)).map((row) => [row.day, row.kindNames, row.topic, row.startsAt, row.endsAt, row.place, row.host, row.recorder]),
  ).toEqual([
    ['2024-01-12', '支部党员大会', '通报2023年工作', null, null, '三楼会议室', '李明', '王芳'],
    ['2024-02-05', '支部委员会会议', '研究发展党员', '15:00', '16:30', '二楼', '李明', '王芳'],
    ['2024-03-08', '党课、主题党日', '学习党章', null, null, '党员活动室', '李 明', ''],
  ])
  expect(
    (await register(open)).map(({ expected, present, onLeave, absent, observers, status, backfilled, nameless }) => ({
      expected,
      present,
      onLeave,
      absent,
      observers,
      status,
      backfilled,
      nameless,
    })),
  ).toEqual([
    { expected: 47, present: 44, onLeave: 0, absent: 3, observers: 0, status: 'held', backfilled: true, nameless: true },
    { expected: 5, present: 5, onLeave: 0, absent: 0, observers: 0, status: 'held', backfilled: true, nameless: true },
    { expected: 47, present: 40, onLeave: 0, absent: 7, observers: 2, status: 'held', backfilled: true, nameless: true },
  ])
  const [first, , third] = await register(open)
  expect((await open.app.meetings.page({ id: first!.id })).decisions.map(({ text }) => text)).toEqual(['通过工作报告', '下月开展志愿服务'])
  expect((await open.app.meetings.page({ id: third!.id })).speeches.map(({ text }) => text)).toEqual([
    '列席：陈书记、林主任',
    '备注：与友邻支部联办',
  ])
  expect((await open.app.history.latest({})).undo?.subject).toBe('台账.xlsx 新增 3 次')
})

test('重复导入什么也不变；撤销回到导入之前', async () => {
  const open = await openApp()
  await open.app.imports.apply((await read(open, '台账.xlsx', await ugly())).given)
  const before = await register(open)
  const again = await read(open, '台账.xlsx', await ugly())
  const { counts } = await open.app.imports.apply(again.given)
  expect(counts).toMatchObject({ added: 0, updated: 0, unchanged: 3 })
  expect(await register(open)).toEqual(before)
  for (let left = 2; left > 0; left--) {
    const { undo } = await open.app.history.latest({})
    if (undo?.subject?.includes('台账.xlsx')) await open.app.history.undo({ operationId: undo.id })
  }
  expect(await register(open)).toEqual([])
})

test('已有的会议只说出不同：空的补上，不同的由人选，人数一起换；归档的不动', async () => {
  const open = await openApp({ today: '2024-12-31' })
  const head = ['类型', '日期', '议题', '地点', '主持人', '应到', '实到', '请假', '决议']
  const first = await rowsBook([head, ['主题党日', '2024-03-08', '植树', '', '李明', 10, 8, 2, '']])
  await open.app.imports.apply((await read(open, '甲.xlsx', first)).given)
  const later = await rowsBook([head, ['主题党日', '2024-03-08', '植 树', '河滨公园', '王芳', 10, 9, 1, '每年植树']])
  const { sheet, adjusted } = await read(open, '乙.xlsx', later)
  expect(sheet.rows[0]?.changes.map(({ field, overwrites, taken }) => [field, overwrites, taken])).toEqual([
    ['topic', true, false],
    ['place', false, true],
    ['host', true, false],
    ['expected', true, false],
    ['decisions', false, true],
  ])
  await open.app.imports.apply(adjusted({ columns: { expected: true } }))
  const [row] = await register(open)
  expect(row).toMatchObject({
    topic: '植树',
    place: '河滨公园',
    host: '李明',
    expected: 10,
    present: 9,
    onLeave: 1,
    absent: 0,
    status: 'held',
  })
  await open.app.meetings.archive({ id: row!.id })
  const archived = await read(open, '丙.xlsx', await rowsBook([head, ['主题党日', '2024-03-08', '植树', '别处', '', 10, 9, 1, '']]))
  expect(archived.sheet.rows[0]).toMatchObject({ state: 'unchanged', changes: [] })
  expect(archived.sheet.rows[0]?.warnings[0]?.text).toContain('已经归档')
})

test('筹备中的那一次，导入就确认召开；逐人登记过的，人数不改只提醒', async () => {
  const open = await openApp({ today: '2026-06-15' })
  await open.make.members(3)
  await open.make.meeting({ day: '2026-06-10', topic: '学习讨论' })
  const book = await rowsBook([
    ['类型', '日期', '议题', '应到', '实到', '缺席'],
    ['支部党员大会', '2026-06-10', '学习讨论', 3, 2, 1],
  ])
  const planned = await read(open, '台账.xlsx', book)
  expect(planned.sheet.rows[0]).toMatchObject({ state: 'updated', changes: [{ field: 'status', from: '筹备', to: '已召开' }] })
  await open.app.imports.apply(planned.given)
  const [row] = await register(open, 2026)
  expect(row).toMatchObject({ status: 'held', expected: 3, present: 2, absent: 1, nameless: true })
  // 退回筹备，原台账的人数没有了，逐人登记后再召开
  await open.app.meetings.reopen({ id: row!.id })
  await open.app.attendance.allPresent({ meetingId: row!.id })
  await open.app.meetings.hold({ id: row!.id })
  const named = await read(open, '台账.xlsx', book)
  expect(named.sheet.rows[0]).toMatchObject({ state: 'unchanged' })
  expect(named.sheet.rows[0]?.warnings[0]?.text).toContain('已有逐人的出勤：应到 3 实到 3')
  expect((await register(open, 2026))[0]).toMatchObject({ present: 3, nameless: false })
})

test('要人答的：是哪一类、哪个小组、是不是那天的同一次；答了就能导入', async () => {
  const open = await openApp()
  const root = await open.make.root()
  for (const name of ['第一党小组', '第二党小组']) await open.app.organizations.found({ parentId: root, kind: 'group', name })
  const book = await rowsBook([
    ['类型', '日期', '议题', '应到', '实到'],
    ['茶话会', '2024-04-10', '座谈', 10, 10],
    ['党小组会', '2024-04-11', '学习', 5, 5],
    ['第二党小组会', '2024-04-11', '学习', 6, 6],
  ])
  const { sheet, adjusted } = await read(open, '台账.xlsx', book)
  expect(sheet.rows.map(({ question, state }) => question?.text ?? state)).toEqual(['“茶话会”是哪一类会议', '是哪个党小组的会', 'added'])
  const choose = (at: number, label: string) => sheet.rows[at]?.question?.choices.find((choice) => choice.label === label)?.id ?? null
  const answers = { [sheet.rows[0]!.at]: choose(0, '其他'), [sheet.rows[1]!.at]: choose(1, '第一党小组') }
  await open.app.imports.apply(adjusted({ answers }))
  expect((await register(open)).map(({ kindNames, groupName }) => [kindNames, groupName])).toEqual([
    ['其他', null],
    ['党小组会', '第一党小组'],
    ['党小组会', '第二党小组'],
  ])
  const near = await read(
    open,
    '又一本.xlsx',
    await rowsBook([
      ['类型', '日期', '议题'],
      ['其他', '2024-04-10', '迎春茶话'],
    ]),
  )
  expect(near.sheet.rows[0]?.question).toMatchObject({ text: '那天已有同类的会议，是同一次吗', none: '是另一次，新增' })
  const { counts } = await open.app.imports.apply(near.adjusted({ answers: { [near.sheet.rows[0]!.at]: null } }))
  expect(counts.added).toBe(1)
})

test('自己导出的三会一课台账，导回来一次不多、一处不改', async () => {
  const open = await openApp({ today: '2024-12-31' })
  await open.app.imports.apply((await read(open, '台账.xlsx', await ugly())).given)
  const { app, make, desk } = open
  const scope = { organizationId: await make.root(), year: 2024 }
  const made = await app.documents.make({
    wanted: { kind: 'ledger', ledger: 'register', scope, format: 'xlsx' },
    grade: 'reported',
    purpose: '核对',
  })
  await app.documents.save({ made: made.made })
  const saved = desk.saved.at(-1)!
  const { sheet } = await read(open, saved.name, saved.bytes)
  expect(sheet.rows.map(({ state, changes, errors }) => ({ state, changes, errors }))).toEqual(
    Array.from({ length: 3 }, () => ({ state: 'unchanged', changes: [], errors: [] })),
  )
})

test.each([
  ['2024年3月5日（周二）下午2:30-4:00', { day: '2024-03-05', startsAt: '14:30', endsAt: '16:00' }],
  ['2024-03-05 14:30:00', { day: '2024-03-05', startsAt: '14:30' }],
  ['２０２４．３．５', { day: '2024-03-05' }],
  ['二〇二四年三月五日', { day: '2024-03-05' }],
  ['20240305', { day: '2024-03-05' }],
  ['上午9时至11时30分', { startsAt: '09:00', endsAt: '11:30' }],
  ['3.5', { day: '2024-03-05' }],
  ['3月5日 晚上7点半', { day: '2024-03-05', startsAt: '19:30' }],
])('会议时间 %s', (text, when) => {
  expect(whenIn(text, 2024)).toEqual(when)
})

test.each(['2024年3月', '2024年2月30日', '每月5日', '待定'])('不是日子的说出来，不猜：%s', (text) => {
  expect(whenIn(text)).toHaveProperty('problem')
})

test('标题里只说了一个年份才用它', () => {
  expect(yearSaid(['××党支部2024年度台账', '台账'])).toBe(2024)
  expect(yearSaid(['二〇二四年三会一课'])).toBe(2024)
  expect(yearSaid(['2023-2024学年台账'])).toBeUndefined()
})

test.each([
  ['44人', { counts: [44] }],
  ['47/44', { counts: [47, 44] }],
  ['应到47人，实到44人', { counts: [47, 44] }],
  ['张三（出差）、李　四', { counts: [2], names: ['张三', '李四'] }],
  ['18/20', { counts: [20, 18] }],
  ['应到47人，实到44人，列席1人', { counts: [47, 44] }],
  ['实到18人，请假2人', { counts: [], said: { present: 18, onLeave: 2 } }],
  ['事假1人、病假2人', { counts: [], said: { onLeave: 3 } }],
  ['应到20人', { counts: [], said: { expected: 20 } }],
  ['5-6人', { problem: '“5-6人”看不出是几个人，请写成数字' }],
  ['正式16，预备2', { problem: '“正式16，预备2”看不出是几个人，请写成数字' }],
  ['无', { counts: [0] }],
  ['/', { counts: [] }],
])('人数 %s', (text, counts) => {
  expect(countsIn(text)).toEqual(counts)
})

test('不论写了哪几项人数，配平之后 应到 = 实到 + 请假 + 缺席，写了的一项也不改；对不上的不配', () => {
  const some = fc.option(fc.nat(60), { nil: undefined })
  fc.assert(
    fc.property(fc.record({ expected: some, present: some, onLeave: some, absent: some }), (given) => {
      const result = balance(given)
      if ('problem' in result) return
      expect(result.expected).toBe(result.present + result.onLeave + result.absent)
      if (given.present !== undefined)
        for (const [field, count] of Object.entries(given)) if (count !== undefined) expect(result[field as 'present']).toBe(count)
    }),
  )
})

test('任意一本台账：进的行 = 导入 + 有错 + 跳过；导入的就是开过的会，再导一次全是没有变化', async () => {
  const kind = fc.constantFrom('支部党员大会', '党课', '主题党日', '支委会', '茶话会', '')
  const count = fc.constantFrom('', '10', '9人', '张三、李四', '十个')
  const line = fc.tuple(
    kind,
    fc.constantFrom('2024-03-05', '3月9日', '2024.4.1', '待定', ''),
    fc.constantFrom('学习', '参观', ''),
    count,
    count,
  )
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
      const open = await openApp()
      const rows = [['2024年台账'], ['类型', '日期', '议题', '应到', '实到'], ...lines]
      const { given, sheet } = await pasted(open, rows, 'meetings')
      const read1 = sheet.rows.length + sheet.skipped.length
      if (sheet.rows.every(({ state }) => state === 'doubtful')) return
      const { counts } = await open.app.imports.apply(given)
      expect(counts.in).toBe(read1)
      expect(counts.in).toBe(counts.accepted + counts.rejected + counts.skipped)
      expect(await register(open)).toHaveLength(counts.added)
      const again = await pasted(open, rows, 'meetings')
      const second = await open.app.imports.apply(again.given)
      expect(second.counts).toMatchObject({ added: 0, updated: 0, unchanged: counts.accepted })
    }),
    { numRuns: 6 },
  )
})

test('按类型分段的台账：合并的分隔行说类型；应到、实到写在一格，缺席写人名的都读；议题只在内容里的取第一行', async () => {
  const open = await openApp()
  const book = await workbook({
    台账: (sheet) => {
      sheet.addRows([
        ['2023年度“三会一课”记录台账'],
        ['序号', '日期', '时间', '内容', '参会人数', '缺席人员及原因', '记录人'],
        ['一、支部党员大会'],
        [1, '1月5日', '14:00-15:30', '学习二十大精神\n通报党费', '24/23', '张三（出差）', '李明'],
        ['二、党课'],
        [1, '2023.3.5', '', '党章专题', '23', '', '李明'],
        ['合计', '', '', '2次'],
      ])
      for (const row of [1, 3, 5]) sheet.mergeCells(`A${row}:G${row}`)
    },
  })
  const { sheet, given } = await read(open, '台账.xlsx', book)
  expect(sheet.skipped.map(({ reason }) => reason)).toEqual(['分隔行“一、支部党员大会”', '分隔行“二、党课”', '合计行'])
  await open.app.imports.apply(given)
  expect(
    (await register(open, 2023)).map((row) => [
      row.day,
      row.kindNames,
      row.topic,
      row.startsAt,
      row.endsAt,
      row.expected,
      row.present,
      row.absent,
    ]),
  ).toEqual([
    ['2023-01-05', '支部党员大会', '学习二十大精神', '14:00', '15:30', 24, 23, 1],
    ['2023-03-05', '党课', '党章专题', null, null, 23, 23, 0],
  ])
})

test('只有人数的会，会议记录上写几人、不写“无”，签到表上的应到照原台账', async () => {
  const open = await openApp()
  const { given } = await pasted(
    open,
    [
      ['类型', '日期', '议题', '应到', '实到'],
      ['党课', '2024-03-05', '学党章', '12', '10'],
    ],
    'meetings',
  )
  await open.app.imports.apply(given)
  const [row] = await register(open)
  const { text } = await open.app.documents.text({ meetingId: row!.id })
  expect(text).toContain('2 人（原台账没有逐人的名单）')
})

test('一格里写着几个数：写明了各归各项，“实到/应到”按多的是应到，分不清的不导入，不把请假的人数当作实到', async () => {
  const open = await openApp()
  const { sheet } = await pasted(
    open,
    [
      ['时间', '会议类型', '议题', '应到', '实到', '请假'],
      ['2025-03-05', '支部党员大会', '甲', '20', '18/20', ''],
      ['2025-04-05', '支部党员大会', '乙', '20', '实到17人，请假2人，缺席1人', ''],
      ['2025-05-05', '支部党员大会', '丙', '20', '17', '事假1人、病假2人'],
      ['2025-06-05', '支部党员大会', '丁', '20', '正式16，预备2', ''],
      ['2025-07-05', '支部党员大会', '戊', '20', '17', '2，1'],
    ],
    'meetings',
  )
  expect(sheet.rows.map(({ values: { expected, present, onLeave, absent } }) => [expected, present, onLeave, absent])).toEqual([
    ['20', '18', '0', '2'],
    ['20', '17', '2', '1'],
    ['20', '17', '3', '0'],
    [undefined, undefined, undefined, undefined],
    [undefined, undefined, undefined, undefined],
  ])
  expect(sheet.rows.flatMap(({ errors }) => errors.map(({ text }) => text))).toEqual([
    '实到：“正式16，预备2”看不出是几个人，请写成数字',
    '请假：“2，1”有两个数，分不清是几人',
  ])
})

test('一张表里接着记下一年的，日子的年份随小标题', async () => {
  const open = await openApp()
  const { sheet } = await pasted(
    open,
    [
      ['2024年三会一课'],
      ['时间', '会议类型', '议题'],
      ['1月5日', '支部党员大会', '甲'],
      ['2025年三会一课'],
      ['时间', '会议类型', '议题'],
      ['1月6日', '支部党员大会', '乙'],
    ],
    'meetings',
  )
  expect(sheet.rows.map(({ values }) => [values.topic, values.day])).toEqual([
    ['甲', '2024-01-05'],
    ['乙', '2025-01-06'],
  ])
  expect(sheet.skipped.map(({ row, reason }) => [row, reason])).toEqual([
    [4, '分隔行“2025年三会一课”'],
    [5, '重复的表头'],
  ])
})
