import { addDays } from '../../../shared/kit/calendar.ts'
import type { Day } from '../../../shared/kit/values.ts'
import { earliestOf, memberOf, monthsBefore, organizationOf, type Scene, type Step } from './scene.ts'
import type { DemoMeeting } from './source.ts'

/** 别的房间在一次会议上添的一笔（表决、附件……）：出勤与记录都已写好，还没有归档。 */
export type Addition = (scene: Scene, meeting: Omit<DemoMeeting, 'day'> & { id: number; day: Day }) => Promise<void>

async function attend(scene: Scene, meetingId: number, { rest, marks, observers }: DemoMeeting) {
  const { app } = scene
  const written = new Map(Object.entries(marks).map(([key, [state, reason]]) => [memberOf(scene, key), { state, reason }]))
  const expected = (await app.attendance.sheet({ meetingId })).filter((row) => row.expected)
  const present = expected.map(({ memberId }) => ({ memberId, ...(written.get(memberId) ?? { state: rest, reason: '' }) }))
  const seated = Object.entries(observers).map(([key, reason]) => ({ memberId: memberOf(scene, key), state: 'observer' as const, reason }))
  await app.attendance.mark({ meetingId, marks: [...present, ...seated] })
}

async function holdMeeting(scene: Scene, meeting: DemoMeeting, day: Day, additions: readonly Addition[]) {
  const { app } = scene
  const { branch, group, kinds, topic, startsAt, endsAt, place, host, recorder, agenda, speeches, decisions, status, correction } = meeting
  const { id } = await app.meetings.plan({
    organizationId: organizationOf(scene, branch),
    groupId: group === undefined ? null : organizationOf(scene, group),
    ...{ kinds, topic, day, startsAt, endsAt, place, host, recorder, agenda },
  })
  if (status === 'planned') return
  await attend(scene, id, meeting)
  const due = (days?: number) => (days === undefined ? null : addDays(day, days))
  await app.meetings.writeMinutes({
    id,
    speeches,
    decisions: decisions.map(({ dueInDays, ...decision }) => ({ ...decision, due: due(dueInDays) })),
  })
  await app.meetings.hold({ id })
  for (const add of additions) await add(scene, { ...meeting, id, day })
  if (status === 'held') return
  await app.meetings.archive({ id })
  if (correction) await app.meetings.correct({ id, text: correction })
}

/** 一次会议：录入的那天从安排做到归档。 */
export const meetingStep = (scene: Scene, meeting: DemoMeeting, additions: readonly Addition[]): Step => {
  const { monthsAgo = 0, day: date = 1, daysAhead, recordedAfterDays, topic } = meeting
  const day = daysAhead ? addDays(scene.today, daysAhead) : monthsBefore(scene.today, monthsAgo, date)
  const take = () => holdMeeting(scene, meeting, day, additions)
  return { day: earliestOf(addDays(day, recordedAfterDays), scene.today), what: topic, take }
}
