import type { Stage } from './contract.ts'

export const stageWords: Record<Stage, string> = {
  applicant: '入党申请人',
  activist: '入党积极分子',
  candidate: '发展对象',
  accepted: '已接收',
  ended: '已终止',
}
