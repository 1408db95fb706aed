import type { Attached } from '../attached.ts'
import type { Ink, Style } from '../ink.ts'
import { pageNumber, ruled } from '../ink.ts'
import { type Definition, mm, type Piece } from '../layout.ts'
import { numeral } from '../numeral.ts'
import { evenLines, unitsOf } from '../text-width.ts'
import { dutyLine, rule } from '../unfilled.ts'
import { type Attendee, attendanceList } from './attendance-list.ts'
import { keepTogether, whole } from './keep-together.ts'
import { photoPages, scannedPages } from './photo-pages.ts'

/** 会议记录要印的事实；没有填的留着空，从不代拟。 */
export interface MinutesPlan {
  title: string
  organization: string
  kinds: { name: string; ticked: boolean }[]
  topic: string
  time: string
  place: string
  host: string
  recorder: string
  /** 应到 47 人、实到 45 人……一项一句。 */
  counts: string[]
  floating: string
  observers: string
  /** 到会指导的上级领导；没有为空，不印这一行。 */
  superiors: string
  /** 不计入应到的人与理由、依据；没有为空，不印这一行。 */
  excluded: string
  onLeave: string
  absent: string
  agenda: string[]
  /** 每一段：议题的说法（开场等不属于哪个议题的为空）与逐人发言。 */
  discussions: { item: string; speeches: { speaker: string; text: string }[] }[]
  /** 党课、主题党日、组织生活会各自的几项，一类一节；没填为空。批评意见只有条数。 */
  particulars: { title: string; facts: { label: string; text: string }[] }[]
  /** 每件表决：事项、结论的一句话、依据。没有表决为空。 */
  votes: { matter: string; sentence: string; article: string }[]
  decisions: { text: string; responsible: string; due: string }[]
  corrections: { when: string; who: string; text: string }[]
  /** 补录、筹备中等要写在前面的话。 */
  remarks: string[]
  attendance: Attendee[]
  attached: Attached
  demo: boolean
  /** 作废的会议，每页有水印。 */
  voided: boolean
}

/** 排过一次才知道的：总页数，和要另起一页的小标题。 */
export interface Layout {
  pages: number
  breaks: ReadonlySet<string>
}

const BODY: Style = { size: 16, leading: 28 }

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** 多行的话一行一段，首行缩进两字；没有写的留一道横线。lead 写在第一段开头。 */
const paragraphs = (ink: Ink, text: string, lead = ''): Piece[] => {
  const lines = linesOf(text)
  return (lines.length === 0 ? [rule(lead === '' ? 22 : 16)] : lines).map((line, at) => {
    const said = at === 0 ? lead + line : line
    // 两三行的短段不拆到两页
    return { ...ink.text(said, { ...BODY, indent: 2, align: 'justify' }), ...(said.length <= 80 ? { unbreakable: true } : {}) }
  })
}

/** 末一段不超过这么多字（八行上下）的，与跟着它的一行排在一起。 */
const TIED = 240

/** 一段话和跟着它的一行（依据、责任人）：那一行不独自翻到下一页。 */
const withTail = (ink: Ink, text: string, lead: string, tail: Piece): Piece[] => {
  const pieces = paragraphs(ink, text, lead)
  const tied = (linesOf(text).at(-1) ?? '').length <= TIED
  return [...pieces.slice(0, -1), ...(tied ? [whole([...pieces.slice(-1), tail])] : [...pieces.slice(-1), tail])]
}

/** 小标题：不留在页末；breaks 里有它就另起一页。 */
const heading = (ink: Ink, text: string, breaks: ReadonlySet<string>, role: Style['role'] = 'heading'): Piece => ({
  ...ink.text(text, { ...BODY, role, indent: 2 }),
  id: text,
  headlineLevel: 1,
  ...(breaks.has(text) ? { pageBreak: 'before' } : {}),
})

function factsTable(plan: MinutesPlan, ink: Ink): Piece {
  const label = (text: string) => ink.cell(text, { role: 'heading', size: 12, leading: 17, align: 'center' })
  const value = (text: string, colSpan = 1) => ink.cell(text, { size: 12, leading: 18, colSpan })
  const wide = (name: string, text: string) => [label(name), value(text, 3), '', '']
  const perRow = 3
  const boxRows = Array.from({ length: Math.ceil(plan.kinds.length / perRow) }, (_, row) =>
    Array.from({ length: perRow }, (_, at) => {
      const kind = plan.kinds[row * perRow + at]
      return kind ? ink.box(kind.name, kind.ticked, { size: 12, leading: 18 }) : { text: '' }
    }),
  )
  const boxes = {
    table: { widths: ['*', '*', '*'], body: boxRows },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => 2,
      paddingTop: () => 0.5,
      paddingBottom: () => 0.5,
    },
    colSpan: 3,
  }
  return {
    table: {
      widths: [mm(26), '*', mm(20), '*'],
      dontBreakRows: true,
      heights: mm(7.5),
      body: [
        [label('会议类型'), boxes, '', ''],
        wide('会议主题', plan.topic),
        wide('时　　间', plan.time),
        wide('地　　点', plan.place),
        [label('主 持 人'), value(plan.host), label('记录人'), value(plan.recorder)],
        wide('人　　数', plan.counts.join('　')),
        wide('流动党员和\n行动不便\n党员数', plan.floating),
        wide('列席人员', plan.observers),
        ...(plan.superiors ? [wide('到会指导的\n上级领导', plan.superiors)] : []),
        wide('请假人员\n及事由', plan.onLeave),
        wide('缺席人员\n及原因', plan.absent),
        ...(plan.excluded ? [wide('不计入应到\n及理由', plan.excluded)] : []),
      ],
    },
    layout: ruled({ x: 4, y: 2.5 }),
    margin: [0, 0, 0, mm(4)],
  }
}

const decisionPieces = (ink: Ink, { decisions }: MinutesPlan): Piece[] =>
  decisions.length === 0
    ? paragraphs(ink, '')
    : decisions.flatMap((decision, index) =>
        withTail(ink, decision.text, `${index + 1}. `, ink.text(dutyLine(decision), { ...BODY, role: 'script', indent: 2 })),
      )

const discussionPieces = (ink: Ink, { discussions }: MinutesPlan, breaks: ReadonlySet<string>): Piece[] =>
  discussions.length === 0
    ? paragraphs(ink, '')
    : discussions.flatMap(({ item, speeches }) => [
        ...(item ? [heading(ink, item, breaks, 'script')] : []),
        ...(speeches.length === 0
          ? paragraphs(ink, '')
          : speeches.flatMap(({ speaker, text }) => paragraphs(ink, text, speaker ? `${speaker}：` : ''))),
      ])

const votePieces = (ink: Ink, { votes }: MinutesPlan): Piece[] =>
  votes.flatMap(({ matter, sentence, article }, index) =>
    withTail(
      ink,
      `${matter}。${sentence}`,
      `${index + 1}. `,
      ink.text(`依据：${article}`, { ...BODY, size: 12, leading: 20, role: 'script', indent: 2 }),
    ),
  )

/** 记录后面附着什么。 */
const holds = ({ scans, photos }: Attached) =>
  ['出勤名单', ...(scans.length > 0 ? ['签到表'] : []), ...(photos.length > 0 ? ['照片'] : [])].join('、')

/** 会议记录：概况、议题、讨论、专项、表决、议定事项、更正、散会与签名，另起一页附出勤名单。 */
export function minutes(plan: MinutesPlan, ink: Ink, { pages, breaks }: Layout): Definition {
  let chapters = 0
  const titleSize = unitsOf(plan.title) > 40 ? 18 : 22
  const chapter = (title: string) => {
    chapters += 1
    return heading(ink, `${numeral(chapters)}、${title}`, breaks)
  }
  const blocks = [
    chapter('会议议题'),
    ...(plan.agenda.length === 0 ? paragraphs(ink, '') : plan.agenda.flatMap((item, index) => paragraphs(ink, item, `${index + 1}. `))),
    chapter('会议内容及讨论情况'),
    ...discussionPieces(ink, plan, breaks),
    ...plan.particulars.flatMap(({ title, facts }) => [
      chapter(title),
      ...facts.flatMap(({ label, text }) => paragraphs(ink, text, `${label}：`)),
    ]),
    ...(plan.votes.length === 0 ? [] : [chapter('表决情况'), ...votePieces(ink, plan)]),
    chapter('议定事项'),
    ...decisionPieces(ink, plan),
    ...(plan.corrections.length === 0
      ? []
      : [
          heading(ink, '更正说明', breaks),
          ...plan.corrections.flatMap(({ when, who, text }) => paragraphs(ink, text, `${when}（${who}）：`)),
        ]),
    ...(plan.attached.listed.length === 0
      ? []
      : [heading(ink, '附件', breaks), ...plan.attached.listed.flatMap((line) => paragraphs(ink, line))]),
  ]
  const ending = [
    ink.text('散会。', { ...BODY, indent: 2 }),
    { columns: [ink.text('主持人（签名）：', BODY), ink.text('记录人（签名）：', BODY)], margin: [0, mm(8), 0, 0] },
    ink.text(`本记录共 ${pages} 页（含${holds(plan.attached)}）`, { size: 12, align: 'right', margin: [0, mm(6), 0, 0] }),
  ]
  return {
    title: plan.title,
    margins: [mm(28), mm(37), mm(26), mm(35)],
    content: [
      ink.text(evenLines(plan.organization, 22, mm(156)), { role: 'title', size: 22, leading: 32, align: 'center' }),
      ink.text(evenLines(plan.title, titleSize, mm(156)), {
        role: 'title',
        size: titleSize,
        leading: 32,
        align: 'center',
        margin: [0, 0, 0, mm(4)],
      }),
      ...plan.remarks.map((remark) => ink.text(remark, { role: 'script', size: 12, align: 'center', margin: [0, 0, 0, mm(2)] })),
      factsTable(plan, ink),
      ...keepTogether(blocks, ending),
      ...attendanceList(ink, plan.attendance, plan.counts),
      ...scannedPages(ink, plan.attached.scans),
      ...photoPages(ink, plan.attached.photos),
    ],
    footer: pageNumber(ink, mm(7)),
    ...(plan.voided || plan.demo ? { watermark: ink.watermark(plan.voided ? '作废' : '演示') } : {}),
  }
}
