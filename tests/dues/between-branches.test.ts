import fc from 'fast-check'
import { expect, test } from 'vitest'
import { duesTodos } from '../../renderer/dues/todos.ts'
import type { Client } from '../../shared/contract.ts'
import { arrearsSentence } from '../../shared/dues/rules.ts'
import { sumOf } from '../../shared/kit/money.ts'
import { openApp } from '../support/open-app.ts'

/** 一个总支、两个支部，口径定好。 */
async function twoBranches(today = '2026-10-15') {
  const open = await openApp({ today, kind: 'generalBranch' })
  const { app, make } = open
  const root = await make.root()
  const found = async (name: string) => (await app.organizations.found({ parentId: root, kind: 'branch', name })).id
  const [a, b] = [await found('甲支部'), await found('乙支部')]
  const practice = (adjust: 'onChange' | 'yearlyFrozen') =>
    app.dues.choosePractice({ organizationId: root, fromMonth: '2026-01', rounding: { unit: 'fen', mode: 'half' }, adjust, items: [] })
  await practice('onChange')
  const member = async (base = 300000) => {
    const memberId = await make.member({}, { organizationId: a })
    await app.dues.setBases({ bases: [{ memberId, fromMonth: '2026-01', kind: 'salary', base }] })
    return memberId
  }
  const collect = (memberId: number, months: string[], paidOn: string, amount = 1500) =>
    app.dues.collect({
      ...{ paidOn, method: 'cash', collector: '王芳', receipts: false },
      payments: [{ memberId, note: '说明', months: months.map((month) => ({ month, amount })) }],
    })
  const gridOf = (organizationId: number) => app.dues.grid({ organizationId, year: 2026 })
  return { ...open, root, a, b, practice, member, collect, gridOf }
}

test('预交之后走了的人，交的钱只在收它的支部里数一遍', async () => {
  const { app, root, a, b, member, collect, gridOf } = await twoBranches()
  const id = await member()
  await app.members.move({ id, organizationId: b, fromDay: '2026-03-01' })
  await collect(id, ['2026-09', '2026-10', '2026-11'], '2026-10-02')
  await app.members.changeStanding({ id, standing: 'deceased', fromDay: '2026-10-05' })
  const paid = async (at: number) => sumOf((await gridOf(at)).map((row) => row.paid))
  expect([await paid(root), await paid(a), await paid(b)]).toEqual([4500, 0, 4500])
  expect((await gridOf(a))[0]?.cells.slice(2).every(({ state }) => state === 'outside')).toBe(true)
})

test('预交到明年的人走了，他明年的一页与全支部的明细仍出得来', async () => {
  const { app, a, member, collect, setToday } = await twoBranches()
  const id = await member()
  await collect(id, ['2027-01'], '2026-10-02')
  await app.members.changeStanding({ id, standing: 'movedOut', fromDay: '2026-10-05' })
  setToday('2027-02-01')
  const page = await app.dues.member({ memberId: id, year: 2027 })
  expect([page.organizationId, page.months[0]?.cell.paid]).toEqual([a, 1500])
  await app.documents.make({ wanted: { kind: 'duesStatements', organizationId: a, year: 2027 } })
})

test('一人一年明细写的是那一年最后归哪个支部，不随后来的调动', async () => {
  const { app, b, member, setToday } = await twoBranches()
  const id = await member()
  setToday('2027-06-15')
  await app.members.move({ id, organizationId: b, fromDay: '2027-03-01' })
  const branchIn = async (year: number) => (await app.dues.member({ memberId: id, year })).branchName
  expect([await branchIn(2026), await branchIn(2027)]).toEqual(['甲支部', '乙支部'])
})

test('一月里欠着上年十二月的，首页照样提醒', async () => {
  const { app, a, member, setToday } = await twoBranches()
  await member()
  setToday('2027-01-10')
  const ladder = (await app.dues.standards({})).arrears
  const said = async (today: string) =>
    duesTodos(await app.dues.summary({ organizationId: a, year: Number(today.slice(0, 4)) }), ladder, today).map(({ text }) => text)
  expect(await said('2027-01-10')).toEqual([expect.stringContaining('连续欠党费 12 个月')])
  const second = await member()
  await app.dues.collect({
    ...{ paidOn: '2027-01-10', method: 'cash', collector: '王芳', receipts: false },
    payments: [{ memberId: second, note: '补', months: [{ month: '2026-11', amount: 1500 }] }],
  })
  expect((await said('2027-01-10'))[1]).toBe('1 人欠党费')
  const [row] = await app.dues.grid({ organizationId: a, year: 2027 })
  expect(row && arrearsSentence(row, 2027)).toBe('连续欠 12 个月，2027年欠 0.00 元')
})

test('结了账的月份归结它的支部：之后补记的调动改不了它，新支部照样结得了账', async () => {
  const { app, a, b, member, gridOf } = await twoBranches()
  const id = await member()
  await app.dues.close({ organizationId: a, through: '2026-06' })
  const before = (await gridOf(a))[0]?.payable
  await app.members.move({ id, organizationId: b, fromDay: '2026-05-01' })
  await app.dues.close({ organizationId: b, through: '2026-08' })
  expect(before).toBe(18000)
  const states = async (at: number) => (await gridOf(at))[0]?.cells.slice(3, 9).map(({ state }) => state)
  expect(await states(a)).toEqual(['owing', 'owing', 'owing', 'outside', 'outside', 'outside'])
  expect(await states(b)).toEqual(['outside', 'outside', 'outside', 'owing', 'owing', 'owing'])
  await app.dues.reopen({ organizationId: a, from: '2026-05', reason: '补记了调动' })
  await app.dues.reopen({ organizationId: b, from: '2026-05', reason: '补记了调动' })
  await app.dues.close({ organizationId: b, through: '2026-08' })
  expect(await states(b)).toEqual(['outside', 'owing', 'owing', 'owing', 'owing', 'owing'])
  // 同一天的调动改回去，乙支部不再有他的履历，结过的账还在
  await app.members.move({ id, organizationId: a, fromDay: '2026-05-01' })
  expect(await states(b)).toEqual(['outside', 'owing', 'owing', 'owing', 'owing', 'outside'])
})

test('连续欠几个月跟着人走：调走了的，原支部不再提醒', async () => {
  const { app, a, b, member, collect } = await twoBranches()
  const id = await member()
  await collect(id, ['2026-01', '2026-02'], '2026-02-05')
  await app.members.move({ id, organizationId: b, fromDay: '2026-03-01' })
  const arrearsAt = async (organizationId: number) =>
    (await app.dues.summary({ organizationId, year: 2026 })).arrears.map((one) => one.months)
  expect([await arrearsAt(a), await arrearsAt(b)]).toEqual([[], [7]])
  expect((await app.dues.register({ organizationId: a, year: 2026 }))[0]?.note).toBe('1月补交')
})

test('按时交的不因为后来冲掉重复的一笔而算补交', async () => {
  const { app, a, member, collect } = await twoBranches()
  const id = await member()
  await collect(id, ['2026-03'], '2026-03-05')
  const twice = await collect(id, ['2026-03'], '2026-03-06')
  await app.dues.reverse({ paymentId: twice.paymentIds[0] ?? 0, on: '2026-05-10', reason: '重复' })
  const [row] = await app.dues.register({ organizationId: a, year: 2026 })
  expect([row?.m03, row?.note]).toEqual([1500, '连续欠 6 个月'])
  await collect(id, ['2026-04'], '2026-05-11')
  expect((await app.dues.register({ organizationId: a, year: 2026 }))[0]?.note).toContain('4月补交')
})

test('收缴台账的基数、比例、月应交出自同一条核定：年内不变的、调走后才改的，都不混', async () => {
  const { app, a, b, practice, member } = await twoBranches()
  const id = await member()
  const raise = { memberId: id, fromMonth: '2026-07', kind: 'salary' as const, base: 600000 }
  await app.dues.setBases({ bases: [raise] })
  const shown = async (organizationId: number) => {
    const [row] = await app.dues.register({ organizationId, year: 2026 })
    return [row?.base, row?.ratePercent, row?.monthly]
  }
  expect(await shown(a)).toEqual([600000, 1.5, 9000])
  await practice('yearlyFrozen')
  expect(await shown(a)).toEqual([300000, 0.5, 1500])
  await practice('onChange')
  await app.members.move({ id, organizationId: b, fromDay: '2026-03-01' })
  expect([await shown(a), await shown(b)]).toEqual([
    [300000, 0.5, 1500],
    [600000, 1.5, 9000],
  ])
})

test('上缴与使用台账每一行的结余都是那天的数：月中上缴不会显出负数', async () => {
  const { app, a, member, collect } = await twoBranches()
  const id = await member()
  await collect(id, ['2026-01', '2026-02'], '2026-03-05')
  await app.dues.recordMovement({
    ...{ organizationId: a, kind: 'remitted', day: '2026-03-20', summary: '上缴', amount: 2500 },
    ...{ fromMonth: '2026-01', toMonth: '2026-02' },
  })
  await collect(id, ['2026-03'], '2026-03-25')
  const rows = await app.dues.fund({ organizationId: a, year: 2026 })
  expect(rows.map(({ day, income, expense, balance }) => [day, income, expense, balance])).toEqual([
    ['2026-03-20', 3000, null, 3000],
    ['2026-03-20', null, 2500, 500],
    ['2026-03-31', 1500, null, 2000],
  ])
})

test('跨年补开的收据，收款那年的明细里也写着号', async () => {
  const { app, a, member, collect, setToday } = await twoBranches('2026-12-31')
  const { paymentIds } = await collect(await member(), ['2026-12'], '2026-12-05')
  setToday('2027-01-05')
  await app.dues.issueReceipts({ paymentIds })
  expect((await app.dues.payments({ organizationId: a, year: 2026 })).map(({ receiptNo }) => receiptNo)).toEqual(['2027-0001'])
  expect(await app.dues.receipts({ organizationId: a, year: 2026 })).toEqual([])
})

test('入党日期笔误成将来的人，名册上在，党费网格里也在', async () => {
  const { app, make, a, root } = await twoBranches()
  await make.member({ joinedOn: '2062-07-01', fullMemberOn: null }, { organizationId: a })
  const scope = { organizationId: root, year: 2026 }
  expect([(await app.members.list({ organizationId: root })).length, (await app.dues.grid(scope)).length]).toEqual([1, 1])
})

const month = fc.integer({ min: 1, max: 9 })
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('pay' as const), who: fc.nat(2), month: fc.integer({ min: 1, max: 12 }), paid: month }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move' as const), who: fc.nat(2), month, to: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave' as const), who: fc.nat(2), month }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('close' as const, 'reopen' as const), at: fc.nat(1), month }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('exempt' as const), who: fc.nat(2), month }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
const two = (n: number) => String(n).padStart(2, '0')

async function take(
  { app, collect }: { app: Client; collect: (id: number, months: string[], on: string) => Promise<unknown> },
  people: number[],
  branches: number[],
  one: Step,
) {
  const [id, at] = ['who' in one ? (people[one.who] ?? 0) : 0, 'at' in one ? (branches[one.at] ?? 0) : 0]
  const on = 'month' in one ? `2026-${two(one.month)}` : ''
  if (one.do === 'pay') await collect(id, [on], `2026-${two(one.paid)}-10`)
  if (one.do === 'move') await app.members.move({ id, organizationId: branches[one.to] ?? 0, fromDay: `${on}-08` })
  if (one.do === 'leave') await app.members.changeStanding({ id, standing: 'movedOut', fromDay: `${on}-20` })
  if (one.do === 'close') await app.dues.close({ organizationId: at, through: on })
  if (one.do === 'reopen') await app.dues.reopen({ organizationId: at, from: on, reason: '漏记' })
  if (one.do === 'exempt') await app.dues.exempt({ cells: [{ memberId: id, month: on }], reason: '困难' })
  if (one.do === 'undo') await app.history.undo({ operationId: (await app.history.latest({})).undo?.id ?? 1 })
}

test('任意次序的收、调动、转出、免、结账之后，两个支部相加就是总支，一分不差；写不进去的都有一句话', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const scene = await twoBranches()
      const { app, root, a, b, gridOf, log, core } = scene
      const people = [await scene.member(), await scene.member(500000), await scene.member()]
      for (const one of steps)
        await take(scene, people, [a, b], one).catch((error) => {
          expect(error).toHaveProperty('refusal')
          expect(error.message).not.toContain('已经有一条相同的记录')
        })
      const cells = async (at: number) => (await gridOf(at)).flatMap((row) => row.cells)
      const [whole, halves] = [await cells(root), [...(await cells(a)), ...(await cells(b))]]
      for (const pick of ['payable', 'paid', 'extra', 'large'] as const)
        expect([pick, sumOf(halves.map((cell) => cell[pick] ?? 0))]).toEqual([pick, sumOf(whole.map((cell) => cell[pick] ?? 0))])
      const payments = await app.dues.payments({ organizationId: root, year: 2026 })
      expect(sumOf(whole.map(({ paid, extra = 0, large = 0 }) => paid + extra + large))).toBe(sumOf(payments.map(({ amount }) => amount)))
      expect(log.filter((line) => line.startsWith('error'))).toEqual([])
      await core.close()
    }),
    { numRuns: 15 },
  )
}, 120_000)
