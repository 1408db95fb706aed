import type { Day } from '../kit/values.ts'
import type { DecisionState } from './contract.ts'

export const stateWords: Record<DecisionState, string> = { open: '未完成', overdue: '逾期', done: '已完成' }

/** 期限当天还不算逾期。例：stateOf({ due: '2026-06-10', doneOn: null }, '2026-06-11') → 'overdue' */
export const stateOf = ({ due, doneOn }: { due: Day | null; doneOn: Day | null }, today: Day): DecisionState =>
  doneOn !== null ? 'done' : due !== null && due < today ? 'overdue' : 'open'
