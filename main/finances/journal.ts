import { sql } from 'kysely'
import type { JournalRow, VoucherKind } from '../../shared/finances/contract.ts'
import { withBalance } from '../../shared/finances/rules.ts'
import type { Reader } from '../core/services.ts'

/** 凭证连同它在所看账户上的进出（amount）；账户间转账在全部账户里相抵为零。 */
const entries = (db: Reader, accountId: number | null) =>
  db
    .selectFrom('voucher')
    .innerJoin('posting', 'posting.voucherId', 'voucher.id')
    .leftJoin('account', 'account.id', 'posting.accountId')
    .leftJoin('category', 'category.id', 'posting.categoryId')
    .leftJoin('project', 'project.id', 'voucher.projectId')
    .leftJoin('voucher as original', 'original.id', 'voucher.reverses')
    .leftJoin('voucher as reversal', 'reversal.reverses', 'voucher.id')
    .select([
      'voucher.id as voucherId',
      'voucher.kind',
      'voucher.day',
      'voucher.number',
      'voucher.summary',
      'voucher.source',
      'voucher.counterparty',
      'voucher.handler',
      'voucher.witness',
      'voucher.approver',
      'voucher.papers',
      'voucher.note',
      'original.number as reverses',
      'reversal.number as reversedBy',
      sql<string>`coalesce(project.name, '')`.as('project'),
      sql<string>`coalesce(group_concat(account.name, ' ← '), '')`.as('account'),
      sql<string>`coalesce(max(category.name), '')`.as('category'),
      sql<number>`coalesce(sum(posting.amount) filter (where ${accountId === null ? sql`posting.account_id is not null` : sql`posting.account_id = ${accountId}`}), 0)`.as(
        'amount',
      ),
    ])
    .groupBy('voucher.id')
    .orderBy('voucher.day')
    .orderBy(sql`voucher.number is not null`)
    .orderBy('voucher.number')

type Entry = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number]

/** 进出各记在哪一栏：红字留在原来的一栏，记负数；转账看方向。 */
const columnsOf = (kind: VoucherKind, amount: number): { income: number; expense: number } =>
  kind === 'expense' || (kind === 'transfer' && amount < 0) ? { income: 0, expense: 0 - amount } : { income: amount, expense: 0 }

const rowOf = ({ amount, ...entry }: Entry): Omit<JournalRow, 'balance'> => ({ ...entry, ...columnsOf(entry.kind, amount) })

/** 上年结转：年初之前的余额，加上本年内开立账户的期初。 */
const carriedInto = async (db: Reader, organizationId: number, year: number, accountId: number | null): Promise<number> => {
  const { sum } = await db
    .selectFrom('posting')
    .innerJoin('voucher', 'voucher.id', 'posting.voucherId')
    .select(sql<number>`coalesce(sum(posting.amount), 0)`.as('sum'))
    .where('posting.organizationId', '=', organizationId)
    .where((eb) => (accountId === null ? eb('posting.accountId', 'is not', null) : eb('posting.accountId', '=', accountId)))
    .where((eb) => eb.or([eb('voucher.year', '<', year), eb.and([eb('voucher.year', '=', year), eb('voucher.kind', '=', 'opening')])]))
    .executeTakeFirstOrThrow()
  return sum
}

/** 一年的日记账，结余滚算好。全部账户的账里不列账户间转账。 */
export async function journalOf(db: Reader, organizationId: number, year: number, accountId: number | null) {
  const carried = await carriedInto(db, organizationId, year, accountId)
  const found = await entries(db, accountId)
    .where('voucher.organizationId', '=', organizationId)
    .where('voucher.year', '=', year)
    .where('voucher.kind', '<>', 'opening')
    .execute()
  return { carried, rows: withBalance(carried, found.filter(({ amount }) => amount !== 0).map(rowOf)) }
}

export const voucherRow = async (db: Reader, id: number) => {
  const entry = await entries(db, null).where('voucher.id', '=', id).executeTakeFirst()
  if (!entry) return undefined
  // 转账在全部账户里相抵；单看一张时写出转了多少
  const moved = entry.kind === 'transfer' ? await movedBy(db, id) : entry.amount
  return rowOf({ ...entry, amount: moved })
}

const movedBy = async (db: Reader, id: number) =>
  (
    await db
      .selectFrom('posting')
      .select(sql<number>`coalesce(max(amount), 0)`.as('most'))
      .where('voucherId', '=', id)
      .executeTakeFirstOrThrow()
  ).most

export const listByMeeting = async (db: Reader, meetingId: number) =>
  (await entries(db, null).where('voucher.meetingId', '=', meetingId).execute()).map(rowOf)
