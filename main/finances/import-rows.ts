import { sql } from 'kysely'
import type { Direction } from '../../shared/finances/contract.ts'
import type { BookEntry, Books } from '../../shared/finances/import-plan.ts'
import { sumOf } from '../../shared/kit/money.ts'
import { batches } from '../core/batches.ts'
import type { Reader } from '../core/services.ts'
import { closedMonths } from './closing.ts'
import * as books from './repository.ts'

/** 收入、支出凭证与它在账户上的进出；红字的金额为负。 */
const entries = (db: Reader) =>
  db
    .selectFrom('voucher')
    .innerJoin('posting', (join) => join.onRef('posting.voucherId', '=', 'voucher.id').on('posting.accountId', 'is not', null))
    .leftJoin('voucher as reversal', 'reversal.reverses', 'voucher.id')
    .select(['voucher.id', 'voucher.number', 'voucher.day', 'voucher.summary', 'voucher.note', 'voucher.reverses'])
    .select([
      sql<Direction>`voucher.kind`.as('side'),
      sql<number>`posting.account_id`.as('accountId'),
      sql<number>`case voucher.kind when 'income' then posting.amount else -posting.amount end`.as('amount'),
      sql<number>`reversal.id is not null`.as('reversed'),
    ])
    .where('voucher.kind', 'in', ['income', 'expense'])

/** 导入要对照的整本账。 */
export async function booksOf(db: Reader, organizationId: number, today: string): Promise<Books> {
  const found = await entries(db)
    .where('voucher.organizationId', '=', organizationId)
    .orderBy('voucher.day')
    .orderBy('voucher.id')
    .execute()
  const moves = await db
    .selectFrom('posting')
    .innerJoin('voucher', 'voucher.id', 'posting.voucherId')
    .select(['posting.day', 'posting.amount', sql<number>`posting.account_id`.as('accountId'), 'voucher.kind'])
    .where('posting.organizationId', '=', organizationId)
    .where('posting.accountId', 'is not', null)
    .execute()
  return {
    accounts: await books.accounts(db, organizationId, today),
    categories: (await books.categories(db, organizationId)).map(({ retired, used: _, ...category }) => ({
      ...category,
      retired: retired === 1,
    })),
    closed: await closedMonths(db, organizationId),
    entries: found.map(({ number, reversed, ...entry }): BookEntry => ({ ...entry, number: number ?? 0, reversed: reversed === 1 })),
    moves: moves.map(({ kind, ...move }) => ({ ...move, opening: kind === 'opening' })),
  }
}

/** 这几张凭证在账上真记了多少：收入合计与支出合计。 */
export async function totalsOf(db: Reader, ids: readonly number[]): Promise<{ income: number; expense: number }> {
  const found: Awaited<ReturnType<ReturnType<typeof entries>['execute']>> = []
  for (const some of batches(ids)) found.push(...(await entries(db).where('voucher.id', 'in', some).execute()))
  const total = (wanted: Direction) => sumOf(found.filter(({ side }) => side === wanted).map(({ amount }) => amount))
  return { income: total('income'), expense: total('expense') }
}
