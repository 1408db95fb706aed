import type { CustomCells } from '../../shared/fields/contract.ts'
import { ageOn, endOfYear } from '../../shared/kit/calendar.ts'
import type { MemberRow } from '../../shared/members/contract.ts'
import { partyAgeOn } from '../../shared/members/rules.ts'
import type { StoredMember } from './repository.ts'

/** 表里的 0、1 是否与是。 */
export const factsOf = (row: StoredMember) => ({ ...row, outOfContact: row.outOfContact === 1, floating: row.floating === 1 })

/** 名册上的一行：表里的样子加上那天的年龄、党龄，与各项自设字段。 */
export const shown = (row: StoredMember, day: string, cells: ReadonlyMap<number, CustomCells>): MemberRow => ({
  ...factsOf(row),
  ...cells.get(row.id),
  age: ageOn(row.birthDay, day),
  partyAge: partyAgeOn(row, day),
})

/** 台账所指的日子：往年取年末，今年取今天。 */
export const dayOfLedger = (year: number, today: string) => (String(year) < today.slice(0, 4) ? endOfYear(year) : today)
