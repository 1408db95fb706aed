import type { Generated } from 'kysely'

export interface RectificationItemTable {
  id: Generated<number>
  uid: string
  organizationId: number
  meetingId: number | null
  raisedOn: string
  problem: string
  measure: string
  responsible: string
  due: string | null
  outcome: string
  doneOn: string | null
}
