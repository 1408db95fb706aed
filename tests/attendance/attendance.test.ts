import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bareConnection } from '../../main/core/connect.ts'
import type { AttendanceState } from '../../shared/attendance/contract.ts'
import { openApp } from '../support/open-app.ts'

test('出勤从不预填：没登记就是空的', async () => {
  const { app, make } = await openApp()
  await make.members(3)
  const meetingId = await make.meeting()
  expect((await app.attendance.sheet({ meetingId })).map((row) => [row.expected, row.state])).toEqual([
    [true, null],
    [true, null],
    [true, null],
  ])
})

test('全部到会只填还没登记的人，先登记的请假不动', async () => {
  const { app, make } = await openApp()
  const [a] = await make.members(3)
  const meetingId = await make.meeting()
  await app.attendance.mark({ meetingId, marks: [{ memberId: a!, state: 'leave', reason: '出差' }] })
  expect(await app.attendance.allPresent({ meetingId })).toEqual({ changed: 2 })
  expect((await app.attendance.sheet({ meetingId })).map((row) => [row.state, row.reason])).toEqual([
    ['leave', '出差'],
    ['present', ''],
    ['present', ''],
  ])
})

test('不在应到名单里的人只能列席；应到的人不能列席', async () => {
  const { app, make } = await openApp()
  const [a] = await make.members(1)
  const guest = await make.member({ name: '客人', joinedOn: '2026-06-14', fullMemberOn: null }, { category: 'probationary' })
  const meetingId = await make.meeting({ day: '2026-06-10' })
  await expect(app.attendance.mark({ meetingId, marks: [{ memberId: guest, state: 'present' }] })).rejects.toThrow(
    '“客人”不在这次会议的应到名单里',
  )
  await expect(app.attendance.mark({ meetingId, marks: [{ memberId: a!, state: 'observer' }] })).rejects.toThrow(
    '在应到名单里，不能登记为列席',
  )
  await app.attendance.mark({
    meetingId,
    marks: [
      { memberId: guest, state: 'observer' },
      { memberId: a!, state: 'present' },
    ],
  })
  await app.meetings.hold({ id: meetingId })
  expect((await app.meetings.page({ id: meetingId })).meeting).toMatchObject({ expected: 1, present: 1, observers: 1 })
})

test('确认召开之后可以改正状态，但不能清空', async () => {
  const { app, make } = await openApp()
  const [a] = await make.members(2)
  const meetingId = await make.heldMeeting()
  await app.attendance.mark({ meetingId, marks: [{ memberId: a!, state: 'absent', reason: '未说明' }] })
  expect((await app.meetings.page({ id: meetingId })).meeting).toMatchObject({ expected: 2, present: 1, absent: 1, rate: 50 })
  await expect(app.attendance.mark({ meetingId, marks: [{ memberId: a!, state: null }] })).rejects.toThrow('不能清空')
})

test('绕过软件直接改数据库，也破坏不了 应到 = 实到 + 请假 + 缺席，也改不了已归档的会', async () => {
  const { make, core, path } = await openApp()
  await make.members(2)
  const held = await make.heldMeeting()
  const archived = await make.archivedMeeting({ topic: '归档的' })
  await core.close()
  const db = bareConnection(path, false)
  const trying = (sql: string) => () => db.exec(sql)
  expect(trying(`delete from attendance where meeting_id = ${held}`)).toThrow('attendance.doesNotBalance')
  expect(trying(`update attendance set state = 'observer' where meeting_id = ${held}`)).toThrow('attendance.doesNotBalance')
  expect(trying(`update meeting set expected_count = 9 where id = ${held}`)).toThrow('attendance.doesNotBalance')
  expect(trying(`update attendance set state = 'leave' where meeting_id = ${archived}`)).toThrow('meetings.archived')
  expect(trying(`update meeting set topic = '改' where id = ${archived}`)).toThrow('meetings.archived')
  expect(trying(`update meeting set topic = '改' where id = ${held}`), '没有操作记录就写不进去').toThrow(
    'NOT NULL constraint failed: change.operation_id',
  )
  db.close()
})

const state = fc.constantFrom<AttendanceState>('present', 'late', 'online', 'leave', 'absent')

test('不论怎样登记，应到 = 实到 + 请假 + 缺席 + 未登记', async () => {
  const { app, make } = await openApp()
  const ids = await make.members(5)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ who: fc.nat(4), state: fc.option(state) }), { minLength: 1, maxLength: 8 }), async (marks) => {
      const meetingId = await make.meeting()
      await app.attendance.mark({ meetingId, marks: marks.map(({ who, state }) => ({ memberId: ids[who]!, state })) })
      const { expected, present, onLeave, absent, unmarked } = (await app.meetings.page({ id: meetingId })).meeting
      expect(expected).toBe(5)
      expect(present + onLeave + absent + unmarked).toBe(expected)
      if (unmarked === 0) await app.meetings.hold({ id: meetingId })
      else await expect(app.meetings.hold({ id: meetingId })).rejects.toThrow('没有登记出勤')
    }),
    { numRuns: 20 },
  )
})
