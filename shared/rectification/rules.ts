import type { Refusal } from '../kit/refusal.ts'
import type { Day } from '../kit/values.ts'
import { refusal } from '../refusals.ts'
import type { Item, Progress } from './contract.ts'

/** 期限当天还不算过期。例：progressOf({ due: '2026-06-15', doneOn: null }, '2026-06-15') → 'open' */
export const progressOf = ({ due, doneOn }: Pick<Item, 'due' | 'doneOn'>, today: Day): Progress =>
  doneOn !== null ? 'done' : due !== null && due < today ? 'overdue' : 'open'

/** 为什么不能这样记；可以则为 undefined。例：whyCannotKeep({ …, doneOn: '2026-07-01' }, '2026-06-15')?.code → 'rectification.inFuture' */
export const whyCannotKeep = (
  { raisedOn, doneOn, outcome }: Pick<Item, 'raisedOn' | 'doneOn' | 'outcome'>,
  today: Day,
): Refusal | undefined => {
  if (doneOn === null) return undefined
  if (doneOn > today) return refusal('rectification.inFuture', { day: doneOn })
  if (doneOn < raisedOn) return refusal('rectification.doneBeforeRaised')
  return outcome.trim() === '' ? refusal('rectification.noOutcome') : undefined
}
