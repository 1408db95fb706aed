import type { Grade, Wanted } from '../../shared/documents/contract.ts'
import { showFen, sumOf } from '../../shared/kit/money.ts'
import type { Id } from '../../shared/kit/values.ts'
import type { MeetingPage } from '../../shared/meetings/contract.ts'
import type { Particulars } from '../../shared/particulars/contract.ts'
import { activityTitles, type ParticularKind, particularFacts } from '../../shared/particulars/words.ts'
import { refuse } from '../core/refuse.ts'
import type { TaskContext } from '../core/services.ts'
import { activityForm } from './activity-form.ts'
import { fileName } from './file-name.ts'
import type { Composed } from './ledger-papers.ts'
import { recordOf, withoutPictures } from './meeting-papers.ts'
import type { ActivityLine, ActivityPlan } from './papers/activity-record.ts'
import type { MinutesPlan } from './papers/minutes.ts'
import { plainDay } from './plain-day.ts'

/** 一次会议里做这份表要的。 */
interface Facts {
  minutes: MinutesPlan
  page: MeetingPage
  particulars: Particulars
  /** 到会的人。 */
  present: string[]
  /** 用于这次活动的支出。 */
  spent: string
  /** 规则包里主题党日常做的几样。 */
  parts: readonly string[]
  /** 连对照检查与批评意见的原文。 */
  texts: boolean
}

const whenAndWhere = ({ time, place }: MinutesPlan): ActivityLine[] => [
  { label: '时间', text: time },
  { label: '地点', text: place },
]
const hosts = ({ host, recorder }: MinutesPlan): ActivityLine => ({
  pair: [
    ['主持人', host],
    ['记录人', recorder],
  ],
})
/** 各项人数；出席率样表里没有。 */
const counts = (minutes: MinutesPlan): ActivityLine => ({
  label: '应到、实到',
  text: minutes.counts.filter((one) => !one.startsWith('出席率')).join('　'),
})

const spoken = (speeches: MeetingPage['speeches']) =>
  speeches.map(({ speaker, text }) => (speaker ? `${speaker}：${text}` : text)).join('\n')
const resolved = ({ decisions }: MinutesPlan) =>
  decisions
    .map(
      ({ text, responsible, due }, at) =>
        `${at + 1}. ${text}${responsible || due ? `（${[responsible, due].filter(Boolean).join('，')}）` : ''}`,
    )
    .join('\n')

/** 主题党日活动记录（templates.md §10）。 */
function themeDayLines({ minutes, page, particulars: { themeDay }, parts, spent }: Facts): ActivityLine[] {
  const done = themeDay?.parts ?? []
  return [
    { label: '主题', text: minutes.topic },
    ...whenAndWhere(minutes),
    hosts(minutes),
    counts(minutes),
    { label: '内容', boxes: [...new Set([...parts, ...done])].map((name) => ({ name, ticked: done.includes(name) })) },
    { label: '学习篇目', text: themeDay?.reading ?? '', long: true },
    { label: '讨论发言', text: spoken(page.speeches), long: true },
    { label: '议定事项', text: resolved(minutes), long: true },
    { label: '经费', text: spent },
    { label: '亮点', text: themeDay?.highlights ?? '' },
    { label: '不足', text: themeDay?.shortcomings ?? '' },
  ]
}

/** 党课记录（templates.md §11）：主讲人说的是主要内容，别人说的是交流。 */
function lectureLines({ minutes, page, particulars: { lecture }, present }: Facts): ActivityLine[] {
  const { title = '', lecturer = '', lecturerPost = '', hours = 0, outline = '' } = lecture ?? {}
  const byLecturer = ({ speaker }: { speaker: string }) => speaker === '' || speaker === lecturer
  return [
    ...whenAndWhere(minutes),
    {
      pair: [
        ['主讲人\n及职务', [lecturer, lecturerPost].filter(Boolean).join('，')],
        ['学时', hours > 0 ? String(hours) : ''],
      ],
    },
    { label: '题目', text: title },
    { label: '听课人员', text: present.join('、'), long: true },
    counts(minutes),
    { label: '提纲', text: outline, long: true },
    {
      label: '主要内容',
      text: page.speeches
        .filter(byLecturer)
        .map(({ text }) => text)
        .join('\n'),
      long: true,
    },
    { label: '党员交流', text: spoken(page.speeches.filter((speech) => !byLecturer(speech))), long: true },
    { label: '教案与\n课件附件', text: minutes.attached.listed.join('；') || '无' },
  ]
}

/** 组织生活会记录（templates.md §12）：会前、会上、会后。 */
function orgLifeLines({ minutes, particulars, texts }: Facts): ActivityLine[] {
  const facts = new Map(particularFacts(particulars, 'orgLife', texts).map(({ label, text }) => [label, text]))
  const line = (label: string, long?: true): ActivityLine => ({ label, text: facts.get(label) ?? '', ...(long ? { long } : {}) })
  return [
    ...whenAndWhere(minutes),
    hosts(minutes),
    counts(minutes),
    { heading: '会前' },
    line('会议主题'),
    { label: '学习内容', text: facts.get('会前学习') ?? '', long: true },
    { label: '谈心谈话', text: facts.get('会前谈心谈话') ?? '' },
    line('征求意见'),
    { heading: '会上' },
    line('对照检查', true),
    line('批评意见', true),
    { heading: '会后整改' },
  ]
}

const linesFor: Record<ParticularKind, (facts: Facts) => ActivityLine[]> = {
  themeDay: themeDayLines,
  lecture: lectureLines,
  orgLife: orgLifeLines,
}

/** 用于这次活动的支出合计，与各笔的摘要；账上没有为空。只在这次会上研究决定的不算。 */
async function spentOn({ app }: TaskContext, meetingId: Id): Promise<string> {
  const rows = (await app.finances.listByMeeting({ meetingId })).filter(({ expense, decided }) => expense !== 0 && !decided)
  const total = sumOf(rows.map(({ expense }) => expense))
  return rows.length === 0 ? '' : `${showFen(total)} 元：${rows.map(({ summary, expense }) => `${summary} ${showFen(expense)}`).join('、')}`
}

const itemsOf = async ({ app }: TaskContext, meetingId: Id) =>
  (await app.rectification.ofMeeting({ meetingId })).map(({ problem, measure, responsible, due, outcome, doneOn }, at) => [
    ...[String(at + 1), problem, measure, [responsible, due ? plainDay(due) : ''].filter(Boolean).join('\n'), outcome],
    doneOn ? plainDay(doneOn) : '',
  ])

/** 一次会议的主题党日活动记录、党课记录或组织生活会记录：照会议、出勤与专项里写的。 */
export async function composeActivity(
  context: TaskContext,
  { meetingId, of, format }: Extract<Wanted, { kind: 'activity' }>,
  grade: Grade,
): Promise<Composed> {
  const { app } = context
  const { plan: minutes, notes, meeting } = await recordOf(context, meetingId)
  if (!meeting.kinds.includes(of)) refuse('documents.otherKind', { what: activityTitles[of] })
  const particulars = await app.particulars.page({ meetingId })
  const lines = linesFor[of]({
    ...{ minutes, particulars, texts: grade === 'reported' },
    page: await app.meetings.page({ id: meetingId }),
    present: (await app.attendance.sheet({ meetingId }))
      .filter(({ state }) => state === 'present' || state === 'late' || state === 'online')
      .map(({ name }) => name),
    spent: of === 'themeDay' ? await spentOn(context, meetingId) : '',
    parts: (await app.particulars.standards({})).themeDayParts,
  })
  const { organization, remarks, demo, voided } = minutes
  const plan: ActivityPlan = {
    ...{ organization, title: activityTitles[of], remarks, lines, demo, voided },
    items: of === 'orgLife' ? await itemsOf(context, meetingId) : null,
    photos: minutes.attached.photos,
    slots: of === 'themeDay' ? 2 : 0,
  }
  return {
    plan: format === 'pdf' ? { kind: 'activity', ...plan } : { kind: 'workbook', sheets: [activityForm(plan)] },
    name: fileName([organization, `${meeting.day.replaceAll('-', '')}${activityTitles[of]}`, meeting.topic], context.today, format),
    notes: [
      ...(particulars[of] === null ? ['“专项”里还没有填这一类的几项，记录表上空着。'] : []),
      ...(of === 'orgLife' && grade !== 'reported' ? ['对照检查、批评意见只印人数、条数；要原文的请选“上报”。'] : []),
      ...notes,
      ...(format === 'xlsx' ? withoutPictures([{ ...minutes, attached: { ...minutes.attached, scans: [] } }]) : []),
    ],
  }
}
