import { expect, test } from 'vitest'
import { readPdf } from '../documents/read-pdf.ts'
import { openApp } from '../support/open-app.ts'
import { openBooks } from './books.ts'

test('季度报告：期初加收入减支出等于季末，预算执行算到季末，冲销了的不列在大额里', async () => {
  const open = await openApp({ today: '2026-12-31' })
  const { organizationId, scope, expense, bank, earn, spend } = await openBooks(open)
  await open.app.finances.setBudget({
    ...scope,
    lines: [{ categoryId: expense, amount: 100_000 }],
    approvedBy: '支部党员大会',
    approvedOn: '2026-01-05',
  })
  await spend(1000, '2026-03-31')
  await earn(5000, '2026-04-01')
  await spend(3000, '2026-05-06')
  const wrong = await spend(4000, '2026-05-07')
  await open.app.finances.reverse({ id: wrong.id, day: '2026-05-08', reason: '记错' })
  await spend(2000, '2026-06-30', bank)
  await spend(7000, '2026-07-01', bank)
  await open.app.finances.recordCheck({ accountId: bank, kind: 'statement', day: '2026-06-30', amount: 98_000, note: '' })
  const report = await open.app.finances.quarter({ ...scope, quarter: 2 })
  expect(report).toMatchObject({
    ...{ from: '2026-04-01', until: '2026-06-30', opening: 109_000, income: 5000, expense: 5000, balance: 109_000 },
    accounts: [
      { name: '现金', balance: 11_000 },
      { name: '银行', balance: 98_000 },
    ],
    sources: [{ source: 'unit', amount: 5000 }],
    categories: [{ category: '组织活动', amount: 5000 }],
    open: ['2026-04', '2026-05', '2026-06'],
  })
  expect(report.budget.map(({ planned, executed, rate }) => [planned, executed, rate])).toEqual([[100_000, 6000, 6]])
  expect(report.largest.map(({ day, amount }) => [day, amount])).toEqual([
    ['2026-05-06', 3000],
    ['2026-06-30', 2000],
  ])
  expect(report.checks.map(({ accountName, amount, book }) => [accountName, amount, book])).toEqual([['银行', 98_000, 98_000]])
  const made = await open.app.documents.make({ wanted: { kind: 'quarterNote', organizationId, year: 2026, quarter: 2 } })
  expect(made.name).toContain('季度经费情况报告')
  expect(made.notes).toContain('4 月、5 月、6 月还没有结账，结账以后再定稿。')
})

test('红字凭证的借方、贷方与被冲的那张相同，金额写负数；冲销转账是反着转回来', async () => {
  const open = await openApp({ today: '2026-12-31' })
  const { organizationId, cash, bank, earn, spend } = await openBooks(open)
  const printed = async (voucherId: number) => {
    const { ticket } = await open.app.documents.make({ wanted: { kind: 'voucher', voucherId } })
    const [page] = await readPdf(new Uint8Array(open.core.bytes.collect(ticket)!.file.bytes))
    const text = page!.text.replace(/\s/g, '')
    return [/借方(.*?)贷方/, /贷方(.*?)金额/, /大写）(.*?)金额（小/, /小写）(.*?)附件/].map((part) => part.exec(text)?.[1])
  }
  const red = async (id: number) => printed((await open.app.finances.reverse({ id, day: '2026-06-02', reason: '记错' })).id)
  const spent = await spend(3000, '2026-06-01')
  expect(await printed(spent.id)).toEqual(['组织活动', '现金', '人民币叁拾元整', '￥30.00'])
  expect(await red(spent.id)).toEqual(['组织活动', '现金', '人民币负叁拾元整（冲销）', '￥-30.00'])
  const earned = await earn(3000, '2026-06-01')
  expect(await red(earned.id)).toEqual(['现金', '单位列支', '人民币负叁拾元整（冲销）', '￥-30.00'])
  const moved = await open.app.finances.transfer({
    ...{ organizationId, day: '2026-06-01', summary: '提现', amount: 500, fromId: bank, toId: cash },
  })
  expect(await printed(moved.id)).toEqual(['现金', '银行', '人民币伍元整', '￥5.00'])
  expect(await red(moved.id)).toEqual(['银行', '现金', '人民币伍元整', '￥5.00'])
})

test('主题党日活动记录的经费只算用于这次活动的，冲销的抵掉；只在会上研究决定的不算', async () => {
  const open = await openApp({ today: '2026-12-31' })
  const { organizationId, expense, cash } = await openBooks(open)
  const meetingId = await open.make.meeting({ kinds: ['themeDay'] })
  const spend = (summary: string, amount: number, more: object) =>
    open.app.finances.post({
      ...{ organizationId, direction: 'expense', day: '2026-06-10', summary, amount, accountId: cash, categoryId: expense, source: 'unit' },
      ...more,
    })
  await spend('租车', 800, { meetingId, decidedBy: meetingId })
  const wrong = await spend('午餐', 300, { meetingId })
  await open.app.finances.reverse({ id: wrong.id, day: '2026-06-11', reason: '记错' })
  await spend('买设备', 900, { decidedBy: meetingId })
  const { ticket } = await open.app.documents.make({ wanted: { kind: 'activity', meetingId, of: 'themeDay' } })
  const pages = await readPdf(new Uint8Array(open.core.bytes.collect(ticket)!.file.bytes))
  const text = pages.map((page) => page.text.replace(/\s/g, '')).join('')
  expect(text).toContain('8.00元：租车8.00')
  expect(text).not.toContain('买设备')
})

test('一次会议的开支与在会上研究的都列出来，各是一种', async () => {
  const open = await openApp({ today: '2026-12-31' })
  const { organizationId, expense, cash } = await openBooks(open)
  const meetingId = await open.make.meeting()
  const entry = {
    organizationId,
    direction: 'expense' as const,
    day: '2026-06-10',
    accountId: cash,
    categoryId: expense,
    source: 'unit' as const,
  }
  await open.app.finances.post({ ...entry, summary: '租车', amount: 800, meetingId, decidedBy: meetingId })
  await open.app.finances.post({ ...entry, summary: '买设备', amount: 900, decidedBy: meetingId })
  expect((await open.app.finances.listByMeeting({ meetingId })).map(({ summary, decided }) => [summary, decided])).toEqual([
    ['租车', false],
    ['买设备', true],
  ])
})
