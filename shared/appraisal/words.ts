import type { AppraisalGrade, ShareBasis } from './contract.ts'

export const gradeWords: Record<AppraisalGrade, string> = {
  excellent: '优秀',
  qualified: '合格',
  basicallyQualified: '基本合格',
  unqualified: '不合格',
}
export const basisWords: Record<ShareBasis, string> = { participants: '参加评议的党员', everyone: '全体党员' }
/** 预备党员那一格。 */
export const UNGRADED = '参评不定等次'
