import { sql } from 'kysely'
import type { BudgetLine } from '../../shared/finances/contract.ts'
import { budgetLine } from '../../shared/finances/rules.ts'
import { endOfYear } from '../../shared/kit/calendar.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'

/** 每个科目的预算与到某天为止的执行（省略是年末）；没有预算也没有发生额、已停用的不列。 */
export async function budgetLines(db: Reader, organizationId: number, year: number, until = endOfYear(year)): Promise<BudgetLine[]> {
  const rows = await db
    .selectFrom('category')
    .leftJoin('budget', (join) => join.onRef('budget.categoryId', '=', 'category.id').on('budget.year', '=', year))
    .select([
      'category.id as categoryId',
      'direction',
      'category.name as category',
      'retired',
      sql<number>`coalesce(budget.amount, 0)`.as('planned'),
    ])
    .select(
      sql<number>`coalesce((select sum(iif(category.direction = 'income', -amount, amount)) from posting
        where category_id = category.id and day >= ${`${year}-01-01`} and day <= ${until}), 0)`.as('executed'),
    )
    .where('category.organizationId', '=', organizationId)
    .orderBy(sql`direction = 'expense'`)
    .orderBy('category.id')
    .execute()
  return rows
    .filter(({ retired, planned, executed }) => !retired || planned !== 0 || executed !== 0)
    .map(({ retired: _, ...line }) => budgetLine(line))
}

export const approvalOf = (db: Reader, organizationId: number, year: number) =>
  db
    .selectFrom('budgetApproval')
    .select(['id', 'approvedBy', 'approvedOn', 'meetingId'])
    .where('organizationId', '=', organizationId)
    .where('year', '=', year)
    .executeTakeFirst()

/** 换成新的预算；返回改了几行。 */
export async function replaceBudget(
  db: Writer,
  organizationId: number,
  year: number,
  lines: readonly { categoryId: number; amount: number }[],
): Promise<number> {
  const standing = new Map(
    (
      await db
        .selectFrom('budget')
        .select(['id', 'categoryId', 'amount'])
        .where('organizationId', '=', organizationId)
        .where('year', '=', year)
        .execute()
    ).map((row) => [row.categoryId, row]),
  )
  let changed = 0
  for (const { categoryId, amount } of lines) {
    const row = standing.get(categoryId)
    standing.delete(categoryId)
    if (row?.amount === amount || (!row && amount === 0)) continue
    changed += 1
    if (row) await db.updateTable('budget').set({ amount }).where('id', '=', row.id).execute()
    else await db.insertInto('budget').values({ uid: newUid(), organizationId, year, categoryId, amount }).execute()
  }
  for (const { id } of standing.values()) await db.deleteFrom('budget').where('id', '=', id).execute()
  return changed + standing.size
}

export async function keepApproval(
  db: Writer,
  approval: { organizationId: number; year: number; approvedBy: string; approvedOn: string; meetingId: number | null },
): Promise<void> {
  const { organizationId, year, ...rest } = approval
  const standing = await approvalOf(db, organizationId, year)
  if (standing) await db.updateTable('budgetApproval').set(rest).where('id', '=', standing.id).execute()
  else
    await db
      .insertInto('budgetApproval')
      .values({ uid: newUid(), ...approval })
      .execute()
}
