import { sql } from 'kysely'
import type { KnownPerson } from '../../shared/imports/contract.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { rowAsOf } from '../members/as-of.ts'

export const mappings = (db: Reader, ledger: string) =>
  db.selectFrom('importMapping').select(['headerPath', 'field']).where('ledger', '=', ledger).orderBy('id').execute()

/** 记住一个对应；已有的改掉，没变的不写。 */
export async function remember(db: Writer, ledger: string, headerPath: string, field: string | null): Promise<void> {
  const known = await db
    .selectFrom('importMapping')
    .select(['id', 'field'])
    .where('ledger', '=', ledger)
    .where('headerPath', '=', headerPath)
    .executeTakeFirst()
  if (!known) await db.insertInto('importMapping').values({ uid: newUid(), ledger, headerPath, field }).execute()
  else if (known.field !== field) await db.updateTable('importMapping').set({ field }).where('id', '=', known.id).execute()
}

const memberId = sql<number>`m.id`

/** 全部党员（已转出、已不在任何支部的也在内）在某天的样子，一次查完。 */
export async function everyone(db: Reader, day: string): Promise<KnownPerson[]> {
  const rows = await db
    .selectFrom('member as m')
    .leftJoin('memberBranch as b', (join) => join.on('b.id', '=', rowAsOf('member_branch', memberId, day)))
    .leftJoin('organization as branch', 'branch.id', 'b.organizationId')
    .leftJoin('memberGroup as g', (join) => join.on('g.id', '=', rowAsOf('member_group', memberId, day)))
    .leftJoin('organization as grp', 'grp.id', 'g.organizationId')
    .leftJoin('memberCategory as c', (join) => join.on('c.id', '=', rowAsOf('member_category', memberId, day)))
    .leftJoin('memberStanding as s', (join) => join.on('s.id', '=', rowAsOf('member_standing', memberId, day)))
    .selectAll('m')
    .select(['b.organizationId', 'branch.name as branchName', 'grp.name as groupName', 'c.category', 's.standing'])
    .orderBy('m.id')
    .execute()
  return rows.map(({ uid: _, pinyin: _pinyin, initials: _initials, ...row }) => ({
    ...row,
    outOfContact: row.outOfContact === 1,
    floating: row.floating === 1,
  }))
}

export const organizations = (db: Reader) =>
  db.selectFrom('organization').select(['id', 'parentId', 'kind', 'name']).where('dissolvedOn', 'is', null).orderBy('id').execute()
