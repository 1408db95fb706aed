import { sql } from 'kysely'
import { earliestDay } from '../../shared/kit/calendar.ts'
import type { Day } from '../../shared/kit/values.ts'
import type { Category, Standing } from '../../shared/members/contract.ts'
import { insertMany } from '../core/insert-many.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'

/** 随时间另立行的四件事，各自的值列。 */
interface DatedValues {
  memberBranch: { organizationId: number | null }
  memberGroup: { organizationId: number | null }
  memberCategory: { category: Category }
  memberStanding: { standing: Standing }
}
type DatedTable = keyof DatedValues

/** 起始的那一天：只知道年月的从月初起，起始不详的最早。 */
const firstDay = sql<string>`coalesce(substr(from_day || '-01', 1, 10), '')`

/**
 * 从 fromDay 起是 value。同一天起的已有一条就改那一条，起始也照后填的写：“2026-03”与“2026-03-01”都从 3 月 1 日起，后填的作数。
 */
export async function setFrom<T extends DatedTable>(
  db: Writer,
  table: T,
  memberId: number,
  fromDay: string | null,
  value: DatedValues[T],
): Promise<void> {
  const [standing, ...stale] = await db
    .selectFrom(table as DatedTable)
    .select('id')
    .where('memberId', '=', memberId)
    .where(firstDay, '=', fromDay === null ? '' : earliestDay(fromDay))
    .orderBy('fromDay', 'desc')
    .execute()
  for (const { id } of stale)
    await db
      .deleteFrom(table as DatedTable)
      .where('id', '=', id)
      .execute()
  if (standing)
    await db
      .updateTable(table as DatedTable)
      .set({ fromDay, ...value } as never)
      .where('id', '=', standing.id)
      .execute()
  else
    await db
      .insertInto(table as DatedTable)
      .values({ uid: newUid(), memberId, fromDay, ...value } as never)
      .execute()
}

/** 新登记的一批人的第一批履历，一次写进去。 */
export const insertDated = async <T extends DatedTable>(
  db: Writer,
  table: T,
  rows: readonly ({ memberId: number; fromDay: string | null } & DatedValues[T])[],
): Promise<void> => {
  await insertMany(
    db,
    table,
    rows.map((row) => ({ uid: newUid(), ...row })),
  )
}

const dated = (db: Reader, table: DatedTable, memberId: number) =>
  db
    .selectFrom(table as 'memberBranch')
    .selectAll(table as 'memberBranch')
    .where('memberId', '=', memberId)
    .orderBy(sql`coalesce(from_day, '')`, 'desc')

const withOrganization = (db: Reader, table: 'memberBranch' | 'memberGroup', memberId: number) =>
  dated(db, table, memberId)
    .leftJoin('organization', 'organization.id', `${table as 'memberBranch'}.organizationId`)
    .select('organization.name as organizationName')
    .execute()
    .then((rows) =>
      rows.map((row) => ({ id: row.id, fromDay: row.fromDay, value: { id: row.organizationId, name: row.organizationName ?? '' } })),
    )

/** 一名党员的四条履历，最近的在前。 */
export async function datedRows(db: Reader, memberId: number) {
  const categories = (await dated(db, 'memberCategory', memberId).execute()) as unknown as {
    id: number
    fromDay: string | null
    category: Category
  }[]
  const standings = (await dated(db, 'memberStanding', memberId).execute()) as unknown as {
    id: number
    fromDay: string | null
    standing: Standing
  }[]
  return {
    branches: await withOrganization(db, 'memberBranch', memberId),
    groups: await withOrganization(db, 'memberGroup', memberId),
    categories: categories.map(({ id, fromDay, category }) => ({ id, fromDay, value: category })),
    standings: standings.map(({ id, fromDay, standing }) => ({ id, fromDay, value: standing })),
  }
}

/**
 * 由入党、转正日期得出的类别履历。还没到的日子多半是笔误（2062 年入党），照起始不详算，人才不会从今天的名册上消失。
 * @example categoryHistory({ joinedOn: '2020-07-01', fullMemberOn: '2021-07-01' }, 'formal', '2026-06-15')
 *   → [{ fromDay: '2020-07-01', category: 'probationary' }, { fromDay: '2021-07-01', category: 'formal' }]
 */
export function categoryHistory(
  facts: { joinedOn?: string | null | undefined; fullMemberOn?: string | null | undefined },
  category: Category,
  today: Day,
): { fromDay: string | null; category: Category }[] {
  const arrived = (day: string | null | undefined) => (day && earliestDay(day) <= today ? day : null)
  const [joinedOn, fullMemberOn] = [arrived(facts.joinedOn), arrived(facts.fullMemberOn)]
  if (category === 'probationary') return [{ fromDay: joinedOn, category }]
  if (!joinedOn || !fullMemberOn || earliestDay(joinedOn) >= earliestDay(fullMemberOn)) return [{ fromDay: joinedOn, category }]
  return [
    { fromDay: joinedOn, category: 'probationary' },
    { fromDay: fullMemberOn, category },
  ]
}

/** 把类别履历换成另一份。 */
export async function replaceCategories(db: Writer, memberId: number, history: ReturnType<typeof categoryHistory>): Promise<void> {
  await db.deleteFrom('memberCategory').where('memberId', '=', memberId).execute()
  for (const { fromDay, category } of history) await setFrom(db, 'memberCategory', memberId, fromDay, { category })
}
