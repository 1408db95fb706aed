import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Client } from '../../shared/contract.ts'
import { sumOf } from '../../shared/kit/money.ts'
import { duesScene } from '../support/dues-scene.ts'
import { type OpenApp, openApp } from '../support/open-app.ts'
import { snapshot } from '../support/snapshot.ts'

type Scope = { organizationId: number; year: number }

/** 随意的一步：收、冲、免、转出、记收支、作废、结账、反结账、改基数、撤销。 */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('pay' as const),
      who: fc.nat(2),
      month: fc.integer({ min: 1, max: 12 }),
      amount: fc.constantFrom(1, 700, 1500, 5000, 99999, 150000),
      day: fc.integer({ min: 1, max: 6 }),
      receipts: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reverse' as const), at: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('exempt' as const), who: fc.nat(2), month: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), who: fc.nat(2), month: fc.integer({ min: 2, max: 6 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      kind: fc.constantFrom('remitted' as const, 'returned' as const, 'used' as const),
      amount: fc.constantFrom(100, 3000, 90000),
      day: fc.integer({ min: 1, max: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('void' as const), at: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('close' as const, 'reopen' as const), month: fc.integer({ min: 1, max: 5 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('base' as const),
      who: fc.nat(2),
      month: fc.integer({ min: 1, max: 12 }),
      base: fc.constantFrom(300000, 300001, 900000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const two = (n: number) => String(n).padStart(2, '0')

async function take(app: Client, people: number[], scope: Scope, one: Step): Promise<unknown> {
  const { organizationId } = scope
  switch (one.do) {
    case 'pay':
      return app.dues.collect({
        paidOn: `2026-${two(one.day)}-10`,
        method: 'cash',
        collector: '王芳',
        receipts: one.receipts,
        payments: [{ memberId: people[one.who]!, note: '说明', months: [{ month: `2026-${two(one.month)}`, amount: one.amount }] }],
      })
    case 'reverse': {
      const payments = await app.dues.payments(scope)
      return app.dues.reverse({ paymentId: payments[one.at % Math.max(1, payments.length)]?.id ?? 1, on: '2026-06-14', reason: '记错' })
    }
    case 'exempt':
      return app.dues.exempt({ cells: [{ memberId: people[one.who]!, month: `2026-${two(one.month)}` }], reason: '困难' })
    case 'leave':
      return app.members.changeStanding({ id: people[one.who]!, standing: 'movedOut', fromDay: `2026-${two(one.month)}-05` })
    case 'move':
      return app.dues.recordMovement({
        organizationId,
        kind: one.kind,
        day: `2026-${two(one.day)}-14`,
        summary: '一笔',
        amount: one.amount,
        ...(one.kind === 'used' ? { purpose: 'training', approver: '李明' } : {}),
        ...(one.kind === 'remitted' ? { fromMonth: '2026-01', toMonth: '2026-03' } : {}),
      })
    case 'void': {
      const receipts = await app.dues.receipts(scope)
      return app.dues.voidReceipt({ receiptId: receipts[one.at % Math.max(1, receipts.length)]?.id ?? 1, reason: '写错' })
    }
    case 'close':
      return app.dues.close({ organizationId, through: `2026-${two(one.month)}` })
    case 'reopen':
      return app.dues.reopen({ organizationId, from: `2026-${two(one.month)}`, reason: '漏记' })
    case 'base':
      return app.dues.setBases({
        bases: [{ memberId: people[one.who]!, fromMonth: `2026-${two(one.month)}`, kind: 'salary', base: one.base }],
      })
    case 'undo':
      return app.history.undo({ operationId: (await app.history.latest({})).undo?.id ?? 1 })
  }
}

/** 网格、明细、收缴台账、上缴台账、公示表、收据：各自相加，一分不差。 */
async function agree(app: Client, scope: Scope) {
  const [grid, payments, register, fund, posted, receipts, summary] = await Promise.all([
    app.dues.grid(scope),
    app.dues.payments(scope),
    app.dues.register(scope),
    app.dues.fund(scope),
    app.dues.posted(scope),
    app.dues.receipts(scope),
    app.dues.summary(scope),
  ])
  const cells = grid.flatMap((row) => row.cells)
  const total = (pick: (payment: (typeof payments)[number]) => number) => sumOf(payments.map(pick))
  expect(sumOf(cells.map(({ paid }) => paid))).toBe(total(({ due }) => due))
  expect(sumOf(cells.map(({ extra = 0 }) => extra))).toBe(total(({ extra }) => extra))
  expect(sumOf(cells.map(({ large = 0 }) => large))).toBe(total(({ large }) => large))
  // 页头一行，人拿计算器也加得起来
  expect(summary.payable).toBe(summary.paid - summary.over + summary.owing + summary.coming)
  expect([summary.paid, summary.extra, summary.large]).toEqual([
    total(({ due }) => due),
    total(({ extra }) => extra),
    total(({ large }) => large),
  ])
  for (const { amount, due, extra, large, lines } of payments) {
    expect(due + extra + large).toBe(amount)
    expect(sumOf(lines.map((line) => line.amount))).toBe(amount)
  }
  expect(sumOf(register.map(({ paid }) => paid))).toBe(total(({ due, extra }) => due + extra))
  for (const row of register) {
    const months = Object.entries(row).flatMap(([key, value]) => (/^m\d\d$/.test(key) && typeof value === 'number' ? [value] : []))
    expect(sumOf(months)).toBe(row.paid)
  }
  const [income, expense] = [sumOf(fund.map((row) => row.income ?? 0)), sumOf(fund.map((row) => row.expense ?? 0))]
  expect(summary.balance).toBe(income - expense)
  expect(fund.at(-1)?.balance ?? 0).toBe(summary.balance)
  // 每一天日终都不是负数
  const daily = new Map(fund.map(({ day, balance }) => [day, balance]))
  expect([...daily].filter(([, balance]) => balance < 0)).toEqual([])
  expect(posted.find(({ item }) => item === '本年收缴')?.amount).toBe(total(({ due, extra }) => due + extra))
  expect(posted.find(({ item }) => item === '结余')?.amount).toBe(summary.balance)
  expect(receipts.map(({ number }) => number)).toEqual(receipts.map((_, at) => at + 1))
  const valid = receipts.filter(({ voided }) => !voided)
  expect(sumOf(valid.map(({ amount }) => amount))).toBe(
    sumOf(payments.filter(({ receiptId }) => receiptId !== null).map(({ amount }) => amount)),
  )
}

const start = async (): Promise<OpenApp & { people: number[]; scope: Scope }> => {
  const open = await openApp({ today: '2026-06-15' })
  const { organizationId, first, second } = await duesScene(open)
  const third = await open.make.member()
  await open.app.dues.setBases({ bases: [{ memberId: third, fromMonth: '2026-01', kind: 'retired', base: 500001 }] })
  return { ...open, people: [first, second, third], scope: { organizationId, year: 2026 } }
}

test('任意次序的收、冲、免、转出、上缴、作废、结账、撤销之后，各张表一分不差，收据不断号，结余不为负', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const { app, people, scope, core, log } = await start()
      for (const one of steps) await take(app, people, scope, one).catch(() => undefined)
      await agree(app, scope)
      expect(log.filter((line) => line.startsWith('error'))).toEqual([])
      await core.close()
    }),
    { numRuns: 12 },
  )
}, 120_000)

test('任意一串步骤，从后往前逐步撤销，回到开头', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
      const { app, people, scope, core, path } = await start()
      const before = snapshot(path)
      const first = (await app.history.list({ limit: 1 }))[0]!.id
      for (const one of steps.filter((each) => each.do !== 'undo')) await take(app, people, scope, one).catch(() => undefined)
      for (;;) {
        const next = (await app.history.latest({})).undo
        if (!next || next.id <= first) break
        await app.history.undo({ operationId: next.id })
      }
      expect(snapshot(path)).toEqual(before)
      await core.close()
    }),
    { numRuns: 8 },
  )
}, 120_000)

test('导出的收缴台账读回来，每格与合计都与网格相同', async () => {
  const { app, people, scope, desk } = await start()
  const pay = (who: number, month: string, amount: number) =>
    app.dues.collect({
      paidOn: '2026-06-10',
      method: 'cash',
      collector: '王芳',
      receipts: true,
      payments: [{ memberId: people[who]!, months: [{ month, amount }] }],
    })
  await pay(0, '2026-01', 1500)
  await pay(0, '2026-02', 1533)
  await pay(1, '2026-06', 5000)
  await app.dues.exempt({ cells: [{ memberId: people[2]!, month: '2026-03' }], reason: '困难' })
  const made = await app.documents.make({ wanted: { kind: 'ledger', ledger: 'dues', scope, format: 'xlsx' } })
  await app.documents.save({ made: made.made })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(desk.saved.at(-1)!.bytes.buffer as ArrayBuffer)
  const sheet = book.worksheets[0]!
  const lower = sheet.getRow(4).values as string[]
  const column = (label: string) => lower.indexOf(label)
  const at = (row: number, label: string) => sheet.getRow(row).getCell(column(label))
  expect([at(5, '1月').value, at(5, '2月').value, at(6, '6月').value, at(7, '3月').value]).toEqual([15, 15.33, 50, '免'])
  const paid = sheet.getRow(3).values as string[]
  const total = sheet.getRow(8).getCell(paid.indexOf('全年实交'))
  expect([total.formula, total.result]).toEqual([`SUM(${total.address.replace(/\d/g, '')}5:${total.address.replace(/\d/g, '')}7)`, 80.33])
})

test('多交的另计，没到的月份写作未到期：应交 = 实交 + 欠 + 未到期；基数调低多出来的也说得出', async () => {
  const { app, people, scope } = await start()
  const pay = (months: { month: string; amount: number }[]) =>
    app.dues.collect({
      ...{ paidOn: '2026-06-10', method: 'cash', collector: '王芳', receipts: false },
      payments: [{ memberId: people[1]!, months }],
    })
  await pay([{ month: '2026-06', amount: 41000 }])
  await agree(app, scope)
  // 月交 15、50、50.00（退休 5000.01 元按 1%）：过了五个月，本月收了一人，余下七个月未到期
  expect(await app.dues.summary(scope)).toMatchObject({
    ...{ payable: 11500 * 12, paid: 5000, extra: 36000, over: 0, owing: 11500 * 5, coming: 11500 * 7 - 5000 },
  })
  await app.dues.setBases({ bases: [{ memberId: people[1]!, fromMonth: '2026-06', kind: 'salary', base: 300000 }] })
  await agree(app, scope)
  expect(await app.dues.summary(scope)).toMatchObject({ paid: 5000, over: 3500 })
})
