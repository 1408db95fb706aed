import type { Generated } from 'kysely'

export interface DecisionCompletionTable {
  id: Generated<number>
  uid: string
  decisionId: number
  doneOn: string
  note: string
}
