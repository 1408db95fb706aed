import { sql } from 'kysely'
import type { Reader } from '../core/services.ts'

/** 一张表里指着党员的一列。 */
export interface Reference {
  table: string
  column: string
}

type Row = Record<string, string | number | null> & { id: number }

/** 从数据库自己的约定里找出每一处指着党员的列；以后的新表也漏不掉。 */
export async function referencesToMember(db: Reader): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select t.name as "table", f."from" as "column" from pragma_table_list as t join pragma_foreign_key_list(t.name) as f
    where t.schema = 'main' and t.type = 'table' and f."table" = 'member' order by t.name, f."from"`.execute(db as never)
  return rows
}

/** 指着这名党员的行，列名照数据库里的。 */
export const rowsPointing = async (db: Reader, { table, column }: Reference, memberId: number): Promise<Row[]> =>
  (
    await sql<Row>`select * from ${sql.table(table)} where ${sql.ref(column)} = ${memberId} order by id`.execute(
      (db as unknown as { withoutPlugins(): never }).withoutPlugins(),
    )
  ).rows

/** 唯一的约定里与这一列同组的别的列；每个约定一组。带表达式的不算。 */
export async function uniqueWith(db: Reader, { table, column }: Reference): Promise<string[][]> {
  const { rows } = await sql<{ index: string; name: string | null }>`
    select l.name as "index", i.name as "name" from pragma_index_list(${table}) as l join pragma_index_info(l.name) as i
    where l."unique" = 1 order by l.name, i.seqno`.execute(db as never)
  return [...Map.groupBy(rows, (row) => row.index).values()]
    .map((parts) => parts.map(({ name }) => name))
    .flatMap((names) => (names.every((name) => name !== null) && names.includes(column) ? [names.filter((name) => name !== column)] : []))
}
