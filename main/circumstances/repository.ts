import { sql } from 'kysely'
import type { CircumstanceFacts } from '../../shared/circumstances/contract.ts'
import { endOfYear } from '../../shared/kit/calendar.ts'
import type { Day } from '../../shared/kit/values.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { inRoll, rowAsOf } from '../members/as-of.ts'
import { withParts } from '../organizations/repository.ts'

const facts = ['c.kind', 'c.fromDay', 'c.untilDay', 'c.reason', 'c.approval', 'c.cause', 'c.search', 'c.opinion'] as const

export const ofMember = (db: Reader, memberId: number) =>
  db
    .selectFrom('circumstance as c')
    .select(['c.id', 'c.memberId', ...facts])
    .where('c.memberId', '=', memberId)
    .orderBy('c.fromDay')
    .orderBy('c.id')
    .execute()

export const find = (db: Reader, id: number) =>
  db
    .selectFrom('circumstance as c')
    .innerJoin('member as m', 'm.id', 'c.memberId')
    .select(['c.id', 'c.memberId', 'c.kind', 'm.name as memberName'])
    .where('c.id', '=', id)
    .executeTakeFirst()

/** 那天在册、在这些支部里的党员。 */
const people = (db: Reader, organizationId: number, day: Day) =>
  db
    .selectFrom('member as m')
    .innerJoin('memberBranch as b', (join) => join.on('b.id', '=', rowAsOf('member_branch', sql<number>`m.id`, day)))
    .innerJoin('organization as o', 'o.id', 'b.organizationId')
    .innerJoin('memberStanding as s', (join) => join.on('s.id', '=', rowAsOf('member_standing', sql<number>`m.id`, day)))
    .select(['m.id as memberId', 'm.name as memberName', 'o.name as branchName', 'm.gender', 'm.idNumber'])
    .where('s.standing', 'in', inRoll)
    .where(sql<boolean>`b.organization_id in ${withParts(organizationId)}`)
    .orderBy('m.id')

/** 这一年里（哪怕一天）处于困难的。 */
export const hardshipIn = (db: Reader, organizationId: number, year: number, day: Day) =>
  people(db, organizationId, day)
    .innerJoin('circumstance as c', 'c.memberId', 'm.id')
    .select(['c.id', 'm.birthDay', 'm.mobile', 'c.reason', 'c.approval', 'c.fromDay', 'c.untilDay'])
    .where('c.kind', '=', 'hardship')
    .where(sql<boolean>`coalesce(c.from_day, '') <= ${endOfYear(year)}`)
    .where(sql<boolean>`(c.until_day is null or c.until_day > ${`${year}-01-01`})`)
    .execute()

/** 那天失联的，附那一段的情形、查找经过、处理意见：名册上标着、那天之前就起了的，与那天还没有止的一段。 */
export const lostIn = (db: Reader, organizationId: number, day: Day) =>
  people(db, organizationId, day)
    .leftJoin('circumstance as c', (join) =>
      join.on(
        'c.id',
        '=',
        sql<number>`(select id from circumstance where member_id = m.id and kind = 'outOfContact' and from_day <= ${day}
          and (until_day > ${day} or until_day is null and m.out_of_contact = 1) order by from_day desc, id desc limit 1)`,
      ),
    )
    .select(['m.joinedOn', 'c.cause'])
    .select(sql<string | null>`coalesce(c.from_day, m.out_of_contact_since)`.as('since'))
    .select([sql<string>`coalesce(c.search, '')`.as('search'), sql<string>`coalesce(c.opinion, '')`.as('opinion')])
    .where(sql<boolean>`(c.id is not null or m.out_of_contact = 1 and coalesce(m.out_of_contact_since, '') <= ${day})`)
    .execute()

/**
 * 那天行动不便的党员（会议记录的“流动党员和行动不便党员数”由它与流动党员合成）。
 * @example await limitedMobilityOn(db, '2026-06-15') //=> [3, 8]
 */
export const limitedMobilityOn = async (db: Reader, day: Day): Promise<number[]> =>
  (
    await db
      .selectFrom('circumstance')
      .select('memberId')
      .distinct()
      .where('kind', '=', 'limitedMobility')
      .where(sql<boolean>`coalesce(from_day, '') <= ${day}`)
      .where(sql<boolean>`(until_day is null or until_day > ${day})`)
      .orderBy('memberId')
      .execute()
  ).map(({ memberId }) => memberId)

export const insert = async (db: Writer, memberId: number, given: CircumstanceFacts): Promise<number> =>
  (
    await db
      .insertInto('circumstance')
      .values({ uid: newUid(), memberId, ...given })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const update = (db: Writer, id: number, given: CircumstanceFacts) =>
  db.updateTable('circumstance').set(given).where('id', '=', id).execute()

export const remove = (db: Writer, id: number) => db.deleteFrom('circumstance').where('id', '=', id).execute()
