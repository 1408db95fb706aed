import { sql } from 'kysely'
import type { Headcount } from '../../shared/meetings/contract.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { withParts } from '../organizations/repository.ts'

/** 原台账上的人数：只有数，没有逐人的名单。应到 = 实到 + 请假 + 缺席。 */
export type Reported = Pick<Headcount, 'expected' | 'present' | 'onLeave' | 'absent' | 'observers'>

/** 只有人数的会议：一次会议的，一年里各次的，或整个台账的。 */
export async function reportedOf(
  db: Reader,
  where: { meetingId: number } | { organizationId: number; year: number } | 'all',
): Promise<Map<number, Reported>> {
  const which =
    where === 'all'
      ? sql<boolean>`true`
      : 'meetingId' in where
        ? sql<boolean>`meeting_id = ${where.meetingId}`
        : sql<boolean>`meeting_id in (select id from meeting where organization_id in ${withParts(where.organizationId)}
          and day between ${`${where.year}-01-01`} and ${`${where.year}-12-31`})`
  const rows = await db
    .selectFrom('reportedHeadcount')
    .select(['meetingId', 'expected', 'present', 'onLeave', 'absent', 'observers'])
    .where(which)
    .execute()
  return new Map(rows.map(({ meetingId, ...counts }) => [meetingId, counts]))
}

export const insertReported = (db: Writer, meetingId: number, counts: Reported) =>
  db
    .insertInto('reportedHeadcount')
    .values({ uid: newUid(), meetingId, ...counts })
    .execute()

/** 退回筹备、补上名单时去掉。 */
export const removeReported = (db: Writer, meetingId: number) =>
  db.deleteFrom('reportedHeadcount').where('meetingId', '=', meetingId).execute()
