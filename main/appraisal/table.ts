import type { Generated } from 'kysely'
import type { AppraisalGrade, ShareBasis } from '../../shared/appraisal/contract.ts'

export interface AppraisalRoundTable {
  id: Generated<number>
  uid: string
  organizationId: number
  year: number
  day: string
  basis: ShareBasis
  issued: number | null
  returned: number | null
  spoiled: number | null
  meetingId: number | null
  finishedOn: string | null
}

export interface AppraisalEntryTable {
  id: Generated<number>
  uid: string
  roundId: number
  memberId: number
  graded: number
  selfGrade: AppraisalGrade | null
  excellent: number | null
  qualified: number | null
  basicallyQualified: number | null
  unqualified: number | null
  abstained: number | null
  /** 有效票：那一轮的收回 − 作废。 */
  valid: number | null
  grade: AppraisalGrade | null
  opinion: string
  note: string
}
