import type { Generated } from 'kysely'
import type { AttendanceState, ExclusionReason, GuestKind } from '../../shared/attendance/contract.ts'

export interface AttendanceTable {
  id: Generated<number>
  uid: string
  meetingId: number
  memberId: number
  state: AttendanceState
  reason: string
}

export interface ExclusionTable {
  id: Generated<number>
  uid: string
  meetingId: number
  memberId: number
  reason: ExclusionReason
  basis: string
  approvedBy: string
  adoptedAt: string
}

export interface GuestTable {
  id: Generated<number>
  uid: string
  meetingId: number
  ordinal: number
  kind: GuestKind
  name: string
  post: string
}

export interface MakeupTable {
  id: Generated<number>
  uid: string
  meetingId: number
  memberId: number
  day: string
  content: string
  taughtBy: string
  confirmedBy: string
}

export interface ReportedHeadcountTable {
  id: Generated<number>
  uid: string
  meetingId: number
  expected: number
  present: number
  onLeave: number
  absent: number
  observers: Generated<number>
}
