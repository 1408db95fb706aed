import type { ExamplesOf } from './room.ts'
import { after } from './scenes.ts'

export const attendanceExamples: ExamplesOf<'attendance'> = {
  'attendance.sheet': async ({ make }) => after(make.members(2), async () => ({ meetingId: await make.meeting() })),
  'attendance.mark': async ({ make }) => ({
    marks: (await make.members(2)).map((memberId) => ({ memberId, state: 'leave' as const, reason: '出差' })),
    meetingId: await make.meeting(),
  }),
  'attendance.allPresent': async ({ make }) => after(make.members(3), async () => ({ meetingId: await make.meeting() })),
}
