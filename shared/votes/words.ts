import type { CandidateResult, MatterKind, Outcome, VoteRow } from './contract.ts'

export const matterWords: Record<MatterKind, string> = {
  general: '一般事项',
  admission: '接收预备党员',
  conversion: '预备党员转正',
  extension: '延长预备期',
  disqualification: '取消预备党员资格',
  committee: '支委会表决',
  election: '换届选举',
}
export const outcomeWords: Record<Outcome, string> = {
  passed: '通过',
  rejected: '没有通过',
  exactlyHalf: '恰好半数',
  noQuorum: '到会不够',
  invalid: '投票无效',
  elected: '选出',
  moreRounds: '没有选足',
}
export const candidateWords: Record<CandidateResult, string> = { elected: '当选', tied: '票数相同，再投票', notElected: '未当选' }
/** 事项与表决的是哪一名连起来写；事项里已经写了姓名就不再写。例：'讨论接收张三为预备党员' + '张三' → '讨论接收张三为预备党员' */
export const matterOnPaper = ({ matter, person }: Pick<VoteRow, 'matter' | 'person'>): string =>
  person === '' || matter.includes(person) ? matter : `${matter}（${person}）`
export const ballotWords = (secret: boolean) => (secret ? '无记名投票' : '公开表决')
