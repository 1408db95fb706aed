import type { Fen } from './values.ts'

/**
 * 分写成元：两位小数，三位一撇。
 * @example showFen(123450) → '1,234.50'；showFen(-5) → '-0.05'
 */
export const showFen = (amount: Fen): string => {
  const size = Math.abs(amount)
  const yuan = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0 ? '-' : ''}${yuan}.${String(size % 100).padStart(2, '0')}`
}

/** 句子里的金额。例：yuan(1500) → '15.00 元' */
export const yuan = (amount: Fen): string => `${showFen(amount)} 元`

/** 几笔相加，整数分。例：sumOf([1500, 50]) → 1550 */
export const sumOf = (amounts: Iterable<Fen>): Fen => {
  let sum = 0
  for (const amount of amounts) sum += amount
  return sum
}
