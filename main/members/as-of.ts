import { type RawBuilder, sql } from 'kysely'

type DatedTable = 'member_branch' | 'member_group' | 'member_category' | 'member_standing'

/** 某名党员在某天的那一条：起始不晚于那天的最后一条；起始不详的算最早。 */
export const rowAsOf = (table: DatedTable, memberId: RawBuilder<number>, day: string) =>
  sql<number>`(select id from ${sql.table(table)} where member_id = ${memberId} and coalesce(from_day, '') <= ${day} order by coalesce(from_day, '') desc limit 1)`

/**
 * 某名党员那天编在的党小组的那一条；小组不属于他那天所在支部的不算（补记的调动早于编组，或编组早于调动），一个人不会两个支部都数。
 */
export const groupRowAsOf = (memberId: RawBuilder<number>, day: string) =>
  sql<number>`(select g.id from member_group as g join organization as o on o.id = g.organization_id
    where g.id = ${rowAsOf('member_group', memberId, day)}
      and o.parent_id = (select organization_id from member_branch where id = ${rowAsOf('member_branch', memberId, day)}))`

/** 在册：党籍正常或停止党籍（仍属本支部管理）。 */
export const inRoll = ['normal', 'suspended'] as const
