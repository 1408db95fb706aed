import { expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'

test('撤销登记，名册里就没有这个人；恢复又回来', async () => {
  const { app, make } = await openApp()
  const organizationId = await make.root()
  await make.member({ name: '周小川' })
  const { undo } = await app.history.latest({})
  expect(undo).toMatchObject({ title: '登记党员', subject: '周小川', actor: '李明（支部书记）' })

  await app.history.undo({ operationId: undo!.id })
  expect(await app.members.list({ organizationId })).toEqual([])
  const { redo } = await app.history.latest({})
  await app.history.redo({ operationId: redo!.id })
  expect((await app.members.list({ organizationId })).map((row) => row.name)).toEqual(['周小川'])
  expect((await app.history.latest({})).undo).toMatchObject({ title: '登记党员' })
})

test('一步一步撤销，再一步一步恢复，次序相反；其间做了新的事就不能再恢复', async () => {
  const { app, make } = await openApp()
  const id = await make.member({ mobile: '1' })
  for (const mobile of ['2', '3']) await app.members.amend({ id, facts: { mobile } })
  const mobile = async () => (await app.members.page({ id })).member.mobile
  const step = async (way: 'undo' | 'redo') => {
    const operationId = (await app.history.latest({}))[way]!.id
    await app.history[way]({ operationId })
    return mobile()
  }
  expect([await step('undo'), await step('undo')]).toEqual(['2', '1'])
  expect([await step('redo'), await step('redo')]).toEqual(['2', '3'])
  expect([await step('undo'), (await app.history.latest({})).redo?.title]).toEqual(['2', '撤销'])
  await app.members.amend({ id, facts: { mobile: '9' } })
  expect((await app.history.latest({})).redo).toBeNull()
})

test('之后又改过的，不能单独撤销前一步，并说明是什么', async () => {
  const { app, make } = await openApp()
  const id = await make.member({ mobile: '1' })
  await app.members.amend({ id, facts: { mobile: '2' } })
  const first = (await app.history.latest({})).undo!.id
  await app.members.amend({ id, facts: { mobile: '3' } })
  await expect(app.history.undo({ operationId: first })).rejects.toThrow(/^党员“.+”之后又被修改，不能单独撤销这一步/)
  expect((await app.members.page({ id })).member.mobile).toBe('3')
})

test('撤销过的不能再撤销；不是撤销的不能恢复；没有的说没有', async () => {
  const { app, make } = await openApp()
  await make.member()
  const operationId = (await app.history.latest({})).undo!.id
  await expect(app.history.redo({ operationId })).rejects.toThrow('这一步不是撤销')
  await app.history.undo({ operationId })
  await expect(app.history.undo({ operationId })).rejects.toThrow('已经撤销过了')
  await expect(app.history.undo({ operationId: 9999 })).rejects.toThrow('没有这条操作记录')
})

test('操作记录用人的话：谁、何时、做了什么、由什么改为什么', async () => {
  const { app, make } = await openApp()
  const id = await make.member({ name: '周小川', gender: 'male', mobile: '13900001234' })
  await app.members.amend({ id, facts: { mobile: null, gender: 'female', floating: true } })
  const [operation] = await app.history.list({ text: '修改党员' })
  expect(operation).toMatchObject({ actor: '李明（支部书记）', title: '修改党员信息', subject: '周小川', changes: 1, undone: false })
  const { rows, more } = await app.history.changes({ operationId: operation!.id })
  expect(more).toBe(0)
  expect(rows).toEqual([
    {
      table: 'member',
      rowId: id,
      what: '修改党员 周小川',
      lines: [
        { label: '性别', before: '男', after: '女' },
        { label: '手机号', before: '13900001234', after: '空' },
        { label: '是否流动党员', before: '否', after: '是' },
      ],
    },
  ])
})

test('会议类型写名称，不写代号', async () => {
  const { app, make } = await openApp()
  await make.meeting({ kinds: ['branchAssembly'] })
  const { rows } = await app.history.changes({ operationId: (await app.history.latest({})).undo!.id })
  expect(rows.find((row) => row.table === 'meeting_kind')?.lines).toEqual([{ label: '类型', before: '空', after: '支部党员大会' }])
})

test('删掉的人在操作记录里仍有名字', async () => {
  const { app, make } = await openApp()
  const id = await make.member({ name: '周小川' })
  await app.members.strike({ id })
  const [operation] = await app.history.list({ limit: 1 })
  const { rows } = await app.history.changes({ operationId: operation!.id })
  expect(rows.map((row) => row.what)).toContain('删除所在支部 周小川')
})

test('操作记录只增不减：改不了也删不掉', async () => {
  const { core, make } = await openApp()
  await make.member()
  const { writer } = core.session.file!
  await expect(writer.deleteFrom('change').execute()).rejects.toThrow('history.onlyGrows')
  await expect(writer.updateTable('change').set({ after: '{}' }).execute()).rejects.toThrow('history.onlyGrows')
})

test('草稿随打随存，丢弃就没有，不进操作记录', async () => {
  const { app } = await openApp()
  const before = await app.history.list({})
  await app.drafts.keep({ key: 'meetings.minutes/1', content: { text: '写了一半' } })
  await app.drafts.keep({ key: 'meetings.minutes/1', content: { text: '又写了一点' } })
  expect(await app.drafts.find({ key: 'meetings.minutes/1' })).toMatchObject({ content: { text: '又写了一点' } })
  await app.drafts.discard({ key: 'meetings.minutes/1' })
  expect(await app.drafts.find({ key: 'meetings.minutes/1' })).toBeNull()
  expect(await app.history.list({})).toEqual(before)
})

test('撤销“撤销”就是恢复，再撤销又撤掉；每一步是否还算数，记得与台账里的一样', async () => {
  const { app, make } = await openApp()
  const organizationId = await make.root()
  await make.member({ name: '周小川' })
  const admission = (await app.history.latest({})).undo!.id
  let step = admission
  for (const listed of [0, 1, 0, 1]) {
    step = (await app.history.undo({ operationId: step })).id
    expect(await app.members.list({ organizationId })).toHaveLength(listed)
    expect((await app.history.list({})).find(({ id }) => id === admission)?.undone).toBe(listed === 0)
  }
  await app.history.undo({ operationId: (await app.history.latest({})).undo!.id })
  expect(await app.members.list({ organizationId })).toEqual([])
})

test('操作记录里搜“%”只找到写着“%”的', async () => {
  const { app, make } = await openApp()
  await make.member({ name: '周小川' })
  expect(await app.history.list({ text: '%' })).toEqual([])
  expect(await app.history.list({ text: '周小' })).toHaveLength(1)
})
