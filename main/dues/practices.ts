import { sql } from 'kysely'
import type { PracticeDraft } from '../../shared/dues/bases.ts'
import type { Month } from '../../shared/kit/values.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'

/** 某组织在某月的口径；没有定过就向上级找，都没有为 undefined。 */
export type Practices = (organizationId: number, month: Month) => PracticeDraft | undefined

/** 全部口径一次取来。第一次定下的口径也管它之前的月份。 */
export async function practicesOf(db: Reader): Promise<Practices> {
  const rows = await db.selectFrom('duesPractice').selectAll().orderBy('fromMonth').execute()
  const parents = new Map(
    (await db.selectFrom('organization').select(['id', 'parentId']).execute()).map(({ id, parentId }) => [id, parentId]),
  )
  const byOrganization = Map.groupBy(
    rows.map(({ organizationId, fromMonth, roundingUnit, roundingMode, adjust, items, remitShare, book }) => ({
      organizationId,
      fromMonth,
      practice: {
        rounding: { unit: roundingUnit, mode: roundingMode },
        adjust,
        items: JSON.parse(items) as string[],
        remitShare,
        book,
      } satisfies PracticeDraft,
    })),
    ({ organizationId }) => organizationId,
  )
  const find: Practices = (organizationId, month) => {
    for (let at: number | null | undefined = organizationId; at != null; at = parents.get(at)) {
      const own = byOrganization.get(at)
      if (own) return (own.findLast(({ fromMonth }) => fromMonth <= month) ?? own[0])?.practice
    }
    return undefined
  }
  return find
}

export async function writePractice(
  db: Writer,
  organizationId: number,
  fromMonth: Month,
  { rounding, adjust, items, remitShare, book }: PracticeDraft,
): Promise<number> {
  const values = {
    roundingUnit: rounding.unit,
    roundingMode: rounding.mode,
    adjust,
    items: JSON.stringify(items),
    remitShare,
    book,
  }
  const standing = await db
    .selectFrom('duesPractice')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('fromMonth', '=', fromMonth)
    .executeTakeFirst()
  if (standing) {
    await db.updateTable('duesPractice').set(values).where('id', '=', standing.id).execute()
    return standing.id
  }
  const { id } = await db
    .insertInto('duesPractice')
    .values({ uid: newUid(), organizationId, fromMonth, ...values })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** 全部组织的名字。 */
export const organizationNames = async (db: Reader): Promise<Map<number, string>> =>
  new Map((await db.selectFrom('organization').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]))

/** 结过账的最后一个月。 */
export const closedThrough = async (db: Reader, organizationId: number): Promise<Month | null> =>
  (
    await db
      .selectFrom('duesPeriod')
      .select(sql<string | null>`max(month)`.as('month'))
      .where('organizationId', '=', organizationId)
      .where('closed', '=', 1)
      .executeTakeFirst()
  )?.month ?? null
