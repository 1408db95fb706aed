import type { MeetingRow } from '../../shared/meetings/contract.ts'
import type { FormCell, FormPlan } from './form-sheet.ts'
import type { MinutesPlan } from './papers/minutes.ts'
import { block, label, pair, RECORD_WIDTHS, recordRow, signatures, wide } from './record-rows.ts'
import { dutyLine, orRule, rule } from './unfilled.ts'

const people = (count: number) => `${count} 人`
const presentWords = ({ expected, unmarked, present, online }: MeetingRow) =>
  unmarked > 0 && unmarked === expected
    ? `未登记 ${people(unmarked)}`
    : people(present) + (online > 0 ? `（线上 ${people(online)}）` : '') + (unmarked > 0 ? `，未登记 ${people(unmarked)}` : '')

/** 一行四个方框，不把一个名字折成两行。 */
const boxes = (kinds: MinutesPlan['kinds']) =>
  kinds.map(({ name, ticked }, at) => `${at === 0 ? '' : at % 4 === 0 ? '\n' : '　'}${ticked ? '☑' : '□'}${name}`).join('')

/** 概况各栏，次序照 templates.md §7 的 1—11。 */
const facts = (plan: MinutesPlan, meeting: MeetingRow) => [
  wide('会议类型', boxes(plan.kinds)),
  wide('会议主题', plan.topic),
  wide('时间', plan.time),
  wide('地点', plan.place),
  pair(['主持人', plan.host], ['记录人', plan.recorder]),
  pair(['应到人数', people(meeting.expected)], ['流动党员和行动\n不便党员数', plan.floating]),
  pair(['实到人数', presentWords(meeting)], ['出席率', meeting.rate === null ? '—' : `${meeting.rate.toFixed(1)}%`]),
  wide('列席人员', plan.observers),
  ...(plan.superiors ? [wide('到会指导的\n上级领导', plan.superiors)] : []),
  wide('请假人员\n及事由', plan.onLeave),
  wide('缺席人员\n及原因', plan.absent),
  ...(plan.excluded ? [wide('不计入应到\n及理由', plan.excluded)] : []),
]

const texts = (plan: MinutesPlan) => [
  ...block(
    '会议议题',
    plan.agenda.map((item, at) => `${at + 1}. ${item}`),
  ),
  ...block(
    '会议内容及讨论情况',
    plan.discussions.flatMap(({ item, speeches }) => [
      ...(item ? [item] : []),
      ...(speeches.length === 0 ? [rule(20)] : speeches.map(({ speaker, text }) => (speaker ? `${speaker}：${text}` : text))),
    ]),
  ),
  ...plan.particulars.flatMap(({ title, facts }) =>
    block(
      title,
      facts.map((fact) => `${fact.label}：${orRule(fact.text, 16)}`),
    ),
  ),
  ...(plan.votes.length > 0
    ? block(
        '表决情况',
        plan.votes.map(({ matter, sentence, article }, at) => `${at + 1}. ${matter}。${sentence}\n依据：${article}`),
      )
    : []),
  ...block(
    '形成决议、议定事项',
    plan.decisions.map((decision, at) => `${at + 1}. ${decision.text}\n${dutyLine(decision)}`),
  ),
  ...(plan.corrections.length > 0
    ? block(
        '更正说明',
        plan.corrections.map(({ when, who, text }) => `${when}（${who}）：${text}`),
      )
    : []),
  { ...wide('附件', plan.attached.listed.join('；') || '无'), keep: true },
  signatures,
]

const attendance = (plan: MinutesPlan) => [
  recordRow([{ value: '出勤名单', span: 6, style: 'title' }], 36),
  recordRow([{ value: plan.counts.join('　'), span: 6, style: 'remark' }], 22),
  recordRow([label('序号', 1), label('姓名', 1), label('党小组', 1), label('出勤', 1), label('事由', 2)]),
  ...plan.attendance.map(({ name, group, state, reason }, at) =>
    recordRow(
      [
        { value: at + 1, span: 1, style: 'center' },
        ...[name, group, state].map((text): FormCell => ({ value: text, span: 1, style: 'center' })),
        { value: reason || null, span: 2, style: 'value' },
      ],
      20,
    ),
  ),
]

/**
 * 会议记录的工作表：各栏次序照三会一课记录页（templates.md §7），另起一页附出勤名单。back 是目录的表名，有就能点回去。
 * @example minutesForm(plan, meeting, '会议记录').rows[0] // 单位名称一行
 */
export function minutesForm(plan: MinutesPlan, meeting: MeetingRow, name: string, back?: string): FormPlan {
  const head = [
    ...(back ? [{ cells: [{ value: '← 返回目录', span: 1, style: 'back' as const, to: back }], height: 20 }] : []),
    recordRow([{ value: `${plan.organization}\n${plan.title}`, span: 6, style: 'title' }], 60),
    ...plan.remarks.map((remark) => recordRow([{ value: remark, span: 6, style: 'remark' }], 22)),
  ]
  const main = [...head, ...facts(plan, meeting), ...texts(plan)]
  return {
    name,
    title: plan.title,
    widths: RECORD_WIDTHS,
    rows: [...main, ...attendance(plan)],
    breaks: [main.length],
    repeated: 0,
    printedFrom: back ? 1 : 0,
    mark: plan.demo ? '演示' : '',
  }
}
