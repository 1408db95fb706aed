import { sql } from 'kysely'
import type { Reader } from '../core/services.ts'

/** 停用的账户还有余额（“停用账户”时不许的）。 */
export async function closedWithMoney(db: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('account')
    .innerJoin('posting', 'posting.accountId', 'account.id')
    .select('account.name')
    .where('closedOn', 'is not', null)
    .groupBy('account.id')
    .having(sql<boolean>`sum(posting.amount) <> 0`)
    .execute()
  return rows.map(({ name }) => `“${name}”后来停用了，改回去里面还有钱`)
}

/** 前面的月份没有结账而后面的结了（“结账”“重开月份”时不许的）。 */
export async function closedOutOfOrder(db: Reader): Promise<string[]> {
  const shut = await db
    .selectFrom('periodClose')
    .select(['organizationId', sql<string>`max(month)`.as('last'), (eb) => eb.fn.countAll<number>().as('count')])
    .select((eb) =>
      eb
        .selectFrom('account')
        .select(sql<string>`substr(min(opened_on), 1, 7)`.as('first'))
        .whereRef('account.organizationId', '=', 'periodClose.organizationId')
        .as('first'),
    )
    .where('reopenedAt', 'is', null)
    .groupBy('organizationId')
    .execute()
  return shut.flatMap(({ first, last, count }) =>
    first !== null && Number(count) < monthsBetween(first, last) ? [`后面的 ${last} 已经结账，改回去前面的月份就成了没结账`] : [],
  )
}

/** 从一月到另一月（都含）几个月。例：monthsBetween('2026-01', '2026-03') → 3 */
const monthsBetween = (first: string, last: string): number => {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
  return count(last) - count(first) + 1
}
