import { expect, test } from 'vitest'
import { duesScene } from '../support/dues-scene.ts'
import { type OpenApp, openApp } from '../support/open-app.ts'
import { snapshot } from '../support/snapshot.ts'

const last = async ({ app }: OpenApp) => (await app.history.latest({})).undo?.id ?? 0

/** 越过后面的步子撤销前一步：说出为什么不行，什么也没有动。 */
async function refuses(open: OpenApp, operationId: number, sentence: string) {
  const before = snapshot(open.path)
  await expect(open.app.history.undo({ operationId })).rejects.toThrow(sentence)
  expect(snapshot(open.path)).toEqual(before)
}

/** 从最后一步退起，每一步都退得回去，退到的就是那一步之前。 */
async function unwinds(open: OpenApp, steps: number) {
  for (let at = 0; at < steps; at++) await open.app.history.undo({ operationId: await last(open) })
}

async function branches() {
  const open = await openApp({ kind: 'generalBranch' })
  const parentId = await open.make.root()
  const found = async (name: string) => (await open.app.organizations.found({ parentId, kind: 'branch', name })).id
  return { open, one: await found('一支部'), two: await found('二支部') }
}

test('支部撤销之后，不能再撤销先前的调出，把人放回撤销了的支部；从后往前退可以', async () => {
  const { open, one, two } = await branches()
  const member = await open.make.member({ name: '周小川' }, { organizationId: one })
  const before = snapshot(open.path)
  await open.app.members.move({ id: member, organizationId: two, fromDay: '2026-05-01' })
  const moving = await last(open)
  await open.app.organizations.dissolve({ id: one, on: '2026-06-01' })
  await refuses(open, moving, '“一支部”后来撤销了，改回去会有 1 名党员编在里面，所以不能单独撤销这一步。请先撤销之后的操作。')
  await unwinds(open, 2)
  expect(snapshot(open.path)).toEqual(before)
})

test('上级撤销之后，不能单独恢复先撤销的党小组；先恢复上级，两步都能再重做', async () => {
  const { open, one } = await branches()
  const { id } = await open.app.organizations.found({ parentId: one, kind: 'group', name: '第一党小组' })
  await open.app.organizations.dissolve({ id, on: '2026-06-01' })
  const group = await last(open)
  await open.app.organizations.dissolve({ id: one, on: '2026-06-01' })
  const after = snapshot(open.path)
  await refuses(open, group, '“一支部”后来撤销了，改回去“第一党小组”就留在它下面')
  const branch = await open.app.history.undo({ operationId: await last(open) })
  await open.app.history.undo({ operationId: group })
  await expect(open.app.history.redo({ operationId: branch.id })).rejects.toThrow('“第一党小组”就留在它下面')
  for (let at = 0; at < 2; at++) await open.app.history.redo({ operationId: (await open.app.history.latest({})).redo?.id ?? 0 })
  expect(snapshot(open.path)).toEqual(after)
})

test('账户停用之后，不能撤销先前转走余额的那一笔；月份结账之后，不能单独撤销前面月份的结账', async () => {
  const open = await openApp()
  const organizationId = await open.make.root()
  const account = async (name: string, opening: number) =>
    (await open.app.finances.openAccount({ organizationId, kind: 'cash', name, openedOn: '2026-01-01', opening })).id
  const [fromId, toId] = [await account('现金', 100_000), await account('备用金', 0)]
  const before = snapshot(open.path)
  await open.app.finances.transfer({ organizationId, day: '2026-06-01', summary: '并账', amount: 100_000, fromId, toId })
  const transfer = await last(open)
  await open.app.finances.closeAccount({ id: fromId, on: '2026-06-02' })
  await refuses(open, transfer, '“现金”后来停用了，改回去里面还有钱')
  for (const month of ['2026-01', '2026-02', '2026-03']) await open.app.finances.closeMonth({ organizationId, month })
  const [, february] = await open.app.history.list({ limit: 2 })
  await refuses(open, february?.id ?? 0, '后面的 2026-03 已经结账，改回去前面的月份就成了没结账')
  await unwinds(open, 5)
  expect(snapshot(open.path)).toEqual(before)
})

test('有人选了新添的说法，不能撤销添它的那一步；收了党费，不能撤销先前的取消免交', async () => {
  const open = await openApp({ today: '2026-08-20' })
  const { first, collect } = await duesScene(open)
  const { id } = await open.app.fields.add({ name: '血型', kind: 'choice', options: ['A', 'B'], privacy: 'open' })
  await open.app.fields.amend({ id, name: '血型', options: ['A', 'B', 'O'], privacy: 'open' })
  const widening = await last(open)
  await open.app.fields.fill({ values: [{ memberId: first, fieldId: id, value: 'O' }] })
  await refuses(open, widening, '“血型”后来有人选了“O”，改回去就没有这个说法了')
  const cells = [{ memberId: first, month: '2026-03' }]
  await open.app.dues.exempt({ cells, reason: '生活困难', approval: '商组〔2026〕1号' })
  await open.app.dues.unexempt({ cells })
  const charging = await last(open)
  await collect(first, { '2026-03': 1500 })
  await refuses(open, charging, '2026-03 后来交了党费，改回去又成了免交')
})

test('说清是哪一行：之后改过的、删掉的、重复了的', async () => {
  const open = await openApp()
  const idNumber = '999001198003150011'
  const id = await open.make.member({ name: '周小川', idNumber })
  await open.app.members.amend({ id, facts: { mobile: '13900000001' } })
  const amending = await last(open)
  await open.app.members.amend({ id, facts: { mobile: '13900000002' } })
  await refuses(open, amending, '党员“周小川”之后又被修改，不能单独撤销这一步')
  await open.app.members.strike({ id })
  const striking = await last(open)
  await refuses(open, amending, '党员“周小川”之后已被删除，不能单独撤销这一步')
  await open.make.member({ name: '吴海', idNumber })
  await refuses(open, striking, '党员“周小川”改不回去：之后有了一条与它重复的记录。请先撤销之后的操作。')
})
