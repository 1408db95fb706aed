import { sql } from 'kysely'
import type { MeetingKind } from '../../shared/meetings/contract.ts'
import { type Reported, reportedOf } from '../attendance/reported.ts'
import type { Reader } from '../core/services.ts'
import type { Place } from '../imports/place.ts'
import { standingPlaces } from '../organizations/repository.ts'
import { allKinds } from './kinds.ts'
import * as meetings from './repository.ts'

/** 已有的一次会议，导入对照要看的。 */
export interface KnownMeeting extends meetings.StoredMeeting {
  kinds: string[]
  /** 只有人数、没有名单时，原台账的人数。 */
  reported: Reported | null
  /** 逐人登记了的人数；一个也没有登记为空。 */
  marked: { expected: number; present: number } | null
  speeches: string[]
  decisions: string[]
}

/** 对照用的底：现存的组织、会议类型、没有作废的会议。 */
export interface KnownMeetings {
  organizations: Place[]
  kinds: MeetingKind[]
  meetings: KnownMeeting[]
}

const textsIn = async (db: Reader, table: 'speech' | 'decision') =>
  Map.groupBy(await db.selectFrom(table).select(['meetingId', 'text']).orderBy('ordinal').execute(), ({ meetingId }) => meetingId)

const marksIn = async (db: Reader) =>
  new Map(
    (
      await db
        .selectFrom('attendance')
        .select('meetingId')
        .select(sql<number>`count(*)`.as('expected'))
        .select(sql<number>`count(*) filter (where state in ('present', 'late', 'online'))`.as('present'))
        .where('state', '<>', 'observer')
        .groupBy('meetingId')
        .execute()
    ).map(({ meetingId, ...counts }) => [meetingId, counts]),
  )

export async function knownMeetings(db: Reader): Promise<KnownMeetings> {
  const [speeches, decisions, marks, reported] = [
    await textsIn(db, 'speech'),
    await textsIn(db, 'decision'),
    await marksIn(db),
    await reportedOf(db, 'all'),
  ]
  return {
    organizations: await standingPlaces(db),
    kinds: await allKinds(db),
    meetings: (await meetings.standing(db)).map((meeting) => ({
      ...meeting,
      kinds: meeting.codes.split(','),
      reported: reported.get(meeting.id) ?? null,
      marked: marks.get(meeting.id) ?? null,
      speeches: (speeches.get(meeting.id) ?? []).map(({ text }) => text),
      decisions: (decisions.get(meeting.id) ?? []).map(({ text }) => text),
    })),
  }
}
