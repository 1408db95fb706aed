import { type RawBuilder, sql } from 'kysely'
import type { Kind } from '../../shared/dues/bases.ts'
import type { Month } from '../../shared/kit/values.ts'
import type { Standing } from '../../shared/members/contract.ts'
import type { Reader } from '../core/services.ts'
import { withParts } from '../organizations/repository.ts'

/** 从哪天（月）起是什么，早的在前。 */
export interface Since<V> {
  from: string
  value: V
}

export interface StoredBase {
  id: number
  kind: Kind
  base: number
  amount: number | null
  approval: string
}

/** 一格里已有的：定下的应交，交了的净数。 */
export interface Booked {
  /** 免交或结账时定的，记在哪个组织的账上。 */
  due?: { organizationId: number; payable: number; exempt: boolean; settled: boolean }
  /** 交到了哪个组织；没有交过为空。 */
  paidTo: number | null
  paid: number
  extra: number
  large: number
  /** 有过了那个月才交的；冲掉了的不算。 */
  late: boolean
}

export interface Person {
  id: number
  name: string
  initials: string
  birthDay: string | null
  joinedOn: string | null
  paidThrough: string | null
  /** 名册里“党费标准”的原话。 */
  duesStandard: string | null
  branches: Since<number | null>[]
  standings: Since<Standing>[]
  bases: Since<StoredBase>[]
  booked: Map<Month, Booked>
}

/** 收谁的：曾经编在这些组织里的人，或指名的几个。 */
export const everIn = (organizationId: number): RawBuilder<unknown> =>
  sql`(select member_id from member_branch where organization_id in ${withParts(organizationId)})`
export const these = (ids: readonly number[]): RawBuilder<unknown> => sql`(select value from json_each(${JSON.stringify(ids)}))`

const blank = (): Booked => ({ paidTo: null, paid: 0, extra: 0, large: 0, late: false })
const bookedIn = (person: Person, month: Month): Booked => {
  const found = person.booked.get(month) ?? blank()
  person.booked.set(month, found)
  return found
}

/** 一列字合成一格，一个人一行：几万格也只取几千行。 */
const packed = async (db: Reader, query: RawBuilder<{ id: number; cells: string }>, each: (id: number, cells: string[]) => void) => {
  const { rows } = await query.execute(db as never)
  for (const { id, cells } of rows) for (const cell of cells.split(';')) each(id, cell.split(','))
}

/**
 * 这些人与他们在 from 至 to 各月的账，一次取齐。
 * @example (await peopleOf(db, everIn(1), '2026-01', '2026-12')).get(7)?.booked.get('2026-03')?.paid
 */
export async function peopleOf(db: Reader, who: RawBuilder<unknown>, from: Month, to: Month): Promise<Map<number, Person>> {
  const { rows } = await sql<Omit<Person, 'branches' | 'standings' | 'bases' | 'booked'>>`
    select id, name, initials, birth_day, joined_on, dues_paid_through as paid_through, dues_standard from member where id in ${who} order by id`.execute(
    db as never,
  )
  const people = new Map(
    rows.map((row): [number, Person] => [row.id, { ...row, branches: [], standings: [], bases: [], booked: new Map() }]),
  )
  const dated = async <V>(
    query: RawBuilder<{ id: number; from: string } & V>,
    add: (person: Person, row: { from: string } & V) => void,
  ) => {
    for (const row of (await query.execute(db as never)).rows) {
      const person = people.get(row.id)
      if (person) add(person, row)
    }
  }
  await dated(
    sql<{ id: number; from: string; organizationId: number | null }>`
      select member_id as id, coalesce(from_day, '') as "from", organization_id from member_branch where member_id in ${who} order by member_id, 2`,
    (person, row) => person.branches.push({ from: row.from, value: row.organizationId }),
  )
  await dated(
    sql<{ id: number; from: string; standing: Standing }>`
      select member_id as id, coalesce(from_day, '') as "from", standing from member_standing where member_id in ${who} order by member_id, 2`,
    (person, row) => person.standings.push({ from: row.from, value: row.standing }),
  )
  await dated(
    sql<{ id: number; from: string; baseId: number } & Omit<StoredBase, 'id'>>`
      select member_id as id, from_month as "from", id as base_id, kind, base, amount, approval from dues_base
      where member_id in ${who} order by member_id, from_month`,
    (person, { from: since, baseId, kind, base, amount, approval }) =>
      person.bases.push({ from: since, value: { id: baseId, kind, base, amount, approval } }),
  )
  await packed(
    db,
    sql`select member_id as id, group_concat(month || ',' || organization_id || ',' || payable || ',' || exempt || ',' || settled, ';') as cells
      from due where member_id in ${who} and month between ${from} and ${to} group by member_id`,
    (id, [month = '', organizationId, payable, exempt, settled]) => {
      const person = people.get(id)
      if (!person) return
      const due = { organizationId: Number(organizationId), payable: Number(payable), exempt: exempt === '1', settled: settled === '1' }
      bookedIn(person, month).due = due
    },
  )
  await packed(
    db,
    sql`select id, group_concat(month || ',' || paid || ',' || extra || ',' || large || ',' || paid_to || ',' || late, ';') as cells from (
      select l.member_id as id, l.month as month, sum(iif(l.kind = 'due', l.amount, 0)) as paid, sum(iif(l.kind = 'extra', l.amount, 0)) as extra,
        sum(iif(l.kind = 'large', l.amount, 0)) as large, p.organization_id as paid_to, max(p.id),
        total(l.kind = 'due' and l.amount > 0 and substr(p.paid_on, 1, 7) > l.month
          and not exists (select 1 from dues_payment as r where r.reverses = p.id)) > 0 as late
      from dues_payment_line as l join dues_payment as p on p.id = l.payment_id
      where l.member_id in ${who} and l.month between ${from} and ${to} group by l.member_id, l.month) group by id`,
    (id, [month = '', paid, extra, large, paidTo, late]) => {
      const person = people.get(id)
      const sums = { paid: Number(paid), extra: Number(extra), large: Number(large), paidTo: Number(paidTo) }
      if (person) Object.assign(bookedIn(person, month), { ...sums, late: late === '1' })
    },
  )
  return people
}
