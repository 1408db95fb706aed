import type { Lecture, OrgLife, Particulars, ThemeDay } from './contract.ts'

/** 有自己几项可填的会议类型，照填写的次序。 */
export const particularKinds = ['lecture', 'themeDay', 'orgLife'] as const
export type ParticularKind = (typeof particularKinds)[number]

/** 例：particularKindsOf(['themeDay', 'committee', 'lecture']) → ['lecture', 'themeDay'] */
export const particularKindsOf = (kinds: readonly string[]): ParticularKind[] => particularKinds.filter((kind) => kinds.includes(kind))

/** 专项里的一项；text 可以多行，没填为空。 */
export interface ParticularFact {
  label: string
  text: string
}
export interface ParticularSection {
  kind: ParticularKind
  title: string
  facts: ParticularFact[]
}

const ofLecture = ({ title, lecturer, lecturerPost, hours, outline, note }: Lecture): ParticularFact[] => [
  { label: '题目', text: title },
  { label: '主讲人', text: lecturerPost ? `${lecturer}（${lecturerPost}）` : lecturer },
  { label: '学时', text: String(hours) },
  { label: '提纲', text: outline },
  ...(note ? [{ label: '备注', text: note }] : []),
]

const ofThemeDay = ({ parts, reading, highlights, shortcomings }: ThemeDay): ParticularFact[] => [
  { label: '活动内容', text: parts.join('、') },
  { label: '学习篇目', text: reading },
  { label: '亮点', text: highlights },
  { label: '不足', text: shortcomings },
]

const counted = (rows: readonly unknown[], unit: string) => (rows.length > 0 ? `${rows.length} ${unit}` : '')

/** 对照检查与批评意见的原文只给看的人；印出来的只有人数、条数。 */
const ofOrgLife = (
  { theme, study, talkPairs, talkTimes, sources, examinations, criticisms }: OrgLife,
  texts: boolean,
): ParticularFact[] => [
  { label: '会议主题', text: theme },
  { label: '会前学习', text: study },
  { label: '会前谈心谈话', text: talkPairs + talkTimes > 0 ? `${talkPairs} 对，${talkTimes} 次` : '' },
  { label: '征求意见', text: sources.map(({ source, count }) => `${source} ${count} 条`).join('，') },
  {
    label: '对照检查',
    text: texts ? examinations.map(({ speaker, text }) => `${speaker}：${text}`).join('\n') : counted(examinations, '人'),
  },
  {
    label: '批评意见',
    text: texts
      ? criticisms.map(({ critic, criticised, text }) => `${critic}对${criticised}：${text}`).join('\n')
      : counted(criticisms, '条'),
  },
]

/** 各自的记录表叫什么。 */
export const activityTitles: Record<ParticularKind, string> = {
  lecture: '党课记录',
  themeDay: '主题党日活动记录',
  orgLife: '组织生活会记录',
}

/** 一类自己的几项；没填为空表。 */
export const particularFacts = (particulars: Particulars, kind: ParticularKind, texts: boolean): ParticularFact[] =>
  particularSections(particulars, [kind], texts)[0]?.facts ?? []

/**
 * 一次会议各类自己的几项，写成话；没填的类型不在内。
 * @param texts 连对照检查与批评意见的原文；为假时只有人数、条数
 * @example particularSections({ lecture, themeDay: null, orgLife: null }, ['lecture'], false)[0]?.title → '党课情况'
 */
export function particularSections(
  { lecture, themeDay, orgLife }: Particulars,
  kinds: readonly string[],
  texts: boolean,
): ParticularSection[] {
  const all: (ParticularSection | null)[] = [
    lecture && { kind: 'lecture', title: '党课情况', facts: ofLecture(lecture) },
    themeDay && { kind: 'themeDay', title: '主题党日情况', facts: ofThemeDay(themeDay) },
    orgLife && { kind: 'orgLife', title: '组织生活会情况', facts: ofOrgLife(orgLife, texts) },
  ]
  return all.filter((section) => section !== null && kinds.includes(section.kind)) as ParticularSection[]
}
