import type { Generated } from 'kysely'
import type { AttendanceState } from '../../shared/attendance/contract.ts'

export interface AttendanceTable {
  id: Generated<number>
  uid: string
  meetingId: number
  memberId: number
  state: AttendanceState
  reason: string
}
