import { expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'

test('应到按开会那天的名册得出：之后入党的、停止党籍的、已转出的都不算', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  await make.members(3)
  await make.member({ name: '后来', joinedOn: '2026-06-12', fullMemberOn: null }, { category: 'probationary' })
  const suspended = await make.member({ name: '停籍' })
  const moved = await make.member({ name: '转出' })
  await app.members.changeStanding({ id: suspended, standing: 'suspended', fromDay: '2026-01-01' })
  await app.members.changeStanding({ id: moved, standing: 'movedOut', fromDay: '2026-06-01' })
  const id = await make.meeting({ day: '2026-06-10' })
  expect((await app.meetings.page({ id })).meeting).toMatchObject({ expected: 3, unmarked: 3, present: 0, rate: null })
  const earlier = await make.meeting({ day: '2026-05-20' })
  expect((await app.meetings.page({ id: earlier })).meeting.expected).toBe(4)
})

test('还有人没登记出勤就不能确认召开，并说出是谁', async () => {
  const { app, make } = await openApp()
  const [first] = await make.members(2)
  const id = await make.meeting()
  await app.attendance.mark({ meetingId: id, marks: [{ memberId: first!, state: 'present' }] })
  await expect(app.meetings.hold({ id })).rejects.toThrow('还有 1 人没有登记出勤（党员丙2），登记后才能确认召开。')
})

test('没到日子的会不能确认召开；没有党员的支部也不能', async () => {
  const { app, make } = await openApp({ today: '2026-06-01' })
  const empty = await make.meeting({ day: '2026-05-30' })
  await expect(app.meetings.hold({ id: empty })).rejects.toThrow('应到名单是空的')
  await make.members(1)
  const future = await make.meeting({ day: '2026-06-10' })
  await app.attendance.allPresent({ meetingId: future })
  await expect(app.meetings.hold({ id: future })).rejects.toThrow('会议日期 2026-06-10 还没有到')
})

test('确认召开之后，名册怎么变，应到都不变', async () => {
  const { app, make } = await openApp()
  await make.members(3)
  const id = await make.heldMeeting()
  await make.members(2)
  expect((await app.meetings.page({ id })).meeting).toMatchObject({ status: 'held', expected: 3, present: 3, rate: 100 })
})

test('已归档的会只读：安排、记录、出勤都改不了，只能附加更正说明', async () => {
  const { app, make } = await openApp()
  const [member] = await make.members(2)
  const id = await make.archivedMeeting()
  const page = await app.meetings.page({ id })
  const plan = { organizationId: await make.root(), kinds: ['branchAssembly'], topic: '改题目', day: '2026-06-10' }
  for (const write of [
    () => app.meetings.amend({ id, plan }),
    () => app.meetings.writeMinutes({ id, speeches: [], decisions: [] }),
    () => app.attendance.mark({ meetingId: id, marks: [{ memberId: member!, state: 'leave' }] }),
    () => app.meetings.remove({ id }),
    () => app.meetings.reopen({ id }),
  ])
    await expect(write()).rejects.toThrow('这次会议已经归档')
  await app.meetings.correct({ id, text: '地点应为二楼会议室。' })
  expect(await app.meetings.page({ id })).toEqual({
    ...page,
    corrections: [{ at: expect.any(String), actor: '李明', text: '地点应为二楼会议室。' }],
  })
})

test('归档之后撤销之前的登记会被拒绝；先撤销归档就可以', async () => {
  const { app, make } = await openApp()
  await make.members(2)
  const id = await make.archivedMeeting()
  const operations = await app.history.list({})
  const of = (command: string) => operations.find((operation) => operation.command === command)!.id
  await expect(app.history.undo({ operationId: of('meetings.writeMinutes') })).rejects.toThrow('这次会议已经归档')
  await app.history.undo({ operationId: of('meetings.archive') })
  await app.history.undo({ operationId: of('meetings.writeMinutes') })
  expect(await app.meetings.page({ id })).toMatchObject({ meeting: { status: 'held' }, speeches: [], decisions: [] })
})

test('没有记录的会不能归档；取消归档要写原因，原因在操作记录里', async () => {
  const { app, make } = await openApp()
  await make.members(1)
  const id = await make.meeting()
  await expect(app.meetings.archive({ id })).rejects.toThrow('还没有确认召开')
  await app.attendance.allPresent({ meetingId: id })
  await app.meetings.hold({ id })
  await expect(app.meetings.archive({ id })).rejects.toThrow('还没有会议记录')
  await app.meetings.writeMinutes({ id, speeches: [{ speaker: '李明', text: '发言' }], decisions: [] })
  await app.meetings.archive({ id })
  await app.meetings.unarchive({ id, reason: '补上遗漏的发言' })
  expect((await app.history.list({}))[0]).toMatchObject({ title: '取消归档', subject: '学习讨论（补上遗漏的发言）' })
})

test('一次活动可以同时算作几类，只存一次，缺口里各算一次', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  await make.members(2)
  await make.heldMeeting({ kinds: ['themeDay', 'lecture', 'branchAssembly'], topic: '主题党日暨党课' })
  const scope = { organizationId: await make.root(), year: 2026 }
  const rows = await app.meetings.listByYear(scope)
  expect(rows.map((row) => row.kindNames)).toEqual(['主题党日、党课、支部党员大会'])
  const gaps = new Map((await app.meetings.gaps(scope)).map((gap) => [gap.kind.code, gap.missing]))
  expect([gaps.get('themeDay'), gaps.get('lecture'), gaps.get('branchAssembly'), gaps.get('appraisal')]).toEqual([0, 0, 0, 1])
})

test('还差的会本周期已经安排的，缺口里带着哪天；别的周期的、开过的、作废的不算', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  await make.members(2)
  const scope = { organizationId: await make.root(), year: 2026 }
  const plannedFor = async (code: string) => (await app.meetings.gaps(scope)).find(({ kind }) => kind.code === code)
  const next = await make.meeting({ kinds: ['lecture', 'themeDay'], day: '2026-06-28' })
  await make.meeting({ kinds: ['themeDay'], day: '2026-07-03' })
  expect(await plannedFor('lecture')).toMatchObject({ missing: 1, planned: [{ id: next, day: '2026-06-28' }] })
  expect((await plannedFor('themeDay'))?.planned).toHaveLength(1)
  expect((await plannedFor('orgLife'))?.planned).toEqual([])
  await make.heldMeeting({ kinds: ['lecture'], day: '2026-06-10' })
  expect(await plannedFor('lecture')).toMatchObject({ missing: 0, planned: [] })
})

test('隔了很久才录入的会标为补录，发生时间与录入时间都在', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  await make.members(1)
  const late = await make.heldMeeting({ day: '2026-03-02' })
  const soon = await make.heldMeeting({ day: '2026-06-14', topic: '及时' })
  expect((await app.meetings.page({ id: late })).meeting).toMatchObject({
    day: '2026-03-02',
    backfilled: true,
    recordedAt: expect.stringMatching(/^2026-06-15T/),
  })
  expect((await app.meetings.page({ id: soon })).meeting.backfilled).toBe(false)
})

test('支委会的应到是那天在任的委员；党小组会的应到是小组党员', async () => {
  const { app, make } = await openApp()
  const root = await make.root()
  const [a, b, c] = await make.members(3)
  await app.organizations.appoint({ organizationId: root, memberId: a!, title: 'secretary', fromDay: '2024-01' })
  await app.organizations.appoint({ organizationId: root, memberId: b!, title: 'organizing', fromDay: '2024-01' })
  const { id: former } = await app.organizations.appoint({ organizationId: root, memberId: c!, title: 'publicity', fromDay: '2024-01' })
  await app.organizations.relieve({ postId: former, untilDay: '2026-05-01' })
  const { id: group } = await app.organizations.found({ parentId: root, kind: 'group', name: '第一党小组' })
  await app.members.assignGroup({ ids: [c!], groupId: group, fromDay: '2026-01' })
  const names = async (id: number) =>
    (await app.attendance.sheet({ meetingId: id })).filter((row) => row.expected).map((row) => row.memberId)
  expect(await names(await make.meeting({ kinds: ['committee'] }))).toEqual([a, b])
  expect(await names(await make.meeting({ kinds: ['group'], groupId: group }))).toEqual([c])
  await expect(make.meeting({ kinds: ['group'] })).rejects.toThrow('党小组会要选定是哪个党小组')
})

test('去世、转出而还没有免去职务的委员，那天起不算应到的支委，也不算在班子人数里', async () => {
  const { app, make } = await openApp({ today: '2026-06-30' })
  const root = await make.root()
  const [a = 0, b = 0, c = 0, d = 0] = await make.members(4)
  for (const [memberId, title] of [
    [a, 'secretary'],
    [b, 'organizing'],
    [c, 'publicity'],
    [d, 'discipline'],
  ] as const)
    await app.organizations.appoint({ organizationId: root, memberId, title, fromDay: '2024-01' })
  await app.members.changeStanding({ id: c, standing: 'deceased', fromDay: '2026-06-10' })
  await app.members.changeStanding({ id: d, standing: 'movedOut', fromDay: '2026-06-10' })
  const expected = async (day: string) => {
    const sheet = await app.attendance.sheet({ meetingId: await make.meeting({ kinds: ['committee'], day }) })
    return sheet.filter((row) => row.expected).map((row) => row.memberId)
  }
  expect([await expected('2026-06-09'), await expected('2026-06-10')]).toEqual([
    [a, b, c, d],
    [a, b],
  ])
  expect((await app.organizations.notes({ organizationId: root })).map(({ text }) => text).join()).not.toContain('不设支部委员会')
  expect((await app.meetings.gaps({ organizationId: root, year: 2026 })).map(({ kind }) => kind.code)).not.toContain('committee')
})

test('确认召开之后不能改日期和类型，改地点可以；退回筹备之后都可以', async () => {
  const { app, make } = await openApp()
  await make.members(1)
  const id = await make.heldMeeting()
  const plan = { organizationId: await make.root(), kinds: ['branchAssembly'], topic: '学习讨论', day: '2026-06-10', place: '二楼' }
  await app.meetings.amend({ id, plan })
  expect((await app.meetings.page({ id })).meeting.place).toBe('二楼')
  await expect(app.meetings.amend({ id, plan: { ...plan, day: '2026-06-11' } })).rejects.toThrow('日期、类型和所属组织不能再改')
  await app.meetings.reopen({ id })
  await app.meetings.amend({ id, plan: { ...plan, day: '2026-06-11' } })
  expect((await app.meetings.page({ id })).meeting).toMatchObject({ status: 'planned', day: '2026-06-11', present: 1 })
})

test('自设的会议类型可以用，不能重名', async () => {
  const { app, make } = await openApp()
  const { code } = await app.meetings.addKind({ name: '党群共商会', audience: 'chosen' })
  expect((await app.meetings.kinds({})).at(-1)).toMatchObject({ code, name: '党群共商会', own: true })
  await expect(app.meetings.addKind({ name: '党群共商会', audience: 'members' })).rejects.toThrow('已经有“党群共商会”')
  const [a] = await make.members(3)
  const id = await make.meeting({ kinds: [code] })
  await app.attendance.mark({ meetingId: id, marks: [{ memberId: a!, state: 'present' }] })
  await app.meetings.hold({ id })
  expect((await app.meetings.page({ id })).meeting).toMatchObject({ expected: 1, present: 1 })
})

test('新建会议带出上一次同类会议的地点、主持人与议题', async () => {
  const { app, make } = await openApp()
  await make.meeting({ day: '2026-03-01', place: '旧地点' })
  await make.meeting({ day: '2026-05-01', place: '新地点', agenda: ['一', '二'] })
  const organizationId = await make.root()
  expect(await app.meetings.lastOfKind({ organizationId, kind: 'branchAssembly' })).toMatchObject({ place: '新地点', agenda: ['一', '二'] })
  expect(await app.meetings.lastOfKind({ organizationId, kind: 'lecture' })).toBeNull()
})

test('删除只能删筹备中的会，撤销后原样回来', async () => {
  const { app, make } = await openApp()
  await make.members(2)
  const held = await make.heldMeeting()
  await expect(app.meetings.remove({ id: held })).rejects.toThrow('已确认召开，不能删除')
  const id = await make.meeting({ topic: '要删的' })
  await app.attendance.allPresent({ meetingId: id })
  const before = [await app.meetings.page({ id }), await app.attendance.sheet({ meetingId: id })]
  await app.meetings.remove({ id })
  await expect(app.meetings.page({ id })).rejects.toThrow('没有这次会议')
  await app.history.undo({ operationId: (await app.history.latest({})).undo!.id })
  expect([await app.meetings.page({ id }), await app.attendance.sheet({ meetingId: id })]).toEqual(before)
})

test('三会一课台账只有开过的会，应到、实到、请假、缺席的合计对得上', async () => {
  const { app, make } = await openApp()
  const [a] = await make.members(3)
  const id = await make.heldMeeting()
  await app.attendance.mark({ meetingId: id, marks: [{ memberId: a!, state: 'leave', reason: '出差' }] })
  await make.meeting({ topic: '还没开的' })
  const rows = await app.meetings.register({ organizationId: await make.root(), year: 2026 })
  expect(rows.map((row) => row.topic)).toEqual(['学习讨论'])
  expect(rows.map((row) => row.expected - row.present - row.onLeave - row.absent)).toEqual([0])
})

test('不设支委会、不划分党小组的支部，不催支委会和党小组会；设了就催', async () => {
  const { app, make } = await openApp()
  const root = await make.root()
  const codes = async () => (await app.meetings.gaps({ organizationId: root, year: 2026 })).map((gap) => gap.kind.code)
  expect(await codes()).not.toEqual(expect.arrayContaining(['committee']))
  for (const [at, memberId] of (await make.members(3)).entries())
    await app.organizations.appoint({
      organizationId: root,
      memberId,
      title: (['secretary', 'organizing', 'publicity'] as const)[at]!,
      fromDay: '2025-01',
    })
  await app.organizations.found({ parentId: root, kind: 'group', name: '第一党小组' })
  expect(await codes()).toEqual(expect.arrayContaining(['committee', 'group']))
})

test('往年催不催支委会和党小组会，看那年年末：今年才设的不倒催去年', async () => {
  const { app, make } = await openApp({ today: '2026-06-30' })
  const root = await make.root()
  const [a = 0, b = 0, c = 0] = await make.members(3)
  for (const [memberId, title] of [
    [a, 'secretary'],
    [b, 'organizing'],
    [c, 'publicity'],
  ] as const)
    await app.organizations.appoint({ organizationId: root, memberId, title, fromDay: '2026-02-01' })
  await app.organizations.found({ parentId: root, kind: 'group', name: '第一党小组', foundedOn: '2026-03' })
  const asked = async (year: number) => {
    const [branch] = await app.meetings.gapsByBranch({ organizationId: root, year })
    const codes = branch?.gaps.map(({ kind }) => kind.code) ?? []
    expect((await app.meetings.gaps({ organizationId: root, year })).map(({ kind }) => kind.code)).toEqual(codes)
    return [codes.includes('committee'), codes.includes('group')]
  }
  expect([await asked(2025), await asked(2026)]).toEqual([
    [false, false],
    [true, true],
  ])
})

test('几类的次序可以换，去掉头一类、添上一类也行，撤销后原样回来', async () => {
  const { app, make } = await openApp()
  await make.members(2)
  const id = await make.meeting({ kinds: ['branchAssembly', 'lecture'] })
  const kindsNow = async () => (await app.meetings.page({ id })).meeting.kinds
  const amend = async (kinds: string[]) => {
    const { meeting, groupId, agenda } = await app.meetings.page({ id })
    const { organizationId, topic, day } = meeting
    await app.meetings.amend({ id, plan: { organizationId, groupId, topic, day, kinds, agenda } })
    return kindsNow()
  }
  expect(await amend(['lecture', 'themeDay'])).toEqual(['lecture', 'themeDay'])
  expect(await amend(['themeDay', 'lecture', 'branchAssembly'])).toEqual(['themeDay', 'lecture', 'branchAssembly'])
  for (const _ of [1, 2]) await app.history.undo({ operationId: (await app.history.latest({})).undo!.id })
  expect(await kindsNow()).toEqual(['branchAssembly', 'lecture'])

  await app.attendance.allPresent({ meetingId: id })
  await app.meetings.hold({ id })
  expect(await amend(['lecture', 'branchAssembly']), '召开之后只换次序，不算改了类型').toEqual(['lecture', 'branchAssembly'])
})

test('党小组要是这个支部的；已撤销的支部可以补录撤销之前的会', async () => {
  const { app, make } = await openApp({ kind: 'generalBranch' })
  const parentId = await make.root()
  const found = async (name: string, parent = parentId, kind: 'branch' | 'group' = 'branch') =>
    (await app.organizations.found({ parentId: parent, kind, name })).id
  const [first, second] = [await found('一支部'), await found('二支部')]
  const group = await found('二支部一组', second, 'group')
  await expect(make.meeting({ organizationId: first, kinds: ['group'], groupId: group })).rejects.toThrow(
    '“二支部一组”不是这个支部的党小组',
  )
  await expect(make.meeting({ organizationId: first, kinds: ['group'], groupId: second })).rejects.toThrow('“二支部”不是这个支部的党小组')
  await app.organizations.dissolve({ id: first, on: '2026-06-01' })
  await expect(make.meeting({ organizationId: first, day: '2026-06-01' })).rejects.toThrow('已于 2026-06-01 撤销')
  expect(await make.meeting({ organizationId: first, day: '2026-05-31' })).toBeGreaterThan(0)
})

test('不按次序撤销也守得住：用着的自设类型撤不掉，记录清空之后不能退回已归档', async () => {
  const { app, make } = await openApp()
  await make.members(1)
  const { code } = await app.meetings.addKind({ name: '党群共商会', audience: 'members' })
  const added = (await app.history.latest({})).undo!.id
  const id = await make.archivedMeeting({ kinds: [code] })
  await expect(app.history.undo({ operationId: added })).rejects.toThrow('已有会议用了这种类型')
  await app.meetings.unarchive({ id, reason: '改记录' })
  const unarchived = (await app.history.latest({})).undo!.id
  await app.meetings.writeMinutes({ id, speeches: [], decisions: [] })
  await expect(app.history.undo({ operationId: unarchived })).rejects.toThrow('还没有会议记录')
  expect((await app.meetings.page({ id })).meeting.status).toBe('held')
})
