import { expect, test } from 'vitest'
import { kindOfPair } from '../../shared/talks/rules.ts'
import { openApp } from '../support/open-app.ts'

async function branch() {
  const open = await openApp()
  const organizationId = await open.make.root()
  const [secretary, deputy, third, ...rest] = await open.make.members(5)
  for (const [memberId, title] of [
    [secretary, 'secretary'],
    [deputy, 'organizing'],
    [third, 'discipline'],
  ] as const)
    await open.app.organizations.appoint({ organizationId, memberId: memberId!, title, fromDay: '2024-01-01' })
  return { ...open, organizationId, secretary: secretary!, deputy: deputy!, plain: rest as number[], scope: { organizationId, year: 2026 } }
}

test('两个人谈，软件说得出算哪一类；名册外的人谈的不计入覆盖', () => {
  expect([
    kindOfPair(true, true),
    kindOfPair(true, false),
    kindOfPair(false, true),
    kindOfPair(false, false),
    kindOfPair(null, true),
  ]).toEqual(['withinCommittee', 'committeeWithMember', 'committeeWithMember', 'betweenMembers', 'otherTalk'])
})

test('谁今年还没谈、差哪一类，一眼看得出；谈了就不再差', async () => {
  const { app, organizationId, secretary, deputy, plain, scope } = await branch()
  const [first, second] = plain as [number, number]
  const missingOf = async () => {
    const rows = await app.talks.coverage(scope)
    expect(await app.talks.lacking(scope)).toEqual({ people: rows.filter(({ missing }) => missing.length > 0).length })
    return new Map(rows.map((row) => [row.memberId, row.missingWords]))
  }
  expect((await missingOf()).get(secretary)).toBe('支委之间、支委与党员')
  expect((await missingOf()).get(first)).toBe('支委与党员、党员之间')
  const talk = { organizationId, day: '2026-05-08', talkerId: secretary, talkedId: first, kind: 'committeeWithMember' as const }
  await app.talks.record({
    talks: [
      talk,
      { ...talk, talkedId: deputy, kind: 'withinCommittee' },
      { ...talk, talkerId: first, talkedId: second, kind: 'betweenMembers' },
    ],
  })
  const now = await missingOf()
  expect([now.get(secretary), now.get(first), now.get(second)]).toEqual(['', '', '支委与党员'])
})

test('双方各算一次：各人的次数之和是谈话次数的两倍', async () => {
  const { app, organizationId, secretary, plain, scope } = await branch()
  const pairs = [plain[0]!, plain[1]!, plain[0]!]
  await app.talks.record({
    talks: pairs.map((talkedId) => ({ organizationId, day: '2026-05-08', talkerId: secretary, talkedId, kind: 'committeeWithMember' })),
  })
  const rows = await app.talks.coverage(scope)
  expect(rows.reduce((sum, row) => sum + row.committeeWithMember, 0)).toBe(2 * (await app.talks.listByYear(scope)).length)
})

test('自己和自己、还没到的日子、没写谈话人，都不能登记', async () => {
  const { app, organizationId, secretary, plain } = await branch()
  const talk = { organizationId, day: '2026-05-08', talkerId: secretary, talkedId: plain[0]!, kind: 'otherTalk' as const }
  await expect(app.talks.record({ talks: [{ ...talk, talkedId: secretary }] })).rejects.toThrow('请改一个')
  await expect(app.talks.record({ talks: [talk, { ...talk, day: '2026-06-16' }] })).rejects.toThrow('还没有到')
  await expect(app.talks.record({ talks: [{ ...talk, talkerId: null }] })).rejects.toThrow('还没有写谈话人')
  expect(await app.talks.listByYear({ organizationId, year: 2026 })).toEqual([])
})

test('会前谈了几对几次：从上一次组织生活会的第二天数到开会那天，两个人谈几次算一对', async () => {
  const { app, make, organizationId, secretary, plain } = await branch()
  const [first, second] = plain as [number, number]
  const talk = (day: string, talkerId: number, talkedId: number) => ({
    organizationId,
    day,
    talkerId,
    talkedId,
    kind: 'otherTalk' as const,
  })
  await app.talks.record({
    talks: [
      talk('2026-02-10', secretary, first),
      talk('2026-02-11', secretary, first),
      talk('2026-05-08', first, secretary),
      talk('2026-05-09', secretary, first),
      talk('2026-05-20', first, second),
      talk('2026-06-12', first, second),
    ],
  })
  const before = await make.meeting({ kinds: ['orgLife'], day: '2026-02-10' })
  const meetingId = await make.meeting({ kinds: ['orgLife'], day: '2026-05-20' })
  expect(await app.talks.beforeMeeting({ meetingId })).toEqual({ fromDay: '2025-05-20', pairs: 2, times: 5 })
  await app.attendance.allPresent({ meetingId: before })
  await app.meetings.hold({ id: before })
  expect(await app.talks.beforeMeeting({ meetingId })).toEqual({ fromDay: '2026-02-11', pairs: 2, times: 4 })
})

test('同名的两个支部各算各的；总支的委员在哪一级看都不因此算支委', async () => {
  const { app, make } = await openApp({ today: '2026-06-15', kind: 'committee' })
  const root = await make.root()
  const found = async (parentId: number, kind: 'generalBranch' | 'branch', name: string) =>
    (await app.organizations.found({ parentId, kind, name })).id
  const [east, west] = [await found(root, 'generalBranch', '东片总支'), await found(root, 'generalBranch', '西片总支')]
  const [one, other] = [await found(east, 'branch', '第一党支部'), await found(west, 'branch', '第一党支部')]
  const secretary = await make.member({ name: '东书记' }, { organizationId: one })
  const plain = await make.member({ name: '东党员' }, { organizationId: one })
  await make.member({ name: '西党员' }, { organizationId: other })
  await app.organizations.appoint({ organizationId: one, memberId: secretary, title: 'secretary', fromDay: '2024-01' })
  await app.organizations.appoint({ organizationId: east, memberId: plain, title: 'organizing', fromDay: '2024-01' })
  const missing = async (organizationId: number) =>
    (await app.talks.coverage({ organizationId, year: 2026 })).map(({ name, missingWords }) => [name, missingWords])
  const inEast = [
    ['东书记', '支委与党员'],
    ['东党员', '支委与党员'],
  ]
  expect(await missing(one)).toEqual(inEast)
  expect(await missing(east)).toEqual(inEast)
  expect(await missing(root)).toEqual([...inEast, ['西党员', '']])
})

test('谈话与听课的学时跟着人走：调来之前谈的、总支开的课，在新支部里也算', async () => {
  const { app, make } = await openApp({ today: '2026-06-15', kind: 'generalBranch' })
  const root = await make.root()
  const found = async (name: string) => (await app.organizations.found({ parentId: root, kind: 'branch', name })).id
  const [one, other] = [await found('甲支部'), await found('乙支部')]
  const [mover, stayer] = [
    await make.member({ name: '调走的' }, { organizationId: one }),
    await make.member({ name: '留下的' }, { organizationId: one }),
  ]
  await make.member({ name: '那边的' }, { organizationId: other })
  const talk = { organizationId: one, day: '2026-02-08', talkerId: mover, talkedId: stayer, kind: 'betweenMembers' as const }
  await app.talks.record({ talks: [talk] })
  const lecture = { title: '党课', lecturer: '李明', lecturerPost: '', hours: 2.5, outline: '', note: '' }
  for (const organizationId of [one, root]) {
    const meetingId = await make.meeting({ organizationId, kinds: ['lecture'], day: '2026-03-03' })
    await app.attendance.allPresent({ meetingId })
    await app.meetings.hold({ id: meetingId })
    await app.particulars.writeLecture({ meetingId, lecture })
  }
  await app.members.move({ id: mover, organizationId: other, fromDay: '2026-04-01' })
  for (const organizationId of [other, root]) {
    const scope = { organizationId, year: 2026 }
    const covered = (await app.talks.coverage(scope)).find(({ memberId }) => memberId === mover)
    expect([covered?.betweenMembers, covered?.missing, covered?.partners]).toEqual([1, [], '留下的'])
    const heard = (await app.particulars.hours(scope)).find(({ memberId }) => memberId === mover)
    expect([heard?.lectures, heard?.hours]).toEqual([2, 5])
  }
})
