import type { Day, Id } from '../../shared/kit/values.ts'
import type { MeetingKind, MeetingPage, Plan } from '../../shared/meetings/contract.ts'
import { audienceOf } from '../../shared/meetings/rules.ts'
import type { Organization } from '../../shared/organizations/contract.ts'
import { problemOfDay } from '../kit/DayInput.tsx'
import { problemOfTime } from '../kit/TimeInput.tsx'

/** 填到一半的安排；议程一行一项。 */
export interface PlanForm {
  organizationId: Id
  groupId: Id | null
  kinds: string[]
  topic: string
  day: string | null
  startsAt: string | null
  endsAt: string | null
  place: string
  host: string
  recorder: string
  agenda: string
}

export const emptyPlan = (organizationId: Id, day: Day | null): PlanForm => ({
  organizationId,
  groupId: null,
  kinds: [],
  topic: '',
  day,
  startsAt: null,
  endsAt: null,
  place: '',
  host: '',
  recorder: '',
  agenda: '',
})

export const formOf = ({ meeting, groupId, agenda }: MeetingPage): PlanForm => ({
  organizationId: meeting.organizationId,
  groupId,
  kinds: [...meeting.kinds],
  topic: meeting.topic,
  day: meeting.day,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  place: meeting.place,
  host: meeting.host,
  recorder: meeting.recorder,
  agenda: agenda.join('\n'),
})

/** 复制一次会议：整份安排照抄，日期空着等人写。 */
export const copyOf = (page: MeetingPage): PlanForm => ({ ...formOf(page), day: null })

/** 写好的议程，一行一项，空行不算。 */
export const agendaOf = ({ agenda }: Pick<PlanForm, 'agenda'>): string[] =>
  agenda
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export const planOf = (form: PlanForm): Plan => ({
  ...form,
  groupId: form.groupId,
  topic: form.topic.trim(),
  day: form.day ?? '',
  agenda: agendaOf(form),
})

export const needsGroup = (form: PlanForm, kinds: readonly MeetingKind[]) => audienceOf(form.kinds, kinds) === 'group'

export type PlanProblems = Partial<Record<keyof PlanForm, string>>

/** 还不能存的地方，各在各的格子下面说。 */
export function problemsOf(form: PlanForm, kinds: readonly MeetingKind[]): PlanProblems {
  const problems: PlanProblems = {}
  const day = form.day ? problemOfDay(form.day) : '请写开会的日子'
  const startsAt = form.startsAt ? problemOfTime(form.startsAt) : undefined
  const endsAt = form.endsAt ? problemOfTime(form.endsAt) : undefined
  if (form.kinds.length === 0) problems.kinds = '请选会议类型'
  if (form.topic.trim() === '') problems.topic = '请写议题或主题'
  if (needsGroup(form, kinds) && form.groupId === null) problems.groupId = '请选是哪个党小组'
  if (day) problems.day = day
  if (startsAt) problems.startsAt = startsAt
  if (endsAt) problems.endsAt = endsAt
  if (!startsAt && !endsAt && form.startsAt && form.endsAt && form.endsAt < form.startsAt) problems.endsAt = '结束早于开始'
  return problems
}

/** 能召开会议的组织：选定的组织和它下面未撤销的支部。 */
export const hosts = (organizationId: Id, organizations: readonly Organization[]): Organization[] => {
  const below = (id: Id): Organization[] =>
    organizations
      .filter((one) => one.parentId === id && one.kind !== 'group' && one.dissolvedOn === null)
      .flatMap((one) => [one, ...below(one.id)])
  return [...organizations.filter((one) => one.id === organizationId), ...below(organizationId)]
}

export const groupsOf = (organizationId: Id, organizations: readonly Organization[]) =>
  organizations.filter((one) => one.parentId === organizationId && one.kind === 'group' && one.dissolvedOn === null)
