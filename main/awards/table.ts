import type { Generated } from 'kysely'
import type { AwardKind, Penalty } from '../../shared/awards/contract.ts'

export interface AwardTable {
  id: Generated<number>
  uid: string
  memberId: number
  kind: AwardKind
  name: string
  penalty: Penalty | null
  level: string
  authority: string
  day: string
  documentNumber: string
  /** 留党察看的起止；止的那天起恢复。 */
  fromDay: string | null
  untilDay: string | null
}
