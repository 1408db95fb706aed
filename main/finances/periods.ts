import { firstOpenMonth, whyCannotClose, whyCannotReopen } from '../../shared/finances/rules.ts'
import { yuan } from '../../shared/kit/money.ts'
import { refuse, refuseWhen } from '../core/refuse.ts'
import type { CommandContext, Reader } from '../core/services.ts'
import * as closing from './closing.ts'
import { journalOf } from './journal.ts'
import * as books from './repository.ts'

async function refuseUnready({ db, today }: Pick<CommandContext, 'db' | 'today'>, organizationId: number, month: string) {
  refuseWhen(
    whyCannotClose({
      today,
      month,
      first: await closing.firstMonth(db, organizationId),
      closed: await closing.closedMonths(db, organizationId),
      failing: await closing.failingUntil(db, organizationId, month),
    }),
  )
}

/** 月末结账。 */
export async function closeMonth(context: CommandContext, { organizationId, month }: { organizationId: number; month: string }) {
  const { db, now, actor, subject } = context
  await refuseUnready(context, organizationId, month)
  const id = await closing.insertClose(db, { organizationId, month, closedAt: now, closedBy: actor })
  subject(month)
  return { id }
}

/** 重开最后结的一个月；那年的年度结转一并撤去。 */
export async function reopenMonth(
  { db, now, actor, subject }: CommandContext,
  { organizationId, month, reason }: { organizationId: number; month: string; reason: string },
) {
  refuseWhen(whyCannotReopen(month, await closing.closedMonths(db, organizationId)))
  const carries = month.endsWith('-12') ? await closing.carriesOf(db, organizationId, Number(month.slice(0, 4))) : []
  await closing.removeChecks(
    db,
    carries.map(({ id }) => id),
  )
  subject(`${month}（${reason}）`)
  return { id: await closing.reopen(db, organizationId, month, { reopenedAt: now, reopenedBy: actor, reopenReason: reason }) }
}

/** 年终结转：结清余下的月份，记下每个账户年末的数；以后历史变了，核对就对不上。 */
export async function closeYear(context: CommandContext, { organizationId, year }: { organizationId: number; year: number }) {
  const { db, now, actor, subject } = context
  const first = (await closing.firstMonth(db, organizationId)) ?? refuse('finances.nothingToClose')
  const last = `${year}-12`
  if ((await closing.closedMonths(db, organizationId)).includes(last)) refuse('finances.alreadyClosed', { month: last })
  let months = 0
  for (;;) {
    const month = firstOpenMonth(first, await closing.closedMonths(db, organizationId))
    if (month > last) break
    await refuseUnready(context, organizationId, month)
    await closing.insertClose(db, { organizationId, month, closedAt: now, closedBy: actor })
    months += 1
  }
  if (months === 0) refuse('finances.alreadyClosed', { month: last })
  const day = `${year}-12-31`
  const accounts = await books.accounts(db, organizationId, day)
  for (const { id, balance, openedOn } of accounts)
    if (openedOn <= day)
      await closing.keepCheck(db, {
        organizationId,
        accountId: id,
        kind: 'carry',
        day,
        amount: balance,
        checkedBy: actor,
        note: '年度结转',
      })
  subject(`${year} 年 ${yuan(accounts.reduce((sum, { balance }) => sum + balance, 0))}`)
  return { months }
}

/** 结转的预演：什么也不写，说出还差什么。 */
export async function yearEnd(db: Reader, today: string, organizationId: number, year: number) {
  const months = await closing.monthsOf(db, organizationId, year)
  const { carried, rows } = await journalOf(db, organizationId, year, null)
  const accounts = await books.accounts(db, organizationId, `${year}-12-31`)
  const [income, expense] = [rows.reduce((sum, row) => sum + row.income, 0), rows.reduce((sum, row) => sum + row.expense, 0)]
  const open = months.filter(({ closedAt, month }) => closedAt === null && month < today.slice(0, 7))
  const failing = await closing.failingUntil(db, organizationId, `${year}-12`)
  return {
    months,
    accounts: accounts.map(({ id, name, balance }) => ({ accountId: id, name, balance })),
    income,
    expense,
    carried,
    balance: carried + income - expense,
    notes: [
      ...(today <= `${year}-12-31` ? [`${year} 年还没有过完，现在只能预演。`] : []),
      ...(open.length > 0 ? [`${open.map(({ month }) => `${Number(month.slice(5))}月`).join('、')}还没有结账，结转时会依次结清。`] : []),
      ...failing.map(
        ({ account, day, amount, book }) => `“${account}”${day} 点到 ${yuan(amount)}，账上 ${yuan(book)}，差 ${yuan(amount - book)}。`,
      ),
    ],
  }
}
