import { sql } from 'kysely'
import type { Item } from '../../shared/rectification/contract.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { withParts } from '../organizations/repository.ts'

const rows = (db: Reader) =>
  db
    .selectFrom('rectificationItem as item')
    .innerJoin('organization', 'organization.id', 'item.organizationId')
    .leftJoin('meeting', 'meeting.id', 'item.meetingId')
    .select([
      'item.id',
      'item.organizationId',
      'item.meetingId',
      'raisedOn',
      'problem',
      'measure',
      'responsible',
      'due',
      'outcome',
      'doneOn',
      'organization.name as organizationName',
    ])
    .select(sql<string>`coalesce(meeting.topic, '')`.as('meetingTopic'))

const inside = (organizationId: number) => sql<boolean>`item.organization_id in ${withParts(organizationId)}`

/** 年末之前提出、年初之后才完成或还没完成的。 */
export const listByYear = (db: Reader, organizationId: number, year: number) =>
  rows(db)
    .where(inside(organizationId))
    .where('raisedOn', '<=', `${year}-12-31`)
    .where(sql<boolean>`(done_on is null or done_on >= ${`${year}-01-01`})`)
    .orderBy('raisedOn')
    .orderBy('item.id')
    .execute()

export const open = (db: Reader, organizationId: number) =>
  rows(db).where(inside(organizationId)).where('doneOn', 'is', null).orderBy(sql`coalesce(due, '9999')`).orderBy('item.id').execute()

export const ofMeeting = (db: Reader, meetingId: number) => rows(db).where('item.meetingId', '=', meetingId).orderBy('item.id').execute()

export const find = (db: Reader, id: number) => rows(db).where('item.id', '=', id).executeTakeFirst()

export const insert = async (db: Writer, item: Item): Promise<number> =>
  (
    await db
      .insertInto('rectificationItem')
      .values({ uid: newUid(), ...item })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const update = (db: Writer, id: number, changes: Partial<Item>) =>
  db.updateTable('rectificationItem').set(changes).where('id', '=', id).execute()

export const remove = (db: Writer, id: number) => db.deleteFrom('rectificationItem').where('id', '=', id).execute()

/** 提出它的会议要删除了：整改留着，不再指着那次会议。 */
export const detach = (db: Writer, meetingId: number) =>
  db.updateTable('rectificationItem').set({ meetingId: null }).where('meetingId', '=', meetingId).execute()
