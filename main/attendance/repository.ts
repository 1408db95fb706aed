import { sql } from 'kysely'
import type { AttendanceState } from '../../shared/attendance/contract.ts'
import { type Apart, nobodyApart } from '../../shared/meetings/rules.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { groupRowAsOf, rowAsOf } from '../members/as-of.ts'
import { withParts } from '../organizations/repository.ts'

const id = sql<number>`m.id`

/** 一些人在某天的样子，附他们在这次会议的出勤。 */
export const rowsOf = (db: Reader, meetingId: number, day: string, memberIds: readonly number[]) =>
  db
    .selectFrom('member as m')
    .leftJoin('memberCategory as c', (join) => join.on('c.id', '=', rowAsOf('member_category', id, day)))
    .leftJoin('memberStanding as s', (join) => join.on('s.id', '=', rowAsOf('member_standing', id, day)))
    .leftJoin('memberGroup as g', (join) => join.on('g.id', '=', groupRowAsOf(id, day)))
    .leftJoin('organization as grp', 'grp.id', 'g.organizationId')
    .leftJoin('attendance as a', (join) => join.onRef('a.memberId', '=', 'm.id').on('a.meetingId', '=', meetingId))
    .select([
      'm.id as memberId',
      'm.name',
      'm.birthDay',
      'm.pinyin',
      'm.initials',
      'grp.name as groupName',
      'm.employer',
      'm.mobile',
      'm.floating',
      'm.floatingTo',
      'c.category',
      's.standing',
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

const ofYear = (organizationId: number, year: number) =>
  sql<boolean>`meeting_id in (select id from meeting where organization_id in ${withParts(organizationId)}
    and day between ${`${year}-01-01`} and ${`${year}-12-31`})`

const counts = (db: Reader) =>
  db
    .selectFrom('attendance')
    .select(['meetingId', 'state'])
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .groupBy(['meetingId', 'state'])

/** 一年内各次会议各状态的人数：{ meetingId, state, n }。 */
export const countsByYear = (db: Reader, organizationId: number, year: number) => counts(db).where(ofYear(organizationId, year)).execute()

/** 同上，只数这几次会议。 */
export const countsOf = (db: Reader, meetingIds: readonly number[]) =>
  counts(db)
    .where(sql<boolean>`meeting_id in (select value from json_each(${JSON.stringify(meetingIds)}))`)
    .execute()

/** 应到之外的人：一次会议的，或一年里各次会议的。 */
export async function apartOf(
  db: Reader,
  where: { meetingId: number } | { organizationId: number; year: number },
): Promise<Map<number, Apart>> {
  const which = 'meetingId' in where ? sql<boolean>`meeting_id = ${where.meetingId}` : ofYear(where.organizationId, where.year)
  const count = sql<number>`count(*)`.as('n')
  const excluded = await db.selectFrom('exclusion').select(['meetingId', count]).where(which).groupBy('meetingId').execute()
  const guests = await db.selectFrom('guest').select(['meetingId', 'kind', count]).where(which).groupBy(['meetingId', 'kind']).execute()
  const apart = new Map<number, Apart>()
  const add = (meetingId: number, part: Partial<Apart>) => apart.set(meetingId, { ...nobodyApart, ...apart.get(meetingId), ...part })
  for (const { meetingId, n } of excluded) add(meetingId, { excluded: n })
  for (const { meetingId, kind, n } of guests) add(meetingId, kind === 'guest' ? { guests: n } : { superiors: n })
  return apart
}

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
