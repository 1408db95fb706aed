import { sql } from 'kysely'
import type { JournalRow, MeetingSpending, VoucherKind } from '../../shared/finances/contract.ts'
import { withBalance } from '../../shared/finances/rules.ts'
import type { Reader } from '../core/services.ts'

/** 凭证各项；冲销与被冲销的号码、项目的名字在内。 */
const vouchers = (db: Reader) =>
  db
    .selectFrom('voucher')
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
    ])
    .orderBy('voucher.day')
    .orderBy('voucher.number')

type Voucher = Awaited<ReturnType<ReturnType<typeof vouchers>['execute']>>[number]
type Side = { voucherId: number; accountId: number | null; categoryId: number | null; amount: number }

/** 账户、科目的名字。 */
const namesOf = async (db: Reader) => {
  const [accounts, categories] = [
    await db.selectFrom('account').select(['id', 'name']).execute(),
    await db.selectFrom('category').select(['id', 'name']).execute(),
  ]
  const mapped = (rows: readonly { id: number; name: string }[]) => new Map(rows.map(({ id, name }) => [id, name]))
  return { accounts: mapped(accounts), categories: mapped(categories) }
}

/** 进出各记在哪一栏：红字留在原来的一栏，记负数；转账看方向。 */
const columnsOf = (kind: VoucherKind, amount: number): { income: number; expense: number } =>
  kind === 'expense' || (kind === 'transfer' && amount < 0) ? { income: 0, expense: 0 - amount } : { income: amount, expense: 0 }

type Names = Awaited<ReturnType<typeof namesOf>>

/** 一张凭证连同它的分录；amount 是它在所看账户上的进出。 */
const rowOf = (voucher: Voucher, sides: readonly Side[], amount: number, { accounts, categories }: Names): Omit<JournalRow, 'balance'> => ({
  ...voucher,
  ...columnsOf(voucher.kind, amount),
  account: sides.flatMap(({ accountId }) => (accountId === null ? [] : [accounts.get(accountId) ?? ''])).join(' ← '),
  category: sides.flatMap(({ categoryId }) => (categoryId === null ? [] : [categories.get(categoryId) ?? '']))[0] ?? '',
})

/** 在所看账户（null 是全部）上一共进出多少；账户间转账在全部账户里相抵为零。 */
const movedOn = (sides: readonly Side[], accountId: number | null): number =>
  sides.reduce((sum, side) => sum + (side.accountId !== null && (accountId === null || side.accountId === accountId) ? side.amount : 0), 0)

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

const sidesOf = (db: Reader) => db.selectFrom('posting').select(['voucherId', 'accountId', 'categoryId', 'amount']).orderBy('id')

/** 一年的日记账，结余滚算好。全部账户的账里不列账户间转账。 */
export async function journalOf(db: Reader, organizationId: number, year: number, accountId: number | null) {
  const carried = await carriedInto(db, organizationId, year, accountId)
  const found = await vouchers(db)
    .where('voucher.organizationId', '=', organizationId)
    .where('voucher.year', '=', year)
    .where('voucher.kind', '<>', 'opening')
    .execute()
  const inYear = sidesOf(db)
    .where('organizationId', '=', organizationId)
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
  const [sides, names] = [Map.groupBy(await inYear.execute(), ({ voucherId }) => voucherId), await namesOf(db)]
  const rows = found.flatMap((voucher) => {
    const own = sides.get(voucher.voucherId) ?? []
    const amount = movedOn(own, accountId)
    return amount === 0 ? [] : [rowOf(voucher, own, amount, names)]
  })
  return { carried, rows: withBalance(carried, rows) }
}

/** 一张凭证；转账写出转了多少。 */
export const voucherRow = async (db: Reader, id: number) => {
  const voucher = await vouchers(db).where('voucher.id', '=', id).executeTakeFirst()
  if (!voucher) return undefined
  const sides = await sidesOf(db).where('voucherId', '=', id).execute()
  const amount = voucher.kind === 'transfer' ? Math.max(0, ...sides.map((side) => side.amount)) : movedOn(sides, null)
  return rowOf(voucher, sides, amount, await namesOf(db))
}

/** 用于这次会议的凭证；另有只由它研究决定的。 */
export async function listByMeeting(db: Reader, meetingId: number): Promise<MeetingSpending[]> {
  const own = await vouchers(db).where('voucher.meetingId', '=', meetingId).execute()
  const decided = await vouchers(db)
    .where('voucher.decidedBy', '=', meetingId)
    .where((eb) => eb.or([eb('voucher.meetingId', 'is', null), eb('voucher.meetingId', '<>', meetingId)]))
    .execute()
  const names = await namesOf(db)
  const rows: MeetingSpending[] = []
  for (const [found, isDecided] of [
    [own, false],
    [decided, true],
  ] as const)
    for (const voucher of found) {
      const sides = await sidesOf(db).where('voucherId', '=', voucher.voucherId).execute()
      rows.push({ ...rowOf(voucher, sides, movedOn(sides, null), names), decided: isDecided })
    }
  return rows
}
