import { sql } from 'kysely'
import type { ChangeRow } from '../../shared/history/contract.ts'
import type { Reader } from '../core/services.ts'
import type { ChangeTable } from './table.ts'
import { tableWords } from './words.ts'

type Image = Record<string, string | number | null>

/** 指向别的表的列 → 那张表与它的名字列。 */
const pointers: Record<string, { table: string; column: string }> = {
  member_id: { table: 'member', column: 'name' },
  talker_id: { table: 'member', column: 'name' },
  talked_id: { table: 'member', column: 'name' },
  round_id: { table: 'appraisal_round', column: 'year' },
  organization_id: { table: 'organization', column: 'name' },
  parent_id: { table: 'organization', column: 'name' },
  group_id: { table: 'organization', column: 'name' },
  field_id: { table: 'custom_field', column: 'name' },
  meeting_id: { table: 'meeting', column: 'topic' },
}

/** 行已经不在时，名字取自记录里它最后的样子。 */
const nameOf = async (db: Reader, { table, column }: { table: string; column: string }, id: number): Promise<string> => {
  const { rows } = await sql<{ name: string }>`
    select coalesce(
      (select ${sql.ref(column)} from ${sql.table(table)} where id = ${id}),
      (select json_extract(coalesce(after, before), ${`$.${column}`}) from change where table_name = ${table} and row_id = ${id} order by id desc limit 1)
    ) as name`.execute(db as never)
  return rows[0]?.name ?? ''
}

/** 一列的值写成人的话；同一个名字只查一次。 */
function sayer(db: Reader) {
  const names = new Map<string, Promise<string>>()
  const named = (column: string, id: number) => {
    const pointer = pointers[column]
    if (!pointer) return Promise.resolve(String(id))
    const key = `${pointer.table}/${id}`
    const name = names.get(key) ?? nameOf(db, pointer, id)
    names.set(key, name)
    return name
  }
  return async (table: string, column: string, value: string | number | null | undefined): Promise<string> => {
    if (value === null || value === undefined || value === '') return '空'
    if (pointers[column]) return named(column, Number(value))
    return tableWords[table]?.words?.[column]?.[value] ?? String(value)
  }
}

/** 一行怎样称呼。例：whichRow(db, 'member_branch', { member_id: 3 }) → '所在支部“周小川”' */
export async function whichRow(db: Reader, table: string, row: Image): Promise<string> {
  const { name, identity } = tableWords[table] ?? { name: table, identity: [] }
  const say = sayer(db)
  const filled = identity.filter((column) => (row[column] ?? '') !== '')
  const said = await Promise.all(filled.map((column) => say(table, column, row[column])))
  return said.length === 0 ? name : `${name}“${said.join(' ')}”`
}

/** 把改动写成人的话。 */
export async function describeChanges(
  db: Reader,
  changes: readonly ChangeTable[] | readonly (Omit<ChangeTable, 'id'> & { id: number })[],
): Promise<ChangeRow[]> {
  const say = sayer(db)
  return Promise.all(
    changes.map(async ({ tableName, rowId, before, after }) => {
      const [old, fresh] = [before, after].map((json) => (json ? (JSON.parse(json) as Image) : undefined))
      const words = tableWords[tableName] ?? { name: tableName, identity: [], labels: {} }
      const row = fresh ?? old ?? {}
      const identity = await Promise.all(words.identity.map((column) => say(tableName, column, row[column])))
      const columns = Object.keys(words.labels).filter((column) => (old?.[column] ?? null) !== (fresh?.[column] ?? null))
      const lines = await Promise.all(
        columns.map(async (column) => ({
          label: words.labels[column] ?? column,
          before: await say(tableName, column, old?.[column]),
          after: await say(tableName, column, fresh?.[column]),
        })),
      )
      const verb = old ? (fresh ? '修改' : '删除') : '新增'
      return { table: tableName, rowId, what: `${verb}${words.name} ${identity.join(' ')}`.trim(), lines }
    }),
  )
}
