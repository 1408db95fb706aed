import { expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'

async function withDecision(due: string) {
  const open = await openApp({ today: '2026-06-15' })
  await open.make.members(2)
  const id = await open.make.heldMeeting({ day: '2026-06-01' })
  const keep = { text: '整理档案', responsible: '王芳', due }
  await open.app.meetings.writeMinutes({ id, speeches: [], decisions: [{ text: '通过年度计划' }, keep] })
  const scope = { organizationId: await open.make.root(), year: 2026 }
  const list = () => open.app.decisions.list(scope)
  return { ...open, id, keep, scope, list }
}

test('写了责任人或期限的议定事项一直挂着，过了期限说逾期，办结才算完', async () => {
  const { app, list } = await withDecision('2026-06-10')
  const [one, ...others] = await list()
  expect(others).toEqual([])
  expect(one).toMatchObject({ text: '整理档案', state: 'overdue' })
  await app.decisions.complete({ id: one!.id, doneOn: '2026-06-14', note: '三盒已归档' })
  expect(await list()).toMatchObject([{ state: 'done', doneOn: '2026-06-14', note: '三盒已归档' }])
})

test('会议归档之后，议定事项照样能办结；办结另立一行，会议的记录不动', async () => {
  const { app, id, list } = await withDecision('2026-06-20')
  await app.meetings.archive({ id })
  const before = await app.meetings.page({ id })
  const [one] = await list()
  expect(one?.state).toBe('open')
  await app.decisions.complete({ id: one!.id, doneOn: '2026-06-15' })
  expect(await app.meetings.page({ id })).toEqual(before)
})

test('重新保存会议记录，前面删去一项，办结还跟着原来那一项；办结过的不能删', async () => {
  const { app, id, keep, list } = await withDecision('2026-06-10')
  const [one] = await list()
  await app.decisions.complete({ id: one!.id, doneOn: '2026-06-14' })
  await app.meetings.writeMinutes({ id, speeches: [], decisions: [keep, { text: '另议', responsible: '李明' }] })
  expect(await list()).toMatchObject([
    { text: '整理档案', state: 'done' },
    { text: '另议', state: 'open' },
  ])
  await expect(app.meetings.writeMinutes({ id, speeches: [], decisions: [] })).rejects.toThrow('已经办结')
})

test('办结日期不早于开会、不晚于今天，不能办结两次', async () => {
  const { app, list } = await withDecision('2026-06-10')
  const [{ id } = { id: 0 }] = await list()
  await expect(app.decisions.complete({ id, doneOn: '2026-05-31' })).rejects.toThrow('早于开会')
  await expect(app.decisions.complete({ id, doneOn: '2026-06-16' })).rejects.toThrow('还没有到')
  await app.decisions.complete({ id, doneOn: '2026-06-15' })
  await expect(app.decisions.complete({ id, doneOn: '2026-06-15' })).rejects.toThrow('取消办结')
})

test('去年没有做完的今年接着列，去年做完的不再列', async () => {
  const { app, scope, list } = await withDecision('2026-12-01')
  const next = () => app.decisions.list({ ...scope, year: 2027 })
  expect(await next()).toMatchObject([{ text: '整理档案' }])
  const [{ id } = { id: 0 }] = await list()
  await app.decisions.complete({ id, doneOn: '2026-06-15' })
  expect(await next()).toEqual([])
})

test('作废的会议留着看，台账、还差、议定事项都不再算它；取消作废就都回来', async () => {
  const { app, id, scope, list } = await withDecision('2026-06-10')
  await app.meetings.archive({ id })
  const assembly = async () => (await app.meetings.gaps(scope)).find(({ kind }) => kind.code === 'branchAssembly')?.missing
  expect(await assembly()).toBe(0)
  await app.meetings.void({ id, reason: '与另一次重复' })
  expect([await app.meetings.register(scope), await list(), await assembly()]).toEqual([[], [], 1])
  expect(await app.meetings.listByYear(scope)).toMatchObject([{ id, status: 'archived', voidedReason: '与另一次重复' }])
  await expect(app.meetings.unarchive({ id, reason: '改' })).rejects.toThrow('已经作废')
  await app.meetings.unvoid({ id })
  expect(await app.meetings.register(scope)).toHaveLength(1)
})

test('还在筹备的会议不用作废', async () => {
  const { app, make } = await openApp()
  await make.members(1)
  const id = await make.meeting()
  await expect(app.meetings.void({ id, reason: '不开了' })).rejects.toThrow('还在筹备')
})
