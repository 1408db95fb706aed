import type { Cell, CellStyle, MergeRange, WriteSheet } from 'hucre'
import { border, font, footerOf, margins, titleStyle } from './sheet-look.ts'
import { linesIn, unitsOf } from './text-width.ts'
import { cellText, letterOf, placeIn, sheetName } from './workbook-text.ts'

/** 一格的样子：表名、说明、栏名、居中的值、靠左的值、带框的整段、小标题、没有框的话、没有框的链接、表里的链接。 */
export type FormStyle = 'title' | 'remark' | 'label' | 'center' | 'value' | 'prose' | 'heading' | 'plain' | 'back' | 'link'

export interface FormCell {
  /** null 是空格；数字照数字写。 */
  value: string | number | null
  /** 占几列。 */
  span: number
  style: FormStyle
  /** 点了去哪张表（表的名字）。 */
  to?: string
}

/** 一行；keep 是跟下一行在同一页，如小标题。 */
export interface FormRow {
  cells: FormCell[]
  height: number
  keep?: boolean
}

/** 一张表单：按格子排，不是一行一人的名册；打开就能打印。 */
export interface FormPlan {
  name: string
  title: string
  /** 各列的宽，半角字数。 */
  widths: number[]
  rows: FormRow[]
  /** 从这几行（从 0 起）另起一页。 */
  breaks: number[]
  /** 每页重复到第几行为止；0 为不重复。 */
  repeated: number
  /** 印从第几行（从 0 起）起；上面的只在屏幕上看。 */
  printedFrom: number
  mark: string
}

/** 一行最高多少行字：再高的一段拆成几行，免得一页末尾空一大块，也不超过 Excel 的行高上限。 */
const MOST_LINES = 12
const LINE = 15
/** A4 竖版一页放得下多高，磅；调整为一页宽只会缩小，真的总比这多，所以不会在人定的分页之前先断开。 */
const ROOM = (841.89 - (margins.top + margins.bottom) * 72) * 0.97

const aligned = (horizontal: 'left' | 'center' | 'right', vertical: 'top' | 'center' = 'center') => ({
  alignment: { horizontal, vertical, wrapText: true },
  numFmt: '@',
})
/** 左边空一点，字不贴着框线。 */
const indented = ({ alignment, ...style }: ReturnType<typeof aligned>) => ({ ...style, alignment: { ...alignment, indent: 1 } })
const sides = { left: border.left, right: border.right }
const blue = { ...font, color: { rgb: '0B57D0' }, underline: true }

const styles: Record<FormStyle, CellStyle> = {
  title: titleStyle,
  remark: { font, ...aligned('center') },
  label: { font: { name: '黑体', size: 11 }, border, ...aligned('center') },
  center: { font, border, ...aligned('center') },
  value: { font, border, ...indented(aligned('left')) },
  prose: { font, border: sides, ...indented(aligned('left', 'top')) },
  heading: { font: { name: '黑体', size: 11 }, border: { ...sides, top: border.top }, ...indented(aligned('left')) },
  plain: { font, ...aligned('left') },
  back: { font: blue, alignment: { horizontal: 'left', vertical: 'center' }, numFmt: '@' },
  link: { font: blue, border, ...aligned('left') },
}

/**
 * 一行的高与各格：高按最多行的一格算。
 * @example formRow([6, 80], [{ value: '主题', span: 1, style: 'label' }, { value: '学习', span: 1, style: 'value' }]).height // 26
 */
export function formRow(widths: readonly number[], cells: FormCell[], least = 26): FormRow {
  let at = 0
  const lines = cells.map(({ value, span }) => {
    const room = widths.slice(at, at + span).reduce((sum, width) => sum + width, 0)
    at += span
    return typeof value === 'string' ? linesIn(value, room - 2) : 1
  })
  return { cells, height: Math.max(least, Math.max(...lines) * LINE + 8) }
}

/**
 * 一大段话拆成几行高的几段，每段都放得进一行。
 * @example inPieces('很长的一段……', 80).length // 1
 */
export function inPieces(text: string, width: number): string[] {
  const most = (width - 4) * MOST_LINES
  const pieces: string[] = []
  for (const line of text.split('\n')) {
    let [piece, used] = ['', 0]
    for (const char of line) {
      if (used + unitsOf(char) > most) {
        pieces.push(piece)
        piece = ''
        used = 0
      }
      piece += char
      used += unitsOf(char)
    }
    pieces.push(piece)
  }
  return pieces
}

/** 从哪几行起另起一页：给定的，加上放不下的；小标题不留在页末。行高是定死的，算得准。 */
function pageBreaks({ rows, breaks, repeated, printedFrom }: FormPlan): number[] {
  const tall = (from: number, to: number) => rows.slice(from, to).reduce((sum, { height }) => sum + height, 0)
  const head = tall(printedFrom, repeated)
  const found: number[] = []
  let used = 0
  for (let at = printedFrom; at < rows.length; at += 1) {
    const until = rows.findIndex(({ keep }, index) => index >= at && !keep) + 1 || rows.length
    const given = breaks.includes(at)
    if (given || (used > head && used + tall(at, until) > ROOM)) {
      found.push(at)
      used = head
    }
    used += tall(at, at + 1)
  }
  return found
}

/** 表单的一张：合并、框线、行高、页面都照计划。 */
export function formSheet(plan: FormPlan): WriteSheet {
  const last = plan.widths.length - 1
  const breaks = pageBreaks(plan)
  const cells = new Map<string, Partial<Cell>>()
  const merges: MergeRange[] = []
  const rowDefs = new Map<number, { height: number }>()
  const grid = plan.rows.map(({ cells: given, height }, row) => {
    const line: (string | number | null)[] = new Array(last + 1).fill(null)
    rowDefs.set(row, { height })
    let col = 0
    for (const { value, span, style, to } of given) {
      const written = typeof value === 'string' ? cellText(value) || null : value
      line[col] = written
      for (let at = col; at < col + span; at += 1) {
        const shown = at === col ? written : null
        cells.set(`${row},${at}`, {
          value: shown,
          type: shown === null ? 'empty' : typeof shown === 'number' ? 'number' : 'string',
          style: typeof shown === 'number' ? { ...styles[style], numFmt: 'General' } : styles[style],
          ...(to && at === col ? { hyperlink: { target: '', location: placeIn(to, 'A1'), display: String(written ?? '') } } : {}),
        })
      }
      if (span > 1) merges.push({ startRow: row, endRow: row, startCol: col, endCol: col + span - 1 })
      col += span
    }
    return line
  })
  return {
    name: sheetName(plan.name),
    columns: plan.widths.map((width) => ({ width })),
    rows: grid,
    cells,
    merges,
    rowDefs,
    ...(plan.repeated > 0 ? { freezePane: { rows: plan.repeated, columns: 0 } } : {}),
    ...(breaks.length > 0 ? { rowBreaks: breaks.map((row) => row - 1) } : {}),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins,
      printArea: `$A$${plan.printedFrom + 1}:$${letterOf(last)}$${plan.rows.length}`,
      ...(plan.repeated > 0 ? { printTitlesRow: `$1:$${plan.repeated}` } : {}),
    },
    headerFooter: footerOf(plan.mark),
  }
}
