import type { Refusal } from '../kit/refusal.ts'
import { refusal } from '../refusals.ts'
import type { AwardFacts } from './contract.ts'

/**
 * 一条奖惩还缺什么；齐了为 undefined。
 * 来源：党章第四十一条（五种处分；留党察看期间没有表决权、选举权和被选举权），选举工作条例第五条。
 */
export const whyCannotRecord = ({ kind, penalty, fromDay, untilDay }: AwardFacts): Refusal | undefined => {
  if (kind !== 'penalty') return undefined
  if (penalty === null) return refusal('awards.needsPenalty')
  if (penalty !== 'onProbation') return undefined
  if (!fromDay || !untilDay) return refusal('awards.needsSpan')
  return untilDay > fromDay ? undefined : refusal('awards.endsBeforeStart')
}
