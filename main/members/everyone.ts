import { sql } from 'kysely'
import type { CustomCells } from '../../shared/fields/contract.ts'
import type { Category, MemberFacts, Standing } from '../../shared/members/contract.ts'
import type { Reader } from '../core/services.ts'
import * as fields from '../fields/repository.ts'
import { groupRowAsOf, rowAsOf } from './as-of.ts'

/** 判断“名册里是不是已有此人”要看的：一名党员今天的样子。 */
export interface KnownPerson extends MemberFacts {
  id: number
  organizationId: number | null
  branchName: string | null
  groupName: string | null
  category: Category | null
  standing: Standing | null
  /** 填了的自设字段，照名册行上的样子。 */
  custom: CustomCells
}

const memberId = sql<number>`m.id`

/** 全部党员（已转出、已不在任何支部的也在内）在某天的样子，一次查完。 */
export async function everyone(db: Reader, day: string): Promise<KnownPerson[]> {
  const rows = await db
    .selectFrom('member as m')
    .leftJoin('memberBranch as b', (join) => join.on('b.id', '=', rowAsOf('member_branch', memberId, day)))
    .leftJoin('organization as branch', 'branch.id', 'b.organizationId')
    .leftJoin('memberGroup as g', (join) => join.on('g.id', '=', groupRowAsOf(memberId, day)))
    .leftJoin('organization as grp', 'grp.id', 'g.organizationId')
    .leftJoin('memberCategory as c', (join) => join.on('c.id', '=', rowAsOf('member_category', memberId, day)))
    .leftJoin('memberStanding as s', (join) => join.on('s.id', '=', rowAsOf('member_standing', memberId, day)))
    .selectAll('m')
    .select(['b.organizationId', 'branch.name as branchName', 'grp.name as groupName', 'c.category', 's.standing'])
    .orderBy('m.id')
    .execute()
  const cells = await fields.cellsOf(db)
  return rows.map(({ uid: _, pinyin: _pinyin, initials: _initials, ...row }) => ({
    ...row,
    custom: cells.get(row.id) ?? {},
    outOfContact: row.outOfContact === 1,
    floating: row.floating === 1,
  }))
}
