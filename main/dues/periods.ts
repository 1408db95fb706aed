import { sql } from 'kysely'
import { monthAfter } from '../../shared/dues/rules.ts'
import type { Month } from '../../shared/kit/values.ts'
import { refuse } from '../core/refuse.ts'
import type { CommandContext, Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { duesStandards } from '../rules/packs.ts'
import { assessor } from './assess.ts'
import { everIn, peopleOf } from './people.ts'
import { closedThrough, practicesOf } from './practices.ts'
import * as dues from './repository.ts'

/** 账从哪个月记起：头一笔交费、收支或基数所在的月。 */
const firstMonth = async (db: Reader, organizationId: number): Promise<Month | null> =>
  (
    await sql<{ month: Month | null }>`select min(month) as month from (
      select min(substr(paid_on, 1, 7)) as month from dues_payment where organization_id = ${organizationId}
      union all select min(substr(day, 1, 7)) from dues_movement where organization_id = ${organizationId}
      union all select min(from_month) from dues_base where member_id in ${everIn(organizationId)})`.execute(db as never)
  ).rows[0]?.month ?? null

const setClosed = async (db: Writer, organizationId: number, month: Month, closed: 0 | 1, reason: string): Promise<void> => {
  const { numUpdatedRows } = await db
    .updateTable('duesPeriod')
    .set({ closed, reason })
    .where('organizationId', '=', organizationId)
    .where('month', '=', month)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) await db.insertInto('duesPeriod').values({ uid: newUid(), organizationId, month, closed, reason }).execute()
}

/** 结账：从上次结账之后到 through 的各月，应交照现在定下，此后谁也写不进去。 */
export async function close(
  { db, today, subject }: CommandContext,
  { organizationId, through }: { organizationId: number; through: Month },
) {
  if (through >= today.slice(0, 7)) refuse('dues.notYetOver', { month: through })
  const last = await closedThrough(db, organizationId)
  const start = last === null ? await firstMonth(db, organizationId) : monthAfter(last, 1)
  if (start === null || start > through) return refuse('dues.nothingToClose', { month: through })
  const people = await peopleOf(db, everIn(organizationId), start, through)
  const assess = assessor(duesStandards(), await practicesOf(db), today)
  let months = 0
  for (let month = start; month <= through; month = monthAfter(month, 1)) {
    await setClosed(db, organizationId, month, 1, '')
    const settled = [...people.values()].flatMap((person) => {
      const { cell, organizationId: at, working } = assess(person, month)
      const exempted = person.booked.get(month)?.due?.exempt ?? false
      if (at !== organizationId || exempted || !working || ['before', 'suspended', 'unset', 'outside'].includes(cell.state)) return []
      return [{ organizationId, memberId: person.id, month, payable: cell.payable, exempt: 0, reason: '', approval: '', settled: 1 }]
    })
    await dues.settleDues(db, month, settled)
    months += 1
  }
  subject(start === through ? through : `${start} 至 ${through}`)
  return { months }
}

/** 反结账：从 from 起的各月重新可写，原因留在记录里。 */
export async function reopen(
  { db, subject }: CommandContext,
  { organizationId, from, reason }: { organizationId: number; from: Month; reason: string },
) {
  const closed = await db
    .selectFrom('duesPeriod')
    .select('month')
    .where('organizationId', '=', organizationId)
    .where('month', '>=', from)
    .where('closed', '=', 1)
    .orderBy('month')
    .execute()
  if (closed.length === 0) refuse('dues.nothingToReopen', { month: from })
  for (const { month } of closed) await setClosed(db, organizationId, month, 0, reason)
  // 结账时定下的应交不再作数，照基数重新算
  await db
    .updateTable('due')
    .set({ settled: 0 })
    .where('organizationId', '=', organizationId)
    .where('month', '>=', from)
    .where('settled', '=', 1)
    .where('exempt', '=', 0)
    .execute()
  subject(`${from} 起（${reason}）`)
  return { months: closed.length }
}
