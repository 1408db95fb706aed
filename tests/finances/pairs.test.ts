import { expect, test } from 'vitest'
import { sumOf } from '../../shared/kit/money.ts'
import { openApp } from '../support/open-app.ts'
import { openBooks } from './books.ts'
import { heads, journalSheet } from './import-scene.ts'

test('冲销与被冲销的一张用在同一个项目、同一次会议上：补写哪一张都一样，合计相抵', async () => {
  const open = await openApp({ today: '2026-06-15' })
  const { organizationId, spend } = await openBooks(open)
  const { app, make } = open
  const project = await app.finances.addProject({ organizationId, kind: 'brand', name: '先锋岗', startedOn: '2026-01-01' })
  const meetingId = await make.meeting({ day: '2026-03-05' })
  const { id } = await spend(1_000, '2026-03-05')
  const undone = await app.finances.reverse({ id, day: '2026-04-02', reason: '记错' })
  const spentOn = async () => [
    (await app.finances.projects({ organizationId }))[0]?.expense,
    sumOf((await app.finances.listByMeeting({ meetingId })).map(({ expense }) => expense)),
  ]
  await app.finances.annotate({ id, particulars: { projectId: project.id, meetingId } })
  expect(await spentOn()).toEqual([0, 0])
  await app.finances.annotate({ id: undone.id, particulars: { projectId: null, meetingId: null, note: '另补' } })
  expect(await spentOn()).toEqual([0, 0])
  expect((await app.finances.listByMeeting({ meetingId })).length).toBe(0)
  await app.finances.closeMonth({ organizationId, month: '2026-01' })
  await app.finances.closeMonth({ organizationId, month: '2026-02' })
  await app.finances.closeMonth({ organizationId, month: '2026-03' })
  await app.finances.annotate({ id: undone.id, particulars: { note: '再补' } })
  await expect(app.finances.annotate({ id: undone.id, particulars: { meetingId } })).rejects.toThrow('2026-03')
})

test('导入的红字冲掉项目里的一笔，项目的支出随之抵掉', async () => {
  const open = await openApp({ today: '2026-06-15' })
  const { organizationId, cash, expense, scope } = await openBooks(open)
  const { app } = open
  const { id: projectId } = await app.finances.addProject({ organizationId, kind: 'brand', name: '先锋岗', startedOn: '2026-01-01' })
  await app.finances.post({
    ...{ organizationId, direction: 'expense', day: '2026-03-05', summary: '活动', amount: 1_000, source: 'unit' },
    ...{ accountId: cash, categoryId: expense, projectId },
  })
  const rows = [heads, ['2026-03-20', '', '冲销：活动', '', -10, '', '组织活动', '单位列支', '', '', '', '', '']]
  await (await journalSheet(open, rows, { account: '现金' })).apply()
  expect((await app.finances.journal(scope)).rows.map(({ expense: spent }) => spent)).toEqual([1_000, -1_000])
  expect((await app.finances.projects({ organizationId }))[0]?.expense).toBe(0)
})

test('停用了的账户上不能再冲销：钱不会留在看不见的账户里', async () => {
  const open = await openApp({ today: '2026-06-15' })
  const { organizationId, cash, bank, spend } = await openBooks(open)
  const { id } = await spend(4_000, '2026-03-05')
  await open.app.finances.transfer({ organizationId, day: '2026-04-01', summary: '存', amount: 6_000, fromId: cash, toId: bank })
  await open.app.finances.closeAccount({ id: cash, on: '2026-04-01' })
  await expect(open.app.finances.reverse({ id, day: '2026-05-01', reason: '退回' })).rejects.toThrow('“现金”已于 2026-04-01 停用')
})

test('往年末的余额调节：勾对的另一边在年后的，年末那天两边都列得出，调节后相等', async () => {
  const open = await openApp({ today: '2027-03-01' })
  const { bank, spend } = await openBooks(open)
  await spend(3_000, '2026-12-30', bank)
  await spend(700, '2027-01-04', bank)
  const lines = [
    { day: '2026-12-31', amount: -700, summary: '手续费' },
    { day: '2027-01-02', amount: -3_000, summary: '支票' },
  ]
  expect(await open.app.finances.enterBankLines({ accountId: bank, lines })).toEqual({ added: 2, matched: 2 })
  const at = async (until: string) => {
    const { book, bank: stated, lines: shown, unmatched } = await open.app.finances.reconciliation({ accountId: bank, until })
    const loose = shown.filter(({ voucherId }) => voucherId === null)
    const [ours, theirs] = [sumOf(unmatched.map(({ amount }) => amount)), sumOf(loose.map(({ amount }) => amount))]
    expect(book - ours).toBe(stated - theirs)
    return { book, stated, ours, theirs }
  }
  expect(await at('2026-12-31')).toEqual({ book: 97_000, stated: 99_300, ours: -3_000, theirs: -700 })
  expect(await at('2027-03-01')).toEqual({ book: 96_300, stated: 96_300, ours: 0, theirs: 0 })
})
