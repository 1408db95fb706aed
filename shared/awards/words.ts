import type { AwardKind, Penalty } from './contract.ts'

export const awardKindWords: Record<AwardKind, string> = { reward: '奖励', penalty: '处分' }
export const penaltyWords: Record<Penalty, string> = {
  warning: '警告',
  seriousWarning: '严重警告',
  postRemoval: '撤销党内职务',
  onProbation: '留党察看',
  expulsion: '开除党籍',
}
