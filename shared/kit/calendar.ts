import type { Day, DayOrMonth, Month } from './values.ts'

/** 自然周期：月、季、年。 */
type NaturalPeriod = 'month' | 'quarter' | 'year'

const two = (n: number) => String(n).padStart(2, '0')
const parts = (text: DayOrMonth) => ({
  year: Number(text.slice(0, 4)),
  month: Number(text.slice(5, 7)) || 1,
  day: text.length < 10 ? undefined : Number(text.slice(8, 10)),
})
const lengthOf = (year: number, month: number) =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const dayOf = (year: number, month: number, day: number): Day => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
const monthOf = (year: number, month: number): Month => `${String(year).padStart(4, '0')}-${two(month)}`

/** 公历零年三月一日起的天数（闰日落在年末，算起来没有例外）。 */
const serial = (text: Day) => {
  const { year, month, day = 1 } = parts(text)
  const y = month <= 2 ? year - 1 : year
  const m = (month + 9) % 12
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1
}

/** 某天之后 n 天。例：addDays('2026-12-31', 1) → '2027-01-01'；n 可以为负。 */
export const addDays = (day: Day, n: number): Day => {
  const { year, month, day: date = 1 } = parts(day)
  let [y, m, d] = [year, month, date + n]
  for (; d < 1; d += lengthOf(y, m)) [y, m] = m === 1 ? [y - 1, 12] : [y, m - 1]
  for (let length = lengthOf(y, m); d > length; length = lengthOf(y, m)) {
    d -= length
    ;[y, m] = m === 12 ? [y + 1, 1] : [y, m + 1]
  }
  return dayOf(y, m, d)
}

/**
 * 自然月平移；目标月没有这一天取月末。n 可以为负。
 * @example addMonths('2026-01-31', 1) → '2026-02-28'；addMonths('2024-02-29', 12) → '2025-02-28'
 */
export const addMonths = (day: Day, n: number): Day => {
  const { year, month, day: date = 1 } = parts(day)
  const count = year * 12 + month - 1 + n
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1]
  return dayOf(y, m, Math.min(date, lengthOf(y, m)))
}

/** 从 a 到 b 的天数，b 较早时为负。例：daysBetween('2026-02-28', '2026-03-01') → 1 */
export const daysBetween = (a: Day, b: Day): number => serial(b) - serial(a)

/** 这个月的最后一天。例：endOfMonth('2024-02') → '2024-02-29' */
export const endOfMonth = (month: Month): Day => {
  const { year, month: m } = parts(month)
  return dayOf(year, m, lengthOf(year, m))
}

/** 例：endOfYear(2026) → '2026-12-31' */
export const endOfYear = (year: number): Day => dayOf(year, 12, 31)

/** 只知道年月时可能的最早一天。例：earliestDay('1980-03') → '1980-03-01'；完整的日子不变。 */
export const earliestDay = (text: DayOrMonth): Day => (text.length === 7 ? `${text}-01` : text)
/** 只知道年月时可能的最晚一天。例：latestDay('1980-02') → '1980-02-29'；完整的日子不变。 */
export const latestDay = (text: DayOrMonth): Day => (text.length === 7 ? endOfMonth(text) : text)

/**
 * 满几整年；尚未到 from 为负。只知道年月的，过完那个月才算满（取其月末的次日，宁少不多）。
 * 2 月 29 日起算的，平年以 2 月 28 日为满一年。
 * @example fullYearsBetween('1980-03-15', '2026-03-14') → 45；到 '2026-03-15' → 46
 * @example fullYearsBetween('1980-03', '2026-03-31') → 45；到 '2026-04-01' → 46
 */
export const fullYearsBetween = (from: DayOrMonth, to: Day): number => {
  const start = from.length === 7 ? addDays(endOfMonth(from), 1) : from
  const years = parts(to).year - parts(start).year
  return addMonths(start, years * 12) <= to ? years : years - 1
}

/**
 * 周岁。生日不详或在 day 之后为空；只知道年月的，过完那个月才长一岁。
 * @example ageOn('1980-03-15', '2026-11-22') → 46；ageOn(null, '2026-11-22') → null
 */
export const ageOn = (birth: DayOrMonth | null, day: Day): number | null =>
  birth === null || earliestDay(birth) > day ? null : Math.max(0, fullYearsBetween(birth, day))

/** 自然周期各有几个月。 */
export const monthsIn = { month: 1, quarter: 3, year: 12 } as const satisfies Record<NaturalPeriod, number>

/**
 * day 所在自然周期的各月。
 * @example monthsOfPeriod('quarter', '2026-05-10') → ['2026-04', '2026-05', '2026-06']
 */
export const monthsOfPeriod = (period: NaturalPeriod, day: DayOrMonth): Month[] => {
  const { year, month } = parts(day)
  const size = monthsIn[period]
  const first = month - ((month - 1) % size)
  return Array.from({ length: size }, (_, i) => monthOf(year, first + i))
}
