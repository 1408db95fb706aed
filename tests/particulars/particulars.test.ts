import { expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'

const lecture = { title: '学习党章', lecturer: '周教授', lecturerPost: '市委党校', hours: 1.5 }

async function lectures() {
  const open = await openApp()
  const [first, second] = (await open.make.members(2)) as [number, number]
  const hold = async (day: string, states: ['present' | 'late' | 'online' | 'leave', 'present' | 'absent'], hours: number) => {
    const meetingId = await open.make.meeting({ kinds: ['lecture'], topic: `党课 ${day}`, day })
    const marks = [first, second].map((memberId, at) => ({ memberId, state: states[at]!, reason: '有事' }))
    await open.app.attendance.mark({ meetingId, marks })
    await open.app.particulars.writeLecture({ meetingId, lecture: { ...lecture, hours } })
    await open.app.meetings.hold({ id: meetingId })
    return meetingId
  }
  return { ...open, first, second, hold, scope: { organizationId: await open.make.root(), year: 2026 } }
}

test('党课的学时记到听了课的人名下：迟到、线上算，请假、缺席不算，筹备中的不算', async () => {
  const { app, make, first, second, hold, scope } = await lectures()
  await hold('2026-03-05', ['late', 'present'], 1.5)
  await hold('2026-05-06', ['online', 'absent'], 2)
  const planned = await make.meeting({ kinds: ['lecture'], day: '2026-06-01' })
  await app.particulars.writeLecture({ meetingId: planned, lecture })
  const hours = new Map((await app.particulars.hours(scope)).map((row) => [row.memberId, row]))
  expect(hours.get(first)).toMatchObject({ lectures: 2, hours: 3.5, required: 32, lacking: 28.5 })
  expect(hours.get(second)).toMatchObject({ lectures: 1, hours: 1.5 })
})

test('各人学时之和 = 每次党课的人数 × 学时之和', async () => {
  const { app, hold, scope } = await lectures()
  await hold('2026-03-05', ['present', 'present'], 1.5)
  await hold('2026-04-05', ['leave', 'present'], 2)
  const rows = await app.particulars.lectures(scope)
  const given = rows.reduce((sum, { present, hours }) => sum + present * (hours ?? 0), 0)
  expect((await app.particulars.hours(scope)).reduce((sum, { hours }) => sum + hours, 0)).toBe(given)
})

test('三本台账里开过的会一次不少：“专项”没填的也在，自己的几项空着', async () => {
  const { app, make, hold, scope } = await lectures()
  await hold('2026-03-05', ['present', 'present'], 1.5)
  for (const kinds of [['lecture'], ['themeDay'], ['orgLife']])
    await make.heldMeeting({ kinds, topic: `没填的${kinds[0]}`, day: '2026-04-08' })
  const [bare] = (await app.particulars.lectures(scope)).filter(({ day }) => day === '2026-04-08')
  expect(await app.particulars.lectures(scope)).toHaveLength(2)
  expect(bare).toMatchObject({ title: '没填的lecture', lecturer: '', hours: null })
  expect(await app.particulars.themeDays(scope)).toMatchObject([{ topic: '没填的themeDay', parts: '', reading: '' }])
  expect(await app.particulars.orgLives(scope)).toMatchObject([{ topic: '没填的orgLife', theme: '', opinions: null, criticisms: null }])
})

test('一次会议几类合一，各类的几项都记得住；不算那一类的填不进去，归档之后谁也改不了', async () => {
  const { app, make } = await lectures()
  const id = await make.heldMeeting({ kinds: ['lecture', 'themeDay'] })
  await app.particulars.writeLecture({ meetingId: id, lecture })
  await app.particulars.writeThemeDay({ meetingId: id, themeDay: { parts: ['集中学习', '集中学习', '植树'] } })
  expect(await app.particulars.page({ meetingId: id })).toMatchObject({ lecture, themeDay: { parts: ['集中学习', '植树'] }, orgLife: null })
  await expect(app.particulars.writeOrgLife({ meetingId: id, orgLife: {} })).rejects.toThrow('组织生活会')
  await app.meetings.archive({ id })
  await expect(app.particulars.writeLecture({ meetingId: id, lecture })).rejects.toThrow('已经归档')
})
