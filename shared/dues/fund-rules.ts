import type { Refusal } from '../kit/refusal.ts'
import type { Day, Fen } from '../kit/values.ts'
import { refusal } from '../refusals.ts'
import type { DuesStandards } from './bases.ts'
import type { MovementDraft } from './fund.ts'

/**
 * 为什么不能记这笔收支；能记为 undefined。结余够不够要看账，另查。
 * 使用要写五类用途之一（中组发〔2008〕3号第十九条），由集体讨论决定（第二十条）。
 */
export const whyCannotRecord = (draft: MovementDraft, today: Day, { purposes }: Pick<DuesStandards, 'purposes'>): Refusal | undefined => {
  const { kind, day, purpose, meetingId, approver, fromMonth, toMonth } = draft
  if (day > today) return refusal('dues.paidInFuture', { day })
  if (kind === 'used' && !purposes.some(({ code }) => code === purpose)) return refusal('dues.purposeNeeded')
  if (kind !== 'used' && purpose !== null) return refusal('dues.purposeMisplaced')
  if (kind === 'used' && meetingId === null && approver.trim() === '') return refusal('dues.decisionNeeded')
  if (kind === 'remitted' && (fromMonth === null || toMonth === null)) return refusal('dues.periodNeeded')
  return fromMonth !== null && toMonth !== null && fromMonth > toMonth ? refusal('dues.periodBackwards') : undefined
}

/** 按上缴比例（万分之几）该上缴多少，四舍五入到分。例：remittanceOf(12345, 2000) → 2469 */
export const remittanceOf = (collected: Fen, share: number): Fen => Math.round((collected * share) / 10_000)
