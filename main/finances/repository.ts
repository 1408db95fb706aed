import { type Insertable, sql } from 'kysely'
import type { Direction, Particulars, Recipient } from '../../shared/finances/contract.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import type { AccountTable, ProjectTable, VoucherTable } from './table.ts'

export const findAccount = (db: Reader, id: number) => db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
export const findCategory = (db: Reader, id: number) => db.selectFrom('category').selectAll().where('id', '=', id).executeTakeFirst()
export const findProject = (db: Reader, id: number) => db.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirst()
export const findVoucher = (db: Reader, id: number) => db.selectFrom('voucher').selectAll().where('id', '=', id).executeTakeFirst()

export const reversalOf = (db: Reader, id: number) =>
  db.selectFrom('voucher').select(['id', 'number']).where('reverses', '=', id).executeTakeFirst()

export const postingsOf = (db: Reader, voucherId: number) =>
  db.selectFrom('posting').selectAll().where('voucherId', '=', voucherId).orderBy('ordinal').execute()

export const recipientsOf = (db: Reader, voucherId: number) =>
  db
    .selectFrom('careRecipient')
    .select(['memberId', 'name', 'situation', 'amount'])
    .where('voucherId', '=', voucherId)
    .orderBy('ordinal')
    .execute()

/** 各账户的期初与那天日终的余额。 */
export const accounts = (db: Reader, organizationId: number, day: string) =>
  db
    .selectFrom('account')
    .select(['account.id', 'account.kind', 'account.name', 'openedOn', 'closedOn'])
    .select([
      sql<number>`coalesce((select sum(amount) from posting join voucher on voucher.id = voucher_id
        where account_id = account.id and voucher.kind = 'opening'), 0)`.as('opening'),
      sql<number>`coalesce((select sum(amount) from posting where account_id = account.id and day <= ${day}), 0)`.as('balance'),
    ])
    .where('account.organizationId', '=', organizationId)
    .orderBy('account.id')
    .execute()

/** 一个账户某天日终的余额。 */
export const balanceOn = async (db: Reader, accountId: number, day: string): Promise<number> =>
  (
    await db
      .selectFrom('posting')
      .select(sql<number>`coalesce(sum(amount), 0)`.as('sum'))
      .where('accountId', '=', accountId)
      .where('day', '<=', day)
      .executeTakeFirstOrThrow()
  ).sum

export const categories = (db: Reader, organizationId: number) =>
  db
    .selectFrom('category')
    .select(['id', 'direction', 'name', 'retired'])
    .select((eb) =>
      eb
        .exists(eb.selectFrom('posting').select('posting.id').whereRef('categoryId', '=', 'category.id'))
        .$castTo<number>()
        .as('used'),
    )
    .where('organizationId', '=', organizationId)
    .orderBy(sql`direction = 'expense'`)
    .orderBy('id')
    .execute()

export const insertAccount = async (db: Writer, account: Omit<Insertable<AccountTable>, 'uid' | 'closedOn'>): Promise<number> =>
  (
    await db
      .insertInto('account')
      .values({ uid: newUid(), closedOn: null, ...account })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const closeAccount = (db: Writer, id: number, on: string) =>
  db.updateTable('account').set({ closedOn: on }).where('id', '=', id).execute()

export const insertCategory = async (
  db: Writer,
  category: { organizationId: number; direction: Direction; name: string },
): Promise<number> =>
  (
    await db
      .insertInto('category')
      .values({ uid: newUid(), ...category })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const retireCategory = (db: Writer, id: number, retired: boolean) =>
  db
    .updateTable('category')
    .set({ retired: retired ? 1 : 0 })
    .where('id', '=', id)
    .execute()

export const insertProject = async (db: Writer, project: Omit<Insertable<ProjectTable>, 'uid' | 'endedOn'>): Promise<number> =>
  (
    await db
      .insertInto('project')
      .values({ uid: newUid(), endedOn: null, ...project })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const endProject = (db: Writer, id: number, on: string) =>
  db.updateTable('project').set({ endedOn: on }).where('id', '=', id).execute()

/** 下一个凭证号：每个组织每年从 1 连续。 */
export const nextNumber = async (db: Reader, organizationId: number, year: number): Promise<number> =>
  (
    await db
      .selectFrom('voucher')
      .select(sql<number>`1 + coalesce(max(number), 0)`.as('next'))
      .where('organizationId', '=', organizationId)
      .where('year', '=', year)
      .executeTakeFirstOrThrow()
  ).next

/** 一边的分录：账户、科目，都省略是期初权益。 */
export interface Side {
  accountId?: number | null
  categoryId?: number | null
  amount: number
}

export type Voucher = Omit<Insertable<VoucherTable>, 'id' | 'uid' | 'year'>

/** 写一张凭证和它的分录；分录合计必须为零。 */
export async function insertVoucher(db: Writer, voucher: Voucher, sides: readonly Side[]): Promise<number> {
  if (sides.reduce((sum, { amount }) => sum + amount, 0) !== 0) throw new Error('postings do not balance')
  const { id } = await db
    .insertInto('voucher')
    .values({ uid: newUid(), year: Number(voucher.day.slice(0, 4)), ...voucher })
    .returning('id')
    .executeTakeFirstOrThrow()
  // 先记进账户的，再记出去的：同一张凭证里转出转入不会中途变成负数
  for (const [at, { accountId = null, categoryId = null, amount }] of sides.toSorted((a, b) => b.amount - a.amount).entries())
    await db
      .insertInto('posting')
      .values({
        uid: newUid(),
        organizationId: voucher.organizationId,
        voucherId: id,
        ordinal: at + 1,
        day: voucher.day,
        accountId,
        categoryId,
        amount,
      })
      .execute()
  return id
}

export async function insertRecipients(db: Writer, voucherId: number, recipients: readonly Recipient[]): Promise<void> {
  for (const [at, recipient] of recipients.entries())
    await db
      .insertInto('careRecipient')
      .values({ uid: newUid(), voucherId, ordinal: at + 1, ...recipient })
      .execute()
}

export const annotate = (db: Writer, id: number, particulars: Partial<Particulars>) =>
  db.updateTable('voucher').set(particulars).where('id', '=', id).execute()
