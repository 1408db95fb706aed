import type { Client } from '../../../shared/contract.ts'
import { addMonths, endOfMonth } from '../../../shared/kit/calendar.ts'
import type { Day } from '../../../shared/kit/values.ts'
import type { Bytes } from '../../core/bytes.ts'

/** 演示台账建到一半的样子：底稿里的代号各是台账里的哪一个。 */
export interface Scene {
  app: Client
  /** 暂存一份字节，换一个代号（附件）。 */
  hold: Bytes['hold']
  today: Day
  organizations: Map<string, number>
  members: Map<string, number>
}

/** 某一天做的一件事；各房间交来的步骤按日子先后做。 */
export interface Step {
  day: Day
  what: string
  take(): Promise<void>
}

const known = (ids: ReadonlyMap<string, number>, key: string): number => {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`演示底稿里没有“${key}”`)
  return id
}

export const organizationOf = ({ organizations }: Scene, key: string): number => known(organizations, key)
export const memberOf = ({ members }: Scene, key: string): number => known(members, key)

export const earliestOf = (...days: readonly [Day, ...Day[]]): Day => days.toSorted()[0] ?? days[0]

/** 几个月前的某号；没有这天取月末，还没到取今天。例：monthsBefore('2026-11-22', 2, 31) → '2026-09-30' */
export const monthsBefore = (today: Day, months: number, date: number): Day => {
  const month = addMonths(`${today.slice(0, 7)}-01`, -months).slice(0, 7)
  const last = endOfMonth(month)
  const day = `${month}-${String(date).padStart(2, '0')}`
  return earliestOf(day, last, today)
}
