import type { Refusal } from '../kit/refusal.ts'
import { refusal } from '../refusals.ts'
import type { MatterKind, VoteRow } from './contract.ts'

const resolutionKinds = ['admission', 'conversion', 'extension', 'disqualification'] as const satisfies readonly MatterKind[]
/** 要写支部党员大会决议的事项：发展党员的四种。 */
export type ResolutionKind = (typeof resolutionKinds)[number]

/**
 * 为什么这件表决不能印支部党员大会决议；可以则为 undefined。到会不够、投票无效的没有表决出结果，不成决议。
 * 来源：发展党员工作细则（2026）第二十、三十一、三十二条。
 * @example whyNoResolution({ tally: { kind: 'general', … }, outcome: 'passed' })?.code → 'votes.noResolution'
 */
export const whyNoResolution = ({ tally, outcome }: Pick<VoteRow, 'tally' | 'outcome'>): Refusal | undefined =>
  resolutionKinds.some((kind) => kind === tally.kind) && ['passed', 'rejected', 'exactlyHalf'].includes(outcome)
    ? undefined
    : refusal('votes.noResolution')
