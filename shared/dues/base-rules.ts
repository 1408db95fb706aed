import { sumOf, yuan } from '../kit/money.ts'
import type { Refusal } from '../kit/refusal.ts'
import type { Fen } from '../kit/values.ts'
import { refusal } from '../refusals.ts'
import type { BaseDraft, BaseItem, DuesStandards } from './bases.ts'

/** 加项之和减去减项之和。例：baseOfItems([{ code: 'post', amount: 500000 }, { code: 'incomeTax', amount: 2000 }], items) → 498000 */
export const baseOfItems = (items: readonly BaseItem[], known: DuesStandards['items']): Fen =>
  Math.max(0, sumOf(items.map(({ code, amount }) => (known.find((item) => item.code === code)?.sign === 'deduct' ? -amount : amount))))

/** 上季度三个月的纯收入平均到月，四舍五入到分（第四条）。例：quarterMean([300000, 300001, 300000]) → 300000 */
export const quarterMean = (months: readonly [Fen, Fen, Fen]): Fen => Math.round(sumOf(months) / 3)

/**
 * 为什么不能这样核定；能核定为 undefined。来源：中组发〔2008〕3号第六、七条。
 * @example whyCannotSetBase({ kind: 'farmer', amount: 500, … }, standards)?.code → 'dues.farmerRange'
 */
export const whyCannotSetBase = (
  { kind, base, amount, items, approval }: BaseDraft,
  { farmerLeast, farmerMost, items: known, kinds }: DuesStandards,
): Refusal | undefined => {
  const unknown = items.find(({ code }) => !known.some((item) => item.code === code))
  if (unknown) return refusal('dues.unknownItem', { code: unknown.code })
  if (items.length > 0 && baseOfItems(items, known) !== base)
    return refusal('dues.itemsDoNotAdd', { sum: yuan(baseOfItems(items, known)), base: yuan(base) })
  const name = kinds.find(({ code }) => code === kind)?.name ?? kind
  if ((kind === 'farmer' || kind === 'hardship') && amount === null) return refusal('dues.amountNeeded', { kind: name })
  if (kind === 'farmer' && amount !== null && (amount < farmerLeast || amount > farmerMost))
    return refusal('dues.farmerRange', { least: yuan(farmerLeast), most: yuan(farmerMost) })
  return kind === 'hardship' && approval.trim() === '' ? refusal('dues.approvalNeeded') : undefined
}
