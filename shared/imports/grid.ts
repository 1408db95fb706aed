import { folded } from '../ledger/reading.ts'
import type { RawCell, RawMerge, RawSheet } from './raw.ts'

/** 列号 → 字母。例：letterOf(27) //=> 'AB' */
export const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

/** 格的地址。例：addressOf(4, 2) //=> 'C5' */
export const addressOf = (row: number, column: number): string => `${letterOf(column)}${row + 1}`

/** 一张表按行列取格；行列都从 0 起。 */
export interface Grid {
  readonly sheet: RawSheet
  /** 有内容的最后一行；空表为 -1。 */
  readonly lastRow: number
  readonly lastColumn: number
  /** 格自己的内容。 */
  own(row: number, column: number): RawCell | undefined
  /** 自己的内容，或所在合并区左上角的内容。 */
  at(row: number, column: number): RawCell | undefined
  /** 去掉两端空白、半角化的文字；没有为空串。 */
  text(row: number, column: number): string
  mergeAt(row: number, column: number): RawMerge | undefined
  /** 一行里自己有内容的列，从左到右。 */
  filled(row: number): readonly number[]
  /** 有内容的行。 */
  readonly rows: number[]
}

/** 一年逐日的考勤也在其内；再往右的不看，免得乱造的表拖垮对应。 */
const MOST_COLUMNS = 500

export function gridOf(sheet: RawSheet, corrections: Readonly<Record<string, string>> = {}): Grid {
  const cells = new Map<number, Map<number, RawCell>>()
  for (const row of sheet.rows) {
    cells.set(row.at, new Map(row.cells.filter(([column, cell]) => column < MOST_COLUMNS && cell.text.trim() !== '')))
  }
  for (const [address, text] of Object.entries(corrections)) correct(cells, address, text)
  const rows = [...cells.keys()].filter((row) => (cells.get(row)?.size ?? 0) > 0).sort((a, b) => a - b)
  const lastRow = rows.at(-1) ?? -1
  const starts = new Map<string, RawMerge>()
  let room = 500_000
  for (const merge of sheet.merges) {
    const [bottom, right] = [Math.min(merge.bottom, merge.top + 5000, lastRow), Math.min(merge.right, merge.left + 500)]
    room -= Math.max(0, bottom - merge.top + 1) * (right - merge.left + 1)
    if (room < 0) break
    for (let row = merge.top; row <= bottom; row++)
      for (let column = merge.left; column <= right; column++) starts.set(`${row},${column}`, merge)
  }
  const own = (row: number, column: number) => cells.get(row)?.get(column)
  const mergeAt = (row: number, column: number) => starts.get(`${row},${column}`)
  const at = (row: number, column: number) => {
    const found = own(row, column)
    if (found) return found
    const merge = mergeAt(row, column)
    return merge && own(merge.top, merge.left)
  }
  const order = new Map<number, readonly number[]>()
  let lastColumn = -1
  for (const row of cells.values()) for (const column of row.keys()) lastColumn = Math.max(lastColumn, column)
  return {
    sheet,
    lastRow,
    lastColumn,
    own,
    at,
    text: (row, column) => folded(at(row, column)?.text ?? '').trim(),
    mergeAt,
    filled: (row) => {
      const known = order.get(row)
      if (known) return known
      const columns = [...(cells.get(row)?.keys() ?? [])].sort((a, b) => a - b)
      order.set(row, columns)
      return columns
    },
    rows,
  }
}

/** 从某一行起看：上面的都当没有。一张表里上下几张名单，逐张看。 */
export function gridFrom(grid: Grid, from: number): Grid {
  if (from === 0) return grid
  return {
    ...grid,
    own: (row, column) => (row < from ? undefined : grid.own(row, column)),
    at: (row, column) => (row < from ? undefined : grid.at(row, column)),
    text: (row, column) => (row < from ? '' : grid.text(row, column)),
    filled: (row) => (row < from ? [] : grid.filled(row)),
    rows: grid.rows.filter((row) => row >= from),
  }
}

/** 连着的空行只说前这么多：有的表下面拖着几万个空行。 */
const BLANKS_TOLD = 200

/**
 * 从 from 行到 until 行之前（until 不写：到有内容的最后一行）的每一行，空行也在内；连着的空行只给前 200 行。
 * @example 第 2 行有字，其余空着：[...linesOf(grid, 0, 4)] //=> [0, 1, 2, 3]
 */
export function* linesOf({ rows }: Grid, from: number, until?: number): Generator<number> {
  const inside = rows.filter((row) => row >= from && row < (until ?? Number.POSITIVE_INFINITY))
  let next = from
  for (const row of until === undefined ? inside : [...inside, until]) {
    for (let blank = next; blank < Math.min(row, next + BLANKS_TOLD); blank++) yield blank
    if (row !== until) yield row
    next = row + 1
  }
}

/** 人在预览里改过的格：当作文字；改成空就是没有。 */
function correct(cells: Map<number, Map<number, RawCell>>, address: string, text: string): void {
  const parts = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address)
  if (!parts) return
  const column = [...(parts[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  const row = Number(parts[2]) - 1
  const line = cells.get(row) ?? new Map<number, RawCell>()
  if (text.trim() === '') line.delete(column)
  else line.set(column, { kind: 'text', text })
  cells.set(row, line)
}
