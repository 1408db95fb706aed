import type { AppraisalGrade, Round, ShareBasis } from './contract.ts'

export const gradeWords: Record<AppraisalGrade, string> = {
  excellent: '优秀',
  qualified: '合格',
  basicallyQualified: '基本合格',
  unqualified: '不合格',
}
export const basisWords: Record<ShareBasis, string> = { participants: '参加评议的党员', everyone: '全体党员' }
/** 预备党员那一格。 */
export const UNGRADED = '参评不定等次'

type Course = Pick<Round, 'finishedOn' | 'ballots' | 'ungraded' | 'untallied'>
/** 一轮做到哪里的一句话。例：{ ballots: null, … } → '还没有录票' */
export const roundState = ({ finishedOn, ballots, ungraded, untallied }: Course): string => {
  if (finishedOn !== null) return `${finishedOn} 办结`
  if (ungraded > 0) return ballots === null ? '还没有录票' : `还有 ${ungraded} 人没有定等次`
  return ballots !== null && untallied > 0 ? `还有 ${untallied} 人没有录票` : '可以办结'
}
