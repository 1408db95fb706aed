import type { Day } from '../../shared/kit/values.ts'

/** 某一时刻在本机日历上是哪天。例（东八区）：localDay(new Date('2026-03-04T17:00:00Z')) → '2026-03-05' */
export const localDay = (at: Date): Day => {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
