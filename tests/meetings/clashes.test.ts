import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clashWords, overlapOf } from '../../shared/meetings/clashes.ts'
import { openApp } from '../support/open-app.ts'

const day = '2026-06-10'
const at = (startsAt: string | null, endsAt: string | null = null) => ({ startsAt, endsAt })

test('首尾相接不算重叠，没有写结束的只看开始的那一刻，没有写开始的说不准', () => {
  expect(overlapOf(at('14:00', '16:00'), at('16:00', '17:00'))).toBe('no')
  expect(overlapOf(at('14:00', '16:00'), at('15:59', '17:00'))).toBe('yes')
  expect(overlapOf(at('14:00', '16:00'), at('15:00'))).toBe('yes')
  expect(overlapOf(at('14:00'), at('15:00', '16:00'))).toBe('no')
  expect(overlapOf(at('14:00'), at('14:00'))).toBe('yes')
  expect(overlapOf(at(null), at('14:00', '16:00'))).toBe('unknown')
})

test('谁先谁后，结论一样', () => {
  const hour = fc.integer({ min: 0, max: 23 }).map((n) => `${String(n).padStart(2, '0')}:00`)
  const span = fc
    .tuple(fc.option(hour), fc.option(hour))
    .filter(([from, to]) => from === null || to === null || to >= from)
    .map(([from, to]) => at(from, to))
  fc.assert(
    fc.property(span, span, (a, b) => {
      expect(overlapOf(a, b)).toBe(overlapOf(b, a))
    }),
  )
})

test('本支部同日的会都说，重叠的说重叠；改的那次自己不算，作废的不算', async () => {
  const { app, make } = await openApp()
  await make.members(1)
  const organizationId = await make.root()
  const first = await make.meeting({ topic: '第一场', day })
  const ask = (startsAt: string, endsAt: string, except: number | null = null) =>
    app.meetings.clashes({ organizationId, kinds: ['lecture'], days: [day], startsAt, endsAt, host: '李明', except })
  const [clash] = await ask('15:00', '17:00')
  expect(clash).toMatchObject({ id: first, overlap: 'yes', people: ['李明'], sameOrganization: true })
  expect(clashWords(clash!)).toBe('“第一场”（14:30–16:00 三楼会议室），时间重叠，李明两边都有')
  expect((await ask('16:00', '17:00'))[0]).toMatchObject({ overlap: 'no', people: [] })
  expect(await ask('15:00', '17:00', first)).toEqual([])
  await app.attendance.allPresent({ meetingId: first })
  await app.meetings.hold({ id: first })
  await app.meetings.void({ id: first, reason: '重复登记' })
  expect(await ask('15:00', '17:00')).toEqual([])
})

test('别的支部那时有同一个人、同一个地方才说；党小组会看全组的人；只说不拦', async () => {
  const { app, make } = await openApp({ kind: 'generalBranch' })
  const parentId = await make.root()
  const { id: root } = await app.organizations.found({ parentId, name: '第一支部', kind: 'branch' })
  const { id: second } = await app.organizations.found({ parentId, name: '第二支部', kind: 'branch' })
  const { id: groupId } = await app.organizations.found({ parentId: root, name: '第一小组', kind: 'group' })
  const memberId = await make.member({ name: '郑小组' }, { organizationId: root })
  await app.members.assignGroup({ ids: [memberId], groupId, fromDay: '2026-01-01' })
  await make.meeting({ organizationId: second, topic: '二支部的会', day, host: '郑小组', recorder: '', place: '二楼' })
  const group = { organizationId: root, groupId, kinds: ['group'], days: [day], host: '李明' }
  const [clash, ...rest] = await app.meetings.clashes({ ...group, startsAt: '15:00' })
  expect(rest).toEqual([])
  expect(clash).toMatchObject({ organizationName: '第二支部', people: ['郑小组'], sameOrganization: false, overlap: 'yes' })
  expect(clashWords(clash!)).toBe('第二支部“二支部的会”（14:30–16:00 二楼），时间重叠，郑小组两边都有')
  expect(await app.meetings.clashes({ ...group, startsAt: '17:00' })).toEqual([])
  const lecture = { organizationId: root, kinds: ['lecture'], days: [day], startsAt: '15:00', host: '李明' }
  expect(await app.meetings.clashes(lecture)).toEqual([])
  expect(await app.meetings.clashes({ ...lecture, place: '二楼' })).toMatchObject([{ samePlace: true, people: [] }])
  await expect(make.meeting({ organizationId: root, day, startsAt: '15:00' })).resolves.toBeGreaterThan(0)
})
