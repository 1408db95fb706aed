import type { Column } from '../ledger/columns.ts'
import { columnsOf, type Ledger } from '../ledger/define.ts'
import { folded } from '../ledger/reading.ts'
import { advise, listsNonMembers } from './advice.ts'
import { type Block, blocksOf } from './blocks.ts'
import { classify } from './classify.ts'
import type { Adjustments, PreviewRow, SheetPreview } from './contract.ts'
import { findTable, type TableHead } from './find-table.ts'
import { addressOf, type Grid, gridOf, letterOf } from './grid.ts'
import { headerKey, headerText, type Lexicon, lexiconOf } from './headings.ts'
import { readMemberCell } from './member-cells.ts'
import { checkDuplicates, checkRow, type ReadRow } from './member-checks.ts'
import type { RawSheet } from './raw.ts'
import { rowKind, type Shared, sharedFrom } from './row-kinds.ts'

export interface Understanding {
  ledger: Ledger
  adjustments: Adjustments
  /** 上次改过并记住的对应：规范表头 → 字段。 */
  remembered: ReadonlyMap<string, string | null>
  today: string
}

export const noAdjustments: Adjustments = { fields: {}, cells: {}, leaveOut: [] }
const BLANKS_COUNTED = 200

/** 合并的单元格里，这些事不能由上一行带下来。 */
const ownOnly = new Set(['name', 'idNumber', 'mobile'])

function cellFor(grid: Grid, head: TableHead | undefined, row: number, column: number, field: string) {
  const own = grid.own(row, column)
  if (own || ownOnly.has(field)) return own
  const merge = grid.mergeAt(row, column)
  return merge && merge.left === column && merge.top > (head?.bottom ?? -1) ? grid.at(row, column) : undefined
}

function readRow(
  grid: Grid,
  head: TableHead | undefined,
  block: Block,
  row: number,
  shared: ReadonlyMap<string, string>,
  { ledger, today }: Understanding,
): ReadRow {
  const read: ReadRow = { row: row + 1, values: {}, warnings: [], errors: [], cells: {}, raw: {} }
  for (const [column, field] of block.fields) {
    const description = field === null ? undefined : (ledger.columns as Record<string, Column<unknown> | undefined>)[field]
    if (field === null || !description) continue
    const address = addressOf(row, column)
    read.cells[field] = address
    const cell = cellFor(grid, head, row, column, field)
    if (!cell) continue
    read.raw[field] = folded(cell.text).trim()
    const reading = readMemberCell(cell, field, description, today)
    if ('problem' in reading) read.errors.push({ field, cell: address, text: `${description.label}：${reading.problem}` })
    else if (reading.text !== '') {
      read.values[field] = reading.text
      if (reading.warning) read.warnings.push({ field, cell: address, text: reading.warning })
    }
  }
  for (const [field, text] of shared) {
    if (read.values[field] || read.cells[field]) continue
    if (field === 'category' && !/^(正式|预备)党员$/.test(text))
      read.errors.push({ field, cell: `第 ${row + 1} 行`, text: `列在“${text}”下面，还不是党员，不登记` })
    else read.values[field] = text
  }
  if (grid.sheet.hiddenRows.includes(row)) read.warnings.push({ field: null, cell: `第 ${row + 1} 行`, text: '这一行在原表里是隐藏的' })
  checkRow(read, today)
  return read
}

/** 姓名上面的组头写着“预备党员”“第一党小组”时，这一块的人都是。 */
function headSays(head: TableHead | undefined, block: Block): Shared[] {
  const nameColumn = [...block.fields].find(([, field]) => field === 'name')?.[0]
  return (head?.paths.get(nameColumn ?? -1) ?? []).slice(0, -1).flatMap((group) => sharedFrom(group) ?? [])
}

interface Outcome {
  people: ReadRow[]
  skipped: SheetPreview['skipped']
}

/** 逐行判断：是人就读，不是人就写明原因；一行不少。 */
function readBody(grid: Grid, head: TableHead | undefined, blocks: Block[], lexicon: Lexicon, given: Understanding): Outcome {
  const outcome: Outcome = { people: [], skipped: [] }
  const leftOut = new Set(given.adjustments.leaveOut)
  for (const [index, block] of blocks.entries()) {
    const body = { grid, head, block, ledger: given.ledger, lexicon }
    const mapped = new Set(block.fields.values())
    const shared = new Map(headSays(head, block).flatMap(({ field, text }) => (mapped.has(field) ? [] : [[field, text] as const])))
    let [over, blanks] = [false, 0]
    const skip = (row: number, reason: string) => outcome.skipped.push({ row: row + 1, reason })
    for (let row = (head?.bottom ?? -1) + 1; row <= grid.lastRow; row++) {
      const filled = grid.filled(row)
      const inside = filled.some((column) => column >= block.left && column <= block.right)
      blanks = filled.length === 0 ? blanks + 1 : 0
      if (!inside) {
        const elsewhere = blocks.some((other) => filled.some((column) => column >= other.left && column <= other.right))
        if (index === 0 && !elsewhere && blanks <= BLANKS_COUNTED) skip(row, filled.length > 0 ? '名单以外的内容' : '空行')
      } else if (over) skip(row, '属于下面的另一张表，请分成单独的工作表再导入')
      else {
        const found = rowKind(body, row)
        if (found.kind === 'otherTable') over = true
        if (found.kind === 'shared' && !mapped.has(found.shared.field)) shared.set(found.shared.field, found.shared.text)
        if (found.kind === 'otherTable') skip(row, '另一张表的表头')
        else if (found.kind !== 'person') skip(row, found.reason)
        else if (leftOut.has(row + 1)) skip(row, '您选择不导入')
        else outcome.people.push(readRow(grid, head, block, row, shared, given))
      }
    }
  }
  outcome.skipped.sort((a, b) => a.row - b.row)
  checkDuplicates(outcome.people)
  return outcome
}

/** 这一列的值多半读得懂，短而含糊的表头（类别、状态）才算数；没有值时算数。 */
function fitsValues(grid: Grid, head: TableHead, ledger: Ledger) {
  return (column: number, field: string) => {
    const description = columnsOf(ledger).find((found) => found.field === field)?.column
    const cells = grid.rows
      .filter((row) => row > head.bottom)
      .slice(0, 50)
      .flatMap((row) => grid.own(row, column) ?? [])
    const readable = cells.filter((cell) => description && !('problem' in description.read(cell.text)))
    return readable.length >= cells.length * 0.5
  }
}

const samplesOf = (grid: Grid, head: TableHead | undefined, column: number) =>
  grid.rows
    .filter((row) => row > (head?.bottom ?? -1))
    .slice(0, 30)
    .flatMap((row) => grid.own(row, column)?.text.trim().slice(0, 60) ?? [])
    .slice(0, 3)

function columnsFor(grid: Grid, head: TableHead | undefined, blocks: Block[], given: Understanding): SheetPreview['columns'] {
  const fieldOf = new Map(blocks.flatMap((block) => [...block.fields]))
  const columns = new Set([...(head?.paths.keys() ?? []), ...fieldOf.keys()])
  return [...columns]
    .sort((a, b) => a - b)
    .map((column) => {
      const path = head?.paths.get(column) ?? []
      const chosen = Object.hasOwn(given.adjustments.fields, letterOf(column))
      return {
        letter: letterOf(column),
        header: headerText(path),
        field: fieldOf.get(column) ?? null,
        samples: samplesOf(grid, head, column),
        remembered: !chosen && given.remembered.has(headerKey(path)) && fieldOf.has(column),
      }
    })
}

const chosenOf = (grid: Grid, fields: Adjustments['fields']) =>
  new Map(
    Array.from({ length: grid.lastColumn + 1 }, (_, column) => column).flatMap((column) =>
      Object.hasOwn(fields, letterOf(column)) ? [[column, fields[letterOf(column)] ?? null] as const] : [],
    ),
  )

/** 没有表头：每一列都等人指定。 */
const bareBlock = (grid: Grid, chosen: ReadonlyMap<number, string | null>): Block => ({
  left: 0,
  right: grid.lastColumn,
  fields: new Map(Array.from({ length: grid.lastColumn + 1 }, (_, column) => [column, chosen.get(column) ?? null])),
})

const preview = ({ row, values, warnings, errors }: ReadRow): PreviewRow => ({ row, values, warnings, errors, matches: null })

/**
 * 看懂一张原样的表：找表头、对应字段、逐行读值与核对。行数守恒：表头以下的行 = 可导入 + 有错 + 跳过。
 * 不接触名册；是否已有此人由服务补上。
 * @example understand(sheet, { ledger: membersLedger, adjustments: noAdjustments, remembered: new Map(), today: '2026-03-05' }).kind //=> 'table'
 */
export function understand(sheet: RawSheet, given: Understanding): SheetPreview {
  const grid = gridOf(sheet, given.adjustments.cells)
  const lexicon = lexiconOf(given.ledger)
  const head = findTable(grid, lexicon)
  const kind = classify(grid, head, lexicon)
  if (kind !== 'table')
    return { name: sheet.name, kind, advice: advise(kind, { grid }), headerRows: [], columns: [], rows: [], skipped: [] }
  const chosen = chosenOf(grid, given.adjustments.fields)
  const blocks = head
    ? blocksOf(grid, head, lexicon, { remembered: given.remembered, chosen }, fitsValues(grid, head, given.ledger))
    : [bareBlock(grid, chosen)]
  const { people, skipped } = readBody(grid, head, blocks, lexicon, given)
  if (listsNonMembers(grid, head, blocks))
    for (const row of people)
      row.errors.push({ field: 'category', cell: row.cells.name ?? `第 ${row.row} 行`, text: '标题说的是还没有入党的人，不登记为党员' })
  return {
    name: sheet.name,
    kind,
    advice: advise(kind, { grid, head, blocks, people }),
    headerRows: head ? Array.from({ length: head.bottom - head.top + 1 }, (_, at) => head.top + at + 1) : [],
    columns: columnsFor(grid, head, blocks, given),
    rows: people.map(preview),
    skipped,
  }
}

/** 人改过的列所在的表头键，导入后记住。 */
export function chosenHeaders(sheet: RawSheet, given: Understanding): { headerPath: string; field: string | null }[] {
  const grid = gridOf(sheet)
  const head = findTable(grid, lexiconOf(given.ledger))
  return [...chosenOf(grid, given.adjustments.fields)].flatMap(([column, field]) => {
    const key = headerKey(head?.paths.get(column) ?? [])
    return key ? [{ headerPath: key, field }] : []
  })
}
