import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseFonts } from '../../main/documents/fonts.ts'
import { gradedColumns } from '../../main/documents/grades.ts'
import { ledgerSheet } from '../../main/documents/ledger-sheet.ts'
import { makePaper } from '../../main/documents/make-paper.ts'
import type { Card } from '../../main/documents/papers/member-card.ts'
import type { MinutesPlan } from '../../main/documents/papers/minutes.ts'
import { signInColumns } from '../../main/documents/papers/sign-in-columns.ts'
import { rowsPerPage, type SignInPlan } from '../../main/documents/papers/sign-in-sheet.ts'
import type { Plan } from '../../main/documents/plans.ts'
import type { Ledger } from '../../shared/ledger/define.ts'
import { ledgerNamed } from '../../shared/ledgers.ts'
import { fontNamesIn, readPdf } from './read-pdf.ts'
import { rowsFor } from './sample-rows.ts'

/** 只用随软件带的字体，结果与机器无关。 */
const fonts = chooseFonts([])
const A4 = { portrait: [595.28, 841.89], landscape: [841.89, 595.28] }

async function print(plan: Plan) {
  const { bytes, notes } = await makePaper(plan, fonts)
  const pages = await readPdf(bytes)
  return { bytes, notes, pages, text: pages.map(({ text }) => text).join('\n') }
}

const shape = { columns: 2, spareRows: 4, about: 'unit', byGroup: false, online: false, makeup: false, mostRows: 20 } as const
const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `党员${index + 1}号`,
    unit: '某某建设集团有限公司副总经理',
    phone: '138****5678',
    place: '某某省某某市',
    group: `第${(index % 3) + 1}党小组`,
    note: '',
  }))
const signIn = (count: number, over: Partial<SignInPlan> = {}): Plan => ({
  kind: 'signInSheet',
  title: '春晖商会党支部党员大会签到表',
  topic: '学习讨论',
  time: '2026年6月10日14时30分',
  place: '三楼会议室',
  host: '李明',
  expected: count,
  people: people(count),
  apart: [],
  ...shape,
  demo: false,
  voided: false,
  ...over,
})
const record = (over: Partial<MinutesPlan> = {}): Plan => ({
  kind: 'minutes',
  title: '支部党员大会记录',
  organization: '春晖商会党支部',
  kinds: ['支部党员大会', '支部委员会会议', '党小组会', '党课'].map((name, index) => ({ name, ticked: index === 0 })),
  topic: '学习讨论',
  time: '2026年6月10日14时30分至16时00分',
  place: '三楼会议室',
  host: '李明',
  recorder: '王芳',
  counts: ['应到 3 人', '实到 2 人', '请假 1 人', '缺席 0 人'],
  floating: '流动党员 1 人',
  observers: '无',
  superiors: '',
  excluded: '',
  onLeave: '赵小满（出差）',
  absent: '无',
  agenda: ['传达学习', '讨论事项'],
  discussions: [
    { item: '（一）传达学习', speeches: [{ speaker: '李明', text: '第一段。\n第二段。' }] },
    { item: '（二）讨论事项', speeches: [] },
  ],
  decisions: [{ text: '下月开展志愿服务。', responsible: '王芳', due: '2026年7月1日' }],
  corrections: [],
  remarks: [],
  attendance: [
    { name: '李明', group: '第一党小组', state: '出席', reason: '' },
    { name: '赵小满', group: '', state: '请假', reason: '出差' },
  ],
  attached: { listed: [], photos: [], scans: [] },
  demo: false,
  particulars: [],
  votes: [],
  voided: false,
  ...over,
})
const card = (over: Partial<Card> = {}): Card => ({
  name: '赵小满',
  gender: '女',
  ethnicity: '汉族',
  idNumber: '999001********007X',
  birthDay: '1980年01月01日',
  education: '20 大学本科',
  category: '正式党员',
  branch: '春晖商会党支部',
  joinedOn: '2003年07月',
  fullMemberOn: '—',
  job: '—',
  mobile: '138****5678',
  phone: '—',
  address: '某某省某某市某某区',
  standing: '正常',
  outOfContact: false,
  outOfContactSince: '—',
  floating: true,
  floatingTo: '某某市',
  ...over,
})

test.each([3, 47, 200])('%i 人的签到表：每人一行，每页都有表名、表头，A4 竖', async (count) => {
  const { pages, text } = await print(signIn(count))
  expect(pages).toHaveLength(rowsPerPage(count + 4, shape).pages)
  for (const page of pages) {
    expect([page.width, page.height].map(Math.round)).toEqual(A4.portrait.map(Math.round))
    expect(page.text).toContain('签到表')
    expect(page.text.replace(/\s/g, '')).toContain('序号姓名单位/职务签名备注')
  }
  for (const { name } of people(count)) expect(text).toContain(name)
  expect(text).toContain(`应到 ${count} 人`)
  expect(pages.at(-1)?.text).toContain('缺席人员及原因')
  expect(pages.at(-1)?.text).toContain('填表人')
})

test('名单平分到各页，最后一页不会只有几行；人少时只用一栏', () => {
  expect(rowsPerPage(51, shape)).toEqual({ sides: 2, rows: 13, pages: 2 })
  expect(rowsPerPage(204, shape)).toEqual({ sides: 2, rows: 17, pages: 6 })
  expect(rowsPerPage(7, shape)).toEqual({ sides: 1, rows: 7, pages: 1 })
  for (let count = 0; count < 400; count += 1) {
    const { sides, rows, pages } = rowsPerPage(count + 4, shape)
    expect(rows).toBeLessThanOrEqual(20)
    expect(rows * sides * pages - count).toBeGreaterThanOrEqual(4)
    expect(rows * sides * pages - count).toBeLessThan(4 + sides * pages)
  }
})

test('会议记录：没有填的留一道线手写，末尾散会、签名与共几页', async () => {
  const { pages, text } = await print(record())
  for (const words of [
    '支部党员大会记录',
    '一、会议议题',
    '李明：第一段。',
    '第二段。',
    '（二）讨论事项\n____',
    '责任人：王芳',
    '完成时限：2026年7月1日',
    '散会。',
    '记录人（签名）',
    `本记录共 ${pages.length} 页`,
  ])
    expect(text).toContain(words)
  expect(pages[0]?.text).toContain('— 1 —')
  expect(pages.at(-1)?.text).toContain('出勤名单')
})

test('什么都没填的会议记录不编一个字', async () => {
  const { text } = await print(
    record({
      agenda: [],
      discussions: [],
      decisions: [],
      host: '',
      recorder: '',
      place: '',
      onLeave: '',
      absent: '',
      observers: '',
      attendance: [],
    }),
  )
  // 议题、讨论、议定事项各留一道线；表里的格子空着
  expect(text.match(/_{10,}/g)).toHaveLength(3)
  expect(text).not.toContain('未填写')
})

test('长记录接着排，页数写得对，补录与更正照写', async () => {
  const text = '结合支部实际谈三点体会。'.repeat(40)
  const { pages, text: all } = await print(
    record({
      discussions: [{ item: '', speeches: Array.from({ length: 12 }, (_, index) => ({ speaker: `党员${index}`, text })) }],
      remarks: ['本记录为补录，录入时间：2026年7月1日 09:00'],
      corrections: [{ when: '2026年7月2日 09:00', who: '王芳', text: '“张三”应为“张山”。' }],
      attendance: people(60).map(({ name }) => ({ name, group: '第一党小组', state: '出席', reason: '' })),
    }),
  )
  expect(pages.length).toBeGreaterThan(8)
  expect(all).toContain(`本记录共 ${pages.length} 页`)
  expect(all).toContain('本记录为补录')
  expect(all).toContain('2026年7月2日 09:00（王芳）：“张三”应为“张山”。')
  const lists = pages.filter((page) => page.text.includes('党小组出勤') || /序号\s*姓名\s*党小组\s*出勤/.test(page.text))
  expect(lists.length).toBeGreaterThanOrEqual(2)
})

test('没有分党小组的支部，出勤名单不留党小组一列', async () => {
  const attendance = people(3).map(({ name }) => ({ name, group: '', state: '出席', reason: '' }))
  const { text } = await print(record({ attendance }))
  expect(text).toMatch(/序号\s*姓名\s*出勤\s*事由/)
  expect(text).not.toContain('党小组出勤')
})

test('采集表十六项一项不少，一人一页', async () => {
  const { pages } = await print({ kind: 'memberCards', title: '采集表', cards: [card(), card({ name: '钱大有' })], demo: false })
  expect(pages).toHaveLength(2)
  const text = pages[0]?.text.replace(/\s/g, '') ?? ''
  for (const label of [
    '1姓名',
    '2性别',
    '3民族',
    '4公民身份证号',
    '5出生日期',
    '6学历（代码）',
    '7人员类别',
    '8所在党支部',
    '9加入党组织日期',
    '10转为正式党员日期',
    '11工作岗位（代码）',
    '12联系电话',
    '13家庭住址',
    '14党籍状态',
    '15是否为失联党员',
    '16是否为流动党员',
    '外出流向',
    '党员（签字）',
    '信息采集员（签字）',
    '党支部书记（签字）',
    '基层党委（盖章）',
  ])
    expect(text).toContain(label)
})

test('台账印成 PDF：横向 A4，每页重复表头，合计与工作簿一致', async () => {
  const ledger = ledgerNamed('register') as Ledger
  const rows = rowsFor(ledger.source, 120)
  const sheet = ledgerSheet(
    ledger,
    gradedColumns(ledger, 'internal'),
    rows,
    { unit: '春晖商会党支部', year: 2026, on: '2026年06月15日', mark: '内部版' },
    (_, word) => word,
  )
  const { pages, text } = await print({ kind: 'ledgerTable', sheets: [sheet], demo: false })
  expect(pages.length).toBeGreaterThan(2)
  for (const [index, page] of pages.entries()) {
    expect([page.width, page.height].map(Math.round)).toEqual(A4.landscape.map(Math.round))
    expect(page.text.replace(/\s/g, '')).toContain('序号类型议题/主题')
    expect(page.text.replace(/\s/g, '')).toContain(`第${index + 1}页共${pages.length}页`)
  }
  expect(text).toContain(String(rows.reduce((sum, row) => sum + Number(row.expected), 0)))
  expect(pages.at(-1)?.text).toContain('合计')
})

test('字体只嵌入用到的字，提示说明以谁代替谁', async () => {
  const { bytes, notes } = await print(signIn(5))
  const names = fontNamesIn(bytes)
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) expect(name).toMatch(/^[A-Z]{6}\+NotoSerifSC/)
  expect(bytes.byteLength).toBeLessThan(200_000)
  expect(notes).toContain('正文以思源宋体代替仿宋')
})

test('没有字体能印的字在打印前说出来，不印成空框', async () => {
  const { notes, text } = await print(
    signIn(0, { people: [{ name: '王𠮷祥', unit: '😀公司', phone: '', place: '', group: '', note: '' }] }),
  )
  expect(notes.filter((note) => note.includes('没有字体能印'))).toEqual([
    '“𠮷”字（王𠮷祥）没有字体能印，印作〓，请手写补上',
    '“😀”字（😀公司）没有字体能印，印作〓，请手写补上',
  ])
  expect(text).toContain('王〓祥')
})

test('演示台账每页都有演示水印，别的没有', async () => {
  const demo = await print(signIn(47, { demo: true }))
  for (const page of demo.pages) expect(page.text).toContain('演示')
  expect((await print(signIn(47))).text).not.toContain('演示')
})

test('不论多长多短，会议记录一个字也不丢', async () => {
  const bare = (text: string) => text.replace(/\s/g, '')
  const words = fc.integer({ min: 1, max: 700 }).map((length) => '讨论发言内容要逐字保留'.repeat(64).slice(0, length))
  const speech = fc.record({ speaker: fc.constantFrom('', '李明', '王芳'), text: words })
  const shape = fc.record({
    discussions: fc.array(
      fc.record({ item: fc.constantFrom('', '（一）传达学习', '（二）讨论事项'), speeches: fc.array(speech, { maxLength: 6 }) }),
      { maxLength: 4 },
    ),
    decisions: fc.array(fc.record({ text: words, responsible: fc.constantFrom('', '王芳'), due: fc.constant('') }), { maxLength: 4 }),
    corrections: fc.array(fc.record({ when: fc.constant('2026年7月2日'), who: fc.constant('王芳'), text: words }), { maxLength: 2 }),
  })
  const checked = fc.assert(
    fc.asyncProperty(shape, async (over) => {
      // 数字标记每一段，页码和页脚不会把它们混起来
      let mark = 0
      const marked = <T extends { text: string }>(each: T): T => ({ ...each, text: `【${(mark += 1)}】${each.text}【完】` })
      const plan = {
        discussions: over.discussions.map(({ item, speeches }, index) => ({
          item: item && `${item}${index}`,
          speeches: speeches.map(marked),
        })),
        decisions: over.decisions.map(marked),
        corrections: over.corrections.map(marked),
      }
      const { pages, text } = await print(record(plan))
      const flat = bare(text.replace(/— \d+ —/g, ''))
      for (const { text } of [...plan.discussions.flatMap(({ speeches }) => speeches), ...plan.decisions, ...plan.corrections])
        if (!flat.includes(text)) throw new Error(`lost ${text.slice(0, 12)}`)
      for (const ending of ['散会。', '主持人（签名）：', `本记录共${pages.length}页`, '出勤名单'])
        if (!flat.includes(ending)) throw new Error(`lost ${ending}`)
    }),
    { numRuns: 6, seed: 20260615 },
  )
  await expect(checked).resolves.toBeUndefined()
})

test.each([1, 3, 5, 7, 9])('小标题不留在页末，落款不独占一页（%i 倍长）', async (times) => {
  const long = '结合支部实际谈三点体会。'.repeat(times * 7)
  const { pages } = await print(
    record({
      topic: '学习讨论'.repeat(times * 6),
      discussions: [
        { item: '（一）传达学习', speeches: [{ speaker: '李明', text: long }] },
        { item: '（二）讨论事项', speeches: [{ speaker: '王芳', text: '同意。' }] },
      ],
    }),
  )
  const ends = pages.map(
    ({ text }) =>
      text
        .replace(/— \d+ —\s*$/, '')
        .trim()
        .split('\n')
        .at(-1) ?? '',
  )
  for (const end of ends) expect(end).not.toMatch(/^(一|二|三)、|^（[一二]）/)
  const signed = pages.find(({ text }) => text.includes('散会。'))
  expect(signed?.text.trim().startsWith('散会。')).toBe(false)
})

test('表决的依据、议定事项的责任人，不独自翻到下一页', async () => {
  const sentence =
    '应到会有表决权的 47 人，实到 45 人。公开表决，赞成 44 票，反对 1 票，弃权 0 票。赞成超过应到会有表决权人数的半数，通过。'
  const firsts: string[] = []
  for (let lines = 0; lines < 16; lines += 1) {
    const { pages } = await print(
      record({
        discussions: [{ item: '（一）传达学习', speeches: Array.from({ length: lines }, () => ({ speaker: '李明', text: '同意。' })) }],
        votes: Array.from({ length: 6 }, (_, at) => ({ matter: `讨论第 ${at} 件`, sentence, article: '支部工作条例（试行）第十一条' })),
        decisions: Array.from({ length: 6 }, (_, at) => ({ text: `办好第 ${at} 件事`, responsible: '王芳', due: '' })),
      }),
    )
    firsts.push(...pages.slice(1).map(({ text }) => text.trim().split('\n')[0] ?? ''))
  }
  expect(firsts.length).toBeGreaterThan(40)
  expect(firsts.filter((first) => /^(依据：|责任人：)/.test(first))).toEqual([])
})

test('签到表的几种变体：按小组分、联系方式或所在地、线上参加、补课登记，人人都在，末尾另列列席与请假', async () => {
  const apart = [{ label: '请假人员', text: '赵小满（出差）' }]
  const grouped = await print(signIn(20, { byGroup: true, about: 'place', online: true, apart }))
  expect(grouped.text).toContain('第1党小组（7 人）')
  expect(grouped.text.replace(/\s/g, '')).toContain('序号姓名所在地签名线上')
  expect(grouped.text).toContain('请假人员：赵小满（出差）')
  for (const { name } of people(20)) expect(grouped.text).toContain(name)
  const makeup = await print(signIn(30, { makeup: true, about: 'phone' }))
  expect(makeup.text.replace(/\s/g, '')).toContain('序号姓名联系方式签名补课时间、内容备注')
  expect(makeup.text).toContain('138****5678')
  expect(makeup.pages).toHaveLength(2)
  // 末尾的几行不把落款挤到下一页
  const full = Array.from({ length: 4 }, () => ({ label: '列席人员', text: '何来（商会秘书长）' }))
  const crowded = await print(signIn(34, { apart: full }))
  expect(crowded.pages).toHaveLength(rowsPerPage(38, shape, 4).pages)
})

test('签到表每页行数由人定；签名格不窄于 30 毫米，一行不超过版心', () => {
  expect(rowsPerPage(38, shape, 4)).toEqual({ sides: 2, rows: 10, pages: 2 })
  expect(rowsPerPage(34, { ...shape, columns: 1, mostRows: 12 })).toEqual({ sides: 1, rows: 12, pages: 3 })
  for (const about of ['unit', 'phone', 'place'] as const)
    for (const online of [false, true])
      for (const makeup of [false, true])
        for (const sides of makeup ? ([1] as const) : ([1, 2] as const)) {
          const columns = signInColumns({ ...shape, about, online, makeup }, sides)
          expect(columns.find(({ key }) => key === 'sign')?.width).toBeGreaterThanOrEqual(30)
          expect(columns.find(({ key }) => key === 'about')?.width).toBeGreaterThanOrEqual(20)
          expect(columns.reduce((sum, { width }) => sum + width, 0)).toBe(180 / sides)
        }
})

test('专项各成一章，排在表决与议定事项之前，章次连着', async () => {
  const { text } = await print(
    record({
      particulars: [
        { title: '党课情况', facts: [{ label: '题目', text: '学习党章' }] },
        { title: '组织生活会情况', facts: [{ label: '批评意见', text: '2 条' }] },
      ],
    }),
  )
  const plain = text.replaceAll(/\s/g, '')
  const places = ['二、会议内容及讨论情况', '三、党课情况', '题目：学习党章', '四、组织生活会情况', '五、议定事项'].map((words) =>
    plain.indexOf(words),
  )
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places).not.toContain(-1)
})
