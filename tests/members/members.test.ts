import { expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'

/** 虚构的号码，校验位正确。 */
const ID = '99990019800315018X'

test('边输边搜：姓名、全拼、首字母、身份证后四位、电话都找得到', async () => {
  const { app, make } = await openApp()
  await make.member({ name: '单雪梅', idNumber: ID, mobile: '13900001234' })
  await make.member({ name: '赵一', mobile: '13800005678' })
  const organizationId = await make.root()
  for (const text of ['雪梅', 'shanxue', 'SXM', '018X', '018x', '00001234'])
    expect(
      (await app.members.list({ organizationId, text })).map((row) => row.name),
      text,
    ).toEqual(['单雪梅'])
  expect((await app.members.find({ text: 'zy' })).map((row) => row.name)).toEqual(['赵一'])
  expect(await app.members.find({ text: '  ' })).toEqual([])
})

test('身份证号相同的不能登记两次，改成别人的也不行', async () => {
  const { app, make } = await openApp()
  await make.member({ name: '甲', idNumber: ID })
  const other = await make.member({ name: '乙' })
  await expect(make.member({ name: '丙', idNumber: ID })).rejects.toThrow('名册里已有身份证号相同的“甲”')
  await expect(app.members.amend({ id: other, facts: { idNumber: ID } })).rejects.toThrow('名册里已有身份证号相同的“甲”')
})

test('只改一项，别的都不动', async () => {
  const { app, make } = await openApp()
  const id = await make.member({ name: '甲', mobile: '13900001234', floating: true, note: '备注' })
  const before = (await app.members.page({ id })).member
  await app.members.amend({ id, facts: { mobile: '13900009999' } })
  expect((await app.members.page({ id })).member).toEqual({ ...before, mobile: '13900009999' })
})

test('类别随日期变：转正之前是预备党员，党龄自转正之日起算', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  await make.member({ name: '甲', birthDay: '1990-06-16', joinedOn: '2020-07-01', fullMemberOn: '2021-07-01' })
  const organizationId = await make.root()
  const on = async (day?: string) =>
    (await app.members.list({ organizationId, ...(day ? { day } : {}) })).map((row) => [row.category, row.age, row.partyAge])
  expect(await on('2020-06-30')).toEqual([])
  expect(await on('2021-06-30')).toEqual([['probationary', 31, null]])
  expect(await on('2021-07-01')).toEqual([['formal', 31, 0]])
  expect(await on()).toEqual([['formal', 35, 4]])
})

test('转正日期录错了再改，类别的履历跟着改；人工变更过的不动', async () => {
  const { app, make } = await openApp()
  const id = await make.member({ joinedOn: '2020-07-01', fullMemberOn: '2021-07-01' })
  await app.members.amend({ id, facts: { fullMemberOn: '2021-09-01' } })
  expect((await app.members.page({ id })).categories.map((row) => [row.fromDay, row.value])).toEqual([
    ['2021-09-01', 'formal'],
    ['2020-07-01', 'probationary'],
  ])
  await app.members.changeCategory({ id, category: 'probationary', fromDay: '2022-01' })
  await app.members.amend({ id, facts: { fullMemberOn: null } })
  expect((await app.members.page({ id })).categories).toHaveLength(3)
})

test('预备党员转正：从那天起是正式党员，空着的转正日期一并填上，撤销时一并还原', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  const id = await make.member({ joinedOn: '2025-06-01', fullMemberOn: null }, { category: 'probationary' })
  await app.members.changeCategory({ id, category: 'formal', fromDay: '2026-06-10' })
  expect((await app.members.page({ id })).member).toMatchObject({ category: 'formal', fullMemberOn: '2026-06-10', partyAge: 0 })
  await app.history.undo({ operationId: (await app.history.latest({})).undo!.id })
  expect((await app.members.page({ id })).member).toMatchObject({ category: 'probationary', fullMemberOn: null })
})

test('调到另一个支部，从那天起在新支部，往年的名册不变', async () => {
  const { app } = await openApp({ today: '2026-06-15', kind: 'generalBranch' })
  const [root] = await app.organizations.tree({})
  const { id: first } = await app.organizations.found({ parentId: root!.id, kind: 'branch', name: '一支部' })
  const { id: second } = await app.organizations.found({ parentId: root!.id, kind: 'branch', name: '二支部' })
  const { id } = await app.members.admit({ organizationId: first, category: 'formal', facts: { name: '甲' } })
  await app.members.move({ id, organizationId: second, fromDay: '2026-03-01' })
  const names = async (organizationId: number, year: number) =>
    (await app.members.roster({ organizationId, year })).map((row) => row.branchName)
  expect(await names(first, 2025)).toEqual(['一支部'])
  expect(await names(first, 2026)).toEqual([])
  expect(await names(second, 2026)).toEqual(['二支部'])
  expect(await names(root!.id, 2026)).toEqual(['二支部'])
})

test('补记的调动早于编组，一个人也只在一个支部里数一遍', async () => {
  const { app, make } = await openApp({ today: '2026-06-15', kind: 'generalBranch' })
  const root = await make.root()
  const { id: one } = await app.organizations.found({ parentId: root, kind: 'branch', name: '一支部' })
  const { id: two } = await app.organizations.found({ parentId: root, kind: 'branch', name: '二支部' })
  const { id: group } = await app.organizations.found({ parentId: one, kind: 'group', name: '一支部第一组' })
  const { id: theirs } = await app.organizations.found({ parentId: two, kind: 'group', name: '二支部第一组' })
  const id = await make.member({}, { organizationId: one })
  await app.members.assignGroup({ ids: [id], groupId: group, fromDay: '2026-06-01' })
  await app.members.move({ id, organizationId: two, fromDay: '2026-05-15' })
  const counted = async (organizationId: number) => (await app.members.list({ organizationId })).map((row) => row.groupName)
  expect([await counted(one), await counted(group), await counted(two)]).toEqual([[], [], [null]])
  expect((await app.organizations.tree({})).map(({ memberCount }) => memberCount)).toEqual([0, 0, 1, 0, 0])
  const meeting = await make.meeting({ organizationId: one, day: '2026-06-10' })
  expect(await app.attendance.sheet({ meetingId: meeting })).toEqual([])
  await expect(app.members.assignGroup({ ids: [id], groupId: theirs, fromDay: '2026-05-01' })).rejects.toThrow('不属于该党员所在支部')
  await app.members.assignGroup({ ids: [id], groupId: theirs, fromDay: '2026-06-01' })
  expect([await counted(theirs), await counted(two)]).toEqual([['二支部第一组'], ['二支部第一组']])
})

test('党员要编在支部里，小组要是那个支部的', async () => {
  const { app, make } = await openApp({ kind: 'generalBranch' })
  const root = await make.root()
  await expect(make.member({}, { organizationId: root })).rejects.toThrow('“春晖商会党支部”不是支部')
  const { id: one } = await app.organizations.found({ parentId: root, kind: 'branch', name: '一支部' })
  const { id: two } = await app.organizations.found({ parentId: root, kind: 'branch', name: '二支部' })
  const { id: group } = await app.organizations.found({ parentId: two, kind: 'group', name: '二支部第一组' })
  await expect(make.member({}, { organizationId: one, groupId: group })).rejects.toThrow('“二支部第一组”不属于该党员所在支部')
})

test('有出勤记录的人不能当作误录删除；没有的可以，撤销后原样回来', async () => {
  const { app, make } = await openApp()
  const id = await make.member({ name: '误录', mobile: '13900001234' })
  const page = await app.members.page({ id })
  await app.members.strike({ id })
  await expect(app.members.page({ id })).rejects.toThrow('没有这名党员')
  await app.history.undo({ operationId: (await app.history.latest({})).undo!.id })
  expect(await app.members.page({ id })).toEqual(page)
  await make.heldMeeting()
  await expect(app.members.strike({ id })).rejects.toThrow('“误录”已有 1 次会议的出勤记录')
})

test('撤销“登记党员”时若已有出勤用到他，说明原因而不动', async () => {
  const { app, make } = await openApp()
  await make.member({ name: '甲' })
  const admission = (await app.history.latest({})).undo!
  await make.heldMeeting()
  await expect(app.history.undo({ operationId: admission.id })).rejects.toThrow('之后的记录用到了它')
  expect(await app.members.list({ organizationId: await make.root() })).toHaveLength(1)
})

test('姓徐、姓谢的，单写首字母 x 也找得到；身份证末位的 X 连着数字写', async () => {
  const { app, make } = await openApp()
  const organizationId = await make.root()
  await make.member({ name: '徐翔', idNumber: '99900119800315001X' })
  await make.member({ name: '谢晓', idNumber: '999001198003150028' })
  await make.member({ name: '李明' })
  const found = async (text: string) => (await app.members.list({ organizationId, text })).map(({ name }) => name)
  expect(await found('x')).toEqual(['徐翔', '谢晓'])
  expect(await found('xx')).toEqual(['徐翔', '谢晓'])
  expect(await found('01x')).toEqual(['徐翔'])
})

test('入党日期错打成还没到的日子，人还在名册上，改对了履历也跟着对', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  const organizationId = await make.root()
  const id = await make.member({ name: '周小川', joinedOn: '2062-07-01', fullMemberOn: null })
  expect((await app.members.list({ organizationId })).map(({ name }) => name)).toEqual(['周小川'])
  await app.members.amend({ id, facts: { joinedOn: '2016-07-01', fullMemberOn: '2017-07-01' } })
  const { categories } = await app.members.page({ id })
  expect(categories.map(({ fromDay, value }) => [fromDay, value])).toEqual([
    ['2017-07-01', 'formal'],
    ['2016-07-01', 'probationary'],
  ])
})

test('几个人一起调支部、改同一项，各是一步，一起撤销', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  const ids = await make.members(3)
  const { id: organizationId } = await app.organizations.found({ parentId: null, kind: 'branch', name: '二支部' })
  expect(await app.members.moveAll({ ids, organizationId, fromDay: '2026-03-01' })).toEqual({ changed: 3 })
  expect(await app.members.moveAll({ ids, organizationId, fromDay: '2026-04-01' }), '已在那里的不动').toEqual({ changed: 0 })
  await app.members.amendAll({ ids, change: { floating: true, floatingTo: '某省某市' } })
  const rows = await app.members.list({ organizationId })
  expect(rows.map(({ floatingTo }) => floatingTo)).toEqual(['某省某市', '某省某市', '某省某市'])
  await app.history.undo({ operationId: (await app.history.latest({})).undo!.id })
  expect((await app.members.list({ organizationId })).map(({ floating }) => floating)).toEqual([false, false, false])
  await expect(app.members.amendAll({ ids: [...ids, 999], change: { job: '教师' } })).rejects.toThrow('没有这名党员')
})

test('粘贴来的姓名、证件号、手机号理好再存：全角、空格、零宽字符、换行都不留，重号照样认得出', async () => {
  const { app, make } = await openApp()
  const id = await make.member({
    name: '\u200b张　三\r\n',
    idNumber: '９９９００１ １９８００３１５ ００１ｘ',
    mobile: '+86 139-0000 0001',
  })
  const { member } = await app.members.page({ id })
  expect(member).toMatchObject({ name: '张三', idNumber: '99900119800315001X', mobile: '13900000001' })
  await app.members.amend({ id, facts: { phone: '（0571）8888　0001', employer: '青禾\t茶业\n公司\u200b' } })
  expect((await app.members.page({ id })).member).toMatchObject({ phone: '(0571)8888 0001', employer: '青禾 茶业 公司' })
  await expect(make.member({ name: '李四', idNumber: '99900119800315001 x' })).rejects.toThrow('张三')
})

test('“2026-03”与“2026-03-01”是同一天起，后填的作数，不论先后哪个只写了年月', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  for (const days of [
    ['2026-03-01', '2026-03'],
    ['2026-03', '2026-03-01'],
  ]) {
    const id = await make.member()
    await app.members.changeStanding({ id, standing: 'suspended', fromDay: days[0]! })
    await app.members.changeStanding({ id, standing: 'normal', fromDay: days[1]! })
    const page = await app.members.page({ id })
    expect([page.member.standing, page.standings.map(({ fromDay }) => fromDay)]).toEqual(['normal', [days[1], null]])
  }
})
