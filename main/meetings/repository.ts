import { sql } from 'kysely'
import type { MeetingStatus, Plan } from '../../shared/meetings/contract.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { withParts } from '../organizations/repository.ts'

const kindCodes = sql<string>`(select group_concat(code) from (select code from meeting_kind where meeting_id = meeting.id order by ordinal))`

const rows = (db: Reader) =>
  db
    .selectFrom('meeting')
    .innerJoin('organization', 'organization.id', 'meeting.organizationId')
    .leftJoin('organization as grp', 'grp.id', 'meeting.groupId')
    .select([
      'meeting.id',
      'topic',
      'meeting.organizationId',
      'organization.name as organizationName',
      'meeting.groupId',
      'grp.name as groupName',
      'day',
      'startsAt',
      'endsAt',
      'place',
      'host',
      'recorder',
      'status',
      'recordedAt',
      'expectedCount',
    ])
    .leftJoin('meetingVoiding', 'meetingVoiding.meetingId', 'meeting.id')
    .select(kindCodes.as('codes'))
    .select('meetingVoiding.reason as voidedReason')

export type StoredMeeting = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

export const find = (db: Reader, id: number) => rows(db).where('meeting.id', '=', id).executeTakeFirst()

const inYear = (organizationId: number, year: number) =>
  sql<boolean>`meeting.organization_id in ${withParts(organizationId)} and meeting.day between ${`${year}-01-01`} and ${`${year}-12-31`}`

const byDay = (db: Reader) => rows(db).orderBy('day').orderBy(sql`coalesce(starts_at, '')`).orderBy('meeting.id')

/** 一年内本组织（含下级）的会议，按日期、时间。 */
export const listByYear = (db: Reader, organizationId: number, year: number) => byDay(db).where(inYear(organizationId, year)).execute()

/** 同上，还没有归档的；上年十二月没有归档的也在，过了年仍要办。 */
export const unarchived = (db: Reader, organizationId: number, year: number) =>
  byDay(db)
    .where(sql<boolean>`meeting.organization_id in ${withParts(organizationId)}`)
    .where('day', '>=', `${year - 1}-12-01`)
    .where('day', '<=', `${year}-12-31`)
    .where('status', '<>', 'archived')
    .execute()

/** 一年内归档了几次。 */
export const archivedIn = async (db: Reader, organizationId: number, year: number): Promise<number> => {
  const { n } = await db
    .selectFrom('meeting')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where(inYear(organizationId, year))
    .where('status', '=', 'archived')
    .executeTakeFirstOrThrow()
  return n
}

/** 一年内没有作废的会议，只取数次数要的几项；一次会议的各类连成一串。 */
export const told = (db: Reader, organizationId: number, year: number) =>
  db
    .selectFrom('meeting')
    .leftJoin('meetingVoiding', 'meetingVoiding.meetingId', 'meeting.id')
    .select(['meeting.id', 'meeting.organizationId', 'day', 'status', kindCodes.as('codes')])
    .where(inYear(organizationId, year))
    .where('meetingVoiding.id', 'is', null)
    .orderBy('day')
    .orderBy('meeting.id')
    .execute()
export type Told = Awaited<ReturnType<typeof told>>[number]

/** 一个月里没有作废的会议。 */
export const inMonth = (db: Reader, organizationId: number, month: string) =>
  db
    .selectFrom('meeting')
    .leftJoin('meetingVoiding', 'meetingVoiding.meetingId', 'meeting.id')
    .select(['meeting.id', 'day', 'topic'])
    .where(sql<boolean>`meeting.organization_id in ${withParts(organizationId)}`)
    .where('meetingVoiding.id', 'is', null)
    .where('day', '>=', `${month}-01`)
    .where('day', '<=', `${month}-31`)
    .orderBy('day')
    .orderBy('meeting.id')
    .execute()

/** 整个台账里没有作废的会议。 */
export const standing = (db: Reader) => rows(db).where('meetingVoiding.id', 'is', null).orderBy('day').orderBy('meeting.id').execute()

/** 整个台账里这几天没有作废的会议。 */
export const onDays = (db: Reader, days: readonly string[]) =>
  days.length === 0
    ? Promise.resolve([])
    : rows(db).where('day', 'in', days).where('meetingVoiding.id', 'is', null).orderBy('day').orderBy('meeting.id').execute()

export const lastOfKind = (db: Reader, organizationId: number, kind: string) =>
  rows(db)
    .where('meeting.organizationId', '=', organizationId)
    .where((eb) =>
      eb.exists(eb.selectFrom('meetingKind').select('meetingKind.id').whereRef('meetingId', '=', 'meeting.id').where('code', '=', kind)),
    )
    .where('meetingVoiding.id', 'is', null)
    .orderBy('day', 'desc')
    .orderBy('meeting.id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const corrections = (db: Reader, meetingId: number) =>
  db.selectFrom('correction').select(['at', 'actor', 'text', 'ordinal']).where('meetingId', '=', meetingId).orderBy('ordinal').execute()

const columnsOf = ({ organizationId, groupId, topic, day, startsAt, endsAt, place, host, recorder }: Plan) => ({
  organizationId,
  groupId,
  topic,
  day,
  startsAt,
  endsAt,
  place,
  host,
  recorder,
})

export const insert = async (db: Writer, plan: Plan): Promise<number> =>
  (
    await db
      .insertInto('meeting')
      .values({ uid: newUid(), recordedAt: null, expectedCount: null, ...columnsOf(plan) })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const update = (db: Writer, id: number, plan: Plan) => db.updateTable('meeting').set(columnsOf(plan)).where('id', '=', id).execute()

export const setStatus = (
  db: Writer,
  id: number,
  state: { status: MeetingStatus; recordedAt?: string | null; expectedCount?: number | null },
) => db.updateTable('meeting').set(state).where('id', '=', id).execute()

export const insertCorrection = async (db: Writer, meetingId: number, entry: { at: string; actor: string; text: string }) => {
  const ordinal = (await corrections(db, meetingId)).length + 1
  await db
    .insertInto('correction')
    .values({ uid: newUid(), meetingId, ordinal, ...entry })
    .execute()
}

export const insertVoiding = (db: Writer, meetingId: number, entry: { reason: string; at: string; actor: string }) =>
  db
    .insertInto('meetingVoiding')
    .values({ uid: newUid(), meetingId, ...entry })
    .execute()

export const removeVoiding = (db: Writer, meetingId: number) => db.deleteFrom('meetingVoiding').where('meetingId', '=', meetingId).execute()

export const remove = (db: Writer, id: number) => db.deleteFrom('meeting').where('id', '=', id).execute()

export const insertOwnKind = async (
  db: Writer,
  kind: Pick<import('./table.ts').OwnKindTable, 'name' | 'audience' | 'period' | 'times'>,
): Promise<number> =>
  (
    await db
      .insertInto('ownKind')
      .values({ uid: newUid(), ...kind })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id
