import { sql } from 'kysely'
import type { Exclusion } from '../../shared/attendance/contract.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import type { StoredMeeting } from '../meetings/repository.ts'

const written = ['memberId', 'reason', 'basis', 'approvedBy', 'adoptedAt'] as const

export const exclusionsOf = (db: Reader, meetingId: number) =>
  db
    .selectFrom('exclusion')
    .select(['id', ...written])
    .where('meetingId', '=', meetingId)
    .orderBy('id')
    .execute()

/** 这几次会议各自不计入应到的人。 */
export async function excludedFrom(db: Reader, meetingIds: readonly number[]): Promise<Map<number, Set<number>>> {
  const rows = await db
    .selectFrom('exclusion')
    .select(['meetingId', 'memberId'])
    .where(sql<boolean>`meeting_id in (select value from json_each(${JSON.stringify(meetingIds)}))`)
    .execute()
  const excluded = new Map<number, Set<number>>()
  for (const { meetingId, memberId } of rows) excluded.set(meetingId, (excluded.get(meetingId) ?? new Set()).add(memberId))
  return excluded
}

export const removeExclusions = (db: Writer, meetingId: number, memberIds?: readonly number[]) => {
  const all = db.deleteFrom('exclusion').where('meetingId', '=', meetingId)
  return (memberIds ? all.where('memberId', 'in', memberIds) : all).execute()
}

/** 这个组织更早的会上，每个人最近一次是计入还是不计入；最近一次不计入的，连理由与依据给出。 */
export const formerlyExcluded = (db: Reader, { id, organizationId, day }: StoredMeeting) =>
  db
    .with('latest', (cte) =>
      cte
        .selectFrom((eb) =>
          eb
            .selectFrom('exclusion')
            .select(['memberId', 'meetingId', 'id as exclusionId'])
            .unionAll(
              eb
                .selectFrom('attendance')
                .select(['memberId', 'meetingId', sql<number | null>`null`.as('exclusionId')])
                .where('state', '<>', 'observer') as never,
            )
            .as('counted'),
        )
        .innerJoin('meeting', 'meeting.id', 'counted.meetingId')
        .select(['counted.exclusionId', 'meeting.topic', 'meeting.day'])
        .select(sql<number>`row_number() over (partition by counted.member_id order by meeting.day desc, meeting.id desc)`.as('nth'))
        .where('meeting.organizationId', '=', organizationId)
        .where('meeting.id', '<>', id)
        .where('meeting.day', '<=', day),
    )
    .selectFrom('latest')
    .innerJoin('exclusion', 'exclusion.id', 'latest.exclusionId')
    .innerJoin('member', 'member.id', 'exclusion.memberId')
    .select(['exclusion.memberId', 'reason', 'basis', 'approvedBy', 'adoptedAt', 'member.name', 'latest.topic', 'latest.day'])
    .where('nth', '=', 1)
    .orderBy('exclusion.memberId')
    .execute()

export const insertExclusion = (db: Writer, meetingId: number, exclusion: Exclusion) =>
  db
    .insertInto('exclusion')
    .values({ uid: newUid(), meetingId, ...exclusion })
    .execute()

export const updateExclusion = (db: Writer, meetingId: number, { memberId, ...grounds }: Exclusion) =>
  db.updateTable('exclusion').set(grounds).where('meetingId', '=', meetingId).where('memberId', '=', memberId).execute()

/** 理由与依据一字不差。 */
export const sameExclusion = (a: Exclusion, b: Exclusion): boolean => written.every((column) => a[column] === b[column])
