import { expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'

test('自设的一项填了值，名册、整页、往年的台账里都带着它', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  const { id: blood } = await app.fields.add({ name: '血型', kind: 'choice', options: ['A', 'B', 'O', 'AB'] })
  const { id: height } = await app.fields.add({ name: '身高', kind: 'number' })
  const id = await make.member({ name: '甲' })
  await app.members.amend({
    id,
    facts: {},
    custom: [
      { fieldId: blood, value: 'AB' },
      { fieldId: height, value: '１７２．５' },
    ],
  })
  const organizationId = await make.root()
  const wanted = { [`custom-${blood}`]: 'AB', [`custom-${height}`]: 172.5 }
  expect((await app.members.list({ organizationId }))[0]).toMatchObject(wanted)
  expect((await app.members.page({ id })).member).toMatchObject(wanted)
  expect((await app.members.roster({ organizationId, year: 2025 }))[0]).toMatchObject(wanted)
})

test('登记一人连同自设的几项，是一步；撤销时一起没有', async () => {
  const { app, make } = await openApp()
  const { id: fieldId } = await app.fields.add({ name: '民兵', kind: 'yesNo' })
  const { id } = await app.members.admit({
    organizationId: await make.root(),
    category: 'formal',
    facts: { name: '甲' },
    custom: [{ fieldId, value: '有' }],
  })
  expect((await app.members.page({ id })).member).toMatchObject({ [`custom-${fieldId}`]: '是' })
  expect(await app.fields.list({})).toMatchObject([{ holders: 1 }])
  await app.history.undo({ operationId: (await app.history.latest({})).undo!.id })
  expect(await app.fields.list({})).toMatchObject([{ holders: 0 }])
})

test('填不对的说出哪一项、为什么，一处也不写', async () => {
  const { app, make } = await openApp()
  const { id: fieldId } = await app.fields.add({ name: '退伍时间', kind: 'day' })
  const [one, two] = await make.members(2)
  const values = [
    { memberId: one!, fieldId, value: '2001年12月' },
    { memberId: two!, fieldId, value: '去年' },
  ]
  await expect(app.fields.fill({ values })).rejects.toThrow('“退伍时间”没有填对')
  expect(await app.fields.list({})).toMatchObject([{ holders: 0 }])
  expect(await app.fields.fill({ values: values.slice(0, 1) })).toEqual({ changed: 1 })
  expect(await app.fields.fill({ values: values.slice(0, 1) }), '再填一样的，什么也没变').toEqual({ changed: 0 })
  expect((await app.members.page({ id: one! })).member).toMatchObject({ [`custom-${fieldId}`]: '2001-12' })
})

test('删除有人填过的一项，要看清人数再确认；空的直接删', async () => {
  const { app, make } = await openApp()
  const { id } = await app.fields.add({ name: '爱好', kind: 'text' })
  const memberId = await make.member()
  await app.fields.fill({ values: [{ memberId, fieldId: id, value: '摄影' }] })
  await expect(app.fields.remove({ id })).rejects.toThrow('有 1 人填了“爱好”')
  await app.fields.remove({ id, holders: 1 })
  expect(await app.fields.list({})).toEqual([])
  await app.history.undo({ operationId: (await app.history.latest({})).undo!.id })
  expect((await app.members.page({ id: memberId })).member).toMatchObject({ [`custom-${id}`]: '摄影' })
})

test('名称不能与名册的列或别的自设字段相同；单选至少两个说法；有人选着的说法去不掉', async () => {
  const { app, make } = await openApp()
  await expect(app.fields.add({ name: '手机号', kind: 'text' })).rejects.toThrow('名册里已有“手机号”这一项')
  await expect(app.fields.add({ name: '血型', kind: 'choice', options: ['A'] })).rejects.toThrow('单选要写出可选的说法')
  const { id } = await app.fields.add({ name: '血型', kind: 'choice', options: ['A', 'B'] })
  await expect(app.fields.add({ name: '血型', kind: 'text' })).rejects.toThrow('名册里已有“血型”这一项')
  await app.fields.fill({ values: [{ memberId: await make.member(), fieldId: id, value: 'A' }] })
  const amend = (options: string[]) => app.fields.amend({ id, name: '血型', options, privacy: 'open' })
  await expect(amend(['B', 'O'])).rejects.toThrow('还有 1 人选的是“A”')
  await amend(['A', 'O'])
  expect(await app.fields.list({})).toMatchObject([{ options: ['A', 'O'] }])
})

test('误录的人连同自设的几项一起删，撤销时原样回来', async () => {
  const { app, make } = await openApp()
  const { id: fieldId } = await app.fields.add({ name: '爱好', kind: 'text' })
  const id = await make.member()
  await app.fields.fill({ values: [{ memberId: id, fieldId, value: '摄影' }] })
  const before = await app.members.page({ id })
  await app.members.strike({ id })
  await app.history.undo({ operationId: (await app.history.latest({})).undo!.id })
  expect(await app.members.page({ id })).toEqual(before)
})

test('个人信息的一项，公示和内部的台账里没有；上报的导进另一本，值都在', async () => {
  const [from, to] = [await openApp(), await openApp()]
  const root = await from.make.root()
  const add = async ({ app }: typeof from) => {
    const { id: illness } = await app.fields.add({ name: '慢性病', kind: 'text', privacy: 'private' })
    const { id: soldier } = await app.fields.add({ name: '退役军人', kind: 'yesNo' })
    const { id: height } = await app.fields.add({ name: '身高', kind: 'number' })
    const { id: since } = await app.fields.add({ name: '退伍时间', kind: 'day' })
    return [illness, soldier, height, since] as const
  }
  const [illness, soldier, height, since] = await add(from)
  await add(to)
  const memberId = await from.make.member({ name: '阿依古丽', birthDay: '1980-01-01' })
  await from.make.member({ name: '赵小满' })
  const put = (fieldId: number, value: string) => ({ memberId, fieldId, value })
  await from.app.fields.fill({ values: [put(illness, '=高血压'), put(soldier, '否'), put(height, '0'), put(since, '2003-12')] })
  const made = async (grade: 'posted' | 'internal' | 'reported') => {
    const wanted = { kind: 'ledger', ledger: 'members', scope: { organizationId: root, year: 2026 }, format: 'xlsx' } as const
    const { made: paper, name } = await from.app.documents.make({ wanted, grade, purpose: '转接' })
    await from.app.documents.save({ made: paper })
    const file = to.core.bytes.hold({ name, bytes: from.desk.saved.at(-1)!.bytes })
    const target = { ledger: 'members', organizationId: await to.make.root() }
    return { target, ...(await to.app.imports.read({ file, target })) }
  }
  for (const grade of ['posted', 'internal'] as const) {
    const headers = (await made(grade)).sheets[0]!.columns.map(({ header }) => header)
    expect(headers).toContain('退役军人')
    expect(headers).not.toContain('慢性病')
  }
  const { reading, sheets, target } = await made('reported')
  const sheet = sheets[0]!
  expect(sheet.columns.filter(({ field }) => field?.startsWith('custom-')).map(({ header }) => header)).toEqual([
    '慢性病',
    '退役军人',
    '身高',
    '退伍时间',
  ])
  await to.app.imports.apply({ reading, target, parts: [{ sheet: sheet.name, adjustments: {} }] })
  const rows = await to.app.members.roster({ organizationId: await to.make.root(), year: 2026 })
  const custom = (row: object) => Object.fromEntries(Object.entries(row).filter(([key]) => key.startsWith('custom-')))
  expect(rows.map(custom)).toEqual([
    { [`custom-${illness}`]: '=高血压', [`custom-${soldier}`]: '否', [`custom-${height}`]: 0, [`custom-${since}`]: '2003-12' },
    {},
  ])
  const again = await to.app.imports.apply({ reading, target, parts: [{ sheet: sheet.name, adjustments: {} }] })
  expect(again.counts).toMatchObject({ updated: 0, unchanged: 2 })
})
