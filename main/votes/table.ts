import type { Generated } from 'kysely'
import type { CandidateResult, MatterKind, Outcome, Tally } from '../../shared/votes/contract.ts'

export interface VoteTable {
  id: Generated<number>
  uid: string
  meetingId: number
  ordinal: number
  kind: MatterKind
  matter: string
  person: string
  secret: number
  eligible: number
  present: number
  inFavour: number
  against: number
  abstained: number
  writtenInFavour: number
  writtenAgainst: number
  writtenAbstained: number
  writtenBeforehand: number
  issued: number | null
  returned: number | null
  invalid: number | null
  halfCounts: number | null
  seats: number
  office: Tally['office']
  adjusted: string
  outcome: Outcome
  sentence: string
  article: string
  pack: string
}

export interface VoteCandidateTable {
  id: Generated<number>
  uid: string
  voteId: number
  ordinal: number
  name: string
  inFavour: number
  against: number
  abstained: number
  result: CandidateResult
}
