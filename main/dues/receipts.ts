import { sql } from 'kysely'
import type { LedgerScope } from '../../shared/kit/scope.ts'
import type { Day } from '../../shared/kit/values.ts'
import { refuse } from '../core/refuse.ts'
import type { CommandContext, Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { withParts } from '../organizations/repository.ts'
import { practicesOf } from './practices.ts'
import * as dues from './repository.ts'

const receipts = (db: Reader) =>
  db
    .selectFrom('duesReceipt as r')
    .innerJoin('duesPayment as p', 'p.id', 'r.paymentId')
    .innerJoin('member as m', 'm.id', 'p.memberId')
    .innerJoin('organization as o', 'o.id', 'r.organizationId')
    .select([
      'r.id',
      'r.book',
      'r.year',
      'r.number',
      'r.paymentId',
      'r.issuedOn',
      'r.printed',
      'r.voided',
      'r.voidReason',
      'm.name as memberName',
      'o.name as branchName',
      'p.ordinary',
      'p.large',
      'p.collector',
      'p.method',
      'p.payer',
    ])
    .select(
      sql<string>`(select group_concat(month || ',' || kind || ',' || amount, ';') from dues_payment_line as l where l.payment_id = p.id)`.as(
        'packed',
      ),
    )

export type StoredReceipt = Awaited<ReturnType<ReturnType<typeof receipts>['execute']>>[number]

/** 收据编号：册名、年度与四位流水。例：receiptNo({ book: '甲', year: 2026, number: 12 }) → '甲2026-0012' */
export const receiptNo = ({ book, year, number }: Pick<StoredReceipt, 'book' | 'year' | 'number'>): string =>
  `${book}${year}-${String(number).padStart(4, '0')}`

/** 一年里开的收据，按 id 查。 */
export async function receiptsFor(db: Reader, { organizationId, year }: LedgerScope): Promise<Map<number, StoredReceipt>> {
  const rows = await receipts(db)
    .where(sql<boolean>`r.organization_id in ${withParts(organizationId)}`)
    .where('r.year', '=', year)
    .orderBy('r.organizationId')
    .orderBy('r.book')
    .orderBy('r.number')
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export const receiptsOfPayments = async (db: Reader, paymentIds: readonly number[]): Promise<Map<number, StoredReceipt>> =>
  new Map(
    (
      await receipts(db)
        .where(sql<boolean>`r.payment_id in (select value from json_each(${JSON.stringify(paymentIds)}))`)
        .execute()
    ).map((row) => [row.id, row]),
  )

export const findReceipt = (db: Reader, id: number) => receipts(db).where('r.id', '=', id).executeTakeFirst()

/** 给这些交费开收据，号接着上一张；同一次操作开出的是一批。 */
export async function issue(
  db: Writer,
  of: readonly { id: number; organizationId: number }[],
  { issuedOn, batch }: { issuedOn: Day; batch: number },
): Promise<number[]> {
  const practices = await practicesOf(db)
  const year = Number(issuedOn.slice(0, 4))
  const next = new Map<string, number>()
  const fresh: { organizationId: number; book: string; number: number; paymentId: number }[] = []
  for (const { id, organizationId } of of) {
    const book = practices(organizationId, issuedOn.slice(0, 7))?.book ?? ''
    const key = `${organizationId}/${book}`
    const number = next.get(key) ?? (await lastNumber(db, organizationId, book, year)) + 1
    next.set(key, number + 1)
    fresh.push({ organizationId, book, number, paymentId: id })
  }
  const ids: number[] = []
  for (let at = 0; at < fresh.length; at += 1000) {
    const rows = await db
      .insertInto('duesReceipt')
      .values(fresh.slice(at, at + 1000).map((receipt) => ({ uid: newUid(), year, issuedOn, batch, ...receipt })))
      .returning('id')
      .execute()
    ids.push(...rows.map(({ id }) => id))
  }
  return ids
}

const lastNumber = async (db: Reader, organizationId: number, book: string, year: number): Promise<number> =>
  (
    await db
      .selectFrom('duesReceipt')
      .select(sql<number | null>`max(number)`.as('number'))
      .where('organizationId', '=', organizationId)
      .where('book', '=', book)
      .where('year', '=', year)
      .executeTakeFirst()
  )?.number ?? 0

export const voidReceiptOf = (db: Writer, id: number, reason: string) =>
  db.updateTable('duesReceipt').set({ voided: 1, voidReason: reason }).where('id', '=', id).execute()

/** 补开收据：每笔至多一张有效的。 */
export async function issueReceipts({ db, today, operationId, subject }: CommandContext, { paymentIds }: { paymentIds: number[] }) {
  const found: dues.StoredPayment[] = []
  for (const id of new Set(paymentIds)) {
    const payment = (await dues.findPayment(db, id)) ?? refuse('dues.paymentNotFound')
    if (payment.receiptId !== null) refuse('dues.hasReceipt', { name: payment.memberName })
    if (payment.reverses !== null) refuse('dues.isReversal')
    if (payment.reversedBy !== null) refuse('dues.alreadyReversed')
    found.push(payment)
  }
  subject(found.length === 1 ? (found[0]?.memberName ?? '') : `${found.length} 张`)
  return { receiptIds: await issue(db, found, { issuedOn: today, batch: operationId }) }
}

export async function voidReceipt({ db, subject }: CommandContext, { receiptId, reason }: { receiptId: number; reason: string }) {
  const receipt = (await findReceipt(db, receiptId)) ?? refuse('dues.receiptNotFound')
  if (receipt.voided === 1) refuse('dues.receiptVoided')
  await voidReceiptOf(db, receiptId, reason)
  subject(`${receiptNo(receipt)}（${reason}）`)
  return { id: receiptId }
}

export async function markPrinted({ db, subject }: CommandContext, { receiptIds }: { receiptIds: number[] }) {
  const ids = [...new Set(receiptIds)]
  for (const id of ids) {
    const { printed, voided } = (await findReceipt(db, id)) ?? refuse('dues.receiptNotFound')
    if (voided === 1) refuse('dues.receiptVoided')
    await db
      .updateTable('duesReceipt')
      .set({ printed: printed + 1 })
      .where('id', '=', id)
      .execute()
  }
  subject(`${ids.length} 张`)
  return { changed: ids.length }
}
