import { daysBetween } from '../kit/calendar.ts'
import type { Day, Fen } from '../kit/values.ts'

/** 一笔账与差额的关系；没有关系为 undefined。difference = 点到的 − 账上的。 */
const whyCandidate = (difference: Fen, amount: Fen): { rank: number; why: string } | undefined => {
  const [gap, size] = [Math.abs(difference), Math.abs(amount)]
  if (size === gap)
    return { rank: 0, why: amount === -difference ? '金额正好相等：可能没有真的付出或收到' : '金额正好相等：可能记重了或漏了一笔同样的' }
  if (size * 2 === gap) return { rank: 1, why: '正好是差额的一半：收入支出可能记反了' }
  if (isShifted(size, gap)) return { rank: 2, why: '差额是它的九倍或九成：可能错了一位小数' }
  return transposed(size, gap) ? { rank: 3, why: '差额能被九整除：相邻两位数字可能写颠倒了' } : undefined
}

/** 把金额错写成十倍或十分之一时的差额。 */
const isShifted = (size: Fen, gap: Fen) => gap === size * 9 || (size % 10 === 0 && gap === size - size / 10)

/** 相邻两位对调之后的差额。例：transposed(5400, 900) → true（54 与 45） */
const transposed = (size: Fen, gap: Fen): boolean => {
  const digits = String(size)
  return [...digits.slice(1)].some((digit, at) => {
    const before = digits[at] ?? ''
    const swapped = digits.slice(0, at) + digit + before + digits.slice(at + 2)
    return digit !== before && Math.abs(Number(swapped) - size) === gap
  })
}

/**
 * 差额可能出在哪几笔账上，最像的在前，最多十笔。
 * @param difference 点到的 − 账上的，以分计
 * @example candidatesFor(-5000, [{ amount: 5000 }, { amount: 700 }]).map(({ why }) => why) → ['金额正好相等：可能没有真的付出或收到']
 */
export const candidatesFor = <Row extends { amount: Fen }>(difference: Fen, rows: readonly Row[]): (Row & { why: string })[] =>
  difference === 0
    ? []
    : rows
        .flatMap((row) => {
          const found = whyCandidate(difference, row.amount)
          return found ? [{ row, ...found }] : []
        })
        .toSorted((a, b) => a.rank - b.rank)
        .slice(0, 10)
        .map(({ row, why }) => ({ ...row, why }))

interface Moved {
  id: number
  day: Day
  amount: Fen
}

const daysApart = (a: Day, b: Day) => Math.abs(daysBetween(a, b))

/**
 * 对账单各行与账上各笔按金额相同、日子最近一一勾对；同样近的不猜，留给人。
 * @param within 最多相隔几天
 * @example matchBank([{ id: 1, day: '2026-03-02', amount: -500 }], [{ id: 7, day: '2026-03-01', amount: -500 }], 10) → new Map([[1, 7]])
 */
export function matchBank(lines: readonly Moved[], book: readonly Moved[], within: number): Map<number, number> {
  const free = new Map(book.map((each) => [each.id, each]))
  const found = new Map<number, number>()
  for (const line of lines) {
    const near = [...free.values()]
      .filter(({ day, amount }) => amount === line.amount && daysApart(day, line.day) <= within)
      .toSorted((a, b) => daysApart(a.day, line.day) - daysApart(b.day, line.day))
    const [first, second] = near
    if (!first || (second && daysApart(second.day, line.day) === daysApart(first.day, line.day))) continue
    found.set(line.id, first.id)
    free.delete(first.id)
  }
  return found
}
