import { type RawBuilder, sql } from 'kysely'

type DatedTable = 'member_branch' | 'member_group' | 'member_category' | 'member_standing'

/** 某名党员在某天的那一条：起始不晚于那天的最后一条；起始不详的算最早。 */
export const rowAsOf = (table: DatedTable, memberId: RawBuilder<number>, day: string) =>
  sql<number>`(select id from ${sql.table(table)} where member_id = ${memberId} and coalesce(from_day, '') <= ${day} order by coalesce(from_day, '') desc limit 1)`

/** 在册：党籍正常或停止党籍（仍属本支部管理）。 */
export const inRoll = ['normal', 'suspended'] as const
