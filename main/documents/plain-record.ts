import { numeral } from './numeral.ts'
import type { MinutesPlan } from './papers/minutes.ts'
import { dutyWords } from './unfilled.ts'

/** 一段：小标题或正文。 */
interface Line {
  heading: boolean
  text: string
}

/** 有内容的才写。 */
const headed = (title: string, lines: readonly string[]): Line[] =>
  lines.length === 0 ? [] : [{ heading: true, text: title }, ...lines.map((text) => ({ heading: false, text }))]

const facts = (plan: MinutesPlan): Line[] =>
  [
    ['会议类型', plan.kinds.flatMap(({ name, ticked }) => (ticked ? [name] : [])).join('、')],
    ['会议主题', plan.topic],
    ['时间', plan.time],
    ['地点', plan.place],
    ['主持人', plan.host],
    ['记录人', plan.recorder],
    ['人数', plan.counts.join('，')],
    ['流动党员和行动不便党员数', plan.floating],
    ['列席人员', plan.observers],
    ...(plan.superiors ? [['到会指导的上级领导', plan.superiors]] : []),
    ...(plan.excluded ? [['不计入应到', plan.excluded]] : []),
    ['请假人员及事由', plan.onLeave],
    ['缺席人员及原因', plan.absent],
  ].flatMap(([label, value]) => (value ? [{ heading: false, text: `${label}：${value}` }] : []))

/** 正文各章；没有内容的不占章次。 */
const chapters = (plan: MinutesPlan): [string, string[]][] => [
  ['会议议题', plan.agenda.map((item, at) => `${at + 1}. ${item}`)],
  [
    '会议内容及讨论情况',
    plan.discussions.flatMap(({ item, speeches }) => [
      ...(item ? [item] : []),
      ...speeches.map(({ speaker, text }) => (speaker ? `${speaker}：${text}` : text)),
    ]),
  ],
  ...plan.particulars.map(({ title, facts }): [string, string[]] => [
    title,
    facts.flatMap(({ label, text }) => (text ? [`${label}：${text}`] : [])),
  ]),
  ['表决情况', plan.votes.map(({ matter, sentence, article }, at) => `${at + 1}. ${matter}。${sentence}（依据：${article}）`)],
  ['议定事项', plan.decisions.map((decision, at) => `${at + 1}. ${decision.text}${dutyWords(decision)}`)],
]

const linesOf = (plan: MinutesPlan): Line[] => [
  ...plan.remarks.map((text) => ({ heading: false, text })),
  ...facts(plan),
  ...chapters(plan)
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([title, lines], at) => headed(`${numeral(at + 1)}、${title}`, lines)),
  ...headed(
    '更正说明',
    plan.corrections.map(({ when, who, text }) => `${when}（${who}）：${text}`),
  ),
  ...headed('附件', plan.attached.listed),
]

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign).replaceAll('\n', '<br>')

/**
 * 会议记录的正文，与印出来的是同一份事实：纯文字给微信，简单的网页文字给 WPS、Word。
 * @example plainRecord(plan).text.split('\n')[0] // '春晖商会党支部'
 */
export function plainRecord(plan: MinutesPlan): { text: string; html: string } {
  const lines = linesOf(plan)
  const titles = [plan.organization, plan.title]
  return {
    text: [...titles, '', ...lines.map(({ text }) => text)].join('\n'),
    html: [
      ...titles.map((title) => `<h1>${escaped(title)}</h1>`),
      ...lines.map(({ heading, text }) => (heading ? `<h2>${escaped(text)}</h2>` : `<p>${escaped(text)}</p>`)),
    ].join('\n'),
  }
}
