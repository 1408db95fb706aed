import { type Cell, type CellStyle, type MergeRange, type WriteSheet, writeXlsx } from 'hucre'
import { type FormPlan, formSheet } from './form-sheet.ts'
import { pagesTall } from './page-fit.ts'
import { printed, withoutRanges } from './print-ranges.ts'
import { border, font, footerOf, margins, titleStyle } from './sheet-look.ts'
import { spans } from './spans.ts'
import { linesIn, unitsOf } from './text-width.ts'
import { cellText, codeNotes, letterOf, sheetName, sideOf, totalOf } from './workbook-text.ts'

/** 文字一律作文字写，从不当公式；null 是空格。 */
export type SheetCell = string | number | null

export interface SheetColumn {
  label: string
  /** 半角字数。 */
  width: number
  align: 'left' | 'center' | 'right'
  /** money 的格是以元计的数字。 */
  format: 'text' | 'number' | 'percent' | 'money'
  /** 合计行里求和。 */
  total: boolean
  /** 两级表头里上一级的字；同组的列相邻。 */
  group?: string
  /** 行内合计：这些列（从 0 起，连着）相加。 */
  sums?: number[]
  /** 合计行里写的话。 */
  totalWords?: string
  /** 代码列：用到的代码各是什么意思。工作簿写代码，表下注明；纸上写文字。 */
  words?: Record<string, string>
}

/** 一张可以直接打印的表：第 1 行表名，第 2 行单位与日期，第 3 行表头，末尾合计与落款。 */
export interface SheetPlan {
  name: string
  title: string
  heading: readonly string[]
  columns: SheetColumn[]
  rows: SheetCell[][]
  headerHeight: number
  rowHeights: number[]
  /** 合计行的高；一般不必给。 */
  totalHeight?: number
  /** 要手写的表，一行至少这么高，磅。 */
  rowLeast?: number
  /** 表下、落款前的几行话，各占一整行；多数表没有。 */
  notes?: string[]
  closing: string[]
  mark: string
  orientation: 'portrait' | 'landscape'
  /** 太宽时打成左右两页，第二页从这一列（从 0 起）开始；一页宽为空。 */
  secondPageAt: number | null
  /** 左边冻结、每页重复的列数。 */
  frozenColumns: number
  /** 正文里合并的几格：第几行（从 0 起），从哪一列到哪一列。 */
  merged?: { row: number; from: number; to: number }[]
  /** 夹在中间的结转、合计行（从 0 起），加粗。 */
  ruledRows?: number[]
}

const HEADER_ROW = 2
/** 列太少时，单位、日期与落款各连成一行，分段会挤得折行。 */
const FEW = 5
const LINE = 15
/** 正文从第几行起：表头一级或两级。 */
export const firstRowOf = (columns: readonly SheetColumn[]): number => HEADER_ROW + (columns.some(({ group }) => group) ? 2 : 1)

const headingStyle = (horizontal: 'left' | 'center' | 'right'): CellStyle => ({
  font,
  alignment: { horizontal, vertical: 'center', wrapText: true },
  numFmt: '@',
})
const headerStyle: CellStyle = {
  font: { name: '黑体', size: 11 },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
  numFmt: '@',
}
/** 数目照原样：学时有半个的，写成 0 就印成了整数。 */
const numFmts = { text: '@', number: 'General', percent: '0.0"%"', money: '#,##0.00' }
const bodyStyle = ({ align, format }: SheetColumn, bold = false): CellStyle => ({
  font: bold ? { ...font, bold } : font,
  alignment: { horizontal: align, vertical: 'center', wrapText: true },
  border,
  numFmt: numFmts[format],
})

/** 连着的几列在一行里的范围。例：rangeOf([6, 7, 8], 3) // 'G4:I4' */
const rangeOf = (columns: readonly number[], row: number) =>
  `${letterOf(Math.min(...columns))}${row + 1}:${letterOf(Math.max(...columns))}${row + 1}`

function sheetOf(plan: SheetPlan): WriteSheet {
  const { columns, rows } = plan
  const firstRow = firstRowOf(columns)
  const last = columns.length - 1
  const cells = new Map<string, Partial<Cell>>()
  const merges: MergeRange[] = []
  const rowDefs = new Map<number, { height: number }>()
  const grid: (string | number | null)[][] = []

  const put = (row: number, col: number, value: SheetCell, style: CellStyle) => {
    const written = typeof value === 'string' ? cellText(value) || null : value
    const line = (grid[row] ??= new Array(columns.length).fill(null))
    line[col] = written
    cells.set(`${row},${col}`, {
      value: written,
      type: written === null ? 'empty' : typeof written === 'number' ? 'number' : 'string',
      style,
    })
  }
  /** 求和公式，打开之前已有结果。 */
  const formula = (row: number, col: number, range: string, result: number, style: CellStyle) =>
    cells.set(`${row},${col}`, { value: result, type: 'formula', formula: `SUM(${range})`, formulaResult: result, style })
  /** 一行分成几段，每段合并；段里的字要折行，行就长高。 */
  const band = (
    row: number,
    texts: readonly string[],
    styleAt: (index: number) => CellStyle,
    least: number,
    from = 0,
    until = columns.length,
  ) => {
    let [start, height] = [from, least]
    spans(columns.slice(from, until), texts).forEach((span, index) => {
      const end = from + span
      for (let col = start; col <= end; col += 1) put(row, col, col === start ? (texts[index] ?? '') : null, styleAt(index))
      const room = columns.slice(start, end + 1).reduce((sum, { width }) => sum + width, 0)
      height = Math.max(height, linesIn(texts[index] ?? '', room - 1) * LINE + 7)
      if (end > start) merges.push({ startRow: row, endRow: row, startCol: start, endCol: end })
      start = end + 1
    })
    rowDefs.set(row, { height })
  }

  const fold = plan.secondPageAt ?? columns.length
  // 打成两页时左边几列每页重复，表名从它们之后开始，免得第二页印出半截
  const from = plan.secondPageAt === null ? 0 : plan.frozenColumns
  const width = columns.slice(0, fold).reduce((sum, column) => sum + column.width, 0)
  band(0, [plan.title], () => titleStyle, Math.ceil((unitsOf(plan.title) * 1.7) / width) * 24 + 12, from, fold)
  if (plan.secondPageAt !== null) band(0, [`${plan.title}（续）`], () => titleStyle, rowDefs.get(0)?.height ?? 36, fold)
  band(
    1,
    columns.length < FEW ? [plan.heading.join('　')] : plan.heading,
    (index) => headingStyle(columns.length < FEW ? 'left' : sideOf(index, plan.heading.length)),
    22,
    from,
    fold,
  )
  const low = firstRow - 1
  for (const [col, { label, group }] of columns.entries()) {
    put(low, col, label, headerStyle)
    if (low === HEADER_ROW) continue
    const opens = columns[col - 1]?.group !== group
    put(HEADER_ROW, col, group ? (opens ? group : null) : label, headerStyle)
    if (!group) {
      put(low, col, null, headerStyle)
      merges.push({ startRow: HEADER_ROW, endRow: low, startCol: col, endCol: col })
    } else if (opens) {
      const width = columns.slice(col).findIndex((one) => one.group !== group)
      const end = width === -1 ? last : col + width - 1
      if (end > col) merges.push({ startRow: HEADER_ROW, endRow: HEADER_ROW, startCol: col, endCol: end })
    }
  }
  for (let row = HEADER_ROW; row <= low; row += 1) rowDefs.set(row, { height: low === HEADER_ROW ? plan.headerHeight : 22 })

  const styles = columns.map((column) => bodyStyle(column))
  const ruledStyles = columns.map((column) => bodyStyle(column, true))
  const ruledRows = new Set(plan.ruledRows)
  rows.forEach((row, index) => {
    for (const [col, style] of (ruledRows.has(index) ? ruledStyles : styles).entries()) {
      put(firstRow + index, col, row[col] ?? null, style)
      const sums = columns[col]?.sums
      if (sums && sums.length > 0)
        formula(firstRow + index, col, rangeOf(sums, firstRow + index), totalOf(sums.map((at) => row[at] ?? null)), style)
    }
    rowDefs.set(firstRow + index, { height: plan.rowHeights[index] ?? 22 })
  })

  for (const { row, from: startCol, to: endCol } of plan.merged ?? [])
    merges.push({ startRow: firstRow + row, endRow: firstRow + row, startCol, endCol })

  let next = firstRow + rows.length
  if (rows.length > 0 && columns.some(({ total }) => total)) {
    columns.forEach((column, col) => {
      const style = bodyStyle(column, true)
      put(
        next,
        col,
        col === 1 ? '合计' : (column.totalWords ?? null),
        col === 1 ? { ...style, alignment: { ...style.alignment, horizontal: 'center' } } : style,
      )
      if (!column.total) return
      const letter = letterOf(col)
      const result = totalOf(rows.map((row) => row[col] ?? null))
      formula(next, col, `${letter}${firstRow + 1}:${letter}${firstRow + rows.length}`, result, style)
    })
    rowDefs.set(next, { height: plan.totalHeight ?? 22 })
    next += 1
  }
  for (const note of [...(plan.notes ?? []), ...codeNotes(columns)]) {
    band(next, [note], () => headingStyle('left'), 22, from, fold)
    next += 1
  }
  band(next, columns.length < FEW ? [plan.closing.join('　　　　')] : plan.closing, () => headingStyle('left'), 30, from, fold)

  const tall = (start: number, end: number) =>
    Array.from({ length: end - start }, (_, at) => rowDefs.get(start + at)?.height ?? 22).reduce((sum, height) => sum + height, 0)
  const area = `$A$1:$${letterOf(last)}$${next + 1}`
  return {
    name: sheetName(plan.name),
    columns: columns.map((column) => ({ width: column.width })),
    rows: grid,
    cells,
    merges,
    rowDefs,
    ...(plan.secondPageAt === null ? {} : { colBreaks: [plan.secondPageAt - 1] }),
    freezePane: { rows: firstRow, columns: plan.frozenColumns },
    pageSetup: {
      paperSize: 'a4',
      orientation: plan.orientation,
      fitToPage: true,
      fitToWidth: plan.secondPageAt === null ? 1 : 2,
      fitToHeight: pagesTall(plan, tall(0, firstRow), tall(firstRow, next + 1)),
      horizontalCentered: true,
      margins,
      printArea: area,
      printTitlesRow: `$1:$${firstRow}`,
      ...(plan.secondPageAt !== null ? { printTitlesColumn: `$A:$${letterOf(plan.frozenColumns - 1)}` } : {}),
    },
    headerFooter: footerOf(plan.mark),
  }
}

/** 写成 xlsx。只有这里、form-sheet.ts 与 print-ranges.ts 认识写表格的库。 */
export async function writeWorkbook(plans: readonly (SheetPlan | FormPlan)[]): Promise<Uint8Array> {
  const sheets = plans.map((plan) => ('widths' in plan ? formSheet(plan) : sheetOf(plan)))
  const written = await writeXlsx({
    sheets: sheets.map(withoutRanges),
    namedRanges: sheets.flatMap(printed),
    defaultFont: font,
    properties: { title: plans[0]?.title ?? '', creator: '支部台账' },
  })
  return written instanceof Uint8Array ? written : new Uint8Array(written)
}
