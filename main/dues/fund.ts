import { type Insertable, sql } from 'kysely'
import type { FundRow, MovementDraft } from '../../shared/dues/fund.ts'
import { whyCannotRecord } from '../../shared/dues/fund-rules.ts'
import { monthWords } from '../../shared/dues/rules.ts'
import { movementWords } from '../../shared/dues/words.ts'
import { endOfMonth } from '../../shared/kit/calendar.ts'
import { sumOf, yuan } from '../../shared/kit/money.ts'
import type { LedgerScope } from '../../shared/kit/scope.ts'
import type { Day } from '../../shared/kit/values.ts'
import { refuse, refuseWhen } from '../core/refuse.ts'
import type { CommandContext, Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { withParts } from '../organizations/repository.ts'
import { duesStandards } from '../rules/packs.ts'
import type { DuesMovementTable } from './table.ts'

const OUTGOING = ['remitted', 'used', 'largeRemitted']

const movements = (db: Reader) =>
  db
    .selectFrom('duesMovement as v')
    .innerJoin('organization as o', 'o.id', 'v.organizationId')
    .leftJoin('meeting as g', 'g.id', 'v.meetingId')
    .selectAll('v')
    .select(['o.name as organizationName', 'g.topic as meetingTopic', 'g.day as meetingDay'])
    .select(sql<number | null>`(select id from dues_movement as r where r.reverses = v.id)`.as('reversedBy'))

export const findMovement = (db: Reader, id: number) => movements(db).where('v.id', '=', id).executeTakeFirst()

const nextNumber = async (db: Writer, organizationId: number, year: number): Promise<number> =>
  ((
    await db
      .selectFrom('duesMovement')
      .select(sql<number | null>`max(number)`.as('number'))
      .where('organizationId', '=', organizationId)
      .where('book', '=', '')
      .where('year', '=', year)
      .executeTakeFirst()
  )?.number ?? 0) + 1

const insert = async (db: Writer, movement: Omit<Insertable<DuesMovementTable>, 'uid' | 'year' | 'number' | 'id'>): Promise<number> => {
  const year = Number(movement.day.slice(0, 4))
  const number = await nextNumber(db, movement.organizationId, year)
  const { id } = await db
    .insertInto('duesMovement')
    .values({ uid: newUid(), year, number, ...movement })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** 两本账各记什么：党费账记应交与自愿多交，加下拨、返还、利息、期初，减上缴与使用；大额党费另记一本。 */
const books = {
  ordinary: {
    paid: sql<number>`ordinary`,
    moved: sql<number>`case when kind in ('remitted', 'used') then -amount when kind = 'largeRemitted' then 0 else amount end`,
  },
  large: { paid: sql<number>`large`, moved: sql<number>`case when kind = 'largeRemitted' then -amount else 0 end` },
}

/** 支出这一笔，从那天起头一天不够的那天和那天的结余；一直够为 undefined。上缴大额党费看大额那一本，别的看党费账。 */
async function firstShort(
  db: Reader,
  { organizationId, kind, day, amount }: MovementDraft,
): Promise<{ day: Day; left: number } | undefined> {
  const { paid, moved } = kind === 'largeRemitted' ? books.large : books.ordinary
  const { rows } = await sql<{ day: Day; left: number }>`select day, running as left from (
      select day, sum(sum(amount)) over (order by day) as running from (
        select ${day} as day, 0 as amount
        union all select paid_on, ${paid} from dues_payment where organization_id = ${organizationId}
        union all select day, ${moved} from dues_movement where organization_id = ${organizationId})
      group by day)
    where day >= ${day} and running < ${amount} order by day limit 1`.execute(db as never)
  return rows[0]
}

/** 记一笔收支；任何一天的结余都不能是负数（数据库另守着一遍）。 */
export async function recordMovement({ db, today, operationId, subject }: CommandContext, draft: MovementDraft) {
  refuseWhen(whyCannotRecord(draft, today, duesStandards()))
  if (draft.meetingId !== null && !(await db.selectFrom('meeting').select('id').where('id', '=', draft.meetingId).executeTakeFirst()))
    refuse('meetings.notFound')
  if (!(await db.selectFrom('organization').select('id').where('id', '=', draft.organizationId).executeTakeFirst()))
    refuse('organizations.notFound')
  const short = OUTGOING.includes(draft.kind) ? await firstShort(db, draft) : undefined
  if (short) refuse('dues.short', { what: movementWords[draft.kind], on: draft.day, amount: draft.amount, ...short })
  const id = await insert(db, { ...draft, batch: operationId, reverses: null })
  subject(`${movementWords[draft.kind]} ${yuan(draft.amount)} ${draft.summary}`)
  return { id }
}

/** 冲销一笔收支：红字一笔，两头相连。 */
export async function reverseMovement(
  { db, today, operationId, subject }: CommandContext,
  { movementId, on, reason }: { movementId: number; on: Day; reason: string },
) {
  const found = (await findMovement(db, movementId)) ?? refuse('dues.movementNotFound')
  if (found.reverses !== null || found.reversedBy !== null) refuse('dues.movementReversed')
  if (on > today) refuse('dues.paidInFuture', { day: on })
  if (on < found.day) refuse('dues.reversedBefore', { day: found.day })
  const {
    id: _id,
    uid: _uid,
    year: _year,
    number,
    organizationName: _name,
    meetingTopic: _topic,
    meetingDay: _day,
    reversedBy: _by,
    ...same
  } = found
  const id = await insert(db, {
    ...same,
    batch: operationId,
    day: on,
    amount: -found.amount,
    summary: `冲销第 ${number} 号：${reason}`,
    reverses: movementId,
  })
  subject(`第 ${number} 号 ${yuan(found.amount)}（${reason}）`)
  return { id }
}

interface Collected {
  day: Day
  ordinary: number
  large: number
}

/** 某年各天收到的（冲销净后）。 */
const collectedByDay = async (db: Reader, { organizationId, year }: LedgerScope): Promise<Collected[]> =>
  (
    await sql<Collected>`select paid_on as day, sum(ordinary) as ordinary, sum(large) as large from dues_payment
      where organization_id in ${withParts(organizationId)} and paid_on between ${`${year}-01-01`} and ${`${year}-12-31`}
      group by 1 order by 1`.execute(db as never)
  ).rows

/**
 * 各月收缴合成一行，记在月末；月中另有收支的，收支之前收到的先记一行，收支那天的结余才是那天的数。
 * @example stretchesOf([{ day: '2026-03-05', … }, { day: '2026-03-25', … }], ['2026-03-20']) → 3月20日一行、3月31日一行
 */
function stretchesOf(collected: readonly Collected[], movedOn: readonly Day[]): Collected[] {
  const until = ({ day }: Collected) => {
    const end = endOfMonth(day.slice(0, 7))
    return movedOn.find((moved) => moved >= day && moved <= end) ?? end
  }
  return [...Map.groupBy(collected, until)].map(([day, some]) => ({
    day,
    ordinary: sumOf(some.map(({ ordinary }) => ordinary)),
    large: sumOf(some.map(({ large }) => large)),
  }))
}

/** 到某天之前（不含）的结余：党费账与大额党费。 */
export async function balanceBefore(db: Reader, organizationId: number, day: Day): Promise<{ ordinary: number; large: number }> {
  const parts = withParts(organizationId)
  const of = ({ paid, moved }: (typeof books)['large']) => sql`
    coalesce((select sum(${paid}) from dues_payment where organization_id in ${parts} and paid_on < ${day}), 0)
      + coalesce((select sum(${moved}) from dues_movement where organization_id in ${parts} and day < ${day}), 0)`
  const { rows } = await sql<{
    ordinary: number
    large: number
  }>`select ${of(books.ordinary)} as ordinary, ${of(books.large)} as large`.execute(db as never)
  return rows[0] ?? { ordinary: 0, large: 0 }
}

export const movementsIn = (db: Reader, { organizationId, year }: LedgerScope) =>
  movements(db)
    .where(sql<boolean>`v.organization_id in ${withParts(organizationId)}`)
    .where('v.year', '=', year)
    .orderBy('v.day')
    .orderBy('v.id')
    .execute()

type Stored = Awaited<ReturnType<typeof movementsIn>>[number]

const blank = {
  movementId: null,
  number: null,
  income: null,
  expense: null,
  large: null,
  period: '',
  purpose: '',
  meeting: '',
  counterparty: '',
  slipNo: '',
  receiptNo: '',
  handler: '',
  approver: '',
  papers: null,
  reversed: false,
} as const

const movementRow = (movement: Stored): Omit<FundRow, 'balance'> => {
  const outgoing = OUTGOING.includes(movement.kind)
  const isLarge = movement.kind === 'largeRemitted'
  const { fromMonth, toMonth } = movement
  return {
    ...blank,
    movementId: movement.id,
    organizationName: movement.organizationName,
    day: movement.day,
    number: movement.number,
    what: movementWords[movement.kind],
    summary: movement.summary,
    income: outgoing ? null : movement.amount,
    expense: outgoing && !isLarge ? movement.amount : null,
    large: isLarge ? -movement.amount : null,
    period:
      fromMonth && toMonth
        ? fromMonth === toMonth
          ? monthWords([fromMonth])
          : `${monthWords([fromMonth])}至${monthWords([toMonth])}`
        : '',
    purpose: duesStandards().purposes.find(({ code }) => code === movement.purpose)?.name ?? '',
    meeting: movement.meetingTopic ? `${movement.meetingDay} ${movement.meetingTopic}` : '',
    counterparty: movement.counterparty,
    slipNo: movement.slipNo,
    receiptNo: movement.receiptNo,
    handler: movement.handler,
    approver: movement.approver,
    papers: movement.papers,
    reversed: movement.reversedBy !== null || movement.reverses !== null,
  }
}

/** 上缴与使用台账：上年结转、各月收缴与每一笔收支，滚动结余；同一天的先收后支。 */
export async function fundRows(db: Reader, scope: LedgerScope, today: Day): Promise<FundRow[]> {
  const organizationName =
    (await db.selectFrom('organization').select('name').where('id', '=', scope.organizationId).executeTakeFirst())?.name ?? ''
  const opening = await balanceBefore(db, scope.organizationId, `${scope.year}-01-01`)
  const recorded = (await movementsIn(db, scope)).map(movementRow)
  const movedOn = recorded.map(({ day }) => day)
  const collected = stretchesOf(await collectedByDay(db, scope), movedOn).map(
    ({ day, ordinary, large }): Omit<FundRow, 'balance'> => ({
      ...blank,
      organizationName,
      day: day > today ? today : day,
      what: '收缴',
      summary: `${monthWords([day.slice(0, 7)])}收缴党费`,
      income: ordinary,
      large: large === 0 ? null : large,
    }),
  )
  const rows = [...collected, ...recorded].sort((a, b) => a.day.localeCompare(b.day))
  let balance = opening.ordinary
  const shown = rows.map((row): FundRow => {
    balance += (row.income ?? 0) - (row.expense ?? 0)
    return { ...row, balance }
  })
  if (opening.ordinary === 0 && opening.large === 0) return shown
  const carried: FundRow = {
    ...blank,
    organizationName,
    day: `${scope.year}-01-01`,
    what: '结转',
    summary: '上年结转',
    balance: opening.ordinary,
    large: opening.large === 0 ? null : opening.large,
  }
  return [carried, ...shown]
}
