import { expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'

test('各支部还差的会，与一个支部一个支部问的一样；已撤销的支部不在内', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  await app.files.close({})
  await app.files.create({ name: '总支', kind: 'generalBranch', actor: { name: '李明', post: '支部书记' } })
  const root = await make.root()
  const branch = async (name: string) => (await app.organizations.found({ parentId: root, kind: 'branch', name })).id
  const [first, second, gone] = [await branch('一支部'), await branch('二支部'), await branch('三支部')]
  await make.member({}, { organizationId: first })
  await make.heldMeeting({ organizationId: first, kinds: ['themeDay', 'lecture'], day: '2026-06-03' })
  await make.meeting({ organizationId: second, kinds: ['lecture'], day: '2026-06-28' })
  await app.organizations.found({ parentId: second, kind: 'group', name: '第一党小组' })
  for (const seat of ['secretary', 'organizing', 'publicity'] as const)
    await app.organizations.appoint({
      organizationId: first,
      memberId: await make.member({}, { organizationId: first }),
      title: seat,
      fromDay: '2024-03',
    })
  await app.organizations.dissolve({ id: gone, on: '2026-06-01' })
  const told = await app.meetings.gapsByBranch({ organizationId: root, year: 2026 })
  expect(told).toEqual([
    { organizationId: first, gaps: await app.meetings.gaps({ organizationId: first, year: 2026 }) },
    { organizationId: second, gaps: await app.meetings.gaps({ organizationId: second, year: 2026 }) },
  ])
  expect(told[1]?.gaps.some(({ kind }) => kind.code === 'group')).toBe(true)
  expect(told[0]?.gaps.some(({ kind }) => kind.code === 'group')).toBe(false)
  expect(told.map(({ gaps }) => gaps.some(({ kind }) => kind.code === 'committee'))).toEqual([true, false])
})

test('没归档的一行不少地列出，归档的只数个数；人数与一年的名单上一样', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  await make.members(3)
  await make.archivedMeeting({ day: '2026-05-10' })
  await make.heldMeeting({ day: '2026-06-03' })
  await make.meeting({ day: '2026-06-20' })
  const scope = { organizationId: await make.root(), year: 2026 }
  const { rows, archived } = await app.meetings.unarchived(scope)
  expect(archived).toBe(1)
  expect(rows).toEqual((await app.meetings.listByYear(scope)).filter(({ status }) => status !== 'archived'))
  expect(rows).toHaveLength(2)
})

test('过了年，上年十二月没有归档的还在要办的里；更早的、归档了的不在', async () => {
  const { app, make } = await openApp({ today: '2027-01-05' })
  await make.members(3)
  await make.heldMeeting({ day: '2026-11-20' })
  const id = await make.heldMeeting({ day: '2026-12-28' })
  await app.attendance.writeGuests({ meetingId: id, guests: [{ kind: 'guest', name: '来宾', post: '' }] })
  await make.archivedMeeting({ day: '2026-12-29' })
  await make.meeting({ day: '2027-01-08' })
  const organizationId = await make.root()
  const { rows, archived } = await app.meetings.unarchived({ organizationId, year: 2027 })
  const december = (await app.meetings.listByYear({ organizationId, year: 2026 })).filter((row) => row.id === id)
  expect([rows.slice(0, 1), rows.map(({ day }) => day), archived]).toEqual([december, ['2026-12-28', '2027-01-08'], 0])
})

test('一个月里的会议不列作废的', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  await make.members(1)
  const kept = await make.meeting({ day: '2026-06-20', topic: '党课' })
  const voided = await make.heldMeeting({ day: '2026-06-03' })
  await make.meeting({ day: '2026-07-01' })
  await app.meetings.void({ id: voided, reason: '记错了' })
  expect(await app.meetings.inMonth({ organizationId: await make.root(), month: '2026-06' })).toEqual([
    { id: kept, day: '2026-06-20', topic: '党课' },
  ])
})

test('同一天的几次会，应到各按自己的名单与不计入的人', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  const [a, b] = await make.members(3)
  const day = '2026-06-20'
  await make.meeting({ day, topic: '全体' })
  const apart = await make.meeting({ day, topic: '少一人' })
  await app.attendance.exclude({ meetingId: apart, exclusions: [{ memberId: a!, reason: 'abroad', basis: '批复' }] })
  const chosen = await make.meeting({ day, topic: '逐人选定', kinds: ['other'] })
  await app.attendance.mark({ meetingId: chosen, marks: [{ memberId: b!, state: 'present' }] })
  await make.meeting({ day, topic: '支委会', kinds: ['committee'] })
  await app.organizations.appoint({ organizationId: await make.root(), memberId: a!, title: 'secretary', fromDay: '2024-03' })
  await make.meeting({ day: '2025-12-31', topic: '去年' })
  const scope = { organizationId: await make.root(), year: 2026 }
  expect((await app.meetings.listByYear(scope)).map(({ topic, expected }) => [topic, expected])).toEqual([
    ['全体', 3],
    ['少一人', 2],
    ['逐人选定', 1],
    ['支委会', 1],
  ])
})
