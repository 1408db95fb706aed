import type { Direction } from '../../shared/finances/contract.ts'
import { pack } from '../rules/packs.ts'

/** 对账单与凭证相隔不超过这些天才自动勾对。 */
export const matchWithinDays = (): number => pack('finances').parameters.matchWithinDays.value

/** 新立账时可以照用的收支科目。例：startingCategories()[0] → { direction: 'income', name: '财政拨款' } */
export const startingCategories = (): { direction: Direction; name: string }[] => {
  const { income, expense } = pack('finances').parameters.startingCategories
  return [
    ...income.map((name) => ({ direction: 'income' as const, name })),
    ...expense.map((name) => ({ direction: 'expense' as const, name })),
  ]
}
