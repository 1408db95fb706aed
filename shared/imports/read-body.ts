import type { Column } from '../ledger/columns.ts'
import type { Ledger } from '../ledger/define.ts'
import { folded } from '../ledger/reading.ts'
import type { MemberLimits } from '../members/rules.ts'
import type { Block } from './blocks.ts'
import type { Adjustments, SheetPreview } from './contract.ts'
import type { TableHead } from './find-table.ts'
import { addressOf, type Grid, linesOf } from './grid.ts'
import type { Lexicon } from './headings.ts'
import { cellReader } from './member-cells.ts'
import { checkRow, type ReadRow } from './member-checks.ts'
import { departed, type RowKind, rowKind, type Shared, sharedFrom } from './row-kinds.ts'
import { spanOf } from './span.ts'
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

/** 列在哪一类下面：写明了党籍状态的、转正日子说得更准的，以行里的为准；不该登记的说出来。 */
function underCategory(read: ReadRow, text: string, today: string): void {
  const { standing, fullMemberOn } = read.values
  const note = (said: string) => ({ field: 'category', cell: `第 ${read.row} 行`, text: `列在“${text}”下面，${said}` })
  if (departed.test(text)) {
    if (!standing) read.errors.push(note('已经不在支部，不登记；要登记请添一列“党籍状态”写明'))
  } else if (!/^(正式|预备)党员$/.test(text)) read.errors.push(note('还不是党员，不登记'))
  else if (text === '预备党员' && fullMemberOn && fullMemberOn <= today)
    read.warnings.push(note(`而转正日期是 ${fullMemberOn}，按正式党员登记，请核对`))
  else read.values.category = text
}

/** 合并的单元格里，这些事不能由上一行带下来。 */
const ownOnly = new Set(['name', 'idNumber', 'mobile'])

function cellFor(grid: Grid, head: TableHead | undefined, row: number, column: number, field: string) {
  const own = grid.own(row, column)
  if (own || ownOnly.has(field)) return own
  const merge = grid.mergeAt(row, column)
  return merge && merge.left === column && merge.top > (head?.bottom ?? -1) ? grid.at(row, column) : undefined
}

/** 对应到字段的有几列。 */
const mapped = (block: Block) => [...block.fields.values()].filter((field) => field !== null).length

/** 一栏占几列的（两名培养联系人各一列）连起来。 */
const joined = (before: string | undefined, text: string) => (before ? `${before}、${text}` : text)

function readRow(
  grid: Grid,
  head: TableHead | undefined,
  block: Block,
  row: number,
  shared: ReadonlyMap<string, string>,
  left: ReadonlyMap<string, string>,
  readCell: ReturnType<typeof cellReader>,
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
    read.raw[field] = joined(read.raw[field], folded(cell.text).trim())
    const span = description.until && cell.kind === 'text' ? spanOf(cell.text) : undefined
    if (span && description.until) {
      read.values[field] = span[0]
      read.values[description.until] = span[1]
      read.cells[description.until] ??= address
      continue
    }
    const reading = readCell(cell, field, description)
    if ('problem' in reading) read.errors.push({ field, cell: address, text: `${description.label}：${reading.problem}` })
    else {
      if (reading.text !== '') read.values[field] = joined(read.values[field], reading.text)
      if (reading.warning) read.warnings.push({ field, cell: address, text: reading.warning })
    }
  }
  for (const [field, text] of shared) {
    if (!(field in ledger.columns)) continue
    if (read.values[field] || read.raw[field] || (read.cells[field] && !left.has(field))) continue
    if (field === 'category') underCategory(read, text, today)
    else read.values[field] = text
  }
  if (read.values.name && Object.keys(read.raw).length === 1 && mapped(block) > 3)
    read.warnings.push({ field: 'name', cell: read.cells.name ?? `第 ${row + 1} 行`, text: '这一行只写了姓名，请核对是不是一个人' })
  if (grid.sheet.hiddenRows.includes(row)) read.warnings.push({ field: null, cell: `第 ${row + 1} 行`, text: '这一行在原表里是隐藏的' })
  checkRow(read, today, limits)
  return read
}

/** 一个支部、一个小组一张工作表的，表名就是它。例：“第一党支部”；“党支部”“Sheet1”不是。 */
const sheetSays = (name: string): Shared[] => {
  const found = sharedFrom(name)
  return found && found.field !== 'category' && !/^(本|该|各|全体)?(党支部|支部|党小组|小组)$/.test(found.text) ? [found] : []
}

/** 上下几段名单，第一段的支部、小组写在表头上面：下面有同样说法的分隔行，它才是分段，不是单位的名称。 */
function firstSection(grid: Grid, head: TableHead | undefined): Shared[] {
  const told = (row: number) => {
    const [column, ...rest] = grid.filled(row)
    const found = column === undefined || rest.length > 0 ? undefined : sharedFrom(grid.text(row, column))
    return found && found.field !== 'category' ? [found] : []
  }
  const fields = new Set(grid.rows.filter((row) => row > (head?.bottom ?? -1)).flatMap((row) => told(row).map(({ field }) => field)))
  return grid.rows.filter((row) => row < (head?.top ?? 0)).flatMap((row) => told(row).filter(({ field }) => fields.has(field)))
}

/** 姓名上面的组头（或整张表的标题）写着“预备党员”“第一党小组”时，这一块的人都是。 */
function headSays(grid: Grid, head: TableHead | undefined, block: Block): Shared[] {
  const nameColumn = [...block.fields].find(([, field]) => field === 'name')?.[0]
  const titled: Shared[] = listsProbationary(grid, head) ? [{ field: 'category', text: '预备党员' }] : []
  return [
    ...sheetSays(grid.sheet.name),
    ...titled,
    ...firstSection(grid, head),
    ...(head?.paths.get(nameColumn ?? -1) ?? []).slice(0, -1).flatMap((group) => sharedFrom(group) ?? []),
  ]
}

/** 类别的一段里又有一行看不懂的分隔：类别还照上面的，但说出来。 */
const stillUnder = (person: ReadRow, category: string | undefined, divider: string): ReadRow => {
  if (category === undefined || person.values.category !== category) return person
  const text = `${divider}上面写着“${category}”，按${category}登记，请核对`
  return { ...person, warnings: [...person.warnings, { field: 'category', cell: `第 ${person.row} 行`, text }] }
}

/** 新的一段盖过同一级的，也结束它里面的各级：支部在最外，小组与类别先出现的在外。 */
function divide(shared: Map<string, string>, { field, text }: Shared): void {
  const fields = [...shared.keys()].filter((one) => one !== 'branchName')
  const inner = field === 'branchName' ? fields : shared.has(field) ? fields.slice(fields.indexOf(field) + 1) : []
  for (const one of inner) shared.delete(one)
  shared.set(field, text)
}

/** 并排的几块里，有一块是人的行不算跳过；都不是人的行只说一次。 */
function onceEach({ people, skipped }: Pick<Outcome, 'people' | 'skipped'>): Outcome['skipped'] {
  const told = new Set(people.map(({ row }) => row))
  return [...skipped].sort((a, b) => a.row - b.row).filter(({ row }) => !told.has(row) && told.add(row))
}

export interface Outcome {
  people: ReadRow[]
  skipped: SheetPreview['skipped']
  /** 下面另一张表的表头所在的行；没有为 undefined。 */
  next: number | undefined
}

/**
 * 左边的支部、小组只写在每段第一行、下面空着：照人的读法往下带。合并的不论；同一说法连着写两行的表，空着就是没有填。
 * 例：支部一列写着“一支部”“”“”“二支部”“” → 五行依次属于一、一、一、二、二支部
 */
function carried(grid: Grid, block: Block, rows: readonly number[]): Map<number, string> {
  const nameColumn = nameColumnOf(block) ?? block.left
  const columns = [...block.fields].filter(([column, field]) => column < nameColumn && (field === 'branchName' || field === 'groupName'))
  return new Map(columns.flatMap(([column, field]) => (field && leadsOnly(grid, column, rows) ? [[column, field] as const] : [])))
}

function leadsOnly(grid: Grid, column: number, rows: readonly number[]): boolean {
  const texts = rows.map((row) => grid.text(row, column))
  const blanks = texts.filter((text) => text === '').length
  return texts[0] !== '' && blanks > 0 && texts.every((text, at) => text === '' || text !== texts[at - 1])
}

const nameColumnOf = (block: Block) => [...block.fields].find(([, field]) => field === 'name')?.[0]

/** 带下来的各列；外面一级换了，里面的就不再往下带。 */
function carry(grid: Grid, lead: ReadonlyMap<number, string>, row: number, held: Map<string, string>): void {
  for (const [column, field] of [...lead].sort(([one], [other]) => one - other)) {
    const text = grid.text(row, column)
    if (text === '') continue
    if (field === 'branchName') held.delete('groupName')
    held.set(field, text)
  }
}

/** 有人的各行，到下面另一张表为止。 */
function peopleRows(grid: Grid, head: TableHead | undefined, kindAt: (row: number) => RowKind): number[] {
  const below = grid.rows.filter((row) => row > (head?.bottom ?? -1))
  const end = below.findIndex((row) => kindAt(row).kind === 'otherTable')
  return (end < 0 ? below : below.slice(0, end)).filter((row) => kindAt(row).kind === 'person')
}

/** 逐行判断：是人就读，不是人就写明原因；一行不少。 */
export function readBody(grid: Grid, head: TableHead | undefined, blocks: Block[], lexicon: Lexicon, given: Understanding): Outcome {
  const outcome: Outcome = { people: [], skipped: [], next: undefined }
  const leftOut = new Set(given.adjustments.leaveOut)
  const readCell = cellReader(given.today)
  for (const [index, block] of blocks.entries()) {
    const body = { grid, head, block, ledger: given.ledger, lexicon }
    const mapped = new Set(block.fields.values())
    const shared = new Map(headSays(grid, head, block).flatMap(({ field, text }) => (mapped.has(field) ? [] : [[field, text] as const])))
    const kinds = new Map<number, RowKind>()
    const kindAt = (row: number) => {
      const known = kinds.get(row) ?? rowKind(body, row)
      kinds.set(row, known)
      return known
    }
    const lead = carried(grid, block, peopleRows(grid, head, kindAt))
    const held = new Map<string, string>()
    let within: string | undefined
    const skip = (row: number, reason: string) => outcome.skipped.push({ row: row + 1, reason })
    for (const row of linesOf(grid, (head?.bottom ?? -1) + 1)) {
      const filled = grid.filled(row)
      const inside = filled.some((column) => column >= block.left && column <= block.right)
      if (!inside) {
        const elsewhere = blocks.some((other) => filled.some((column) => column >= other.left && column <= other.right))
        if (index === 0 && !elsewhere) skip(row, filled.length > 0 ? '名单以外的内容' : '空行')
      } else {
        const found = kindAt(row)
        if (found.kind === 'otherTable') {
          outcome.next = Math.min(outcome.next ?? row, row)
          break
        }
        if (found.kind === 'shared' && !mapped.has(found.shared.field)) divide(shared, found.shared)
        if (found.kind === 'shared' && found.shared.field === 'category') within = undefined
        if (found.kind === 'divider') {
          shared.delete('groupName')
          within = found.reason
        }
        if (found.kind !== 'person') skip(row, found.reason)
        else if (leftOut.has(row + 1)) skip(row, '您选择不导入')
        else {
          carry(grid, lead, row, held)
          const under = held.size === 0 ? shared : new Map([...shared, ...held])
          const person = readRow(grid, head, block, row, under, held, readCell, given)
          outcome.people.push(within ? stillUnder(person, under.get('category'), within) : person)
        }
      }
    }
  }
  const { next } = outcome
  const above = { people: outcome.people.filter(({ row }) => next === undefined || row <= next), skipped: outcome.skipped, next }
  return { ...above, skipped: onceEach(above).filter(({ row }) => next === undefined || row <= next) }
}
