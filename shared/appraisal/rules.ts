import type { Refusal } from '../kit/refusal.ts'
import { refusal } from '../refusals.ts'
import type { Ballots, Entry, Round, Votes } from './contract.ts'

/** 有效票 = 收回 − 作废。例：validBallots({ issued: 20, returned: 18, spoiled: 1 }) → 17 */
export const validBallots = ({ returned, spoiled }: Ballots) => returned - spoiled

/** 优秀 + 合格 + 基本合格 + 不合格 + 弃权。 */
export const sumOf = ({ excellent, qualified, basicallyQualified, unqualified, abstained }: Votes) =>
  excellent + qualified + basicallyQualified + unqualified + abstained

/** 优秀得票率，百分数，一位小数；没有有效票为空。例：excellentRate({ excellent: 9, … }) 合计 17 → 52.9 */
export const excellentRate = (votes: Votes): number | null => {
  const valid = sumOf(votes)
  return valid === 0 ? null : Math.round((votes.excellent * 1000) / valid) / 10
}

/**
 * 优秀最多几名：总数的几分之一，去掉零头。
 * 来源：民主评议党员的通知多为“一般不超过党员总数的三分之一”；几分之一在规则包里。
 * @example excellentMost(17, 3) → 5
 */
export const excellentMost = (total: number, oneIn: number) => Math.floor(total / oneIn)

/** 优秀占参加评议的几成；没有人参加为空。例：excellentShare(5, 17) → '优秀 5 名，占参评 17 名的 29.4%' */
export const excellentShare = (excellent: number, participants: number): string =>
  participants === 0 ? '' : `优秀 ${excellent} 名，占参评 ${participants} 名的 ${((excellent * 100) / participants).toFixed(1)}%`

/** 优秀比例按选定的口径算的总数。 */
export const shareTotal = ({ basis, participants, everyone }: Pick<Round, 'basis' | 'participants' | 'everyone'>) =>
  basis === 'participants' ? participants : everyone

/** 优秀超过比例时的一句提醒（不拦）；没超为 undefined。例：excessOf({ excellent: 6, excellentMost: 5, … }) → '优秀 6 名……' */
export const excessOf = (round: Pick<Round, 'excellent' | 'excellentMost' | 'basis' | 'participants' | 'everyone'>): string | undefined =>
  round.excellent > round.excellentMost
    ? `优秀 ${round.excellent} 名，超过 ${shareTotal(round)} 名的三分之一（最多 ${round.excellentMost} 名）。请支部再议，或向上级说明。`
    : undefined

/**
 * 为什么票数不能这样录；可以则为 undefined。要评定等次的人都要有，每人的票数合计等于有效票。
 * @example whyCannotTally({ issued: 3, returned: 3, spoiled: 0 }, [张三 合计 2 票])?.code → 'appraisal.doesNotFoot'
 */
export function whyCannotTally(ballots: Ballots, lines: readonly { name: string; votes: Votes | null }[]): Refusal | undefined {
  if (ballots.returned > ballots.issued || ballots.spoiled > ballots.returned) return refusal('appraisal.ballots', ballots)
  const valid = validBallots(ballots)
  for (const { name, votes } of lines) {
    if (votes === null) return refusal('appraisal.missingVotes', { name })
    const sum = sumOf(votes)
    if (sum !== valid) return refusal('appraisal.doesNotFoot', { name, sum, valid })
  }
  return undefined
}

/**
 * 为什么不能在这天办结；可以则为 undefined。人人定了等次才办得结；录了票的，一个也不能少。
 * @example whyCannotFinish({ ungraded: 1, … }, '2026-06-01', '2026-06-02')?.code → 'appraisal.notWhole'
 */
export function whyCannotFinish(
  { finishedOn, ungraded, untallied, ballots, day: held }: Pick<Round, 'finishedOn' | 'ungraded' | 'untallied' | 'ballots' | 'day'>,
  day: string,
  today: string,
): Refusal | undefined {
  if (finishedOn !== null) return refusal('appraisal.finished')
  if (ungraded > 0 || (ballots !== null && untallied > 0)) return refusal('appraisal.notWhole')
  if (day < held || day > today) return refusal('appraisal.finishDay', { day: held, today })
  return undefined
}

/** 要评定等次的人。 */
export const gradedOf = (entries: readonly Entry[]) => entries.filter(({ graded }) => graded)
