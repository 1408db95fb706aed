import { sql } from 'kysely'
import type { AttendanceState } from '../../shared/attendance/contract.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { rowAsOf } from '../members/as-of.ts'
import { withParts } from '../organizations/repository.ts'

const id = sql<number>`m.id`

/** 一些人在某天的样子，附他们在这次会议的出勤。 */
export const rowsOf = (db: Reader, meetingId: number, day: string, memberIds: readonly number[]) =>
  db
    .selectFrom('member as m')
    .leftJoin('memberCategory as c', (join) => join.on('c.id', '=', rowAsOf('member_category', id, day)))
    .leftJoin('memberGroup as g', (join) => join.on('g.id', '=', rowAsOf('member_group', id, day)))
    .leftJoin('organization as grp', 'grp.id', 'g.organizationId')
    .leftJoin('attendance as a', (join) => join.onRef('a.memberId', '=', 'm.id').on('a.meetingId', '=', meetingId))
    .select([
      'm.id as memberId',
      'm.name',
      'm.pinyin',
      'm.initials',
      'grp.name as groupName',
      'm.employer',
      'm.mobile',
      'm.floating',
      'c.category',
      'a.state',
      'a.reason',
    ])
    .where('m.id', 'in', memberIds)
    .orderBy('m.id')
    .execute()

export const marksOf = (db: Reader, meetingId: number) =>
  db.selectFrom('attendance').select(['id', 'memberId', 'state', 'reason']).where('meetingId', '=', meetingId).execute()

export const statesOf = async (db: Reader, meetingId: number) => {
  const rows = await db.selectFrom('attendance').select('state').where('meetingId', '=', meetingId).execute()
  return rows.map((row) => row.state)
}

/** 一年内各次会议各状态的人数：{ meetingId, state, n }。 */
export const countsByYear = (db: Reader, organizationId: number, year: number) =>
  db
    .selectFrom('attendance')
    .select(['meetingId', 'state'])
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('meetingId', 'in', (eb) =>
      eb
        .selectFrom('meeting')
        .select('meeting.id')
        .where(sql<boolean>`meeting.organization_id in ${withParts(organizationId)}`)
        .where('day', '>=', `${year}-01-01`)
        .where('day', '<=', `${year}-12-31`),
    )
    .groupBy(['meetingId', 'state'])
    .execute()

interface Marking {
  memberId: number
  state: AttendanceState
  reason: string
}

/** 一次写多行；每条语句的参数不超过 SQLite 的上限。 */
export async function insertMarks(db: Writer, meetingId: number, marks: readonly Marking[]): Promise<void> {
  for (let at = 0; at < marks.length; at += 1000)
    await db
      .insertInto('attendance')
      .values(marks.slice(at, at + 1000).map((mark) => ({ uid: newUid(), meetingId, ...mark })))
      .execute()
}

export const updateMark = (db: Writer, markId: number, mark: { state: AttendanceState; reason: string }) =>
  db.updateTable('attendance').set(mark).where('id', '=', markId).execute()

export const removeMarks = async (db: Writer, markIds: readonly number[]): Promise<void> => {
  if (markIds.length > 0) await db.deleteFrom('attendance').where('id', 'in', markIds).execute()
}

export const removeAll = (db: Writer, meetingId: number) => db.deleteFrom('attendance').where('meetingId', '=', meetingId).execute()
