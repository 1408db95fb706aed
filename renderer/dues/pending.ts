import type { Cell, GridRow } from '../../shared/dues/contract.ts'
import type { Fen, Month } from '../../shared/kit/values.ts'
import { readFen } from '../../shared/ledger/reading.ts'

/** 填了还没入账的：`人/月序` → 金额（分）。 */
export type Pending = Record<string, Fen>

export const keyOf = (memberId: number, at: number) => `${memberId}/${at}`

/** 一格还差多少；不归这里收、免交、没有基数的为 0。 */
export const lackOf = ({ state, payable, paid }: Cell): Fen =>
  ['owing', 'part', 'open', 'future'].includes(state) ? Math.max(0, payable - paid) : 0

/** 这一格能不能填钱；不能的为什么。 */
export const whyNotFill = ({ state }: Cell): string | undefined =>
  ({
    outside: '这个月的党费不归本支部收。',
    suspended: '停止党籍期间不收党费。',
    exempt: '这个月已免交。要收，先取消免交。',
    unset: '还没有核定交费基数，先按 B 核定。',
  })[state as string]

/** 贴进来的一块：一行一人，一列一月；不能填的格、不像金额的字不要，数出来。 */
export function pasted(text: string, rows: readonly GridRow[], row: number, column: number): { cells: Pending; skipped: number } {
  const cells: Pending = {}
  let skipped = 0
  for (const [down, line] of text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .entries()) {
    const target = rows[row + down]
    for (const [right, word] of line.split('\t').entries()) {
      if (word.trim() === '') continue
      const reading = readFen(word)
      const cell = target?.cells[column + right]
      const amount = 'problem' in reading ? null : reading.value
      if (target && cell && amount !== null && amount > 0 && !whyNotFill(cell)) cells[keyOf(target.memberId, column + right)] = amount
      else skipped += 1
    }
  }
  return { cells, skipped }
}

/** 一个人这次要交的各月。 */
export interface Bundle {
  row: GridRow
  months: { month: Month; amount: Fen; lack: Fen }[]
  amount: Fen
}

/** 待入账的按人合起来。 */
export const bundlesOf = (pending: Pending, rows: readonly GridRow[], months: readonly Month[]): Bundle[] =>
  rows.flatMap((row) => {
    const own = months.flatMap((month, at) => {
      const amount = pending[keyOf(row.memberId, at)]
      const cell = row.cells[at]
      return amount && cell ? [{ month, amount, lack: lackOf(cell) }] : []
    })
    return own.length > 0 ? [{ row, months: own, amount: own.reduce((sum, { amount }) => sum + amount, 0) }] : []
  })
