import type { Audience, MeetingStatus } from './contract.ts'

export const statusWords: Record<MeetingStatus, string> = { planned: '筹备', held: '已召开', archived: '已归档' }
export const audienceWords: Record<Audience, string> = {
  members: '全体党员',
  committee: '支部委员',
  group: '党小组党员',
  chosen: '逐人选定',
}
