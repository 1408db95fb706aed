import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bareConnection } from '../../main/core/connect.ts'
import type { AttendanceState, Tally } from '../../shared/attendance/contract.ts'
import { tallyMeetings, tallyOf, tallyPeople, yearWith } from '../../shared/attendance/rules.ts'
import { openApp } from '../support/open-app.ts'

const counts = ['expected', 'present', 'online', 'late', 'onLeave', 'absent', 'madeUp', 'observed', 'excluded'] as const
const sumOf = (rows: readonly Tally[]) => Object.fromEntries(counts.map((key) => [key, rows.reduce((sum, row) => sum + row[key], 0)]))

const state = fc.constantFrom<AttendanceState>('present', 'late', 'online', 'leave', 'absent')
const meeting = fc.record({
  branch: fc.nat(1),
  month: fc.integer({ min: 1, max: 12 }),
  chosen: fc.boolean(),
  states: fc.array(state, { minLength: 6, maxLength: 6 }),
  excluded: fc.option(fc.nat(5)),
  madeUp: fc.boolean(),
})
const oneYear = fc.record({
  meetings: fc.array(meeting, { minLength: 1, maxLength: 5 }),
  moves: fc.array(fc.record({ who: fc.nat(5), month: fc.integer({ min: 1, max: 12 }), to: fc.nat(1) }), { maxLength: 4 }),
})

test('不论一年里怎样开会、怎样调动支部，按人合计、按会议合计与各会的人数都相等；各支部之和就是总支的', async () => {
  const { app, make } = await openApp({ today: '2026-06-15', kind: 'generalBranch' })
  const root = await make.root()
  const branches = [0, 1].map((n) => app.organizations.found({ parentId: root, kind: 'branch', name: `支部${n}` }))
  const [a, b] = await Promise.all(branches)
  const at = [a!.id, b!.id]
  const ids: number[] = []
  for (let n = 0; n < 6; n += 1)
    ids.push(await make.member({ joinedOn: '1990-07-01', fullMemberOn: '1991-07-01' }, { organizationId: at[n % 2]! }))
  const { code } = await app.meetings.addKind({ name: '座谈', audience: 'chosen' })
  let year = 2000
  await fc.assert(
    fc.asyncProperty(oneYear, async ({ meetings, moves }) => {
      year += 1
      const day = (month: number, date: number) => `${year}-${String(month).padStart(2, '0')}-${date}`
      for (const { who, month, to } of moves) await app.members.move({ id: ids[who]!, organizationId: at[to]!, fromDay: day(month, 15) })
      for (const { branch, month, chosen, states, excluded, madeUp } of meetings) {
        const meetingId = await make.meeting({
          organizationId: at[branch]!,
          day: day(month, 20),
          kinds: [chosen ? code : 'branchAssembly'],
        })
        const listed = (await app.attendance.sheet({ meetingId })).map(({ memberId }) => memberId)
        const out = excluded === null ? undefined : listed[excluded % Math.max(1, listed.length)]
        if (out) await app.attendance.exclude({ meetingId, exclusions: [{ memberId: out, reason: 'abroad', basis: '批复' }] })
        const marks = listed.flatMap((memberId, n) => (memberId === out ? [] : [{ memberId, state: states[n]! }]))
        if (marks.length === 0) continue
        await app.attendance.mark({ meetingId, marks })
        await app.meetings.hold({ id: meetingId })
        const absences = marks.flatMap(({ memberId, state }) => (state === 'leave' || state === 'absent' ? [{ meetingId, memberId }] : []))
        if (madeUp && absences.length > 0) await app.attendance.makeUp({ absences, day: day(12, 31), content: '补课' })
      }
      const totals = []
      for (const organizationId of [root, ...at]) {
        const scope = { organizationId, year }
        const people = sumOf(await app.attendance.byPerson(scope))
        expect(sumOf(await app.attendance.byMeeting(scope))).toEqual(people)
        const held = await app.meetings.register(scope)
        const total = (key: 'expected' | 'present' | 'onLeave' | 'absent' | 'excluded') => held.reduce((sum, row) => sum + row[key], 0)
        for (const key of ['expected', 'present', 'onLeave', 'absent', 'excluded'] as const) expect(people[key], key).toBe(total(key))
        const open = (await app.attendance.absences(scope)).filter(({ madeUpOn }) => madeUpOn === null)
        expect(await app.attendance.summary(scope)).toMatchObject({
          expected: people.expected,
          present: people.present,
          rate: people.expected === 0 ? null : Math.round((people.present! * 1000) / people.expected!) / 10,
          open: open.length,
          peopleOpen: new Set(open.map(({ memberId }) => memberId)).size,
        })
        expect(people.expected).toBe(people.present! + people.onLeave! + people.absent!)
        totals.push(people)
      }
      const [whole, first, second] = totals
      for (const key of counts) expect(whole![key]).toBe(first![key]! + second![key]!)
    }),
    { numRuns: 12 },
  )
}, 60_000)

test('去年十二月请假、缺席没有补课的，过了年另数出来；补了课、作废了、十一月的不在内', async () => {
  const { app, make, setToday } = await openApp({ today: '2027-01-08' })
  const [first, second] = await make.members(2)
  for (const [day, memberId] of [
    ['2026-11-30', first],
    ['2026-12-01', first],
    ['2026-12-31', first],
    ['2026-12-31', second],
    ['2027-01-05', first],
  ] as const) {
    const meetingId = await make.meeting({ day, topic: `${day} ${memberId}` })
    await app.attendance.allPresent({ meetingId })
    await app.attendance.mark({ meetingId, marks: [{ memberId: memberId!, state: 'leave', reason: '出差' }] })
    await app.meetings.writeMinutes({ id: meetingId, speeches: [], decisions: [{ text: '照办。' }] })
    await app.meetings.hold({ id: meetingId })
  }
  const summary = (year: number) => make.root().then((organizationId) => app.attendance.summary({ organizationId, year }))
  expect(await summary(2027)).toMatchObject({ open: 1, peopleOpen: 1, lastDecember: { open: 3, peopleOpen: 2 } })
  const absences = await app.attendance.absences({ organizationId: await make.root(), year: 2026 })
  setToday('2027-01-10')
  await app.attendance.makeUp({
    absences: absences.filter(({ memberId }) => memberId === second).map(({ meetingId, memberId }) => ({ meetingId, memberId })),
    ...{ day: '2027-01-09', content: '自学' },
  })
  expect((await summary(2027)).lastDecember).toEqual({ open: 2, peopleOpen: 1 })
  expect((await summary(2028)).lastDecember).toEqual({ open: 0, peopleOpen: 0 })
})

test('只看一类会议，按人与按会议的合计仍相等', async () => {
  const { app, make } = await openApp()
  await make.members(3)
  await make.heldMeeting()
  await make.heldMeeting({ kinds: ['lecture'], day: '2026-05-10' })
  const whole = await app.attendance.year({ organizationId: await make.root(), year: 2026 })
  const lectures = yearWith(whole, ({ kinds }) => kinds.includes('lecture'))
  expect(sumOf(tallyPeople(lectures))).toEqual(sumOf(tallyMeetings(lectures)))
  expect(tallyMeetings(lectures)).toMatchObject([{ expected: 3, present: 3, rate: 100 }])
})

test('作废的会不进考勤，取消作废以后又回来', async () => {
  const { app, make } = await openApp()
  const [memberId] = await make.members(2)
  const id = await make.meeting()
  await app.attendance.mark({ meetingId: id, marks: [{ memberId: memberId!, state: 'leave', reason: '出差' }] })
  await app.attendance.allPresent({ meetingId: id })
  await app.meetings.hold({ id })
  const scope = { organizationId: await make.root(), year: 2026 }
  const seen = async () => {
    const [absences, meetings] = [await app.attendance.absences(scope), await app.attendance.byMeeting(scope)]
    return [absences.length, meetings.length, sumOf(await app.attendance.byPerson(scope)).expected]
  }
  expect(await seen()).toEqual([1, 1, 2])
  await app.meetings.void({ id, reason: '登记重了' })
  expect(await seen()).toEqual([0, 0, 0])
  await app.meetings.unvoid({ id })
  expect(await seen()).toEqual([1, 1, 2])
})

test('补课补上请假与缺席，另数补课；实到与出席率不变', () => {
  expect(tallyOf(['present', 'online', 'leaveMadeUp', 'absent', 'observer', 'excluded'])).toEqual({
    expected: 4,
    present: 2,
    online: 1,
    late: 0,
    onLeave: 1,
    absent: 1,
    madeUp: 1,
    observed: 1,
    excluded: 1,
    rate: 50,
  })
})

test('补课：归档之后也能登记，当时的实到不变；日期不能早于会议，也不能在今天之后；撤销以后又成了没有补', async () => {
  const { app, make, setToday } = await openApp()
  const [a, b] = await make.members(3)
  const meetingId = await make.meeting()
  const marks = [a!, b!].map((memberId) => ({ memberId, state: 'leave' as const, reason: '出差' }))
  await app.attendance.mark({ meetingId, marks })
  await app.attendance.allPresent({ meetingId })
  const absences = [a!, b!].map((memberId) => ({ meetingId, memberId }))
  const lesson = { day: '2026-06-12', content: '补学会议精神', taughtBy: '李明', confirmedBy: '王芳' }
  await expect(app.attendance.makeUp({ absences, ...lesson })).rejects.toThrow('会议召开之后')
  await app.meetings.writeMinutes({ id: meetingId, speeches: [{ speaker: '李明', text: '传达。' }], decisions: [] })
  await app.meetings.hold({ id: meetingId })
  await app.meetings.archive({ id: meetingId })
  await expect(app.attendance.makeUp({ absences, ...lesson, day: '2026-06-09' })).rejects.toThrow('早于会议日期 2026-06-10')
  await expect(app.attendance.makeUp({ absences, ...lesson, day: '2026-06-16' })).rejects.toThrow('还没有到')
  const attended = { meetingId, memberId: b! + 1 }
  await expect(app.attendance.makeUp({ absences: [attended], ...lesson })).rejects.toThrow('请假或缺席的人才能补课')
  setToday('2026-06-20')
  expect(await app.attendance.makeUp({ absences, ...lesson })).toEqual({ changed: 2 })
  const scope = { organizationId: await make.root(), year: 2026 }
  expect(await app.attendance.absences(scope)).toMatchObject([{ madeUpOn: '2026-06-12', taughtBy: '李明' }, { content: '补学会议精神' }])
  expect(await app.attendance.byMeeting(scope)).toMatchObject([{ expected: 3, present: 1, onLeave: 2, madeUp: 2, rate: 33.3 }])
  await app.attendance.dropMakeups({ absences: [{ meetingId, memberId: a! }] })
  expect((await app.attendance.absences(scope)).map(({ madeUpOn }) => madeUpOn)).toEqual([null, '2026-06-12'])
})

test('补了课的请假不能改成出席，有补课的会不能退回筹备，谁来写都一样', async () => {
  const { app, make, core, path } = await openApp()
  const [a] = await make.members(2)
  const meetingId = await make.meeting()
  await app.attendance.mark({ meetingId, marks: [{ memberId: a!, state: 'absent' }] })
  await app.attendance.allPresent({ meetingId })
  await app.meetings.hold({ id: meetingId })
  await app.attendance.makeUp({ absences: [{ meetingId, memberId: a! }], day: '2026-06-12', content: '补课' })
  await expect(app.attendance.mark({ meetingId, marks: [{ memberId: a!, state: 'present' }] })).rejects.toThrow('已经补了课')
  await app.attendance.mark({ meetingId, marks: [{ memberId: a!, state: 'leave', reason: '补假条' }] })
  await expect(app.meetings.reopen({ id: meetingId })).rejects.toThrow('已经有人补了课')
  await core.close()
  const db = bareConnection(path, false)
  expect(() => db.exec(`update attendance set state = 'late' where member_id = ${a}`)).toThrow('attendance.madeUp')
  expect(() => db.exec(`update meeting set status = 'planned', recorded_at = null, expected_count = null`)).toThrow('attendance.hasMakeups')
  db.close()
})

test('按人的台账里大会、党课各有应到与实到；一次会有两种类型的，两种各算一次', async () => {
  const { app, make } = await openApp()
  const [memberId = 0] = await make.members(2)
  const both = await make.meeting({ kinds: ['branchAssembly', 'lecture'] })
  await app.attendance.mark({ meetingId: both, marks: [{ memberId, state: 'leave', reason: '出差' }] })
  await app.attendance.allPresent({ meetingId: both })
  await app.meetings.hold({ id: both })
  await make.heldMeeting({ kinds: ['lecture'], day: '2026-05-10' })
  const scope = { organizationId: await make.root(), year: 2026 }
  expect((await app.attendance.byPerson(scope)).find((row) => row.memberId === memberId)).toMatchObject({
    ...{ expected: 2, present: 1, assemblyExpected: 1, assemblyPresent: 0, lectureExpected: 2, lecturePresent: 1, committeeExpected: 0 },
  })
  const assemblies = await app.attendance.byPerson({ ...scope, meetingKind: 'branchAssembly' })
  expect(assemblies.find((row) => row.memberId === memberId)).toMatchObject({ expected: 1, present: 0, lectureExpected: 1 })
  expect(await app.attendance.absences({ ...scope, meetingKind: 'themeDay' })).toEqual([])
})

test('同名的人在出勤表、年度考勤、缺勤与搜索里都带出生年，按人的合计仍分开', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  const organizationId = await make.root()
  const ids: number[] = []
  for (const [name, birthDay] of [
    ['王芳', '1985-03'],
    ['王芳', '1990-01-02'],
    ['李明', '1985-03'],
  ] as const)
    ids.push(await make.member({ name, birthDay, joinedOn: '2012-07-01', fullMemberOn: '2013-07-01' }))
  const meetingId = await make.meeting({ day: '2026-03-20' })
  const sheet = await app.attendance.sheet({ meetingId })
  expect(sheet.map(({ name, aside }) => [name, aside])).toEqual([
    ['王芳', '1985年生'],
    ['王芳', '1990年生'],
    ['李明', ''],
  ])
  await app.attendance.mark({ meetingId, marks: ids.map((memberId) => ({ memberId, state: 'absent' as const })) })
  await app.meetings.hold({ id: meetingId })
  const scope = { organizationId, year: 2026 }
  const asides = ['1985年生', '1990年生', '']
  expect((await app.attendance.year(scope)).people.map(({ aside }) => aside)).toEqual(asides)
  expect((await app.attendance.byPerson(scope)).map(({ aside }) => aside)).toEqual(asides)
  expect((await app.attendance.absences(scope)).map(({ aside }) => aside)).toEqual(asides)
  expect((await app.members.find({ text: '王芳' })).map(({ aside }) => aside)).toEqual(['1985年生', '1990年生'])
  expect((await app.members.find({ text: '李明' })).map(({ aside }) => aside)).toEqual([''])
})
