import type { FollowUp, TalkKind } from './contract.ts'

export const talkKindWords: Record<TalkKind, string> = {
  withinCommittee: '支委之间',
  committeeWithMember: '支委与党员',
  betweenMembers: '党员之间',
  otherTalk: '其他',
}
export const followUpWords: Record<FollowUp, string> = { notNeeded: '无需跟进', following: '跟进中', settled: '已落实' }
