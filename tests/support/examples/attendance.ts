import type { OpenApp } from '../open-app.ts'
import type { ExamplesOf } from './room.ts'
import { after, scope } from './scenes.ts'

/** 一次开过的会，头一个人请了假。 */
async function oneAbsence({ app, make }: OpenApp) {
  const [memberId = 0] = await make.members(2)
  const meetingId = await make.meeting()
  await app.attendance.mark({ meetingId, marks: [{ memberId, state: 'leave', reason: '出差' }] })
  await app.attendance.allPresent({ meetingId })
  await app.meetings.hold({ id: meetingId })
  return { meetingId, memberId }
}

export const attendanceExamples: ExamplesOf<'attendance'> = {
  'attendance.sheet': async ({ make }) => after(make.members(2), async () => ({ meetingId: await make.meeting() })),
  'attendance.mark': async ({ make }) => ({
    marks: (await make.members(2)).map((memberId) => ({ memberId, state: 'leave' as const, reason: '出差' })),
    meetingId: await make.meeting(),
  }),
  'attendance.exclude': async ({ make }) => ({
    exclusions: (await make.members(2)).map((memberId) => ({ memberId, reason: 'abroad' as const, basis: '街道党工委同意' })),
    meetingId: await make.meeting(),
  }),
  'attendance.include': async ({ app, make }) => {
    const [a = 0] = await make.members(2)
    const meetingId = await make.meeting()
    await app.attendance.exclude({ meetingId, exclusions: [{ memberId: a, reason: 'bedridden', basis: '街道党工委同意' }] })
    return { meetingId, memberIds: [a] }
  },
  'attendance.formerExclusions': async ({ app, make }) => {
    const [a = 0] = await make.members(2)
    const meetingId = await make.meeting({ day: '2026-05-10' })
    await app.attendance.exclude({ meetingId, exclusions: [{ memberId: a, reason: 'untransferred', basis: '镇党委同意' }] })
    return { meetingId: await make.meeting() }
  },
  'attendance.guests': async ({ app, make }) => {
    const meetingId = await make.meeting()
    await app.attendance.writeGuests({ meetingId, guests: [{ kind: 'superior', name: '周全', post: '街道组织委员' }] })
    return { meetingId }
  },
  'attendance.writeGuests': async ({ make }) => ({
    meetingId: await make.meeting(),
    guests: [
      { kind: 'guest', name: '何来', post: '商会秘书长' },
      { kind: 'superior', name: '周全' },
    ],
  }),
  'attendance.allPresent': async ({ make }) => after(make.members(3), async () => ({ meetingId: await make.meeting() })),
  'attendance.year': async (open) => after(oneAbsence(open), () => scope(open)),
  'attendance.summary': async (open) => after(oneAbsence(open), () => scope(open)),
  'attendance.byPerson': async (open) => after(oneAbsence(open), () => scope(open)),
  'attendance.byMeeting': async (open) => after(oneAbsence(open), () => scope(open)),
  'attendance.absences': async (open) => after(oneAbsence(open), () => scope(open)),
  'attendance.makeUp': async (open) => ({ absences: [await oneAbsence(open)], day: '2026-06-12', content: '补学会议内容' }),
  'attendance.dropMakeups': async (open) => {
    const absences = [await oneAbsence(open)]
    await open.app.attendance.makeUp({ absences, day: '2026-06-12', content: '补学会议内容' })
    return { absences }
  },
}
