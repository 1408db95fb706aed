import { sumOf, yuan } from '../kit/money.ts'
import type { Refusal } from '../kit/refusal.ts'
import type { Fen } from '../kit/values.ts'
import { readFen } from '../ledger/reading.ts'
import { refusal } from '../refusals.ts'
import type { BaseDraft, BaseItem, DuesStandards, Kind } from './bases.ts'

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

/** 名册“党费标准”里写的每月多少；没写、写的是比例或读不成金额的为空。例：monthlyInRoster('40元') → 4000；monthlyInRoster('0.5%') → null */
export const monthlyInRoster = (text: string | null): Fen | null => {
  const read = readFen(text ?? '')
  return 'value' in read && read.value !== null && read.value > 0 ? read.value : null
}

/**
 * 只知道每月交多少的人可以归哪几类，头一个最像：定额的要正好是那个数，农民的要在支部可定的范围里，按比例的都行；困难的要有批准文号，不在内。
 * @example kindsFor(4000, standards) → ['salary', 'annualSalary', 'selfEmployed', 'retired']；kindsFor(20, standards)[0] → 'fixed'
 */
export const kindsFor = (amount: Fen, { kinds, fixedAmount, farmerLeast, farmerMost }: DuesStandards): Kind[] => {
  const having = (...hows: string[]) => kinds.flatMap(({ code, how }) => (hows.includes(how) ? [code] : []))
  return [
    ...(amount === fixedAmount ? having('fixed') : []),
    ...(amount >= farmerLeast && amount <= farmerMost ? having('farmer') : []),
    ...having('salaryBands', 'retiredBands'),
  ]
}

/** 这个数也可能是比例：“0.5”是五角，也可能是 0.5%。例：looksLikeRate(50, standards) → true；looksLikeRate(4000, standards) → false */
export const looksLikeRate = (amount: Fen, { salaryBands, retiredBands }: DuesStandards): boolean =>
  [...salaryBands, ...retiredBands].some(({ rate }) => rate === amount)
