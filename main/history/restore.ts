import { sql } from 'kysely'
import type { Writer } from '../core/services.ts'
import { refuse } from '../core/refuse.ts'
import type { ChangeTable } from './table.ts'
import { tableWords } from './words.ts'

type Image = Record<string, string | number | null>
type Change = Pick<ChangeTable, 'tableName' | 'rowId' | 'before' | 'after'>

/** 一行在这次操作之前与之后的样子（操作里改了几次都只看两头）。 */
interface Restoration {
  table: string
  rowId: number
  before: Image | null
  after: Image | null
}

const imageOf = (json: string | null): Image | null => (json === null ? null : JSON.parse(json))

/** 同一行的多处改动合成一处：最早的“前”与最后的“后”。 */
export function restorationsOf(changes: readonly Change[]): Restoration[] {
  const rows = new Map<string, Restoration>()
  for (const { tableName, rowId, before, after } of changes) {
    const key = `${tableName}/${rowId}`
    const earlier = rows.get(key)
    if (earlier) earlier.after = imageOf(after)
    else rows.set(key, { table: tableName, rowId, before: imageOf(before), after: imageOf(after) })
  }
  return [...rows.values()].filter(({ before, after }) => before !== null || after !== null)
}

const columnsIn = async (db: Writer, table: string) => {
  const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(db)
  return new Set(rows.map((row) => row.name))
}

const current = async (db: Writer, { table, rowId }: Restoration): Promise<Image | undefined> => {
  const { rows } = await sql<Image>`select * from ${sql.table(table)} where id = ${rowId}`.execute(db.withoutPlugins())
  return rows[0]
}

/** 现在的行是否还是那次操作留下的样子；只比较当时就有的列。 */
const asLeft = (row: Image | undefined, after: Image | null) =>
  after === null ? row === undefined : row !== undefined && Object.entries(after).every(([column, value]) => row[column] === value)

const put = (db: Writer, { table, rowId, before, after }: Restoration) => {
  if (before === null) return sql`delete from ${sql.table(table)} where id = ${rowId}`.execute(db)
  const columns = Object.keys(before)
  if (after === null) return sql`insert into ${sql.table(table)} (${sql.join(columns.map((c) => sql.ref(c)))}) values (${sql.join(Object.values(before))})`.execute(db)
  const changed = columns.filter((column) => before[column] !== after[column])
  if (changed.length === 0) return undefined
  return sql`update ${sql.table(table)} set ${sql.join(changed.map((c) => sql`${sql.ref(c)} = ${before[c]}`))} where id = ${rowId}`.execute(db)
}

/** 先删后加出来的、再改回来、最后补回删掉的，唯一性才不会中途撞上。 */
const turn = ({ before, after }: Restoration) => (before === null ? 0 : after === null ? 2 : 1)

/**
 * 把一次操作的每一处改动改回去。逐行核对：之后又被改过就整个拒绝，不做一半。
 * @throws Refused history.changedSince | history.reshaped
 */
export async function restore(db: Writer, changes: readonly Change[]): Promise<number> {
  await sql`pragma defer_foreign_keys = on`.execute(db)
  const restorations = restorationsOf(changes)
  const columns = new Map<string, Set<string>>()
  for (const table of new Set(restorations.map((r) => r.table))) columns.set(table, await columnsIn(db, table))
  for (const restoration of restorations) {
    const has = columns.get(restoration.table)
    if (!has || Object.keys(restoration.before ?? restoration.after ?? {}).some((column) => !has.has(column))) refuse('history.reshaped')
    if (!asLeft(await current(db, restoration), restoration.after)) refuse('history.changedSince', { what: tableWords[restoration.table]?.name ?? restoration.table })
  }
  for (const restoration of restorations.toSorted((a, b) => turn(a) - turn(b))) await put(db, restoration)
  return restorations.length
}
