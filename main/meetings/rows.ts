import type { AttendanceState } from '../../shared/attendance/contract.ts'
import type { Headcount, MeetingKind, MeetingRow } from '../../shared/meetings/contract.ts'
import { type Apart, attendanceRate, headcount, isBackfilled, kindNames, nobodyApart } from '../../shared/meetings/rules.ts'
import { expectedOn } from '../attendance/expected.ts'
import { type Reported, reportedOf } from '../attendance/reported.ts'
import * as attendance from '../attendance/repository.ts'
import { localDay } from '../core/local-day.ts'
import type { Reader } from '../core/services.ts'
import { backfillAfterDays } from '../rules/packs.ts'
import { allKinds, audienceOf } from './kinds.ts'
import type { StoredMeeting } from './repository.ts'

/** 一次会议里各状态的人数，与应到之外的人。 */
interface Counts {
  states: ReadonlyMap<AttendanceState, number>
  apart: Apart
  /** 没有逐人的名单，只有原台账上的人数。 */
  reported: Reported | undefined
}

/** 人数：筹备中按那天的名单，召开之后按定下的应到；没有名单的照原台账。 */
async function headcountOf(db: Reader, meeting: StoredMeeting, counts: Counts, kinds: readonly MeetingKind[]): Promise<Headcount> {
  const states = [...counts.states].flatMap(([state, n]) => Array<AttendanceState>(n).fill(state))
  const marked = states.filter((state) => state !== 'observer').length
  if (counts.reported) {
    const { observers, ...rest } = headcount(states, counts.reported.expected, counts.apart)
    return { ...rest, ...counts.reported, unmarked: 0, observers: observers + counts.reported.observers }
  }
  if (meeting.expectedCount !== null) return headcount(states, meeting.expectedCount, counts.apart)
  const audience = audienceOf(meeting.codes.split(','), kinds)
  const expected = audience === 'chosen' ? marked : (await expectedOn(db, meeting.id, { ...meeting, audience })).size
  return headcount(states, expected, counts.apart)
}

const rowOf = (meeting: StoredMeeting, count: Headcount, nameless: boolean, kinds: readonly MeetingKind[]): MeetingRow => {
  const { codes, expectedCount: _, groupId: _group, ...row } = meeting
  const list = codes.split(',')
  const recordedDay = meeting.recordedAt ? localDay(new Date(meeting.recordedAt)) : null
  return {
    ...row,
    ...count,
    nameless,
    kinds: list,
    kindNames: kindNames(list, kinds),
    rate: meeting.status === 'planned' ? null : attendanceRate(count.present, count.expected),
    backfilled: isBackfilled({ day: meeting.day, recordedDay }, backfillAfterDays()),
  }
}

export async function oneRow(db: Reader, meeting: StoredMeeting): Promise<MeetingRow> {
  const kinds = await allKinds(db)
  const states = new Map<AttendanceState, number>()
  for (const state of await attendance.statesOf(db, meeting.id)) states.set(state, (states.get(state) ?? 0) + 1)
  const apart = (await attendance.apartOf(db, { meetingId: meeting.id })).get(meeting.id) ?? nobodyApart
  const reported = (await reportedOf(db, { meetingId: meeting.id })).get(meeting.id)
  return rowOf(meeting, await headcountOf(db, meeting, { states, apart, reported }, kinds), reported !== undefined, kinds)
}

/** 不多于这么多次的，只数这几次的人数；多了就一次数全年的。 */
const FEW = 200

/** 一年的会议，人数一次数完。 */
export async function yearRows(
  db: Reader,
  organizationId: number,
  year: number,
  meetings: readonly StoredMeeting[],
): Promise<MeetingRow[]> {
  const kinds = await allKinds(db)
  const counts = new Map<number, Map<AttendanceState, number>>()
  const marked =
    meetings.length <= FEW
      ? attendance.countsOf(
          db,
          meetings.map(({ id }) => id),
        )
      : attendance.countsByYear(db, organizationId, year)
  for (const { meetingId, state, n } of await marked) counts.set(meetingId, (counts.get(meetingId) ?? new Map()).set(state, Number(n)))
  const apart = await attendance.apartOf(db, { organizationId, year })
  const reported = await reportedOf(db, { organizationId, year })
  return Promise.all(
    meetings.map(async (meeting) => {
      const here = {
        states: counts.get(meeting.id) ?? new Map(),
        apart: apart.get(meeting.id) ?? nobodyApart,
        reported: reported.get(meeting.id),
      }
      return rowOf(meeting, await headcountOf(db, meeting, here, kinds), here.reported !== undefined, kinds)
    }),
  )
}
