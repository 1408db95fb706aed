import { columnsOf, type Ledger } from '../ledger/define.ts'
import { advise } from './advice.ts'
import { keepJoinedOut } from './already-joined.ts'
import { type Block, blocksOf } from './blocks.ts'
import type { BodyReader } from './body-reader.ts'
import { readCell } from './cells.ts'
import { classify } from './classify.ts'
import type { Adjustments, SheetPreview, UnderstoodRow } from './contract.ts'
import { findTable, type TableHead } from './find-table.ts'
import { type Grid, gridFrom, gridOf, letterOf, linesOf } from './grid.ts'
import { headerKey, headerText, type Lexicon, lexiconOf } from './headings.ts'
import { checkDuplicates, type ReadRow } from './member-checks.ts'
import type { RawSheet } from './raw.ts'
import { readBody, type Understanding } from './read-body.ts'
import { admitsMembers, listsNonMembers } from './titles.ts'

export const noAdjustments: Adjustments = { fields: {}, cells: {}, leaveOut: [], answers: {}, columns: {}, changes: {} }

/** 看懂了的一张表，还没有与台账对照。 */
export type Understood = Omit<SheetPreview, 'rows'> & { rows: UnderstoodRow[] }

/** 这一列的值多半读得懂，短而含糊的表头（类别、状态）才算数；没有值时算数，重复的表头不是值。 */
function fitsValues(grid: Grid, head: TableHead, ledger: Ledger) {
  return (column: number, field: string) => {
    const description = columnsOf(ledger).find((found) => found.field === field)?.column
    const heading = head.paths.get(column)?.at(-1)
    const cells = grid.rows
      .filter((row) => row > head.bottom)
      .slice(0, 50)
      .flatMap((row) => grid.own(row, column) ?? [])
      .filter(({ text }) => text !== heading)
    const readable = cells.filter((cell) => description && !('problem' in readCell(cell, description)))
    return readable.length >= cells.length * 0.5
  }
}

const samplesOf = (grid: Grid, head: TableHead | undefined, column: number) =>
  grid.rows
    .filter((row) => row > (head?.bottom ?? -1))
    .slice(0, 30)
    .flatMap((row) => grid.own(row, column)?.text.trim().slice(0, 60) ?? [])
    .slice(0, 3)

function columnsFor({ grid, head, blocks, suffix }: Table, given: Understanding): SheetPreview['columns'] {
  const fieldOf = new Map(blocks.flatMap((block) => [...block.fields]))
  const columns = new Set([...(head?.paths.keys() ?? []), ...fieldOf.keys()])
  return [...columns]
    .sort((a, b) => a - b)
    .map((column) => {
      const path = head?.paths.get(column) ?? []
      const chosen = Object.hasOwn(given.adjustments.fields, letterOf(column) + suffix)
      return {
        letter: letterOf(column) + suffix,
        header: headerText(path),
        field: fieldOf.get(column) ?? null,
        samples: samplesOf(grid, head, column),
        remembered: !chosen && given.remembered.has(headerKey(path)) && fieldOf.has(column),
      }
    })
}

const chosenOf = (grid: Grid, fields: Adjustments['fields'], suffix: string) =>
  new Map(
    Array.from({ length: grid.lastColumn + 1 }, (_, column) => column).flatMap((column) =>
      Object.hasOwn(fields, letterOf(column) + suffix) ? [[column, fields[letterOf(column) + suffix] ?? null] as const] : [],
    ),
  )

/** 没有表头：每一列都等人指定。 */
const bareBlock = (grid: Grid, chosen: ReadonlyMap<number, string | null>): Block => ({
  left: 0,
  right: grid.lastColumn,
  fields: new Map(Array.from({ length: grid.lastColumn + 1 }, (_, column) => [column, chosen.get(column) ?? null])),
})

/** 发展党员的进度表：有申请、积极分子这些列，有入党时间一列而这个人是空的，也没有写类别。 */
const stillDeveloping = (head: TableHead | undefined, { values, cells }: ReadRow): boolean =>
  cells.joinedOn !== undefined &&
  !values.joinedOn &&
  !values.fullMemberOn &&
  !values.category &&
  [...(head?.paths.values() ?? [])].some((path) => /积极分子|发展对象|入党申请|申请入党/.test(path.at(-1) ?? ''))

const understoodRow = ({ row, values, warnings, errors, cells }: ReadRow): UnderstoodRow => ({
  row,
  at: cells.name ?? Object.values(cells)[0] ?? `第 ${row} 行`,
  values,
  warnings,
  errors,
})

/** 上下叠着的一张：它自己的表头与各块；letter 是列在预览里的代号，第二张起附表头行号。 */
interface Table {
  grid: Grid
  head: TableHead | undefined
  blocks: Block[]
  people: ReadRow[]
  skipped: SheetPreview['skipped']
  suffix: string
  next: number | undefined
}

/** 还没有入党的人不登记为党员。 */
function keepOut({ grid, head, blocks, people }: Table): void {
  const listed = listsNonMembers(grid, head, blocks)
  for (const row of people) {
    if (stillDeveloping(head, row))
      row.errors.push({
        field: 'joinedOn',
        cell: row.cells.joinedOn ?? `第 ${row.row} 行`,
        text: '没有入党时间，像是还在发展过程中，不登记为党员；如已入党请填上入党时间',
      })
    if (listed)
      row.errors.push({ field: 'category', cell: row.cells.name ?? `第 ${row.row} 行`, text: '标题说的是还没有入党的人，不登记为党员' })
  }
}

const MOST_TABLES = 50

/** 一张工作表里上下几张名单，各有各的表头；不是名单的一段写明原因。 */
function tablesOf(
  whole: Grid,
  lexicon: Lexicon,
  given: Understanding,
  reader?: BodyReader,
): { tables: Table[]; rest: SheetPreview['skipped'] } {
  const tables: Table[] = []
  // 一笔一行的台账没有“姓名”，数字又多，不能照名单的样子判断
  const named = 'name' in given.ledger.columns
  for (let from = 0; tables.length < MOST_TABLES; ) {
    const last = tables.at(-1)
    const grid = gridFrom(whole, from)
    const head = findTable(grid, lexicon)
    if (last && (!head || (named && classify(grid, head, lexicon) !== 'table'))) return { tables, rest: notAList(whole, last.next) }
    const suffix = last && head ? String(head.bottom + 1) : ''
    const chosen = chosenOf(grid, given.adjustments.fields, suffix)
    const blocks = head
      ? blocksOf(grid, head, lexicon, { remembered: given.remembered, chosen }, fitsValues(grid, head, given.ledger))
      : [bareBlock(grid, chosen)]
    const { people, skipped, next } = reader ? reader.read(grid, head, blocks, given) : readBody(grid, head, blocks, lexicon, given)
    const between = last ? notAList(whole, last.next, head?.top) : []
    const table = { grid, head, blocks, people, skipped: [...between, ...skipped], suffix, next }
    if (!reader && admitsMembers(given.ledger)) keepOut(table)
    else if (!reader) keepJoinedOut(table)
    tables.push(table)
    if (next === undefined) return { tables, rest: [] }
    from = Math.max(people.at(-1)?.row ?? 0, (head?.bottom ?? -1) + 1)
  }
  return { tables, rest: notAList(whole, tables.at(-1)?.next) }
}

/** 从 from 行到 until 行之前的，都不是名单里的人；空行也说，一行不少。 */
const notAList = (grid: Grid, from = 0, until?: number) =>
  [...linesOf(grid, from, until)].map((row) => ({
    row: row + 1,
    reason: grid.filled(row).length === 0 ? '空行' : '下面另有一张表，不是名单',
  }))

const headerRows = (head: TableHead | undefined) =>
  head ? Array.from({ length: head.bottom - head.top + 1 }, (_, at) => head.top + at + 1) : []

/**
 * 看懂一张原样的表：找表头、对应字段、逐行读值与核对；上下叠着几张的逐张读。行数守恒：表头以下的行 = 可导入 + 有错 + 跳过。
 * 不接触名册；是否已有此人由服务补上。不是一人一行的表，表头以下由 reader 读。
 * @example understand(sheet, { ledger: membersLedger, adjustments: noAdjustments, remembered: new Map(), today: '2026-03-05' }).kind //=> 'table'
 */
export function understand(sheet: RawSheet, given: Understanding, reader?: BodyReader): Understood {
  const grid = gridOf(sheet, given.adjustments.cells)
  const lexicon = lexiconOf(given.ledger)
  const head = findTable(grid, lexicon)
  const kind = reader ? (head ? 'table' : 'empty') : classify(grid, head, lexicon)
  const said = (table: Partial<Table>) =>
    reader ? reader.advise({ grid, ...table }) : advise(kind, { grid, ledger: given.ledger, ...table })
  if (kind !== 'table') return { name: sheet.name, kind, advice: said({}), headerRows: [], columns: [], rows: [], skipped: [] }
  const { tables, rest } = tablesOf(grid, lexicon, given, reader)
  const people = tables.flatMap((table) => table.people)
  if (!reader) checkDuplicates(people)
  const headings = tables.flatMap(({ head }) => headerRows(head))
  return {
    name: sheet.name,
    kind,
    advice: [...(tables.length > 1 ? [`上下 ${tables.length} 张表，都读了。`] : []), ...new Set(tables.map(said))].join(''),
    headerRows: headings,
    columns: tables.flatMap((table) => columnsFor(table, given)),
    rows: people.map(understoodRow),
    // 上一张表略过的一行，可能正是下一张的表头
    skipped: [...tables.flatMap((table) => table.skipped), ...rest].filter(({ row }) => !headings.includes(row)),
  }
}

/** 人改过的列所在的表头键，导入后记住。 */
export function chosenHeaders(sheet: RawSheet, given: Understanding, reader?: BodyReader): { headerPath: string; field: string | null }[] {
  // 一列也没有改过，就不必再读一遍表
  if (Object.keys(given.adjustments.fields).length === 0) return []
  const { tables } = tablesOf(gridOf(sheet), lexiconOf(given.ledger), given, reader)
  return tables.flatMap(({ grid, head, suffix }) =>
    [...chosenOf(grid, given.adjustments.fields, suffix)].flatMap(([column, field]) => {
      const key = headerKey(head?.paths.get(column) ?? [])
      return key ? [{ headerPath: key, field }] : []
    }),
  )
}
