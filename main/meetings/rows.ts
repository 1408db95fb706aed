import type { AttendanceState } from '../../shared/attendance/contract.ts'
import type { Headcount, MeetingKind, MeetingRow } from '../../shared/meetings/contract.ts'
import { type Apart, attendanceRate, headcount, isBackfilled, kindNames, nobodyApart } from '../../shared/meetings/rules.ts'
import { expectedAt } from '../attendance/expected.ts'
import { type Reported, reportedOf } from '../attendance/reported.ts'
import * as attendance from '../attendance/repository.ts'
import { localDay } from '../core/local-day.ts'
import type { Reader } from '../core/services.ts'
import { backfillAfterDays } from '../rules/packs.ts'
import { allKinds } from './kinds.ts'
import type { StoredMeeting } from './repository.ts'

/** 一次会议里各状态的人数，与应到之外的人。 */
interface Counts {
  states: ReadonlyMap<AttendanceState, number>
  apart: Apart
  /** 没有逐人的名单，只有原台账上的人数。 */
  reported: Reported | undefined
  /** 那天的名单上有几人；定下了应到的、逐人选定的没有。 */
  listed: number | undefined
}

/** 人数：筹备中按那天的名单，召开之后按定下的应到；没有名单的照原台账。 */
function headcountOf(meeting: StoredMeeting, counts: Counts): Headcount {
  const states = [...counts.states].flatMap(([state, n]) => Array<AttendanceState>(n).fill(state))
  if (counts.reported) {
    const { observers, ...rest } = headcount(states, counts.reported.expected, counts.apart)
    return { ...rest, ...counts.reported, unmarked: 0, observers: observers + counts.reported.observers }
  }
  const marked = states.filter((state) => state !== 'observer').length
  return headcount(states, meeting.expectedCount ?? counts.listed ?? marked, counts.apart)
}

/** 还没定下应到、也没有原台账人数的会议，预定的名单上各有几人。 */
async function listedIn(
  db: Reader,
  meetings: readonly StoredMeeting[],
  reported: ReadonlyMap<number, Reported>,
): Promise<Map<number, number>> {
  const open = meetings.filter(({ id, expectedCount }) => expectedCount === null && !reported.has(id))
  return new Map([...(await expectedAt(db, open))].map(([id, people]) => [id, people.size]))
}

const rowOf = (meeting: StoredMeeting, counts: Counts, kinds: readonly MeetingKind[]): MeetingRow => {
  const count = headcountOf(meeting, counts)
  const { codes, expectedCount: _, groupId: _group, ...row } = meeting
  const list = codes.split(',')
  const recordedDay = meeting.recordedAt ? localDay(new Date(meeting.recordedAt)) : null
  return {
    ...row,
    ...count,
    nameless: counts.reported !== undefined,
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
  const reported = await reportedOf(db, { meetingId: meeting.id })
  const listed = await listedIn(db, [meeting], reported)
  return rowOf(meeting, { states, apart, reported: reported.get(meeting.id), listed: listed.get(meeting.id) }, kinds)
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
  const listed = await listedIn(db, meetings, reported)
  return meetings.map((meeting) =>
    rowOf(
      meeting,
      {
        states: counts.get(meeting.id) ?? new Map(),
        apart: apart.get(meeting.id) ?? nobodyApart,
        reported: reported.get(meeting.id),
        listed: listed.get(meeting.id),
      },
      kinds,
    ),
  )
}
