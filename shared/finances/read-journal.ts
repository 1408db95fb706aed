import type { Block } from '../imports/blocks.ts'
import type { BodyReader } from '../imports/body-reader.ts'
import { readCell } from '../imports/cells.ts'
import type { TableHead } from '../imports/find-table.ts'
import { addressOf, type Grid } from '../imports/grid.ts'
import { normalHeading } from '../imports/headings.ts'
import type { ReadRow } from '../imports/member-checks.ts'
import type { Understanding } from '../imports/read-body.ts'
import { showFen, sumOf } from '../kit/money.ts'
import type { Fen } from '../kit/values.ts'
import { readFen } from '../ledger/reading.ts'
import { type Counted, checkCounts, kindOfLabel } from './journal-checks.ts'
import { createDayReader } from './journal-days.ts'
import { directionWords } from './words.ts'

const moneyFields = ['income', 'expense', 'amount', 'balance'] as const
const dayFields = ['day', 'yearPart', 'monthPart', 'dayPart']
/** 照原样读成文字的各栏；合并的一格管几行。 */
const textFields = ['number', 'summary', 'category', 'source', 'account', 'counterparty', 'handler', 'witness', 'approver', 'note']
const LONGEST = 200
/** 表下的落款，不论写在哪一格。 */
const footer = /^(填表|制表|审核|复核|记账|出纳|会计|负责|经办|填报|单位)人?(单位|负责人)?[:：]/
const ditto = /^(["〃″“”]|同上|同前)$/

interface Paper {
  grid: Grid
  head: TableHead | undefined
  block: Block
  columns: Understanding['ledger']['columns']
  columnOf(field: string): number | undefined
  /** 一栏金额里出现过负数：正是收、负是支。 */
  signed: boolean
}

const paperOf = (grid: Grid, head: TableHead | undefined, block: Block, { ledger: { columns } }: Understanding): Paper => {
  const columnOf = (field: string) => [...block.fields].find(([, one]) => one === field)?.[0]
  const amounts = columnOf('amount')
  const signed =
    amounts !== undefined &&
    columnOf('side') === undefined &&
    grid.rows.some((row) => {
      const reading = row > (head?.bottom ?? -1) ? readFen(grid.own(row, amounts)?.text ?? '') : { value: null }
      return 'value' in reading && reading.value !== null && reading.value < 0
    })
  return { grid, head, block, columns, columnOf, signed }
}

/** 一行里能看见的文字，金额以外的连起来：“合 计”写在哪一格都认得。 */
function labelOf({ grid, block, columnOf }: Paper, row: number): string {
  const summary = columnOf('summary')
  const own = summary === undefined ? '' : grid.text(row, summary)
  if (own !== '') return own
  const moneys = new Set(moneyFields.map(columnOf))
  return grid
    .filled(row)
    .filter((column) => column >= block.left && column <= block.right && !moneys.has(column))
    .map((column) => grid.text(row, column))
    .join('')
}

const repeatsHead = ({ grid, head }: Paper, row: number) => {
  const columns = grid.filled(row)
  const equal = columns.filter((column) =>
    (head?.paths.get(column) ?? []).some((part) => normalHeading(part) === normalHeading(grid.text(row, column))),
  )
  return equal.length >= Math.max(2, columns.length * 0.6)
}

/** 重复的表头里有一栏挪了地方（收入、支出对调）：下面各行要照它另读。 */
const reordered = ({ grid, head }: Paper, row: number) => {
  const leaves = new Map([...(head?.paths ?? [])].map(([column, path]) => [column, normalHeading(path.at(-1) ?? '')]))
  return grid.filled(row).some((column) => {
    const here = normalHeading(grid.text(row, column))
    return here !== leaves.get(column) && [...leaves].some(([other, leaf]) => other !== column && leaf === here)
  })
}

/** 单独一格写着年份的小标题。例：“2026年收支明细”；“注：……”不是。 */
const isYearTitle = ({ grid }: Paper, row: number, label: string) =>
  grid.filled(row).length === 1 && label.length <= 40 && !/[:：]/.test(label)

type Amounts = Pick<Counted, 'income' | 'expense' | 'balance' | 'unread'>

/** 一行的几个金额；读不懂的记为错，结余读不懂只提醒。 */
function amountsOf(paper: Paper, row: number, read: ReadRow): Amounts & { amount: Fen | null; written: boolean } {
  const found = { income: null, expense: null, amount: null, balance: null } as Record<(typeof moneyFields)[number], Fen | null>
  let [unread, written] = [false, false]
  for (const field of moneyFields) {
    const at = paper.columnOf(field)
    const cell = at === undefined ? undefined : paper.grid.own(row, at)
    const column = paper.columns[field]
    if (at === undefined || !cell || !column) continue
    read.cells[field] = addressOf(row, at)
    const reading = readCell(cell, column as never)
    if ('problem' in reading) {
      written ||= field !== 'balance'
      unread ||= field !== 'balance'
      const note = { field, cell: addressOf(row, at), text: `${column.label}：${reading.problem}` }
      if (field === 'balance') read.warnings.push({ ...note, text: `${note.text}；没有核对` })
      else read.errors.push(note)
      continue
    }
    if (field === 'amount') read.values.amount = reading.text
    const fen = readFen(reading.text)
    found[field] = 'value' in fen ? fen.value : null
    if (field !== 'balance') written ||= found[field] !== null
  }
  return { ...found, unread, written }
}

/** 只有一栏金额的：凭收支一栏，或凭正负，分到收入或支出；分不清的说出来。 */
function sided(paper: Paper, row: number, read: ReadRow, amount: Fen): Pick<Amounts, 'income' | 'expense' | 'unread'> {
  const at = paper.columnOf('side')
  const told = at === undefined ? undefined : readCell(paper.grid.at(row, at) ?? { kind: 'text', text: '' }, paper.columns.side as never)
  const cell = read.cells.amount ?? `第 ${row + 1} 行`
  if (told && 'text' in told && told.text !== '') {
    read.values.side = told.text
    return told.text === directionWords.income
      ? { income: amount, expense: null, unread: false }
      : { income: null, expense: amount, unread: false }
  }
  if (!told && paper.signed)
    return amount > 0 ? { income: amount, expense: null, unread: false } : { income: null, expense: -amount, unread: false }
  read.errors.push({
    field: at === undefined ? 'amount' : 'side',
    cell: at === undefined ? cell : addressOf(row, at),
    text:
      told && 'problem' in told
        ? `收支：${told.problem}`
        : '只有一栏金额，没有写是收入还是支出；请添一栏写上“收入”或“支出”，或者支出写成负数',
  })
  return { income: null, expense: null, unread: true }
}

function texts(paper: Paper, row: number, read: ReadRow, above: ReadRow | undefined): void {
  for (const field of textFields) {
    const at = paper.columnOf(field)
    if (at === undefined) continue
    read.cells[field] = addressOf(row, at)
    const merge = paper.grid.mergeAt(row, at)
    const cell = paper.grid.own(row, at) ?? (merge && merge.top > (paper.head?.bottom ?? -1) ? paper.grid.at(row, at) : undefined)
    if (!cell) continue
    const reading = readCell(cell, paper.columns[field] as never)
    const text = 'text' in reading ? reading.text.replace(/\n/g, ' ') : ''
    if (ditto.test(text)) {
      if (above?.values[field]) read.values[field] = above.values[field]
    } else if (text.length > LONGEST)
      read.errors.push({ field, cell: addressOf(row, at), text: `${paper.columns[field]?.label ?? ''}超过 ${LONGEST} 字，请写短些` })
    else if (text !== '') read.values[field] = text
    if ('problem' in reading) read.errors.push({ field, cell: addressOf(row, at), text: reading.problem })
  }
  const at = paper.columnOf('papers')
  const papers = at === undefined ? '' : paper.grid.text(row, at)
  const count = /^(\d{1,3})$|(?<!\d)(\d{1,3})\s*[张份页]/.exec(papers)
  if (count) read.values.papers = count[1] ?? count[2] ?? ''
  else if (papers !== '' && !/^[—\-/无]+$/.test(papers) && at !== undefined)
    read.warnings.push({ field: 'papers', cell: addressOf(row, at), text: `附件“${papers.slice(0, 20)}”看不出几张，没有记张数` })
}

/** 一笔账：日子、收支、各栏文字；缺什么说什么。 */
function entryOf(paper: Paper, row: number, read: ReadRow, amounts: ReturnType<typeof amountsOf>, above: ReadRow | undefined): Counted {
  texts(paper, row, read, above)
  let { income, expense, unread } = amounts
  if (amounts.amount !== null && income === null && expense === null)
    ({ income, expense, unread } = sided(paper, row, read, amounts.amount))
  if (income === 0 && expense !== null && expense !== 0) income = null
  if (expense === 0 && income !== null && income !== 0) expense = null
  const whole = `第 ${row + 1} 行`
  if (income !== null && expense !== null) {
    read.errors.push({ field: 'income', cell: read.cells.income ?? whole, text: '收入、支出都写了金额，请分成两笔' })
    unread = true
  } else if (income !== null) read.values.income = showFen(income)
  else if (expense !== null) read.values.expense = showFen(expense)
  else if (!unread) read.errors.push({ field: 'expense', cell: read.cells.expense ?? read.cells.amount ?? whole, text: '没有金额' })
  if (amounts.balance !== null) read.values.balance = showFen(amounts.balance)
  if (!read.values.summary && !read.errors.some(({ field }) => field === 'summary'))
    read.errors.push({ field: 'summary', cell: read.cells.summary ?? whole, text: '没有摘要，请写上是什么钱' })
  const cell = read.cells.balance ?? whole
  return { row: row + 1, kind: 'entry', label: '', income, expense, balance: amounts.balance, unread, cell, warnings: read.warnings }
}

function putDay(found: ReturnType<ReturnType<typeof createDayReader>['read']>, read: ReadRow): void {
  read.cells.day = found.cell
  if ('problem' in found) read.errors.push({ field: 'day', cell: found.cell, text: `日期：${found.problem}` })
  else if ('blank' in found) read.errors.push({ field: 'day', cell: found.cell, text: '没有日期' })
  else {
    read.values.day = found.day
    if (found.warning) read.warnings.push({ field: 'day', cell: found.cell, text: found.warning })
  }
}

const none = { people: [], skipped: [], next: undefined }

/** 收支台账的表头以下：一笔一行；结转、合计各行只用来核对；别的写明为什么跳过。一行不少。 */
const read: BodyReader['read'] = (grid, head, blocks, given) => {
  const [block] = blocks
  if (!block) return none
  const paper = paperOf(grid, head, block, given)
  const days = createDayReader(grid, head, block)
  const dayColumns = new Set(dayFields.map(paper.columnOf))
  const people: ReadRow[] = []
  const [counted, skipped]: [Counted[], { row: number; reason: string }[]] = [[], []]
  let next: number | undefined
  for (const row of grid.rows.filter((one) => one > (head?.bottom ?? -1))) {
    if (repeatsHead(paper, row) && reordered(paper, row)) {
      next = row
      break
    }
    const label = labelOf(paper, row)
    const entry: ReadRow = { row: row + 1, values: {}, warnings: [], errors: [], cells: {}, raw: {} }
    const amounts = amountsOf(paper, row, entry)
    const filled = grid.filled(row)
    const kind = kindOfLabel(label)
    const skip = (reason: string) => skipped.push({ row: row + 1, reason })
    if (repeatsHead(paper, row)) skip('重复的表头')
    else if (filled.some((column) => footer.test(grid.text(row, column).replace(/\s/g, '')))) skip('表下的落款')
    else if (kind !== 'entry') {
      const cell = entry.cells.balance ?? `第 ${row + 1} 行`
      counted.push({ ...amounts, row: row + 1, kind, label: label.replace(/\s/g, ''), cell, warnings: [] })
    } else if (!amounts.written && (filled.every((column) => dayColumns.has(column)) || label.length > 60 || /[:：]/.test(label))) {
      if (isYearTitle(paper, row, label)) days.divide(label)
      skip('没有写金额，不是一笔账')
    } else if (!amounts.written && ![...dayColumns].some((column) => column !== undefined && grid.own(row, column))) {
      days.divide(label)
      skip('没有日期和金额，不是一笔账')
    } else if (amounts.written && !amounts.unread && !amounts.income && !amounts.expense && !amounts.amount) skip('金额是零，不用记账')
    else {
      putDay(days.read(row), entry)
      counted.push(entryOf(paper, row, entry, amounts, people.at(-1)))
      if (grid.sheet.hiddenRows.includes(row))
        entry.warnings.push({ field: null, cell: `第 ${row + 1} 行`, text: '这一行在原表里是隐藏的' })
      people.push(entry)
    }
  }
  const said = checkCounts(counted)
  const leftOut = new Set(given.adjustments.leaveOut)
  return {
    people: people.filter(({ row }) => !leftOut.has(row)),
    skipped: [
      ...skipped,
      ...counted.flatMap(({ row, kind }) => (kind === 'entry' ? [] : [{ row, reason: said.get(row) ?? '合计行' }])),
      ...people.filter(({ row }) => leftOut.has(row)).map(({ row }) => ({ row, reason: '您选择不导入' })),
    ].toSorted((a, b) => a.row - b.row),
    next,
  }
}

const fenOf = (text: string | undefined): Fen => {
  const reading = readFen(text ?? '')
  return 'value' in reading ? (reading.value ?? 0) : 0
}

const advise: BodyReader['advise'] = ({ grid, head, blocks = [], people = [] }) => {
  const fields = new Set(blocks.flatMap((block) => [...block.fields.values()]))
  if (grid.lastRow < 0) return '空的工作表，没有内容。'
  if (!head) return '没有找到日记账的表头（日期、摘要、收入、支出）。请选择收支明细所在的工作表。'
  if (!['income', 'expense', 'amount'].some((field) => fields.has(field)))
    return '没有找到收入、支出的列。如果这是收支台账，请在下面指明；否则请换一张工作表。'
  if (!fields.has('day') && !fields.has('dayPart')) return '没有找到日期的列，请在下面指明。'
  if (people.length === 0) return '表头认得，但下面还没有账。'
  const hidden = grid.sheet.hidden ? '这是隐藏的工作表。' : ''
  const sum = (field: string) => showFen(sumOf(people.map(({ values }) => fenOf(values[field]))))
  const off = people.flatMap(({ row, warnings }) => (warnings.some(({ field }) => field === 'balance') ? [row] : []))
  const swapped = off.length > 2 && off.length > people.length / 2 ? '过半的结余对不上，收入、支出两列可能对反了，请核对。' : ''
  const broken = off.length > 0 ? `结余有 ${off.length} 处对不上（第 ${off.slice(0, 5).join('、')}${off.length > 5 ? '…' : ''} 行）。` : ''
  return `${hidden}读到 ${people.length} 笔，收入合计 ${sum('income')} 元，支出合计 ${sum('expense')} 元。${broken}${swapped}`
}

export const journalBody: BodyReader = { read, advise }
