import { expect, test } from 'vitest'
import { spanOf } from '../../shared/imports/span.ts'
import { csv, fictionalId, read as readInto, rowsBook, workbook } from '../imports/sheets.ts'
import { type OpenApp, openApp } from '../support/open-app.ts'

const read = (open: OpenApp, name: string, bytes: Uint8Array) => readInto(open, name, bytes, 'applicants')
const list = async ({ app, make }: OpenApp) => app.applicants.list({ organizationId: await make.root() })

/** 见过的样子：落款、分组的表头、两列培养联系人、数字写的日期、合计、备注。 */
const activists = () =>
  workbook({
    积极分子: (sheet) => {
      sheet.addRows([
        ['××支部入党积极分子花名册'],
        ['填报单位（盖章）：', '', '', '', '', '', '填报时间：2026年6月1日'],
        ['序号', '基本情况', '', '', '', '', '', '培养教育考察', '', '', '', '', '', '', '思想汇报次数', '备注'],
        [
          '',
          '姓名',
          '性别',
          '民族',
          '出生年月',
          '学历',
          '职业/单位',
          '申请时间',
          '谈话时间',
          '确定时间',
          '备案时间',
          '培养联系人1',
          '培养联系人2',
          '第1次考察时间',
          '',
          '',
        ],
        [
          1,
          '周 小川',
          '男',
          '汉',
          '1980年3月',
          '大学',
          '某公司 技术员',
          20240105,
          '2024.1.20',
          202501,
          '2025/1/20',
          '李明',
          '王芳',
          '2025-07',
          4,
          '',
        ],
        [2, '吴海', '女', '汉族', 199005, '大专', '', '2025年2月', '', '2026-03-10', '', '赵强', '', '', '', '骨干'],
        ['', '合计', '2人'],
        ['备注：此表一式两份'],
      ])
      sheet.mergeCells('B3:G3')
      sheet.mergeCells('H3:N3')
    },
  })

test('积极分子名单：分组的表头、两列培养联系人、各种写法的日期都读得懂，合计与备注不是人', async () => {
  const open = await openApp({ today: '2026-06-15' })
  const { sheet, given } = await read(open, '积极分子.xlsx', await activists())
  expect(sheet.kind).toBe('table')
  expect(sheet.columns.filter(({ field }) => field === 'mentors').map(({ letter }) => letter)).toEqual(['L', 'M'])
  expect(sheet.columns.filter(({ field }) => field === null).map(({ header }) => header.split(' / ').at(-1))).toEqual([
    '序号',
    '第1次考察时间',
    '思想汇报次数',
  ])
  expect(sheet.rows.map(({ values }) => values)).toMatchObject([
    {
      ...{ name: '周小川', gender: '男', ethnicity: '汉族', birthDay: '1980-03', education: '大学', employer: '某公司 技术员' },
      ...{ appliedOn: '2024-01-05', talkedOn: '2024-01-20', activistOn: '2025-01', filedOn: '2025-01-20', mentors: '李明、王芳' },
    },
    { name: '吴海', birthDay: '1990-05', appliedOn: '2025-02', activistOn: '2026-03-10', mentors: '赵强', note: '骨干' },
  ])
  expect(sheet.rows.flatMap(({ errors }) => errors)).toEqual([])
  expect(sheet.advice).not.toContain('正式党员')
  const { counts } = await open.app.imports.apply(given)
  expect(counts).toMatchObject({ added: 2, rejected: 0, in: 2 + sheet.skipped.length })
  expect((await list(open)).map(({ name, stage, mentors, gender }) => ({ name, stage, mentors, gender }))).toEqual([
    { name: '周小川', stage: 'activist', mentors: '李明、王芳', gender: 'male' },
    { name: '吴海', stage: 'activist', mentors: '赵强', gender: 'female' },
  ])
  expect((await open.app.members.list({ organizationId: await open.make.root() })).length).toBe(0)
  const { undo } = await open.app.history.latest({})
  await open.app.history.undo({ operationId: undo?.id ?? 0 })
  expect(await list(open)).toEqual([])
})

test('同一份名单再导入一次，什么也不变；后来填上的也不丢', async () => {
  const open = await openApp({ today: '2026-06-15' })
  await open.app.imports.apply((await read(open, '名单.xlsx', await activists())).given)
  const [first] = await list(open)
  await open.app.applicants.amend({ id: first!.id, facts: { mobile: '13900000001', training: '县委党校' } })
  const before = await list(open)
  const again = await read(open, '名单.xlsx', await activists())
  expect(again.sheet.rows.map(({ state }) => state)).toEqual(['unchanged', 'unchanged'])
  await open.app.imports.apply(again.given)
  expect(await list(open)).toEqual(before)
})

test('更新的名单补空白、说出不同：盖掉原有的由人选', async () => {
  const open = await openApp({ today: '2026-06-15' })
  const id = fictionalId('19900505', 2)
  await open.app.imports.apply((await read(open, '一.csv', csv(`姓名,身份证号,申请时间\n吴海,${id},2025-02\n`))).given)
  const { sheet, given, adjusted } = await read(
    open,
    '二.csv',
    csv(`姓名,身份证号,申请时间,列为积极分子时间\n吴海,${id},2025-03-01,2026-03-10\n`),
  )
  expect(sheet.rows[0]?.changes).toEqual([
    { field: 'appliedOn', from: '2025-02', to: '2025-03-01', overwrites: true, taken: false },
    { field: 'activistOn', from: '', to: '2026-03-10', overwrites: false, taken: true },
  ])
  await open.app.imports.apply(given)
  expect(await list(open)).toMatchObject([{ appliedOn: '2025-02', activistOn: '2026-03-10', birthDay: '1990-05-05', gender: 'female' }])
  await open.app.imports.apply(adjusted({ columns: { appliedOn: true } }))
  expect(await list(open)).toMatchObject([{ appliedOn: '2025-03-01' }])
})

test('只有姓名相同的要人回答；名册里已是党员的不登记', async () => {
  const open = await openApp({ today: '2026-06-15' })
  const organizationId = await open.make.root()
  await open.make.member({ name: '郑一', birthDay: '1985-01-02' })
  await open.make.member({ name: '郑二', idNumber: fictionalId('19850102', 3) })
  await open.make.member({ name: '郑三' })
  await open.app.applicants.add({ organizationId, facts: { name: '陈四', appliedOn: '2025-01' } })
  const text = `姓名,身份证号,出生日期,学历\n郑一,,1985.1.2,大专\n郑二,${fictionalId('19850102', 3)},,\n郑三,,,大专\n陈四,,,大专\n`
  const { sheet, adjusted } = await read(open, '名单.csv', csv(text))
  expect(sheet.rows.map(({ values, state }) => `${values.name} ${state}`)).toEqual([
    '郑一 doubtful',
    '郑二 doubtful',
    '郑三 added',
    '陈四 doubtful',
  ])
  expect(sheet.rows[0]?.errors[0]?.text).toContain('已是党员，不登记为申请人')
  expect(sheet.rows[2]?.warnings[0]?.text).toContain('请核对是不是已经入党')
  const [question] = [sheet.rows[3]!]
  const who = question.question?.choices[0]?.id ?? 0
  const { counts } = await open.app.imports.apply(adjusted({ answers: { [question.at]: who } }))
  expect(counts).toMatchObject({ added: 1, updated: 1, rejected: 2 })
  expect((await list(open)).map(({ name, education }) => [name, education])).toEqual([
    ['陈四', '大专'],
    ['郑三', '大专'],
  ])
})

test('发展对象名单里的“确定时间”是列为发展对象的时间；公示、培训照规矩提醒，只提醒给了的', async () => {
  const open = await openApp({ today: '2026-06-15' })
  const rows = [
    ['发展对象名册'],
    ['姓名', '积极分子确定时间', '确定时间', '公示起', '公示止', '入党介绍人', '集中培训学时'],
    ['周小川', '2025-01-10', '2026-04-27', '2026-04-20', '2026-04-23', '李明 王芳', '24学时'],
    ['吴海', '2025-09-01', '2026-04-27', '', '', '李明', '半天'],
  ]
  const { sheet, given } = await read(open, '发展对象.xlsx', await rowsBook(rows, '2026'))
  expect(sheet.rows[0]?.values).toMatchObject({
    ...{ activistOn: '2025-01-10', candidateOn: '2026-04-27', introducers: '李明、王芳', trainingHours: '24' },
  })
  expect(sheet.rows[0]?.warnings.map(({ field, text }) => `${field} ${text}`)).toEqual([
    'postedUntil 公示只有 4 个工作日，不足 5 个。（发展党员工作细则（2026）第十三条：列为发展对象前公示不少于五个工作日）',
  ])
  expect(sheet.rows[1]?.errors.map(({ field }) => field)).toEqual(['trainingHours'])
  await open.app.imports.apply(given)
  expect(await list(open)).toMatchObject([{ name: '周小川', stage: 'candidate', trainingHours: 24 }])
})

test('公示起止写在一格的，分成两天；各种写法', async () => {
  expect(['2026.4.20-4.27', '2026年4月20日至27日', '20260420—20260427', '2025/12/29～2026/1/5', '2025.12.29-1.5'].map(spanOf)).toEqual([
    ['2026-04-20', '2026-04-27'],
    ['2026-04-20', '2026-04-27'],
    ['2026-04-20', '2026-04-27'],
    ['2025-12-29', '2026-01-05'],
    ['2025-12-29', '2026-01-05'],
  ])
  expect(['2026.4.31-5.8', '2026-04-20', '四月公示', '2026.4.20-2026.4.1'].map(spanOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  const open = await openApp({ today: '2026-06-15' })
  const { sheet, given } = await read(
    open,
    '发展对象.csv',
    csv('姓名,列为发展对象时间,公示时间\n周小川,2026-05-01,2026.4.20-4.27\n吴海,2026-05-01,已公示\n'),
  )
  expect(sheet.rows.map(({ state }) => state)).toEqual(['added', 'doubtful'])
  await open.app.imports.apply(given)
  expect(await list(open)).toMatchObject([{ name: '周小川', postedFrom: '2026-04-20', postedUntil: '2026-04-27' }])
})

test('“入党申请人基本情况”下面是本人，“培养联系人”下面的姓名、单位是别人', async () => {
  const open = await openApp({ today: '2026-06-15' })
  const bytes = await workbook({
    Sheet1: (sheet) => {
      sheet.addRows([
        ['入党申请人基本情况', '', '', '', '培养联系人', ''],
        ['姓名', '性别', '出生年月', '申请入党时间', '姓名', '单位'],
        ['周小川', '男', '1998.10', '2026.5.6', '李明', '某局'],
        ['吴海', '女', '1999.12', '2026.5.8', '王芳、赵强', '某局'],
      ])
      sheet.mergeCells('A1:D1')
      sheet.mergeCells('E1:F1')
    },
  })
  const { sheet } = await read(open, '名单.xlsx', bytes)
  expect(sheet.columns.map(({ field }) => field)).toEqual(['name', 'gender', 'birthDay', 'appliedOn', 'mentors', null])
  expect(sheet.rows.map(({ values }) => values.mentors)).toEqual(['李明', '王芳、赵强'])
})

test('总表里已经接收的人、误选的党员名册，都不登记为申请人', async () => {
  const open = await openApp({ today: '2026-06-15' })
  const whole =
    '姓名,申请入党时间,确定积极分子时间,接收为预备党员时间,转正申请时间\n周小川,2022-01,2023-02,2025.6.30,\n吴海,2024-05,2025-06,,\n'
  const { sheet } = await read(open, '总表.csv', csv(whole))
  expect(sheet.rows.map(({ values, state }) => `${values.name} ${state}`)).toEqual(['周小川 doubtful', '吴海 added'])
  expect(sheet.rows[0]?.errors[0]).toMatchObject({ cell: 'D2', text: expect.stringContaining('写着 2025.6.30，已经入党') })
  const roster = await read(open, '名册.csv', csv('姓名,性别,入党时间,转正时间\n郑一,男,2001.7,2002.7\n'))
  expect(roster.sheet.rows.map(({ state }) => state)).toEqual(['doubtful'])
})

test('按名册导入时，积极分子的名单仍然拦下，并说到哪里去', async () => {
  const open = await openApp({ today: '2026-06-15' })
  const { sheet } = await readInto(open, '积极分子.xlsx', await activists())
  expect(sheet.rows.every(({ state }) => state === 'doubtful')).toBe(true)
  expect(sheet.advice).toContain('请到“发展对象与积极分子”按“导入名单”')
})
