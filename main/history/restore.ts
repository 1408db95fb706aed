import { sql } from 'kysely'
import { inTurn } from '../core/in-turn.ts'
import type { Job } from '../core/jobs.ts'
import { refuse } from '../core/refuse.ts'
import type { Writer } from '../core/services.ts'
import { whichRow } from './describe.ts'
import type { ChangeTable } from './table.ts'

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

const CHUNK = 500
const chunks = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / CHUNK) }, (_, at) => list.slice(at * CHUNK, (at + 1) * CHUNK))

/** 一张表里这些行现在的样子。 */
async function currentRows(db: Writer, table: string, ids: readonly number[]): Promise<Map<number, Image>> {
  const found = new Map<number, Image>()
  for (const some of chunks(ids)) {
    const { rows } = await sql<Image & { id: number }>`select * from ${sql.table(table)} where id in (${sql.join(some)})`.execute(
      db.withoutPlugins(),
    )
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

/** 现在的行是否还是那次操作留下的样子；只比较当时就有的列。 */
const asLeft = (row: Image | undefined, after: Image | null) =>
  after === null ? row === undefined : row !== undefined && Object.entries(after).every(([column, value]) => row[column] === value)

const putBack = async (db: Writer, { table, rowId, before, after }: Restoration) => {
  if (before === null) return undefined
  const columns = Object.keys(before)
  if (after === null)
    return sql`insert into ${sql.table(table)} (${sql.join(columns.map((c) => sql.ref(c)))}) values (${sql.join(Object.values(before))})`.execute(
      db,
    )
  const changed = columns.filter((column) => before[column] !== after[column])
  if (changed.length === 0) return undefined
  return sql`update ${sql.table(table)} set ${sql.join(changed.map((c) => sql`${sql.ref(c)} = ${before[c]}`))} where id = ${rowId}`.execute(
    db,
  )
}

/** 之后又记了一条同样的：说出是哪一行放不回去。 */
const clashing =
  (db: Writer, { table, before }: Restoration) =>
  async (error: unknown) => {
    if ((error as { code?: string }).code !== 'SQLITE_CONSTRAINT_UNIQUE') throw error
    refuse('history.clashes', { what: await whichRow(db, table, before ?? {}) })
  }

const remove = async (db: Writer, table: string, ids: readonly number[]) => {
  for (const some of chunks(ids)) await sql`delete from ${sql.table(table)} where id in (${sql.join(some)})`.execute(db)
}

const BACK = '正在改回'
const heldBack = (error: unknown) => (error as { code?: unknown }).code === 'SQLITE_CONSTRAINT_TRIGGER'

/**
 * 把一次操作的每一处改动改回去。逐行核对：之后又被改过就整个拒绝，不做一半。守着的约定（账上结余）中途不让的，照原来的次序一步步倒着来。
 * @throws Refused history.changedSince | history.deletedSince | history.clashes | history.reshaped
 */
export async function restore(db: Writer, changes: readonly Change[], job: Pick<Job, 'progress'>): Promise<void> {
  await sql`pragma defer_foreign_keys = on`.execute(db)
  job.progress(null, BACK)
  const all = restorationsOf(changes)
  const byTable = Map.groupBy(all, ({ table }) => table)
  for (const [table, restorations] of byTable) {
    const columns = await columnsIn(db, table)
    const rows = await currentRows(
      db,
      table,
      restorations.map(({ rowId }) => rowId),
    )
    for (const { rowId, before, after } of restorations) {
      if (Object.keys(before ?? after ?? {}).some((column) => !columns.has(column))) refuse('history.reshaped')
      const row = rows.get(rowId)
      if (asLeft(row, after)) continue
      const what = await whichRow(db, table, row ?? after ?? {})
      refuse(row ? 'history.changedSince' : 'history.deletedSince', { what })
    }
  }
  await sql`savepoint restoring`.execute(db)
  try {
    await atOnce(db, byTable, job)
  } catch (error) {
    if (!heldBack(error)) throw error
    await sql`rollback to restoring`.execute(db)
    for (const one of inTurn(job, all.toReversed(), BACK))
      await (one.before === null ? remove(db, one.table, [one.rowId]) : putBack(db, one).catch(clashing(db, one)))
  }
  await sql`release restoring`.execute(db)
}

/** 先删后加出来的、再改回来、最后补回删掉的，唯一性才不会中途撞上。 */
async function atOnce(db: Writer, byTable: ReadonlyMap<string, Restoration[]>, job: Pick<Job, 'progress'>): Promise<void> {
  for (const [table, restorations] of byTable)
    await remove(
      db,
      table,
      restorations.filter(({ before }) => before === null).map(({ rowId }) => rowId),
    )
  const rows = [...byTable.values()].flat().filter(({ before }) => before !== null)
  const ordered = [...rows.filter(({ after }) => after !== null), ...rows.filter(({ after }) => after === null)]
  for (const restoration of inTurn(job, ordered, BACK)) await putBack(db, restoration).catch(clashing(db, restoration))
}
