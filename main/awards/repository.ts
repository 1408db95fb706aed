import { sql } from 'kysely'
import type { AwardFacts } from '../../shared/awards/contract.ts'
import type { Day } from '../../shared/kit/values.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { rowAsOf } from '../members/as-of.ts'
import { withParts } from '../organizations/repository.ts'

const rows = (db: Reader, day: Day) =>
  db
    .selectFrom('award as a')
    .innerJoin('member as m', 'm.id', 'a.memberId')
    .leftJoin('memberBranch as b', (join) => join.on('b.id', '=', rowAsOf('member_branch', sql<number>`m.id`, day)))
    .leftJoin('organization as o', 'o.id', 'b.organizationId')
    .select(['a.id', 'a.memberId', 'a.kind', 'a.name', 'a.penalty', 'a.level', 'a.authority', 'a.day', 'a.documentNumber'])
    .select(['a.fromDay', 'a.untilDay', 'm.name as memberName'])
    .select(sql<string>`coalesce(o.name, '')`.as('branchName'))
    .orderBy('a.day')
    .orderBy('a.id')

/** 本组织（含下级）党员在这一年里的奖惩；支部按 day 那天算。 */
export const inYear = (db: Reader, organizationId: number, year: number, day: Day) =>
  rows(db, day)
    .where(sql<boolean>`b.organization_id in ${withParts(organizationId)}`)
    .where(sql<boolean>`substr(a.day, 1, 4) = ${String(year)}`)
    .execute()

export const ofMember = (db: Reader, memberId: number, day: Day) => rows(db, day).where('a.memberId', '=', memberId).execute()

export const find = (db: Reader, id: number) =>
  db
    .selectFrom('award as a')
    .innerJoin('member as m', 'm.id', 'a.memberId')
    .select(['a.id', 'a.name', 'm.name as memberName'])
    .where('a.id', '=', id)
    .executeTakeFirst()

/**
 * 那天在留党察看期内、没有表决权和选举权的党员（起日起，止日前）。
 * 来源：党章第四十一条；选举工作条例第五条。
 * @example await membersWithoutVote(db, '2026-06-15') //=> [12]
 */
export const membersWithoutVote = async (db: Reader, day: Day): Promise<number[]> =>
  (
    await db
      .selectFrom('award')
      .select('memberId')
      .distinct()
      .where('penalty', '=', 'onProbation')
      .where('fromDay', '<=', day)
      .where('untilDay', '>', day)
      .orderBy('memberId')
      .execute()
  ).map(({ memberId }) => memberId)

export const insert = async (db: Writer, memberId: number, facts: AwardFacts): Promise<number> =>
  (
    await db
      .insertInto('award')
      .values({ uid: newUid(), memberId, ...facts })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const update = (db: Writer, id: number, facts: AwardFacts) => db.updateTable('award').set(facts).where('id', '=', id).execute()

export const remove = (db: Writer, id: number) => db.deleteFrom('award').where('id', '=', id).execute()
