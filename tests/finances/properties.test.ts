import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'
import { openBooks } from './books.ts'

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('earn' as const),
      amount: fc.integer({ min: 1, max: 9_999 }),
      day: fc.integer({ min: 1, max: 28 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('spend' as const),
      amount: fc.integer({ min: 1, max: 9_999 }),
      day: fc.integer({ min: 1, max: 28 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('transfer' as const),
      amount: fc.integer({ min: 1, max: 30_000 }),
      day: fc.integer({ min: 1, max: 28 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('reverse' as const), at: fc.nat(20), day: fc.integer({ min: 1, max: 28 }) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('close' as const), month: fc.integer({ min: 1, max: 3 }) }) },
)

test('随便怎么记账、转账、冲销、撤销、结账，日记账、收支台账、科目汇总、账户与试算表的数都一致', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), fc.array(fc.integer({ min: 1, max: 4 })), async (steps, months) => {
      const open = await openApp({ today: '2026-04-30' })
      const { organizationId, cash, bank, scope, earn, spend } = await openBooks(open)
      const dayOf = (at: number, day: number) => `2026-0${months[at] ?? 4}-${String(day).padStart(2, '0')}`
      const tried = async (work: Promise<unknown>) => void (await work.catch((error) => expect(error).toHaveProperty('refusal')))
      for (const [at, each] of steps.entries()) {
        if (each.what === 'earn') await tried(earn(each.amount, dayOf(at, each.day), at % 2 ? cash : bank))
        if (each.what === 'spend') await tried(spend(each.amount, dayOf(at, each.day), at % 2 ? cash : bank))
        if (each.what === 'transfer') {
          const [fromId, toId] = at % 2 ? [cash, bank] : [bank, cash]
          await tried(
            open.app.finances.transfer({ organizationId, day: dayOf(at, each.day), summary: '转', amount: each.amount, fromId, toId }),
          )
        }
        if (each.what === 'reverse') {
          const { rows } = await open.app.finances.journal(scope)
          const row = rows[each.at]
          if (row) await tried(open.app.finances.reverse({ id: row.voucherId, day: dayOf(at, each.day), reason: '冲' }))
        }
        if (each.what === 'undo') {
          const last = (await open.app.history.latest({})).undo
          if (last?.command.startsWith('finances.') && /post|transfer|reverse|closeMonth/.test(last.command))
            await tried(open.app.history.undo({ operationId: last.id }))
        }
        if (each.what === 'close') await tried(open.app.finances.closeMonth({ organizationId, month: `2026-0${each.month}` }))
      }
      const { carried, rows } = await open.app.finances.journal(scope)
      const [income, expense] = [rows.reduce((sum, row) => sum + row.income, 0), rows.reduce((sum, row) => sum + row.expense, 0)]
      const accounts = await open.app.finances.accounts({ organizationId })
      const total = accounts.reduce((sum, { balance }) => sum + balance, 0)
      const summary = await open.app.finances.categorySummary(scope)
      const trial = await open.app.finances.trialBalance(scope)
      const book = await open.app.finances.book(scope)
      const kept = await open.app.finances.months(scope)
      expect({ 结余: total, 台账末行: book.at(-1)?.balance }).toEqual({ 结余: carried + income - expense, 台账末行: total })
      expect([summary.reduce((sum, line) => sum + line.income, 0), summary.reduce((sum, line) => sum + line.expense, 0)]).toEqual([
        income,
        expense,
      ])
      expect(kept.reduce((sum, month) => sum + month.income - month.expense, carried)).toBe(total)
      expect(trial.reduce((sum, { debit }) => sum + debit, 0)).toBe(trial.reduce((sum, { credit }) => sum + credit, 0))
      for (const { id, balance } of accounts) {
        const own = await open.app.finances.journal({ ...scope, accountId: id })
        expect(own.rows.at(-1)?.balance ?? own.carried).toBe(balance)
        expect(balance).toBeGreaterThanOrEqual(0)
      }
      const numbers = (await Promise.all(accounts.map(({ id }) => open.app.finances.journal({ ...scope, accountId: id }))))
        .flatMap((journal) => journal.rows)
        .map(({ number }) => number ?? 0)
      const distinct = [...new Set(numbers)].sort((a, b) => a - b)
      expect(distinct).toEqual(distinct.map((_, at) => at + 1))
    }),
    { numRuns: 25 },
  )
}, 120_000)
