import { useMemo } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { DecisionRow } from '../../shared/decisions/contract.ts'
import type { Id } from '../../shared/kit/values.ts'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import type { Overview } from '../../shared/members/contract.ts'
import { app } from '../app.ts'
import { useApplicantsTodos } from '../applicants/todos.ts'
import { useAppraisalTodos } from '../appraisal/todos.ts'
import { attendanceTodos } from '../attendance/todos.ts'
import { useAttendanceSummary } from '../attendance/use-summary.ts'
import { duesTodos } from '../dues/todos.ts'
import { useDuesSummary } from '../dues/use-summary.ts'
import { financesTodos } from '../finances/todos.ts'
import { useAsk } from '../kit/ask.ts'
import { useCalm } from '../kit/calm.ts'
import { addDays, dayWords, monthDay } from '../kit/days.ts'
import { goAnd } from '../kit/intent.ts'
import { type BranchGaps, missingKinds } from '../meetings/branch-gaps.ts'
import { useRectificationTodos } from '../rectification/todos.ts'
import { useWhere } from '../shell/where.ts'
import { useTalksTodos } from '../talks/todos.ts'
import { waitingMeetings } from './waiting.ts'

/** 首页上要做的一件。 */
export interface Todo {
  key: string
  /** 红：过了日子的；黄：快到或缺着的；蓝：可以做的。 */
  tone: 'late' | 'soon' | 'check'
  text: string
  note?: string
  verb: string
  act: () => void
}

const urgency: readonly Todo['tone'][] = ['late', 'soon', 'check']

/** 现在要做的，急的在前；名册、没归档的会议、各支部还差什么都知道了才有。别的各问各的，谁先到谁先列。 */
export function useTodos(
  people: Overview | undefined,
  meetings: readonly MeetingRow[] | undefined,
  branches: readonly BranchGaps[] | undefined,
): readonly Todo[] | undefined {
  const { today, year, setOrganization, organizationId } = useWhere()
  const decided = useAsk(app.decisions.list, { organizationId, year: Number(today.slice(0, 4)) }, { keep: true }).data
  const dues = useDuesSummary()
  const attendance = useAttendanceSummary()
  const checks = useAsk(app.finances.checks, { organizationId }).data
  const duesStandards = useAsk(app.dues.standards, {}).data
  const developing = useApplicantsTodos()
  const calm = useCalm()
  const notes = useAsk(app.organizations.notes, { organizationId }, { enabled: calm }).data
  const doubtful = useAsk(app.members.doubtful, { organizationId }, { enabled: calm }).data ?? 0
  const rectifying = useRectificationTodos()
  const talking = useTalksTodos()
  const appraising = useAppraisalTodos()
  return useMemo(() => {
    if (!people || !meetings || !branches) return undefined
    const goTo = (branch: Id) => {
      setOrganization(branch)
      navigate('/meetings')
    }
    const current = year === Number(today.slice(0, 4))
    const all: Todo[] = [
      ...unfinished(meetings, today),
      ...coming(meetings, today),
      ...decisionTodos(decided ?? [], today),
      ...rectifying,
      ...(dues && duesStandards ? duesTodos(dues, duesStandards.arrears, today) : []),
      ...financesTodos(checks ?? []),
      ...(!current ? [] : branches.length > 1 ? missingIn(branches, goTo) : missing(branches, today, appraising.length > 0)),
      ...(attendance ? attendanceTodos(attendance, Number(today.slice(0, 4))) : []),
      ...(current ? [...talking, ...appraising] : []),
      ...(current ? ofBranches(notes ?? []) : []),
      ...developing,
      ...toCheck(people, doubtful),
    ]
    return all.sort((a, b) => urgency.indexOf(a.tone) - urgency.indexOf(b.tone))
  }, [
    people,
    meetings,
    decided,
    branches,
    today,
    year,
    dues,
    duesStandards,
    attendance,
    checks,
    notes,
    doubtful,
    developing,
    rectifying,
    talking,
    appraising,
    setOrganization,
  ])
}

/** 支部设置上要留意的：说为什么、出自哪一条。 */
const ofBranches = (notes: readonly { organizationId: Id; branch: string; text: string; article: string }[]): Todo[] =>
  notes.map(({ organizationId, branch, text, article }) => ({
    key: `setup-${organizationId}-${text}`,
    tone: 'check',
    text: `${branch}：${text}`,
    note: article,
    verb: '去看',
    act: () => navigate('/organizations'),
  }))

const open = (meeting: MeetingRow) => () => navigate(`/meetings/${meeting.id}`)

const unfinished = (meetings: readonly MeetingRow[], today: string): Todo[] =>
  waitingMeetings(meetings, today).map(({ meeting, step }) => ({
    key: `meeting-${meeting.id}`,
    tone: meeting.status === 'planned' ? 'late' : 'soon',
    text: `${dayWords(meeting.day, today)} ${meeting.topic}`,
    note: meeting.status === 'planned' ? `${meeting.kindNames}，还没有确认召开` : `${meeting.kindNames}，还没有归档`,
    verb: step,
    act: open(meeting),
  }))

/** 逾期的议定事项一件一件列（多了合起来），七天内到期的也列。 */
function decisionTodos(all: readonly DecisionRow[], today: string): Todo[] {
  const near = all.filter(({ state, due }) => state === 'overdue' || (state === 'open' && due !== null && due <= addDays(today, 7)))
  const todos = near.slice(0, 3).map(
    ({ id, state, text, responsible, due }): Todo => ({
      key: `decision-${id}`,
      tone: state === 'overdue' ? 'late' : 'soon',
      text,
      note: `议定事项，${[responsible, due && `${dayWords(due, today)}到期`].filter(Boolean).join('，')}`,
      verb: '去办结',
      act: () => navigate('/decisions'),
    }),
  )
  const rest = near.length - todos.length
  const more = `还有 ${rest} 项议定事项逾期或快到期`
  return rest > 0 ? [...todos, { key: 'decisions', tone: 'soon', text: more, verb: '去看看', act: () => navigate('/decisions') }] : todos
}

const coming = (meetings: readonly MeetingRow[], today: string): Todo[] =>
  meetings
    .filter((meeting) => meeting.status === 'planned' && meeting.day > today && meeting.day <= addDays(today, 7))
    .map((meeting) => ({
      key: `coming-${meeting.id}`,
      tone: 'soon',
      text: `${dayWords(meeting.day, today)} ${meeting.topic}`,
      note: [meeting.startsAt, meeting.place].filter(Boolean).join(' ') || meeting.kindNames,
      verb: '备会',
      act: open(meeting),
    }))

/** 一个支部还差的会，一类一件；已排上的去看那一次。民主评议另有一件的、七天内就开的（备会里有），这里不重复。 */
const missing = (all: readonly BranchGaps[], today: string, appraising: boolean): Todo[] =>
  missingKinds(all)
    .filter(({ kind, planned }) => !(appraising && kind.code === 'appraisal') && !(planned && planned.day <= addDays(today, 7)))
    .map(({ kind, periodLabel, missing: count, planned }) => ({
      key: `gap-${kind.code}`,
      tone: planned ? 'check' : 'soon',
      text: `${periodLabel}还差 ${count} 次${kind.name}${planned ? `，已安排 ${monthDay(planned.day, today)}` : ''}`,
      ...(kind.article ? { note: kind.article } : {}),
      verb: planned ? '去看' : '去安排',
      act: planned ? () => navigate(`/meetings/${planned.id}`) : () => goAnd('/meetings', 'meetings.plan', { kind: kind.code }),
    }))

/** 总支、党委：一个支部一件，到那个支部去办。 */
const missingIn = (all: readonly BranchGaps[], goTo: (branch: Id) => void): Todo[] =>
  all.flatMap(({ branch, gaps }): Todo[] => {
    const kinds = missingKinds([{ branch, gaps }]).filter(({ planned }) => !planned)
    if (kinds.length === 0) return []
    return [
      {
        key: `branch-${branch.id}`,
        tone: 'soon',
        text: branch.name,
        note: `还差${kinds.map(({ kind }) => kind.name).join('、')}`,
        verb: '去安排',
        act: () => goTo(branch.id),
      },
    ]
  })

function toCheck({ people, withoutId }: Overview, doubtful: number): Todo[] {
  const todo = (key: string, count: number, text: string): Todo[] =>
    count > 0 ? [{ key, tone: 'check', text, verb: '去核对', act: () => goAnd('/members', 'members.check') }] : []
  return [
    ...todo('no-id', withoutId, `${withoutId} 名党员没有身份证号`),
    ...todo('doubtful', doubtful, `${doubtful} 名党员的信息要核对`),
    ...(people === 0
      ? [{ key: 'empty', tone: 'soon' as const, text: '名册还是空的', verb: '导入名册', act: () => navigate('/imports') }]
      : []),
  ]
}
