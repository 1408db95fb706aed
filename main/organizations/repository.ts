import { type Selectable, sql } from 'kysely'
import type { OrganizationKind, PostTitle } from '../../shared/organizations/contract.ts'
import { isBranch } from '../../shared/organizations/rules.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { groupRowAsOf, inRoll, rowAsOf } from '../members/as-of.ts'
import type { OrganizationTable } from './table.ts'

const branchAsOf = (day: string) =>
  sql<number>`(select organization_id from member_branch where id = ${rowAsOf('member_branch', sql`m.id`, day)})`
const groupAsOf = (day: string) => sql<number>`(select organization_id from member_group where id = ${groupRowAsOf(sql`m.id`, day)})`

/** 全部组织，附那天在册的人数（小组按编组人数）；全部党员只数一遍。 */
export const tree = async (db: Reader, day: string) => {
  const { rows } = await sql<Selectable<OrganizationTable> & { memberCount: number }>`
    with seated(branch, grp) as materialized (
      select ${branchAsOf(day)}, ${groupAsOf(day)} from member as m
      where (select standing from member_standing where id = ${rowAsOf('member_standing', sql`m.id`, day)}) in (${sql.join(inRoll)})),
    counted(id, n) as (select branch, count(*) from seated group by 1 union all select grp, count(*) from seated where grp is not null group by 1)
    select o.id, o.parent_id, o.kind, o.name, o.founded_on, o.dissolved_on, o.term_until, o.term_notice_days, o.units, coalesce((select n from counted where counted.id = o.id), 0) as member_count
    from organization as o order by o.id`.execute(db as never)
  return rows
}

export const find = (db: Reader, id: number) => db.selectFrom('organization').selectAll().where('id', '=', id).executeTakeFirst()

/** 现存的全部组织，只有找地方要看的几列。 */
export const standingPlaces = (db: Reader) =>
  db.selectFrom('organization').select(['id', 'parentId', 'kind', 'name']).where('dissolvedOn', 'is', null).orderBy('id').execute()

/** 本组织与其全部下级的 id。 */
export const withParts = (root: number) => sql<number>`(
  with recursive part(id) as (select ${root} union select o.id from organization as o join part on o.parent_id = part.id) select id from part)`

export const standingParts = (db: Reader, id: number) =>
  db.selectFrom('organization').selectAll().where('parentId', '=', id).where('dissolvedOn', 'is', null).execute()

interface Fresh {
  parentId: number | null
  kind: OrganizationKind
  name: string
  foundedOn: string | null
  termUntil?: string | null | undefined
  termNoticeDays?: number | null | undefined
  units?: number | null | undefined
}

export const insert = async (db: Writer, organization: Fresh): Promise<number> =>
  (
    await db
      .insertInto('organization')
      .values({ uid: newUid(), dissolvedOn: null, ...organization } as never)
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const update = (db: Writer, id: number, changes: Partial<Omit<Fresh, 'parentId'>> & { dissolvedOn?: string }) =>
  db
    .updateTable('organization')
    .set(changes as never)
    .where('id', '=', id)
    .execute()

export const posts = (db: Reader, organizationId: number) =>
  db
    .selectFrom('post')
    .innerJoin('member', 'member.id', 'post.memberId')
    .select(['post.id', 'post.organizationId', 'post.memberId', 'member.name as memberName', 'post.title', 'post.fromDay', 'post.untilDay'])
    .where('post.organizationId', '=', organizationId)
    .orderBy(sql`post.until_day is not null`)
    .orderBy('post.fromDay', 'desc')
    .execute()

export const findPost = (db: Reader, id: number) =>
  db
    .selectFrom('post')
    .innerJoin('member', 'member.id', 'post.memberId')
    .select(['post.id', 'post.fromDay', 'post.title', 'member.name as memberName'])
    .where('post.id', '=', id)
    .executeTakeFirst()

export const insertPost = async (
  db: Writer,
  post: { organizationId: number; memberId: number; title: PostTitle; fromDay: string },
): Promise<number> =>
  (
    await db
      .insertInto('post')
      .values({ uid: newUid(), untilDay: null, ...post })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const endPost = (db: Writer, id: number, untilDay: string) => db.updateTable('post').set({ untilDay }).where('id', '=', id).execute()

/** 本组织与下级里还在的支部。 */
export const standingBranches = async (db: Reader, id: number) =>
  (
    await db
      .selectFrom('organization')
      .selectAll()
      .where('dissolvedOn', 'is', null)
      .where(sql<boolean>`id in ${withParts(id)}`)
      .orderBy('id')
      .execute()
  ).filter(({ kind }) => isBranch(kind))

/** 那天在任、党籍正常的支部委员；党小组组长不算，去世、转出、停止党籍而还没有免去职务的也不算。 */
export const onCommittee = (day: string) => sql<boolean>`(post.title <> 'groupLeader' and post.from_day <= ${day}
  and (post.until_day is null or post.until_day > ${day})
  and (select standing from member_standing where id = ${rowAsOf('member_standing', sql`post.member_id`, day)}) = 'normal')`

/** 那天在任的支部委员（含下级支部的；党小组组长、总支与党委的委员不算，在哪一级看都一样）。 */
export const committeeMembers = async (db: Reader, organizationId: number, day: string): Promise<number[]> => {
  const rows = await db
    .selectFrom('post')
    .innerJoin('organization', 'organization.id', 'post.organizationId')
    .select('memberId')
    .distinct()
    .where(sql<boolean>`organization.id in ${withParts(organizationId)}`)
    .where('organization.kind', 'not in', ['committee', 'generalBranch'])
    .where(onCommittee(day))
    .execute()
  return rows.map(({ memberId }) => memberId)
}

/** 那天在任的支部委员人数（含下级；党小组组长不算）。 */
export const committeeSize = async (db: Reader, organizationId: number, day: string): Promise<number> =>
  (await committeeMembers(db, organizationId, day)).length

const standingOn = (day: string) => sql<boolean>`(coalesce(founded_on, '') <= ${day} and (dissolved_on is null or dissolved_on > ${day}))`

/** 那天划分了党小组没有（含下级支部的）。 */
export const hasGroups = async (db: Reader, organizationId: number, day: string): Promise<boolean> =>
  (await db
    .selectFrom('organization')
    .select('id')
    .where('kind', '=', 'group')
    .where(standingOn(day))
    .where(sql<boolean>`id in ${withParts(organizationId)}`)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** 各支部那天在任的支部委员人数（党小组里的算支部的；党小组组长不算）；一个也没有的不在内。 */
export async function committeeSizes(db: Reader, day: string): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('post')
    .innerJoin('organization', 'organization.id', 'post.organizationId')
    .select([branchOf.as('branch'), (eb) => eb.fn.count<number>('memberId').distinct().as('people')])
    .where(onCommittee(day))
    .groupBy('branch')
    .execute()
  return new Map(rows.map(({ branch, people }) => [branch, people]))
}

const branchOf = sql<number>`case organization.kind when 'group' then organization.parent_id else organization.id end`

/** 那天划分了党小组的支部。 */
export async function branchesWithGroups(db: Reader, day: string): Promise<Set<number>> {
  const groups = await db.selectFrom('organization').select('parentId').where('kind', '=', 'group').where(standingOn(day)).execute()
  return new Set(groups.flatMap(({ parentId }) => (parentId === null ? [] : [parentId])))
}
