import { type Kysely, sql } from 'kysely'

/** 不进操作记录的表；法则测试按名字认它们。 */
export const unrecorded = ['operation', 'current_operation', 'change', 'file', 'draft'] as const

const image = (row: 'new' | 'old', columns: string[]) => `json_object(${columns.map((c) => `'${c}', ${row}."${c}"`).join(', ')})`

const recorder = (table: string, event: 'insert' | 'update' | 'delete', columns: string[]) => {
  const row = event === 'delete' ? 'old' : 'new'
  const before = event === 'insert' ? 'null' : image('old', columns)
  const after = event === 'delete' ? 'null' : image('new', columns)
  const changed = columns.map((c) => `old."${c}" is not new."${c}"`).join(' or ')
  return {
    name: `history_${table}_${event}`,
    text:
      `create trigger history_${table}_${event} after ${event} on ${table}${event === 'update' ? ` when ${changed}` : ''} ` +
      `begin insert into change (operation_id, table_name, row_id, before, after) ` +
      `values ((select operation_id from current_operation), '${table}', ${row}.id, ${before}, ${after}); end`,
  }
}

// biome-ignore lint/suspicious/noExplicitAny: 触发器按实际的表生成，不按今天的类型
type AnyDb = Kysely<any>

async function recordedTables(db: AnyDb): Promise<{ table: string; columns: string[] }[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select t.name as "table", c.name as "column" from pragma_table_list as t join pragma_table_info(t.name) as c
    where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite%' order by t.name, c.cid`.execute(db)
  const tables = new Map<string, string[]>()
  for (const { table, column } of rows) {
    if ((unrecorded as readonly string[]).includes(table)) continue
    tables.set(table, [...(tables.get(table) ?? []), column])
  }
  return [...tables].map(([table, columns]) => ({ table, columns }))
}

export async function dropHistoryTriggers(db: AnyDb): Promise<void> {
  const { rows } = await sql<{
    name: string
  }>`select name from sqlite_schema where type = 'trigger' and name like 'history!_%' escape '!'`.execute(db)
  for (const { name } of rows) await sql`drop trigger ${sql.ref(name)}`.execute(db)
}

/** 由表的现状生成记录触发器；文字没变的不动。新表、新列不必有人记得。 */
export async function renewHistoryTriggers(db: AnyDb): Promise<void> {
  const { rows } = await sql<{ name: string; text: string }>`
    select name, sql as text from sqlite_schema where type = 'trigger' and name like 'history!_%' escape '!'`.execute(db)
  const standing = new Map(rows.map(({ name, text }) => [name, text]))
  for (const { table, columns } of await recordedTables(db)) {
    for (const event of ['insert', 'update', 'delete'] as const) {
      const { name, text } = recorder(table, event, columns)
      if (standing.get(name) === text.replace(/^create trigger/, 'CREATE TRIGGER')) continue
      if (standing.has(name)) await sql`drop trigger ${sql.ref(name)}`.execute(db)
      await sql.raw(text).execute(db)
    }
  }
}
