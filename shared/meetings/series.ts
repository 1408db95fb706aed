import { addDays, daysBetween, endOfMonth } from '../kit/calendar.ts'
import type { Day, Month } from '../kit/values.ts'
import type { Holidays } from './contract.ts'

/** 一个月里的哪一天：几号，或第几个星期几（1 周一 … 7 周日）。 */
export type DayRule = { kind: 'date'; date: number } | { kind: 'weekday'; nth: number; weekday: number }

/** 星期几：1 周一 … 7 周日。例：weekdayNumber('2026-11-25') → 3 */
export const weekdayNumber = (day: Day): number => (((daysBetween('2024-01-01', day) % 7) + 7) % 7) + 1

/**
 * 各月照规则是哪一天；没有这天（31 号、第五个周五）取月末，第几个周几没有的那个月不排。
 * @example daysOf({ kind: 'weekday', nth: 2, weekday: 5 }, ['2026-03', '2026-04']) → ['2026-03-13', '2026-04-10']
 * @example daysOf({ kind: 'date', date: 31 }, ['2026-02']) → ['2026-02-28']
 */
export const daysOf = (rule: DayRule, months: readonly Month[]): Day[] =>
  months.flatMap((month) => {
    const last = endOfMonth(month)
    if (rule.kind === 'date') {
      const day = `${month}-${String(rule.date).padStart(2, '0')}`
      return [day < last ? day : last]
    }
    const first: Day = `${month}-01`
    const day = addDays(first, ((rule.weekday - weekdayNumber(first) + 7) % 7) + 7 * (rule.nth - 1))
    return day <= last ? [day] : []
  })

/**
 * 这一天是节假日或周末的一句提醒；调休上班的周末不提。那一年的节假日表还没有时只认周末。
 * @example dayOffNote('2026-10-02', holidays) → '国庆节放假'；dayOffNote('2026-11-28', holidays) → '周六'
 */
export const dayOffNote = (day: Day, { years }: Holidays): string | undefined => {
  const table = years.find(({ year }) => year === Number(day.slice(0, 4)))
  const holiday = table?.holidays.find(({ from, to }) => from <= day && day <= to)
  if (holiday) return `${holiday.name}放假`
  const weekday = weekdayNumber(day)
  return weekday < 6 || table?.workdays.includes(day) ? undefined : weekday === 6 ? '周六' : '周日'
}
