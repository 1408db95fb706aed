import type { Day } from '../../shared/kit/values.ts'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { useWhere } from '../shell/where.ts'

/** 一次会议等着办的那一步。 */
export interface WaitingMeeting {
  meeting: MeetingRow
  step: '登记出勤' | '确认召开' | '写记录归档'
}

/** 日子到了还没登记出勤、登记完没确认、开完没归档的会议，先到的在前。 */
export const waitingMeetings = (meetings: readonly MeetingRow[], today: Day): WaitingMeeting[] =>
  meetings.flatMap((meeting): WaitingMeeting[] => {
    if (meeting.status === 'archived' || meeting.voidedReason !== null || meeting.day > today) return []
    if (meeting.status === 'held') return [{ meeting, step: '写记录归档' }]
    return [{ meeting, step: meeting.unmarked > 0 || meeting.expected === 0 ? '登记出勤' : '确认召开' }]
  })

/** 今年等着办的会议。 */
export function useWaitingMeetings(): WaitingMeeting[] {
  const { organizationId, today } = useWhere()
  const meetings = useAsk(app.meetings.unarchived, { organizationId, year: Number(today.slice(0, 4)) }, { keep: true })
  return waitingMeetings(meetings.data?.rows ?? [], today)
}
