import { expect, test } from 'vitest'
import { bareConnection } from '../../main/core/connect.ts'
import { canVote } from '../../shared/attendance/rules.ts'
import { openApp } from '../support/open-app.ts'

const abroad = (memberId: number) => ({ memberId, reason: 'abroad' as const, basis: '街道党工委 2026 年 3 月批复' })

test('不计入的人离开应到，单列出来，理由与依据都在', async () => {
  const { app, make } = await openApp()
  const [a, b] = await make.members(3)
  const meetingId = await make.meeting()
  await app.attendance.exclude({ meetingId, exclusions: [abroad(a!)] })
  const sheet = await app.attendance.sheet({ meetingId })
  expect(sheet.map((row) => [row.memberId, row.expected, row.exclusion?.basis])).toEqual([
    [a, false, '街道党工委 2026 年 3 月批复'],
    [b, true, undefined],
    [b! + 1, true, undefined],
  ])
  await app.attendance.allPresent({ meetingId })
  await app.meetings.hold({ id: meetingId })
  expect((await app.meetings.page({ id: meetingId })).meeting).toMatchObject({ expected: 2, present: 2, excluded: 1, rate: 100 })
  expect((await app.attendance.sheet({ meetingId })).find((row) => row.memberId === a)).toMatchObject({ expected: false, state: null })
})

test('先登记了出席再标不计入，出席随之去掉；撤销以后都回来', async () => {
  const { app, make } = await openApp()
  const [a] = await make.members(2)
  const meetingId = await make.meeting()
  await app.attendance.allPresent({ meetingId })
  await app.attendance.exclude({ meetingId, exclusions: [abroad(a!)] })
  const of = async () => (await app.attendance.sheet({ meetingId })).find((row) => row.memberId === a)
  expect(await of()).toMatchObject({ state: null, expected: false })
  await app.history.undo({ operationId: (await app.history.latest({})).undo!.id })
  expect(await of()).toMatchObject({ state: 'present', expected: true, exclusion: null })
})

test('不计入的人来了只能列席；不在名单里的人不用标；确认召开之后不能增减，依据还能改正', async () => {
  const { app, make } = await openApp()
  const [a, b] = await make.members(2)
  const meetingId = await make.meeting()
  const later = await make.member({ name: '后来的', joinedOn: '2026-06-14', fullMemberOn: null }, { category: 'probationary' })
  await expect(app.attendance.exclude({ meetingId, exclusions: [abroad(later)] })).rejects.toThrow('“后来的”本来就不在')
  await app.attendance.exclude({ meetingId, exclusions: [abroad(a!)] })
  await expect(app.attendance.mark({ meetingId, marks: [{ memberId: a!, state: 'present' }] })).rejects.toThrow('不计入应到')
  await app.attendance.mark({
    meetingId,
    marks: [
      { memberId: a!, state: 'observer' },
      { memberId: b!, state: 'present' },
    ],
  })
  await app.meetings.hold({ id: meetingId })
  expect((await app.meetings.page({ id: meetingId })).meeting).toMatchObject({ expected: 1, observers: 1, excluded: 1 })
  await expect(app.attendance.exclude({ meetingId, exclusions: [abroad(b!)] })).rejects.toThrow('请先退回筹备')
  await expect(app.attendance.include({ meetingId, memberIds: [a!] })).rejects.toThrow('请先退回筹备')
  expect(await app.attendance.exclude({ meetingId, exclusions: [{ ...abroad(a!), approvedBy: '街道党工委' }] })).toEqual({ changed: 1 })
})

test('上一次会上不计入的人供沿用，从不自动；后来又计入了的不再提', async () => {
  const { app, make } = await openApp()
  const [a, b] = await make.members(3)
  const first = await make.meeting({ day: '2026-03-10', topic: '三月党员大会' })
  await app.attendance.exclude({ meetingId: first, exclusions: [abroad(a!), abroad(b!)] })
  const second = await make.meeting({ day: '2026-04-10' })
  await app.attendance.mark({ meetingId: second, marks: [{ memberId: b!, state: 'present' }] })
  const third = await make.meeting({ day: '2026-05-10' })
  expect((await app.attendance.sheet({ meetingId: third })).every((row) => row.expected)).toBe(true)
  const former = await app.attendance.formerExclusions({ meetingId: third })
  expect(former).toMatchObject([{ memberId: a, topic: '三月党员大会', day: '2026-03-10', reason: 'abroad' }])
  await app.attendance.exclude({ meetingId: third, exclusions: former.map(({ memberId, reason, basis }) => ({ memberId, reason, basis })) })
  expect(await app.attendance.formerExclusions({ meetingId: third })).toEqual([])
})

test('绕过软件直接改数据库，不计入的人也不会有应到的出勤，召开之后的应到也不会变', async () => {
  const { app, make, core, path } = await openApp()
  const [a] = await make.members(2)
  const planned = await make.meeting()
  await app.attendance.exclude({ meetingId: planned, exclusions: [abroad(a!)] })
  const held = await make.meeting({ topic: '开过的' })
  await app.attendance.exclude({ meetingId: held, exclusions: [abroad(a!)] })
  await app.attendance.allPresent({ meetingId: held })
  await app.meetings.hold({ id: held })
  await core.close()
  const db = bareConnection(path, false)
  const trying = (sql: string) => () => db.exec(sql)
  expect(trying(`insert into attendance (uid, meeting_id, member_id, state) values ('u', ${planned}, ${a}, 'present')`)).toThrow(
    'attendance.excluded',
  )
  expect(trying(`delete from exclusion where meeting_id = ${held}`)).toThrow('attendance.doesNotBalance')
  expect(
    trying(`insert into exclusion (uid, meeting_id, member_id, reason, basis) values ('u', ${held}, ${a! + 1}, 'abroad', 'x')`),
  ).toThrow(/attendance\.(excluded|doesNotBalance)/)
  db.close()
})

test('来宾与上级领导不进应到，人数另写；归档之后不能改', async () => {
  const { app, make } = await openApp()
  await make.members(2)
  const meetingId = await make.heldMeeting()
  const guests = [
    { kind: 'guest' as const, name: '何来', post: '商会秘书长' },
    { kind: 'superior' as const, name: '周全', post: '' },
  ]
  expect(await app.attendance.writeGuests({ meetingId, guests })).toEqual({ changed: 2 })
  expect(await app.attendance.guests({ meetingId })).toEqual(guests)
  const count = { expected: 2, present: 2, observers: 1, superiors: 1 }
  expect((await app.meetings.page({ id: meetingId })).meeting).toMatchObject(count)
  expect(await app.meetings.listByYear({ organizationId: await make.root(), year: 2026 })).toMatchObject([count])
  expect(await app.attendance.writeGuests({ meetingId, guests: guests.slice(1) })).toEqual({ changed: 2 })
  await app.meetings.archive({ id: meetingId })
  await expect(app.attendance.writeGuests({ meetingId, guests: [] })).rejects.toThrow('已经归档')
})

test('谁有表决权：正式党员、党籍正常；出勤表照开会那天说', async () => {
  expect(canVote({ category: 'formal', standing: 'normal', onProbation: false })).toBe(true)
  expect(canVote({ category: 'formal', standing: 'suspended', onProbation: false })).toBe(false)
  expect(canVote({ category: 'formal', standing: 'normal', onProbation: true })).toBe(false)
  expect(canVote({ category: null, standing: null, onProbation: false })).toBe(false)
  const { app, make } = await openApp()
  const id = await make.member({ joinedOn: '2025-05-01', fullMemberOn: null }, { category: 'probationary' })
  await app.members.changeCategory({ id, category: 'formal', fromDay: '2026-05-01' })
  const [before, after] = [await make.meeting({ day: '2026-04-10' }), await make.meeting({ day: '2026-05-10' })]
  const votes = async (meetingId: number) => (await app.attendance.sheet({ meetingId })).map((row) => row.canVote)
  expect([await votes(before), await votes(after)]).toEqual([[false], [true]])
})

test('会议删除时，不计入与来宾一起去掉，撤销时一起回来', async () => {
  const { app, make } = await openApp()
  const [a] = await make.members(2)
  const meetingId = await make.meeting()
  await app.attendance.exclude({ meetingId, exclusions: [abroad(a!)] })
  await app.attendance.allPresent({ meetingId })
  await app.attendance.writeGuests({ meetingId, guests: [{ name: '何来' }] })
  await expect(app.members.strike({ id: a! })).rejects.toThrow('1 次会议')
  await app.meetings.remove({ id: meetingId })
  await app.history.undo({ operationId: (await app.history.latest({})).undo!.id })
  expect(await app.attendance.guests({ meetingId })).toHaveLength(1)
  expect((await app.meetings.page({ id: meetingId })).meeting).toMatchObject({ expected: 1, present: 1, excluded: 1 })
})
