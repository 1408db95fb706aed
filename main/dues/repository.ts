import { sql } from 'kysely'
import type { BaseDraft } from '../../shared/dues/bases.ts'
import type { LineKind, Method } from '../../shared/dues/payments.ts'
import type { LedgerScope } from '../../shared/kit/scope.ts'
import type { Day, Month } from '../../shared/kit/values.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { withParts } from '../organizations/repository.ts'

/** 每条语句的参数不超过 SQLite 的上限。 */
const CHUNK = 1000
const chunks = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / CHUNK) }, (_, at) => list.slice(at * CHUNK, (at + 1) * CHUNK))

export const bases = (db: Reader) =>
  db
    .selectFrom('duesBase as b')
    .innerJoin('member as m', 'm.id', 'b.memberId')
    .select(['b.id', 'b.memberId', 'm.name', 'b.fromMonth', 'b.kind', 'b.base', 'b.amount', 'b.items', 'b.approval', 'b.note'])

export const findBase = (db: Reader, id: number) => bases(db).where('b.id', '=', id).executeTakeFirst()

/** 同一个月已有一条就改那一条。 */
export async function writeBase(db: Writer, { memberId, fromMonth, items, ...rest }: BaseDraft, pack: string): Promise<void> {
  const values = { ...rest, items: JSON.stringify(items), pack }
  const { numUpdatedRows } = await db
    .updateTable('duesBase')
    .set(values)
    .where('memberId', '=', memberId)
    .where('fromMonth', '=', fromMonth)
    .executeTakeFirst()
  if (numUpdatedRows === 0n)
    await db
      .insertInto('duesBase')
      .values({ uid: newUid(), memberId, fromMonth, ...values })
      .execute()
}

export const removeBase = (db: Writer, id: number) => db.deleteFrom('duesBase').where('id', '=', id).execute()

export interface FreshPayment {
  organizationId: number
  memberId: number
  paidOn: Day
  method: Method
  collector: string
  payer: string
  advanced: number
  note: string
  ordinary: number
  large: number
  reverses: number | null
  lines: readonly { month: Month; kind: LineKind; amount: number }[]
}

/** 记入一批交费，返回各笔的 id，次序相同。 */
export async function insertPayments(db: Writer, payments: readonly FreshPayment[]): Promise<number[]> {
  const ids: number[] = []
  for (const some of chunks(payments)) {
    const rows = await db
      .insertInto('duesPayment')
      .values(some.map(({ lines: _, ...payment }) => ({ uid: newUid(), ...payment })))
      .returning('id')
      .execute()
    ids.push(...rows.map(({ id }) => id))
  }
  const lines = payments.flatMap(({ memberId, lines: each }, at) =>
    each.map((line) => ({ uid: newUid(), paymentId: ids[at] ?? 0, memberId, ...line })),
  )
  for (const some of chunks(lines)) await db.insertInto('duesPaymentLine').values(some).execute()
  return ids
}

const payments = (db: Reader) =>
  db
    .selectFrom('duesPayment as p')
    .innerJoin('member as m', 'm.id', 'p.memberId')
    .innerJoin('organization as o', 'o.id', 'p.organizationId')
    .select([
      'p.id',
      'p.memberId',
      'm.name as memberName',
      'p.organizationId',
      'o.name as branchName',
      'p.paidOn',
      'p.method',
      'p.collector',
      'p.payer',
      'p.advanced',
      'p.note',
      'p.ordinary',
      'p.large',
      'p.reverses',
    ])
    .select(sql<number | null>`(select id from dues_payment as r where r.reverses = p.id)`.as('reversedBy'))
    .select(sql<number | null>`(select max(id) from dues_receipt as r where r.payment_id = p.id and r.voided = 0)`.as('receiptId'))
    .select(
      sql<string>`(select group_concat(month || ',' || kind || ',' || amount, ';') from dues_payment_line as l where l.payment_id = p.id)`.as(
        'packed',
      ),
    )

export const findPayment = (db: Reader, id: number) => payments(db).where('p.id', '=', id).executeTakeFirst()

/** 一年里收的，按收款日期。 */
export const paymentsIn = (db: Reader, { organizationId, year }: LedgerScope) =>
  payments(db)
    .where(sql<boolean>`p.organization_id in ${withParts(organizationId)}`)
    .where('p.paidOn', '>=', `${year}-01-01`)
    .where('p.paidOn', '<=', `${year}-12-31`)
    .orderBy('p.paidOn')
    .orderBy('p.id')
    .execute()

export const paymentsOf = (db: Reader, memberId: number) =>
  payments(db).where('p.memberId', '=', memberId).orderBy('p.paidOn', 'desc').orderBy('p.id', 'desc').execute()

export type StoredPayment = NonNullable<Awaited<ReturnType<typeof findPayment>>>

export const hasPractice = async (db: Reader) =>
  (await db.selectFrom('duesPractice').select('id').limit(1).executeTakeFirst()) !== undefined

/** 定下几格应交（免交的，结账的）；已有的改成这样。 */
export async function writeDues(
  db: Writer,
  cells: readonly {
    organizationId: number
    memberId: number
    month: Month
    payable: number
    exempt: number
    reason: string
    approval: string
    settled: number
  }[],
): Promise<void> {
  for (const some of chunks(cells))
    await db
      .insertInto('due')
      .values(some.map((cell) => ({ uid: newUid(), ...cell })))
      .execute()
}

/** 结账：这个月的应交照现在定下；反结账后留下的那一行接着用。 */
export async function settleDues(db: Writer, month: Month, cells: Parameters<typeof writeDues>[1]): Promise<void> {
  const standing = new Map(
    (
      await db
        .selectFrom('due')
        .select(['id', 'memberId'])
        .where('month', '=', month)
        .where('exempt', '=', 0)
        .where('settled', '=', 0)
        .execute()
    ).map(({ id, memberId }) => [memberId, id]),
  )
  for (const { memberId, organizationId, payable } of cells) {
    const id = standing.get(memberId)
    if (id !== undefined) await db.updateTable('due').set({ organizationId, payable, settled: 1 }).where('id', '=', id).execute()
  }
  await writeDues(
    db,
    cells.filter(({ memberId }) => !standing.has(memberId)),
  )
}

export const dueAt = (db: Reader, memberId: number, month: Month) =>
  db.selectFrom('due').selectAll().where('memberId', '=', memberId).where('month', '=', month).executeTakeFirst()

export const removeDue = (db: Writer, id: number) => db.deleteFrom('due').where('id', '=', id).execute()
