import { addDays } from '../../../shared/kit/calendar.ts'
import type { Day } from '../../../shared/kit/values.ts'
import { earliestOf, memberOf, monthsBefore, organizationOf, type Scene, type Step } from './scene.ts'
import type { DemoMeeting } from './source.ts'

/** 别的房间在一次会议上添的一笔（表决、附件……）：出勤与记录都已写好，还没有归档。 */
export type Addition = (scene: Scene, meeting: Omit<DemoMeeting, 'day'> & { id: number; day: Day }) => Promise<void>

async function attend(scene: Scene, meetingId: number, { rest, marks, observers, excluded, guests }: DemoMeeting) {
  const { app } = scene
  const exclusions = Object.entries(excluded).map(([key, grounds]) => ({ memberId: memberOf(scene, key), ...grounds }))
  if (exclusions.length > 0) await app.attendance.exclude({ meetingId, exclusions })
  if (guests.length > 0) await app.attendance.writeGuests({ meetingId, guests })
  const written = new Map(Object.entries(marks).map(([key, [state, reason]]) => [memberOf(scene, key), { state, reason }]))
  const expected = (await app.attendance.sheet({ meetingId })).filter((row) => row.expected)
  const present = expected.map(({ memberId }) => ({ memberId, ...(written.get(memberId) ?? { state: rest, reason: '' }) }))
  const seated = Object.entries(observers).map(([key, reason]) => ({ memberId: memberOf(scene, key), state: 'observer' as const, reason }))
  await app.attendance.mark({ meetingId, marks: [...present, ...seated] })
}

/** 请假、缺席的人后来补了课。 */
async function makeUp(
  { app, members }: Scene,
  meetingId: number,
  day: Day,
  { members: keys, content, taughtBy, confirmedBy }: NonNullable<DemoMeeting['makeup']>,
) {
  const absences = keys.map((key) => ({ meetingId, memberId: members.get(key) ?? 0 }))
  await app.attendance.makeUp({ absences, day, content, taughtBy, confirmedBy })
}

/** 从安排做到归档；返回会议的行号。 */
async function holdMeeting(scene: Scene, meeting: DemoMeeting, day: Day, additions: readonly Addition[]): Promise<number> {
  const { app } = scene
  const { branch, group, kinds, topic, startsAt, endsAt, place, host, recorder, agenda, speeches, decisions, status, correction } = meeting
  const { id } = await app.meetings.plan({
    organizationId: organizationOf(scene, branch),
    groupId: group === undefined ? null : organizationOf(scene, group),
    ...{ kinds, topic, day, startsAt, endsAt, place, host, recorder, agenda },
  })
  if (status === 'planned') return id
  await attend(scene, id, meeting)
  const due = (days?: number) => (days === undefined ? null : addDays(day, days))
  await app.meetings.writeMinutes({
    id,
    speeches,
    decisions: decisions.map(({ dueInDays, ...decision }) => ({ ...decision, due: due(dueInDays) })),
  })
  await app.meetings.hold({ id })
  for (const add of additions) await add(scene, { ...meeting, id, day })
  if (status === 'held') return id
  await app.meetings.archive({ id })
  if (correction) await app.meetings.correct({ id, text: correction })
  return id
}

/** 一次会议：录入的那天从安排做到归档；补课的在几天之后另是一步。 */
export function meetingSteps(scene: Scene, meeting: DemoMeeting, additions: readonly Addition[]): Step[] {
  const { monthsAgo = 0, day: date = 1, daysAhead, recordedAfterDays, topic, makeup } = meeting
  const day = daysAhead ? addDays(scene.today, daysAhead) : monthsBefore(scene.today, monthsAgo, date)
  let id = 0
  const hold = async () => {
    id = await holdMeeting(scene, meeting, day, additions)
  }
  const steps: Step[] = [{ day: earliestOf(addDays(day, recordedAfterDays), scene.today), what: topic, take: hold }]
  if (!makeup) return steps
  const later = earliestOf(addDays(day, makeup.afterDays), scene.today)
  return [...steps, { day: later, what: `补课 ${topic}`, take: () => makeUp(scene, id, later, makeup) }]
}
