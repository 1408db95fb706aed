import { sql } from 'kysely'
import { insertMany } from '../core/insert-many.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'

/** 一个人记在已结账月份里的：几笔交费、几格应交，和其中最早的月份；没有为 undefined。 */
export async function sealedOf(db: Reader, memberId: number): Promise<{ count: number; month: string } | undefined> {
  const { rows } = await sql<{ count: number; month: string | null }>`select count(*) as count, min(c.month) as month
    from (select organization_id, substr(paid_on, 1, 7) as month from dues_payment where member_id = ${memberId}
      union all select organization_id, month from due where member_id = ${memberId}) as c
    join dues_period as p on p.organization_id = c.organization_id and p.month = c.month and p.closed = 1`.execute(db as never)
  const { count = 0, month = null } = rows[0] ?? {}
  return month === null ? undefined : { count, month }
}

/**
 * 两份同一人的记录并成一份时，交费连同红字转到保留的那份。入账的不改：先照抄一笔、收据跟过去，再删去原来的，结余中途也不会少。
 * 已结账的月份写不进去，先用 sealedOf 看。
 */
export async function handOver(db: Writer, from: number, to: number): Promise<void> {
  const payments = await db.selectFrom('duesPayment').selectAll().where('memberId', '=', from).orderBy('id').execute()
  const fresh = new Map<number, number>()
  for (const { id, reverses, ...payment } of payments) {
    const copy = { ...payment, uid: newUid(), memberId: to, reverses: reverses === null ? null : (fresh.get(reverses) ?? reverses) }
    const { id: copied } = await db.insertInto('duesPayment').values(copy).returning('id').executeTakeFirstOrThrow()
    fresh.set(id, copied)
    await db.updateTable('duesReceipt').set({ paymentId: copied }).where('paymentId', '=', id).execute()
  }
  const lines = await db.selectFrom('duesPaymentLine').selectAll().where('memberId', '=', from).orderBy('id').execute()
  await insertMany(
    db,
    'duesPaymentLine',
    lines.map(({ id: _, paymentId, ...line }) => ({
      ...line,
      uid: newUid(),
      memberId: to,
      paymentId: fresh.get(paymentId) ?? paymentId,
    })),
  )
  await db.deleteFrom('duesPaymentLine').where('memberId', '=', from).execute()
  // 红字先删：被冲的还指着
  for (const { id } of payments.toReversed()) await db.deleteFrom('duesPayment').where('id', '=', id).execute()
}
