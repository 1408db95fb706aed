import type { AttendanceSummary } from '../../shared/attendance/contract.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { useCalm } from '../kit/calm.ts'
import { useWhere } from '../shell/where.ts'

/** 一年的考勤总数，省略为今年；还没问到为 undefined。页面自己要的先问。 */
export function useAttendanceSummary(year?: number): AttendanceSummary | undefined {
  const { organizationId, today } = useWhere()
  return useAsk(app.attendance.summary, { organizationId, year: year ?? Number(today.slice(0, 4)) }, { keep: true, enabled: useCalm() })
    .data
}
