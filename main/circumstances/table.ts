import type { Generated } from 'kysely'
import type { CircumstanceKind, LossCause } from '../../shared/circumstances/contract.ts'

export interface CircumstanceTable {
  id: Generated<number>
  uid: string
  memberId: number
  kind: CircumstanceKind
  fromDay: string | null
  untilDay: string | null
  reason: string
  approval: string
  cause: LossCause | null
  search: string
  opinion: string
}
