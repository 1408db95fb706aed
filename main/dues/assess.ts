import type { DuesStandards, Working } from '../../shared/dues/bases.ts'
import type { Cell, CellState } from '../../shared/dues/contract.ts'
import { workingOf } from '../../shared/dues/rules.ts'
import { earliestDay, endOfMonth } from '../../shared/kit/calendar.ts'
import type { Day, Month } from '../../shared/kit/values.ts'
import type { Booked, Person, Since, StoredBase } from './people.ts'
import type { Practices } from './practices.ts'

const asOf = <V>(rows: readonly Since<V>[], day: string): V | undefined => {
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at]
    if (row && row.from <= day) return row.value
  }
  return undefined
}

const NOTHING: Booked = { paidTo: null, paid: 0, extra: 0, large: 0, late: false }

/** 一格与它归哪个组织收、应交怎样算。 */
export interface Assessed {
  cell: Cell
  organizationId: number | undefined
  /** 记在哪个组织的账上：归它收的；不归谁收（走了的人预交、定过应交的月份）的，看钱交到了哪里。 */
  bookedAt: number | undefined
  /** 作数的那一条核定。 */
  base: StoredBase | undefined
  working: Working | undefined
}

/**
 * 按口径、基数、组织关系与已有的账，给出任何人任何月的一格。
 * 归那个月末所在的支部收（转入月起由新支部收）；入党（支部大会通过）之月起交；党费交至之前的不在本账。
 * 结账时定了应交的月份归定它的组织，之后补记的调动不改它。
 * 来源：中组发〔2008〕3号第八、九、十、十三条；转接按“党费交至年月”切割。
 */
export function assessor(standards: DuesStandards, practices: Practices, today: Day) {
  const thisMonth = today.slice(0, 7)
  const computed = new Map<StoredBase, Map<unknown, Working>>()
  const ends = new Map<Month, Day>()
  const endOf = (month: Month) => {
    const known = ends.get(month) ?? endOfMonth(month)
    ends.set(month, known)
    return known
  }
  const workingFor = (base: StoredBase, practice: NonNullable<ReturnType<Practices>>): Working => {
    const known = computed.get(base) ?? new Map<unknown, Working>()
    computed.set(base, known)
    const working = known.get(practice) ?? workingOf(base, practice.rounding, standards)
    known.set(practice, working)
    return working
  }
  /** 年内不变的口径看年初那一条；年初还没有就看年内头一条。 */
  const baseIn = (bases: Person['bases'], month: Month, frozen: boolean): StoredBase | undefined => {
    if (!frozen) return asOf(bases, month)
    const january = `${month.slice(0, 4)}-01`
    return asOf(bases, january) ?? bases.find(({ from }) => from > january && from <= month)?.value
  }
  const placeOf = (person: Person, month: Month, { due }: Booked): { organizationId: number | undefined; suspended: boolean } => {
    const end = endOf(month)
    const standing = asOf(person.standings, end)
    // 还没到的入党日期多半是笔误，照起始不详算，与名册同
    const joinedOn = person.joinedOn === null ? '' : earliestDay(person.joinedOn)
    const joined = joinedOn > today || joinedOn <= end
    const inRoll = joined && (standing === 'normal' || standing === 'suspended')
    const suspended = standing === 'suspended'
    if (due?.settled) return { organizationId: due.organizationId, suspended }
    return { organizationId: inRoll ? (asOf(person.branches, end) ?? undefined) : undefined, suspended }
  }
  const stateOf = (paid: number, payable: number, month: Month): CellState => {
    if (paid >= payable) return 'paid'
    if (paid > 0) return 'part'
    return month < thisMonth ? 'owing' : month === thisMonth ? 'open' : 'future'
  }

  return function assess(person: Person, month: Month): Assessed {
    const booked = person.booked.get(month) ?? NOTHING
    const { organizationId, suspended } = placeOf(person, month, booked)
    const cellOf = (state: CellState, payable: number): Cell => ({
      state,
      payable,
      paid: booked.paid,
      ...(booked.extra !== 0 && { extra: booked.extra }),
      ...(booked.large !== 0 && { large: booked.large }),
      ...(booked.paid > 0 && booked.late && { late: true as const }),
    })
    const practice = organizationId === undefined ? undefined : practices(organizationId, month)
    const base = baseIn(person.bases, month, practice?.adjust === 'yearlyFrozen')
    const working = practice && base && workingFor(base, practice)
    const { due } = booked
    const bookedAt = organizationId ?? due?.organizationId ?? booked.paidTo ?? undefined
    const answer = (state: CellState, payable = 0): Assessed => ({
      ...{ cell: cellOf(state, payable), organizationId, bookedAt, base, working },
    })
    if (due?.exempt) return answer('exempt')
    if (due?.settled) return answer(due.payable === 0 ? 'exempt' : stateOf(booked.paid, due.payable, month), due.payable)
    if (organizationId === undefined) return booked.paid > 0 ? answer('paid', booked.paid) : answer('outside')
    if (suspended && booked.paid === 0) return answer('suspended')
    if (person.paidThrough !== null && month <= person.paidThrough && booked.paid === 0) return answer('before')
    if (!working) return booked.paid > 0 ? answer('paid', booked.paid) : answer('unset')
    if (working.amount === 0) return answer('exempt')
    return answer(stateOf(booked.paid, working.amount, month), working.amount)
  }
}

export type Assess = ReturnType<typeof assessor>

/** 还差多少：过了那个月没有交足的。 */
export const lackingIn = ({ state, payable, paid }: Cell): number =>
  state === 'owing' || state === 'part' ? Math.max(0, payable - paid) : 0
