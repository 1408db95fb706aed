import type { Column } from '../../shared/ledger/columns.ts'
import type { Ledger } from '../../shared/ledger/define.ts'
import type { GradedColumn } from './grades.ts'
import { linesIn, unitsOf, widestLine } from './text-width.ts'
import type { SheetCell, SheetColumn, SheetPlan } from './workbook.ts'
import { shownCell, totalOf } from './workbook-text.ts'

/** 表名、填报单位一类每张表都有的字。 */
export interface Heading {
  unit: string
  year: number
  /** 填报日期，如 2026年11月22日。 */
  on: string
  /** 页脚左边的话：级别、演示；没有为空。 */
  mark: string
}

/** 把代码列的文字译成代码；不认识的词原样留下。 */
export type Encode = (dictionary: string, word: string) => string

type Row = Record<string, unknown>

/** A4 一页宽大约放得下的半角字数（11 磅字、一页宽、缩到一半时）。 */
const WIDEST = { portrait: 200, landscape: 290 }
/** byHand：留着手写的，9 毫米多一点。 */
const ROW = { least: 22, byHand: 27, line: 15, most: 400 }

const formatOf = (kind: Column<unknown>['kind']): SheetColumn['format'] =>
  kind === 'number' || kind === 'percent' || kind === 'money' ? kind : 'text'

/**
 * 一格里的字：数字列给数字，金额列给以元计的数字，代码列给代码，其余一律给文字。
 * @example cellOf(day('日期'), '2026-03-05', encode) // '2026年03月05日'
 */
const cellOf = (column: Column<unknown>, value: unknown, encode: Encode): SheetCell => {
  if (column.kind === 'money' && typeof value === 'number') return value / 100
  if (formatOf(column.kind) !== 'text' && typeof value === 'number') return value
  const shown = column.show(value)
  return column.dictionary && shown !== '' ? encode(column.dictionary, shown) : shown
}

/** 代码列里用到的代码各是什么；没有代码的列为空。 */
function meaningsOf(column: Column<unknown>, values: readonly unknown[], encode: Encode): Record<string, string> | undefined {
  const { dictionary } = column
  if (dictionary === undefined) return undefined
  const pairs = [...new Set(values.map((value) => column.show(value)))].map((word) => [encode(dictionary, word), word] as const)
  return Object.fromEntries([...pairs].filter(([code, word]) => word !== '' && code !== word).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** 不能折行的列（日期、证件号、电话、数字）放得下最长的一格与合计；文字列略为放宽，其余折行。 */
const fitted = (column: Column<unknown>, cells: readonly SheetCell[]): number => {
  if (column.byHand) return column.width
  const format = formatOf(column.kind)
  const widest = [...cells, column.total ? totalOf(cells) : ''].reduce<number>(
    (most, cell) => Math.max(most, widestLine(shownCell(cell, format)) + (typeof cell === 'number' ? 1 : 0)),
    0,
  )
  const label = Math.max(...column.label.split('').map(unitsOf)) * Math.min(column.label.length, 3) + 1
  const whole = column.kind !== 'text' && column.kind !== 'code'
  const single = whole || column.privacy === 'idNumber' || column.privacy === 'phone'
  const wanted = single ? Math.min(widest + 2, 40) : Math.min(widest + 2, Math.ceil(column.width * 1.25))
  const least = single ? Math.min(column.width, Math.max(label, widest + 2)) : Math.min(column.width, Math.max(label, widest + 2, 8))
  return Math.max(least, wanted, label)
}

/** 一行的高：按最多行的一格算。 */
const heightOf = (row: readonly SheetCell[], widths: readonly number[], least = ROW.least) =>
  Math.min(
    ROW.most,
    Math.max(
      least,
      Math.max(...row.map((cell, at) => (typeof cell === 'string' ? linesIn(cell, (widths[at] ?? 8) - 1) : 1))) * ROW.line + 6,
    ),
  )

/** 序号只编给真的行。例：serialNumbers([true, false, false]) // [null, 1, 2] */
const serialNumbers = (ruled: readonly boolean[]): (number | null)[] => {
  let last = 0
  return ruled.map((is) => {
    if (is) return null
    last += 1
    return last
  })
}

/** 太宽的表打成左右两页：从哪一列起是第二页（序号、姓名在第二页重复）。 */
const secondPageAt = (widths: readonly number[]): number => {
  const total = (from: number, to: number) => widths.slice(from, to).reduce((sum, width) => sum + width, 0)
  const pageWidth = (at: number) => Math.max(total(0, at), total(0, 2) + total(at, widths.length))
  return widths.reduce((best, _, at) => (at > 2 && pageWidth(at) <= pageWidth(best) ? at : best), 3)
}

/** 表头写什么单位：有金额的是元，有合计的照台账说的数；别的没有单位可说。 */
const unitOf = ({ counts }: Ledger, columns: readonly SheetColumn[]): string[] => {
  if (columns.some(({ format }) => format === 'money')) return ['单位：元']
  return counts !== undefined && columns.some(({ total }) => total) ? [`单位：${counts}`] : []
}

/**
 * 一本台账成为一张表：序号列在前，各列与各行按描述；合计、折行、列宽、页面在这里定好，写文件的只照做。
 * @example ledgerSheet(registerLedger, columns, rows, heading, encode).title // '某某支部2026年度三会一课台账'
 */
export function ledgerSheet(
  ledger: Ledger,
  columns: readonly GradedColumn[],
  rows: readonly Row[],
  heading: Heading,
  encode: Encode,
): SheetPlan {
  const ruled = rows.map((row) => ledger.ruled?.(row) ?? false)
  const numbers = serialNumbers(ruled)
  const cells = rows.map((row, index) => [
    numbers[index] ?? null,
    ...columns.map(({ field, column }) => cellOf(column, row[field], encode)),
  ])
  const meanings = columns.map(({ field, column }) =>
    meaningsOf(
      column,
      rows.map((row) => row[field]),
      encode,
    ),
  )
  const widths = [
    Math.max(5, String(rows.length).length + 3),
    ...columns.map(({ column }, at) =>
      fitted(
        column,
        cells.map((row) => row[at + 1] ?? null),
      ),
    ),
  ]
  const words = ledger.totalWords?.(rows) ?? {}
  const sheetColumns: SheetColumn[] = [
    { label: '序号', width: widths[0] ?? 5, align: 'center', format: 'number', total: false },
    ...columns.map(({ field, column }, at) => ({
      label: column.label,
      width: widths[at + 1] ?? column.width,
      align: column.align,
      format: formatOf(column.kind),
      total: column.total,
      ...(column.group ? { group: column.group } : {}),
      ...(words[field] ? { totalWords: words[field] } : {}),
      ...(meanings[at] ? { words: meanings[at] } : {}),
      ...(column.sums
        ? { sums: column.sums.map((field) => columns.findIndex((one) => one.field === field) + 1).filter((at) => at > 0) }
        : {}),
    })),
  ]
  const byHand = columns.some(({ column }) => column.byHand)
  const sum = widths.reduce((total, width) => total + width, 0)
  const labels = sheetColumns.map(({ label }) => label)
  return {
    name: ledger.title,
    title: `${heading.unit}${heading.year}年度${ledger.title}`,
    heading: [`填报单位（盖章）：${heading.unit}`, `填报日期：${heading.on}`, ...unitOf(ledger, sheetColumns)],
    columns: sheetColumns,
    rows: cells,
    headerHeight: Math.max(26, heightOf(labels, widths)),
    rowHeights: cells.map((row) => heightOf(row, widths, byHand ? ROW.byHand : ROW.least)),
    totalHeight: heightOf([null, ...columns.map(({ field }) => words[field] ?? null)], widths),
    ...(byHand ? { rowLeast: ROW.byHand } : {}),
    closing: ['填表人：', '审核人：', '负责人：'],
    mark: heading.mark,
    orientation: ledger.orientation,
    secondPageAt: sum > WIDEST[ledger.orientation] ? secondPageAt(widths) : null,
    frozenColumns: 2,
    ruledRows: ruled.flatMap((is, index) => (is ? [index] : [])),
  }
}
