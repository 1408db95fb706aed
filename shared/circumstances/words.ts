import type { CircumstanceKind, LossCause } from './contract.ts'

export const circumstanceWords: Record<CircumstanceKind, string> = {
  hardship: '生活困难',
  limitedMobility: '行动不便',
  outOfContact: '失去联系',
}

/** 失联情形，按登记表上的代码次序。 */
export const causeWords: Record<LossCause, string> = {
  workAway: '外出务工经商',
  unitGone: '单位改制或破产',
  graduated: '毕业后去向不明',
  jobChanged: '工作单位改变',
  abroad: '出国（境）',
  homeMoved: '居住地改变',
  other: '其他',
}
