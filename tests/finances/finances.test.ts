import { describe, expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'
import { snapshot } from '../support/snapshot.ts'
import { openBooks } from './books.ts'

const undoLast = async ({ app }: Awaited<ReturnType<typeof openApp>>) =>
  app.history.undo({ operationId: (await app.history.latest({})).undo?.id ?? 0 })

test('收入、支出、结余逐笔滚算，首行是上年结转，月末有合计与累计', async () => {
  const open = await openApp({ today: '2026-03-31' })
  const { scope, earn, spend } = await openBooks(open)
  await earn(5_000, '2026-01-10')
  await spend(2_000, '2026-01-20')
  await spend(1_000, '2026-03-05')
  expect((await open.app.finances.book(scope)).at(-1), '一年没有过完，还没有结转').toMatchObject({ line: 'year', balance: 112_000 })
  open.setToday('2026-12-31')
  const book = await open.app.finances.book(scope)
  expect(book.map(({ line, summary, income, expense, balance }) => [line, summary, income, expense, balance])).toEqual([
    ['carried', '上年结转', null, null, 110_000],
    ['voucher', '拨入', 5_000, null, 115_000],
    ['voucher', '活动', null, 2_000, 113_000],
    ['month', '1月合计', 5_000, 2_000, 113_000],
    ['year', '本年累计', 5_000, 2_000, 113_000],
    ['voucher', '活动', null, 1_000, 112_000],
    ['month', '3月合计', 0, 1_000, 112_000],
    ['year', '本年累计', 5_000, 3_000, 112_000],
    ['carriedOver', '结转下年', null, null, 112_000],
  ])
})

test('支出超过账户那天的结余记不上，并说出结余多少', async () => {
  const open = await openApp({ today: '2026-03-31' })
  const { spend } = await openBooks(open)
  await expect(spend(10_001, '2026-02-01')).rejects.toThrow('“现金”结余 100.00 元，不够支出 100.01 元。')
})

test('在以前的日子补记支出，不能让那之后的结余变成负数', async () => {
  const open = await openApp({ today: '2026-03-31' })
  const { earn, spend } = await openBooks(open)
  await earn(5_000, '2026-02-01')
  await spend(15_000, '2026-03-01')
  await expect(spend(1, '2026-02-10')).rejects.toThrow('支出超过账户结余')
})

test('收入已经花掉了，就不能再撤销或冲销那笔收入', async () => {
  const open = await openApp({ today: '2026-03-31' })
  const { earn, spend } = await openBooks(open)
  const { id } = await earn(5_000, '2026-02-01')
  await spend(15_000, '2026-03-01')
  await expect(open.app.finances.reverse({ id, day: '2026-03-02', reason: '记错' })).rejects.toThrow('支出超过账户结余')
})

test('红字冲销：两张互相指着，红字留在原来的一栏，不能冲两次', async () => {
  const open = await openApp({ today: '2026-03-31' })
  const { scope, spend } = await openBooks(open)
  const { id } = await spend(3_000, '2026-02-01')
  const red = await open.app.finances.reverse({ id, day: '2026-03-01', reason: '重复报销' })
  const { rows } = await open.app.finances.journal(scope)
  expect(
    rows.map(({ number, expense, income, reverses, reversedBy, balance }) => ({ number, expense, income, reverses, reversedBy, balance })),
  ).toEqual([
    { number: 1, expense: 3_000, income: 0, reverses: null, reversedBy: 2, balance: 107_000 },
    { number: 2, expense: -3_000, income: 0, reverses: 1, reversedBy: null, balance: 110_000 },
  ])
  await expect(open.app.finances.reverse({ id, day: '2026-03-02', reason: '再冲' })).rejects.toThrow('已由第 2 号冲销')
  await expect(open.app.finances.reverse({ id: red.id, day: '2026-03-02', reason: '冲红字' })).rejects.toThrow('不能再冲销')
})

describe('凭证号每年从 1 连续', () => {
  test('撤销最后一张，号码空出来接着用；撤前面的说明用红字冲销', async () => {
    const open = await openApp({ today: '2026-03-31' })
    const { spend } = await openBooks(open)
    await spend(100, '2026-02-01')
    const first = (await open.app.history.latest({})).undo?.id ?? 0
    await spend(200, '2026-02-02')
    await expect(open.app.history.undo({ operationId: first })).rejects.toThrow('请用红字冲销')
    await undoLast(open)
    expect(await spend(300, '2026-02-03')).toMatchObject({ number: 2 })
  })
  test('新的一年从 1 起', async () => {
    const open = await openApp({ today: '2027-01-05' })
    const { spend } = await openBooks(open)
    expect(await spend(100, '2026-12-31')).toMatchObject({ number: 1 })
    expect(await spend(100, '2027-01-02')).toMatchObject({ number: 1 })
  })
})

test('取现、存现只在两个账户之间走，不算收入支出，总结余不变', async () => {
  const open = await openApp({ today: '2026-03-31' })
  const { organizationId, cash, bank, scope } = await openBooks(open)
  await open.app.finances.transfer({ organizationId, day: '2026-02-01', summary: '取现', amount: 50_000, fromId: bank, toId: cash })
  expect((await open.app.finances.journal(scope)).rows).toEqual([])
  const { rows } = await open.app.finances.journal({ ...scope, accountId: cash })
  expect(rows).toMatchObject([{ kind: 'transfer', income: 50_000, expense: 0, balance: 60_000 }])
  const { voucher } = await open.app.finances.voucher({ id: rows[0]!.voucherId })
  expect(voucher).toMatchObject({ income: 50_000, account: expect.stringContaining('银行') })
})

describe('结账', () => {
  test('结了的月份写不进去，撤销也不行；重开要写原因，留在记录里', async () => {
    const open = await openApp({ today: '2026-03-05' })
    const { organizationId, scope, spend } = await openBooks(open)
    await spend(100, '2026-01-15')
    const posting = (await open.app.history.latest({})).undo?.id ?? 0
    await open.app.finances.closeMonth({ organizationId, month: '2026-01' })
    await expect(spend(100, '2026-01-20')).rejects.toThrow('2026-01 已经结账')
    await expect(open.app.history.undo({ operationId: posting })).rejects.toThrow('已经结账')
    await open.app.finances.reopenMonth({ organizationId, month: '2026-01', reason: '漏记一张发票' })
    await spend(100, '2026-01-20')
    const [january] = await open.app.finances.months(scope)
    expect(january).toMatchObject({ vouchers: 2, closedAt: null, reopened: 1, reopenReason: '漏记一张发票' })
  })
  test('从最早没结的月份结起，月份过完才能结，从最后结的重开', async () => {
    const open = await openApp({ today: '2026-03-05' })
    const { organizationId } = await openBooks(open)
    const close = (month: string) => open.app.finances.closeMonth({ organizationId, month })
    await expect(close('2026-02')).rejects.toThrow('2026-01 还没有结账')
    await close('2026-01')
    await close('2026-02')
    await expect(close('2026-03')).rejects.toThrow('还没有过完')
    await expect(open.app.finances.reopenMonth({ organizationId, month: '2026-01', reason: '改' })).rejects.toThrow('2026-02 已经结账')
  })
  test('盘点对不上就不能结账；找到漏记的补上，就对上了', async () => {
    const open = await openApp({ today: '2026-02-05' })
    const { organizationId, cash, spend } = await openBooks(open)
    expect(await open.app.finances.recordCheck({ accountId: cash, kind: 'count', day: '2026-01-31', amount: 9_500 })).toMatchObject({
      difference: -500,
    })
    await expect(open.app.finances.closeMonth({ organizationId, month: '2026-01' })).rejects.toThrow('点到 95.00 元，账上是 100.00 元')
    await spend(500, '2026-01-30')
    expect(await open.app.finances.checks({ organizationId })).toMatchObject([{ amount: 9_500, book: 9_500 }])
    await open.app.finances.closeMonth({ organizationId, month: '2026-01' })
  })
  test('年终结转先能预演；结转之后逐月都关着，年末的数记成核对', async () => {
    const open = await openApp({ today: '2027-01-08' })
    const { organizationId, scope, earn } = await openBooks(open)
    await earn(700, '2026-11-11')
    const before = snapshot(open.path)
    expect(await open.app.finances.yearEnd(scope)).toMatchObject({ carried: 110_000, income: 700, balance: 110_700 })
    expect(snapshot(open.path), '预演什么也不写').toEqual(before)
    expect(await open.app.finances.closeYear(scope)).toEqual({ months: 12 })
    expect((await open.app.finances.months(scope)).every(({ closedAt }) => closedAt !== null)).toBe(true)
    const carries = (await open.app.finances.checks({ organizationId })).filter(({ kind }) => kind === 'carry')
    expect(carries.map(({ amount, book }) => [amount, book])).toEqual([
      [100_000, 100_000],
      [10_700, 10_700],
    ])
    expect((await open.app.finances.journal({ organizationId, year: 2027 })).carried).toBe(110_700)
  })
})

test('对账单按金额和日子自动勾对；同样像的不猜；余额两边对得上', async () => {
  const open = await openApp({ today: '2026-03-31' })
  const { bank, earn, spend } = await openBooks(open)
  await earn(8_000, '2026-02-01', bank)
  await spend(1_000, '2026-02-03', bank)
  await spend(1_000, '2026-02-03', bank)
  const entered = await open.app.finances.enterBankLines({
    accountId: bank,
    lines: [
      { day: '2026-02-02', amount: 8_000 },
      { day: '2026-02-04', amount: -1_000 },
      { day: '2026-02-28', amount: -15, summary: '手续费' },
    ],
  })
  expect(entered).toEqual({ added: 3, matched: 1 })
  const { book, bank: statement, lines, unmatched } = await open.app.finances.reconciliation({ accountId: bank, until: '2026-03-31' })
  expect(book).toBe(106_000)
  // 对账单余额 = 账面 − 账上有对账单没有的 + 对账单有账上没有的
  const missing = lines.filter(({ voucherId }) => voucherId === null).reduce((sum, { amount }) => sum + amount, 0)
  expect(statement).toBe(book - unmatched.reduce((sum, { amount }) => sum + amount, 0) + missing)
  await expect(open.app.finances.matchBankLine({ id: lines[2]!.id, postingId: unmatched[0]!.postingId })).rejects.toThrow(
    '金额不同不能勾对',
  )
})

test('受助人各笔要与支出相等；冲销之后关爱台账不再列', async () => {
  const open = await openApp({ today: '2026-03-31' })
  const { organizationId, cash, expense, scope } = await openBooks(open)
  const entry = { organizationId, direction: 'expense' as const, day: '2026-02-01', summary: '慰问', amount: 900, accountId: cash }
  const give = (amount: number) =>
    open.app.finances.post({
      ...{ ...entry, categoryId: expense, source: 'self', recipients: [{ name: '周小川', amount }] },
    })
  await expect(give(800)).rejects.toThrow('受助人各笔合计 8.00 元，与支出 9.00 元 不相等')
  const { id } = await give(900)
  expect(await open.app.finances.care(scope)).toMatchObject([{ name: '周小川', amount: 900 }])
  await open.app.finances.reverse({ id, day: '2026-02-02', reason: '退回' })
  expect(await open.app.finances.care(scope)).toEqual([])
})

test('预算执行率按科目的净额算，没有预算的不算率', async () => {
  const open = await openApp({ today: '2026-03-31' })
  const { organizationId, expense, scope, spend } = await openBooks(open)
  await open.app.finances.setBudget({
    ...{ organizationId, year: 2026, lines: [{ categoryId: expense, amount: 8_000 }], approvedBy: '会长会议', approvedOn: '2026-01-05' },
  })
  const { id } = await spend(6_000, '2026-02-01')
  await spend(5_000, '2026-02-01', (await open.app.finances.accounts({ organizationId }))[1]!.id)
  await open.app.finances.reverse({ id, day: '2026-02-03', reason: '退' })
  const budget = await open.app.finances.budget(scope)
  expect(budget).toMatchObject({ approvedBy: '会长会议', approvedOn: '2026-01-05' })
  expect(budget.lines).toMatchObject([
    { category: '单位列支', planned: 0, rate: null },
    { category: '组织活动', planned: 8_000, executed: 5_000, remaining: 3_000, rate: 62.5 },
  ])
})
