/** 读取子进程交出的原样表格：只有数据，没有任何解释。 */

/** 公式格没有存下结果（不是 Excel、WPS 存的文件）：一种错误格的文字。 */
export const UNCALCULATED = '#UNCALCULATED!'

export type RawKind = 'text' | 'number' | 'date' | 'month' | 'time' | 'bool' | 'error'

export interface RawCell {
  kind: RawKind
  /** 给人看的文字：日期格为 YYYY-MM-DD，年月格为 YYYY-MM，时刻为 HH:MM。 */
  text: string
  /** 原来的数值；日期格也有（序列号）。 */
  number?: number
  /** 数字格式，如 yyyy"年"m"月"。 */
  format?: string
}

/** 行、列都从 0 起；cells 只列有内容的格。 */
export interface RawRow {
  at: number
  cells: [column: number, cell: RawCell][]
}

export interface RawMerge {
  top: number
  left: number
  bottom: number
  right: number
}

export interface RawSheet {
  name: string
  hidden: boolean
  rows: RawRow[]
  merges: RawMerge[]
  hiddenRows: number[]
  hiddenColumns: number[]
}

export interface RawBook {
  sheets: RawSheet[]
}

/** 读不成的原因，由服务译成拒绝。 */
export type ReadFailure =
  | { failed: 'notAWorkbook' }
  | { failed: 'locked' }
  | { failed: 'hostile'; why: string }
  | { failed: 'unreadable' }
  | { failed: 'tooSlow' }

export type ReadResult = RawBook | ReadFailure
