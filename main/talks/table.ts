import type { Generated } from 'kysely'
import type { FollowUp, TalkKind } from '../../shared/talks/contract.ts'

export interface TalkTable {
  id: Generated<number>
  uid: string
  organizationId: number
  talkerId: number | null
  talker: string
  talkedId: number
  kind: TalkKind
  day: string
  summary: string
  agreed: string
  followUp: FollowUp
}
