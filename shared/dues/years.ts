import { z } from 'zod'
import { Fen, Year } from '../kit/values.ts'
import type { PaymentLine } from './payments.ts'
import { monthWords } from './rules.ts'

/** 一个人一年里交了哪几个月、共多少；冲销的已抵掉。 */
export const DuesYear = z.object({
  year: Year,
  /** 交了党费的月份写成话：“1月至6月、8月”；只有多交的为空。 */
  months: z.string(),
  /** 最后一个月，排次序用。例：'2026-08' */
  last: z.string(),
  due: Fen,
  /** 自愿多交与大额党费。 */
  extra: Fen,
  large: Fen,
})
export type DuesYear = z.infer<typeof DuesYear>

/**
 * 各笔的行按归属年合起来，近的在前；一正一负抵完的月份、年份不在内。
 * @example yearsOf([{ month: '2026-01', kind: 'due', amount: 1500 }, { month: '2026-02', kind: 'due', amount: 1500 }])
 *   → [{ year: 2026, months: '1月至2月', last: '2026-02', due: 3000, extra: 0, large: 0 }]
 */
export function yearsOf(lines: readonly PaymentLine[]): DuesYear[] {
  const total = (some: readonly PaymentLine[], kind: PaymentLine['kind']) =>
    some.reduce((sum, line) => (line.kind === kind ? sum + line.amount : sum), 0)
  return [...Map.groupBy(lines, ({ month }) => month.slice(0, 4))]
    .map(([year, some]) => {
      const months = [...Map.groupBy(some, ({ month }) => month)].sort(([a], [b]) => a.localeCompare(b))
      const paid = months.filter(([, own]) => total(own, 'due') > 0).map(([month]) => month)
      const last = months.findLast(([, own]) => own.reduce((sum, { amount }) => sum + amount, 0) > 0)?.[0] ?? ''
      return {
        ...{ year: Number(year), months: monthWords(paid).replace(`${year}年`, ''), last },
        ...{ due: total(some, 'due'), extra: total(some, 'extra'), large: total(some, 'large') },
      }
    })
    .filter(({ due, extra, large }) => due + extra + large > 0)
    .sort((a, b) => b.year - a.year)
}
