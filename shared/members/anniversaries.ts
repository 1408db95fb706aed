import type { Day, DayOrMonth, Id, Month } from '../kit/values.ts'

/** 一个月里一名党员的生日，或入党周年（政治生日）。 */
export interface Anniversary {
  memberId: Id
  name: string
  /** 这个月里的那一天。 */
  day: Day
  what: 'birthday' | 'joined'
  /** 满几年；生日是几岁。 */
  years: number
}

interface Dated {
  id: Id
  name: string
  birthDay: DayOrMonth | null
  joinedOn: DayOrMonth | null
}

/**
 * 这个月的生日与入党周年，先到的在前；只知道年月的、当年的不列。平年没有 2 月 29 日，那天的列在 28 日。
 * @example anniversariesIn('2026-07', [{ id: 1, name: '李明', birthDay: '1980-07', joinedOn: '2006-07-01' }])
 *   → [{ memberId: 1, name: '李明', day: '2026-07-01', what: 'joined', years: 20 }]
 */
export const anniversariesIn = (month: Month, people: readonly Dated[]): Anniversary[] =>
  people
    .flatMap(({ id, name, birthDay, joinedOn }) =>
      (
        [
          ['birthday', birthDay],
          ['joined', joinedOn],
        ] as const
      ).flatMap(([what, date]): Anniversary[] => {
        const years = Number(month.slice(0, 4)) - Number(date?.slice(0, 4))
        if (date?.length !== 10 || date.slice(5, 7) !== month.slice(5) || years <= 0) return []
        return [{ memberId: id, name, day: inMonth(month, date), what, years }]
      }),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))

/** 平年的 2 月没有 29 日。 */
function inMonth(month: Month, date: Day): Day {
  const year = Number(month.slice(0, 4))
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return date.slice(5) === '02-29' && !leap ? `${month}-28` : `${month}-${date.slice(8)}`
}
