import type { AttendanceState } from './contract.ts'

export const stateWords: Record<AttendanceState, string> = {
  present: '出席',
  late: '迟到',
  online: '线上',
  leave: '请假',
  absent: '缺席',
  observer: '列席',
}
