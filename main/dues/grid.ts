import { monthlyInRoster } from '../../shared/dues/base-rules.ts'
import type { GridRow } from '../../shared/dues/contract.ts'
import { monthAfter, monthsOf } from '../../shared/dues/rules.ts'
import type { LedgerScope } from '../../shared/kit/scope.ts'
import type { Day, Month } from '../../shared/kit/values.ts'
import { toldApart } from '../../shared/members/namesakes.ts'
import type { Reader } from '../core/services.ts'
import { withParts } from '../organizations/repository.ts'
import { duesStandards } from '../rules/packs.ts'
import { type Assess, type Assessed, assessor, lackingIn } from './assess.ts'
import { everIn, type Person, peopleOf, these } from './people.ts'
import { organizationNames, practicesOf } from './practices.ts'

/** 往前最多数两年。 */
const LOOK_BACK = 24

/** 到 last 为止连续欠几个月；断在年初之前的为 undefined，要看上年。 */
const runBack = (assess: Assess, person: Person, last: Month, first: Month): number | undefined => {
  let count = 0
  for (let month = last; month >= first; month = monthAfter(month, -1)) {
    if (assess(person, month).cell.state !== 'owing') return count
    count += 1
  }
  return undefined
}

const rowOf = (
  person: Person,
  year: Assessed[],
  names: ReadonlyMap<number, string>,
  thisMonth: Month,
  months: readonly Month[],
): GridRow => {
  const cells = year.map(({ cell }) => cell)
  const here = year.findLast(({ bookedAt }) => bookedAt !== undefined)
  // 类别、基数与比例、月应交出自同一个月
  const latest = year.findLast((one) => one.working !== undefined)
  const working = latest?.working
  const base = latest?.base ?? person.bases.findLast(({ from }) => from <= (months[11] ?? ''))?.value
  const rosterMonthly = monthlyInRoster(person.duesStandard)
  const sum = (pick: (at: number) => number) => cells.reduce((total, _, at) => total + pick(at), 0)
  return {
    memberId: person.id,
    name: person.name,
    aside: '',
    initials: person.initials,
    organizationId: here?.bookedAt ?? 0,
    branchName: names.get(here?.bookedAt ?? 0) ?? '',
    kind: base?.kind ?? null,
    base: working?.rate === null || !base ? null : base.base,
    rate: working?.rate ?? null,
    monthly: working?.amount ?? null,
    ...(rosterMonthly !== null && { rosterMonthly }),
    cells,
    payable: sum((at) => cells[at]?.payable ?? 0),
    paid: sum((at) => cells[at]?.paid ?? 0),
    owing: sum((at) => ((months[at] ?? '') < thisMonth && cells[at] ? lackingIn(cells[at]) : 0)),
    arrears: 0,
  }
}

/** 全年网格：一年里有任何一个月归这里收的人，按登记次序。 */
export async function gridOf(db: Reader, { organizationId, year }: LedgerScope, today: Day): Promise<GridRow[]> {
  const months = monthsOf(year)
  const [first = '', last = ''] = [months[0], months[11]]
  const assess = assessor(duesStandards(), await practicesOf(db), today)
  const people = await peopleThrough(db, organizationId, first, last)
  const names = await organizationNames(db)
  const parts = await partsOf(db, organizationId)
  const thisMonth = today.slice(0, 7)
  const past = [monthAfter(thisMonth, -1), last].sort()[0] ?? last
  const pastAt = months.indexOf(past)
  const rows: GridRow[] = []
  const longer: GridRow[] = []
  for (const person of people.values()) {
    const assessed = months.map((month) => here(assess(person, month), parts))
    if (assessed.every(({ cell }) => cell.state === 'outside')) continue
    const row = rowOf(person, assessed, names, thisMonth, months)
    rows.push(row)
    // 一月里上个月在上年，都往上年数
    if (past === monthAfter(first, -1)) longer.push(row)
    // 连续欠几个月跟着人走：那时已归别处收的，在别处数
    if (assessed[pastAt]?.bookedAt === undefined) continue
    const run = runBack(assess, person, past, first)
    if (run === undefined) longer.push(row)
    else row.arrears = run
  }
  await countFurther(db, assess, longer, past, parts)
  return toldApart(rows.map((row) => ({ ...row, birthDay: people.get(row.memberId)?.birthDay ?? null }))).map(
    ({ birthDay: _, ...row }) => row,
  )
}

/** 曾经编在这里的人，与履历改过、已没有编在这里的记载而结账时在这里定过应交的人。 */
async function peopleThrough(db: Reader, organizationId: number, first: Month, last: Month): Promise<Map<number, Person>> {
  const people = await peopleOf(db, everIn(organizationId), first, last)
  const settled = await db
    .selectFrom('due')
    .select('memberId')
    .distinct()
    .where('organizationId', 'in', withParts(organizationId) as never)
    .where('month', '>=', first)
    .where('month', '<=', last)
    .where('settled', '=', 1)
    .execute()
  const strays = settled.flatMap(({ memberId }) => (people.has(memberId) ? [] : [memberId]))
  if (strays.length === 0) return people
  return new Map([...people, ...(await peopleOf(db, these(strays), first, last))].sort(([one], [other]) => one - other))
}

/** 记在别的组织账上的月份，在这里看是“不归本支部收”。 */
const here = (assessed: Assessed, parts: ReadonlySet<number>): Assessed =>
  assessed.bookedAt !== undefined && !parts.has(assessed.bookedAt)
    ? {
        organizationId: undefined,
        bookedAt: undefined,
        base: undefined,
        working: undefined,
        cell: { state: 'outside', payable: 0, paid: 0 },
      }
    : assessed

export const partsOf = async (db: Reader, organizationId: number): Promise<Set<number>> =>
  new Set(
    (
      await db
        .selectFrom('organization')
        .select('id')
        .where('id', 'in', withParts(organizationId) as never)
        .execute()
    ).map(({ id }) => id),
  )

/** 从年初一直欠着的人，接着往上年数。 */
async function countFurther(db: Reader, assess: Assess, rows: readonly GridRow[], past: Month, parts: ReadonlySet<number>): Promise<void> {
  if (rows.length === 0) return
  const earliest = monthAfter(past, 1 - LOOK_BACK)
  const people = await peopleOf(db, these(rows.map(({ memberId }) => memberId)), earliest, past)
  for (const row of rows) {
    const person = people.get(row.memberId)
    if (person && here(assess(person, past), parts).bookedAt !== undefined)
      row.arrears = runBack(assess, person, past, earliest) ?? LOOK_BACK
  }
}
