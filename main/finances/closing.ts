import { sql } from 'kysely'
import type { BalanceCheck, CheckKind, MonthState } from '../../shared/finances/contract.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'

/** 已结账（没有重开）的月份，从早到晚。 */
export const closedMonths = async (db: Reader, organizationId: number): Promise<string[]> =>
  (
    await db
      .selectFrom('periodClose')
      .select('month')
      .where('organizationId', '=', organizationId)
      .where('reopenedAt', 'is', null)
      .orderBy('month')
      .execute()
  ).map(({ month }) => month)

/** 最早有账的月份；没有账户为 null。 */
export const firstMonth = async (db: Reader, organizationId: number): Promise<string | null> =>
  (
    await db
      .selectFrom('account')
      .select(sql<string | null>`substr(min(opened_on), 1, 7)`.as('month'))
      .where('organizationId', '=', organizationId)
      .executeTakeFirst()
  )?.month ?? null

/** 一年十二个月：张数、收支、月末结余、结账与重开。 */
export async function monthsOf(db: Reader, organizationId: number, year: number): Promise<MonthState[]> {
  const { rows } = await sql<MonthState>`
    with recursive m(n) as (select 1 union all select n + 1 from m where n < 12),
    months(month) as (select ${String(year)} || '-' || printf('%02d', n) from m)
    select months.month,
      (select count(*) from voucher where organization_id = ${organizationId} and year = ${year} and number is not null and substr(day, 1, 7) = months.month) as vouchers,
      coalesce((select -sum(amount) from posting join category on category.id = category_id
        where posting.organization_id = ${organizationId} and direction = 'income' and substr(day, 1, 7) = months.month), 0) as income,
      coalesce((select sum(amount) from posting join category on category.id = category_id
        where posting.organization_id = ${organizationId} and direction = 'expense' and substr(day, 1, 7) = months.month), 0) as expense,
      coalesce((select sum(amount) from posting where organization_id = ${organizationId} and account_id is not null and day <= months.month || '-31'), 0) as balance,
      shut.closed_by, shut.closed_at,
      (select count(*) from period_close where organization_id = ${organizationId} and month = months.month and reopened_at is not null) as reopened,
      coalesce((select reopen_reason from period_close where organization_id = ${organizationId} and month = months.month and reopened_at is not null
        order by id desc limit 1), '') as reopen_reason
    from months left join period_close as shut
      on shut.organization_id = ${organizationId} and shut.month = months.month and shut.reopened_at is null
    order by months.month`.execute(db as never)
  return rows
}

/** 各次核对，附账上那天日终的数；最近的在前。 */
export const checksOf = (db: Reader, organizationId: number): Promise<BalanceCheck[]> =>
  db
    .selectFrom('balanceCheck')
    .innerJoin('account', 'account.id', 'balanceCheck.accountId')
    .select(['balanceCheck.id', 'accountId', 'account.name as accountName', 'balanceCheck.kind', 'day', 'amount', 'checkedBy', 'note'])
    .select(
      sql<number>`coalesce((select sum(amount) from posting where account_id = balance_check.account_id and day <= balance_check.day), 0)`.as(
        'book',
      ),
    )
    .where('balanceCheck.organizationId', '=', organizationId)
    .orderBy('day', 'desc')
    .orderBy('balanceCheck.id', 'desc')
    .execute()

/** 这个月末以前（含）对不上的核对，写成结账规则要的样子。 */
export const failingUntil = async (db: Reader, organizationId: number, month: string) =>
  (await checksOf(db, organizationId))
    .filter(({ day, amount, book }) => day.slice(0, 7) <= month && amount !== book)
    .map(({ accountName, day, amount, book }) => ({ account: accountName, day, amount, book }))

export const insertClose = async (
  db: Writer,
  close: { organizationId: number; month: string; closedAt: string; closedBy: string },
): Promise<number> =>
  (
    await db
      .insertInto('periodClose')
      .values({ uid: newUid(), reopenedAt: null, reopenedBy: null, reopenReason: null, ...close })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const reopen = async (
  db: Writer,
  organizationId: number,
  month: string,
  by: { reopenedAt: string; reopenedBy: string; reopenReason: string },
): Promise<number> =>
  (
    await db
      .updateTable('periodClose')
      .set(by)
      .where('organizationId', '=', organizationId)
      .where('month', '=', month)
      .where('reopenedAt', 'is', null)
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const findCheck = (db: Reader, id: number) => db.selectFrom('balanceCheck').selectAll().where('id', '=', id).executeTakeFirst()

/** 记下一次核对；同一账户同一天同一种的，换成新的。 */
export async function keepCheck(
  db: Writer,
  check: { organizationId: number; accountId: number; kind: CheckKind; day: string; amount: number; checkedBy: string; note: string },
): Promise<number> {
  const standing = await db
    .selectFrom('balanceCheck')
    .select('id')
    .where('accountId', '=', check.accountId)
    .where('day', '=', check.day)
    .where('kind', '=', check.kind)
    .executeTakeFirst()
  if (standing) {
    await db
      .updateTable('balanceCheck')
      .set({ amount: check.amount, checkedBy: check.checkedBy, note: check.note })
      .where('id', '=', standing.id)
      .execute()
    return standing.id
  }
  return (
    await db
      .insertInto('balanceCheck')
      .values({ uid: newUid(), ...check })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id
}

export const removeChecks = async (db: Writer, ids: readonly number[]): Promise<void> => {
  if (ids.length > 0) await db.deleteFrom('balanceCheck').where('id', 'in', ids).execute()
}

/** 某年末的结转核对。 */
export const carriesOf = (db: Reader, organizationId: number, year: number) =>
  db
    .selectFrom('balanceCheck')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('kind', '=', 'carry')
    .where('day', '=', `${year}-12-31`)
    .execute()
