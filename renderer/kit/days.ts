import type { Day, Month } from '../../shared/kit/values.ts'

const two = (n: number) => String(n).padStart(2, '0')
const written = (at: Date): Day => at.toISOString().slice(0, 10)

/** 这台电脑上的今天（本地日历）。 */
export const localToday = (): Day => {
  const at = new Date()
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** 例：addDays('2026-02-28', 1) → '2026-03-01' */
export const addDays = (day: Day, days: number): Day => {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return written(at)
}

/** 例：addMonths('2026-12', 1) → '2027-01' */
export const addMonths = (month: Month, months: number): Month => {
  const [year = 0, ordinal = 1] = month.split('-').map(Number)
  const index = year * 12 + (ordinal - 1) + months
  return `${Math.floor(index / 12)}-${two((index % 12) + 1)}`
}

/** 只写了月、日的补上年份，别的照原样。例：withYear('3.5', 2026) → '2026-3-5' */
export const withYear = (typed: string, year: number): string => {
  const parts = /^\s*(\d{1,2})\s*[月\-/.、．]\s*(\d{1,2})\s*[日号]?\s*$/.exec(typed)
  return parts && Number(parts[1]) <= 12 ? `${year}-${parts[1]}-${parts[2]}` : typed
}

/** 一个月的每一天。 */
export const daysOfMonth = (month: Month): Day[] => {
  const first = new Date(`${month}-01T00:00:00Z`)
  const count = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return Array.from({ length: count }, (_, index) => `${month}-${two(index + 1)}`)
}

/** '2026-03-05' → '周四' */
export const weekdayOf = (day: Day): string => `周${'日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()]}`

/** '2026-03-05' → '3月5日'（与 today 同年省略年份）。 */
export const monthDay = (day: Day, today: Day): string =>
  `${day.slice(0, 4) === today.slice(0, 4) ? '' : `${day.slice(0, 4)}年`}${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** 句子里的日子：'2026-03-05' → '3月5日 周四'（与 today 同年省略年份）。 */
export const dayWords = (day: Day, today: Day): string => `${monthDay(day, today)} ${weekdayOf(day)}`

/** 录入的时间点写成本地的样子：今天只写时刻，今年写月日，否则写全。 */
export const instantWords = (instant: string, today: Day): string => {
  const at = new Date(instant)
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  const clock = `${two(at.getHours())}:${two(at.getMinutes())}`
  if (day === today) return clock
  return day.slice(0, 4) === today.slice(0, 4) ? `${at.getMonth() + 1}月${at.getDate()}日 ${clock}` : `${day} ${clock}`
}
