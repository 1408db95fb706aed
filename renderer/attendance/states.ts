import type { AttendanceRow, AttendanceState } from '../../shared/attendance/contract.ts'

/** 各状态的键与形状；颜色之外总有字和形。 */
export const marks: readonly { state: AttendanceState; key: string; shape: string }[] = [
  { state: 'present', key: '1', shape: '●' },
  { state: 'leave', key: '2', shape: '△' },
  { state: 'absent', key: '3', shape: '✕' },
  { state: 'late', key: '4', shape: '◐' },
  { state: 'online', key: '5', shape: '◇' },
  { state: 'observer', key: '6', shape: '○' },
]

export const stateOfKey = (key: string) => marks.find((mark) => mark.key === key)?.state

export const needsReason = (state: AttendanceState | null) => state === 'leave' || state === 'absent'

/** 应到的人标五种；不在应到名单里的人只能是列席。逐人选定的会议（chosen）标了谁，谁就应到。 */
export const suits = (row: AttendanceRow, state: AttendanceState | null, chosen: boolean) =>
  state === null || chosen || (row.expected ? state !== 'observer' : state === 'observer')

/** 应到 = 实到 + 请假 + 缺席 + 未登记；列席另计。 */
export function balanceOf(rows: readonly AttendanceRow[]) {
  const balance = { expected: 0, present: 0, onLeave: 0, absent: 0, unmarked: 0, observers: 0 }
  for (const { expected, state } of rows) {
    if (!expected) {
      if (state === 'observer') balance.observers += 1
      continue
    }
    balance.expected += 1
    if (state === null) balance.unmarked += 1
    else if (state === 'leave') balance.onLeave += 1
    else if (state === 'absent') balance.absent += 1
    else balance.present += 1
  }
  return balance
}
