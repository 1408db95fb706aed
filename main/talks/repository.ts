import { sql } from 'kysely'
import type { Talk } from '../../shared/talks/contract.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { withParts } from '../organizations/repository.ts'

const rows = (db: Reader) =>
  db
    .selectFrom('talk')
    .innerJoin('organization', 'organization.id', 'talk.organizationId')
    .leftJoin('member as one', 'one.id', 'talk.talkerId')
    .innerJoin('member as other', 'other.id', 'talk.talkedId')
    .select([
      'talk.id',
      'talk.organizationId',
      'talkerId',
      'talkedId',
      'talk.kind',
      'day',
      'summary',
      'agreed',
      'followUp',
      'organization.name as organizationName',
      'other.name as talkedName',
    ])
    .select(sql<string>`coalesce(one.name, talk.talker)`.as('talker'))

export const listBetween = (db: Reader, organizationId: number, fromDay: string, toDay: string) =>
  rows(db)
    .where(sql<boolean>`talk.organization_id in ${withParts(organizationId)}`)
    .where('day', '>=', fromDay)
    .where('day', '<=', toDay)
    .orderBy('day')
    .orderBy('talk.id')
    .execute()

export const listByYear = (db: Reader, organizationId: number, year: number) =>
  listBetween(db, organizationId, `${year}-01-01`, `${year}-12-31`)

/** 一年里的全部谈话，不论记在哪个组织。 */
export const allInYear = (db: Reader, year: number) =>
  rows(db).where('day', '>=', `${year}-01-01`).where('day', '<=', `${year}-12-31`).orderBy('day').orderBy('talk.id').execute()

/** 一个人谈过的，找人谈的、被谈的都在内。 */
export const ofMember = (db: Reader, memberId: number) =>
  rows(db)
    .where((eb) => eb.or([eb('talkerId', '=', memberId), eb('talkedId', '=', memberId)]))
    .orderBy('day')
    .orderBy('talk.id')
    .execute()

export const find = (db: Reader, id: number) => rows(db).where('talk.id', '=', id).executeTakeFirst()

/** 名册上的谈话人只记 id，姓名从名册取。 */
const columnsOf = (talk: Talk) => ({ ...talk, talker: talk.talkerId === null ? talk.talker : '' })

export const insert = async (db: Writer, talk: Talk): Promise<number> =>
  (
    await db
      .insertInto('talk')
      .values({ uid: newUid(), ...columnsOf(talk) })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const update = (db: Writer, id: number, talk: Talk) => db.updateTable('talk').set(columnsOf(talk)).where('id', '=', id).execute()

export const remove = (db: Writer, id: number) => db.deleteFrom('talk').where('id', '=', id).execute()
