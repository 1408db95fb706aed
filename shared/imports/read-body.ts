import type { Column } from '../ledger/columns.ts'
import type { Ledger } from '../ledger/define.ts'
import { folded } from '../ledger/reading.ts'
import type { MemberLimits } from '../members/rules.ts'
import type { Block } from './blocks.ts'
import type { Adjustments, SheetPreview } from './contract.ts'
import type { TableHead } from './find-table.ts'
import { addressOf, type Grid } from './grid.ts'
import type { Lexicon } from './headings.ts'
import { readMemberCell } from './member-cells.ts'
import { checkDuplicates, checkRow, type ReadRow } from './member-checks.ts'
import { rowKind, type Shared, sharedFrom } from './row-kinds.ts'
import { listsProbationary } from './titles.ts'

export interface Understanding {
  ledger: Ledger
  adjustments: Adjustments
  /** 上次改过并记住的对应：规范表头 → 字段。 */
  remembered: ReadonlyMap<string, string | null>
  today: string
  /** 规则包里核对党员信息的数字。 */
  limits: MemberLimits
}

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
  { ledger, today, limits }: Understanding,
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
  checkRow(read, today, limits)
  return read
}

/** 姓名上面的组头（或整张表的标题）写着“预备党员”“第一党小组”时，这一块的人都是。 */
function headSays(grid: Grid, head: TableHead | undefined, block: Block): Shared[] {
  const nameColumn = [...block.fields].find(([, field]) => field === 'name')?.[0]
  const titled: Shared[] = listsProbationary(grid, head) ? [{ field: 'category', text: '预备党员' }] : []
  return [...titled, ...(head?.paths.get(nameColumn ?? -1) ?? []).slice(0, -1).flatMap((group) => sharedFrom(group) ?? [])]
}

/** 新的一段盖过同一级的，也结束它里面的各级：支部在最外，小组与类别先出现的在外。 */
function divide(shared: Map<string, string>, { field, text }: Shared): void {
  const fields = [...shared.keys()].filter((one) => one !== 'branchName')
  const inner = field === 'branchName' ? fields : shared.has(field) ? fields.slice(fields.indexOf(field) + 1) : []
  for (const one of inner) shared.delete(one)
  shared.set(field, text)
}

/** 并排的几块里，有一块是人的行不算跳过；都不是人的行只说一次。 */
function onceEach({ people, skipped }: Outcome): Outcome['skipped'] {
  const told = new Set(people.map(({ row }) => row))
  return [...skipped].sort((a, b) => a.row - b.row).filter(({ row }) => !told.has(row) && told.add(row))
}

interface Outcome {
  people: ReadRow[]
  skipped: SheetPreview['skipped']
}

/** 逐行判断：是人就读，不是人就写明原因；一行不少。 */
export function readBody(grid: Grid, head: TableHead | undefined, blocks: Block[], lexicon: Lexicon, given: Understanding): Outcome {
  const outcome: Outcome = { people: [], skipped: [] }
  const leftOut = new Set(given.adjustments.leaveOut)
  for (const [index, block] of blocks.entries()) {
    const body = { grid, head, block, ledger: given.ledger, lexicon }
    const mapped = new Set(block.fields.values())
    const shared = new Map(headSays(grid, head, block).flatMap(({ field, text }) => (mapped.has(field) ? [] : [[field, text] as const])))
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
        if (found.kind === 'shared' && !mapped.has(found.shared.field)) divide(shared, found.shared)
        if (found.kind === 'divider') shared.delete('groupName')
        if (found.kind === 'otherTable') skip(row, '另一张表的表头')
        else if (found.kind !== 'person') skip(row, found.reason)
        else if (leftOut.has(row + 1)) skip(row, '您选择不导入')
        else outcome.people.push(readRow(grid, head, block, row, shared, given))
      }
    }
  }
  checkDuplicates(outcome.people)
  return { people: outcome.people, skipped: onceEach(outcome) }
}
