import type { CompiledQuery } from 'kysely'
import { batches } from './batches.ts'
import type { Writer } from './handles.ts'
import type { Schema } from './schema.ts'

/** 一句写好几行的话；同样的列、同样的行数，只编一次，下一批换上它的值。 */
function statements(db: Writer, table: keyof Schema, columns: readonly string[]) {
  const valuesOf = (row: object) => columns.map((column) => (row as Record<string, unknown>)[column] ?? null)
  const compiled = new Map<number, CompiledQuery<{ id: number; uid: string }>>()
  return (rows: readonly object[]): CompiledQuery<{ id: number; uid: string }> => {
    const before = compiled.get(rows.length)
    if (before) return { ...before, parameters: rows.flatMap(valuesOf) }
    const uniform = rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, valuesOf(row)[at]])))
    const query = db
      .insertInto(table as 'member')
      .values(uniform as never)
      .returning(['id', 'uid'])
      .compile()
    compiled.set(rows.length, query)
    return query
  }
}

/**
 * 写进许多行，按次序给出编号。每行带着 uid；哪一行给了的列都写，没有给的是空。
 * @example await insertMany(db, 'memberBranch', [{ uid, memberId: 7, fromDay: null, organizationId: 3 }]) //=> [12]
 */
export async function insertMany<Row extends { uid: string }>(db: Writer, table: keyof Schema, rows: readonly Row[]): Promise<number[]> {
  const columns = new Set<string>()
  for (const row of rows) for (const column of Object.keys(row)) columns.add(column)
  const statement = statements(db, table, [...columns])
  const ids: number[] = []
  for (const some of batches(rows)) {
    const written = (await db.executeQuery(statement(some))).rows
    const byUid = new Map(written.map(({ id, uid }) => [uid, id]))
    ids.push(...some.flatMap(({ uid }) => byUid.get(uid) ?? []))
  }
  return ids
}
