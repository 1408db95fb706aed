import { sql } from 'kysely'
import { monthAfter } from '../../shared/dues/rules.ts'
import type { Day, Month } from '../../shared/kit/values.ts'
import { refuse } from '../core/refuse.ts'
import type { CommandContext, Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { duesStandards } from '../rules/packs.ts'
import { assessor } from './assess.ts'
import { partsOf } from './grid.ts'
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

/** 结账：本组织与全部下级，从各自上次结账之后到 through 的各月，应交照现在定下，此后谁也写不进去。 */
export async function close(
  { db, today, subject }: CommandContext,
  { organizationId, through }: { organizationId: number; through: Month },
) {
  if (through >= today.slice(0, 7)) refuse('dues.notYetOver', { month: through })
  let months = 0
  for (const part of await partsOf(db, organizationId)) months = Math.max(months, await closeOne(db, part, through, today))
  if (months === 0) refuse('dues.nothingToClose', { month: through })
  subject(`到 ${through}`)
  return { months }
}

/** 一个组织的账，返回结了几个月。 */
async function closeOne(db: Writer, organizationId: number, through: Month, today: Day): Promise<number> {
  const last = await closedThrough(db, organizationId)
  const start = last === null ? await firstMonth(db, organizationId) : monthAfter(last, 1)
  if (start === null || start > through) return 0
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
  return months
}

/** 反结账：从 from 起的各月重新可写，原因留在记录里。 */
export async function reopen(
  { db, subject }: CommandContext,
  { organizationId, from, reason }: { organizationId: number; from: Month; reason: string },
) {
  let months = 0
  for (const part of await partsOf(db, organizationId)) months = Math.max(months, await reopenOne(db, part, from, reason))
  if (months === 0) refuse('dues.nothingToReopen', { month: from })
  subject(`${from} 起（${reason}）`)
  return { months }
}

async function reopenOne(db: Writer, organizationId: number, from: Month, reason: string): Promise<number> {
  const closed = await db
    .selectFrom('duesPeriod')
    .select('month')
    .where('organizationId', '=', organizationId)
    .where('month', '>=', from)
    .where('closed', '=', 1)
    .orderBy('month')
    .execute()
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
  return closed.length
}
