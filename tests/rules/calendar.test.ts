import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  ageOn,
  daysBetween,
  earliestDay,
  endOfMonth,
  endOfYear,
  fullYearsBetween,
  latestDay,
  monthsOfPeriod,
} from '../../shared/kit/calendar.ts'

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))

test('自然月平移：没有这一天取月末', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
})

test('天数与日子的加减对得上系统日历', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (day, n) => {
      const other = new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10)
      expect(addDays(day, n)).toBe(other)
      expect(daysBetween(day, other)).toBe(n)
    }),
  )
})

test('周岁：生日当天长一岁，闰日出生的平年在二月末长一岁', () => {
  expect(ageOn('1980-03-15', '2026-03-14')).toBe(45)
  expect(ageOn('1980-03-15', '2026-03-15')).toBe(46)
  expect(ageOn('2000-02-29', '2025-02-27')).toBe(24)
  expect(ageOn('2000-02-29', '2025-02-28')).toBe(25)
  expect(ageOn('2026-11-22', '2026-11-22')).toBe(0)
})

test('生日只知道年月的，过完那个月才长一岁', () => {
  expect(ageOn('1980-03', '2026-03-31')).toBe(45)
  expect(ageOn('1980-03', '2026-04-01')).toBe(46)
  expect(ageOn('1980-12', '2026-12-31')).toBe(45)
  expect(ageOn('2026-11', '2026-11-22')).toBe(0)
})

test('生日不详或还没到，年龄空着', () => {
  expect(ageOn(null, '2026-11-22')).toBeNull()
  expect(ageOn('2027-01-01', '2026-11-22')).toBeNull()
  expect(ageOn('2026-12', '2026-11-22')).toBeNull()
})

test('满几整年：那一天之前少一年', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 90 }), (day, years) => {
      const anniversary = addMonths(day, years * 12)
      expect(fullYearsBetween(day, anniversary)).toBe(years)
      expect(fullYearsBetween(day, addDays(anniversary, -1))).toBe(years - 1)
    }),
  )
})

test('自然周期的各月', () => {
  expect(monthsOfPeriod('month', '2026-05-10')).toEqual(['2026-05'])
  expect(monthsOfPeriod('quarter', '2026-05-10')).toEqual(['2026-04', '2026-05', '2026-06'])
  expect(monthsOfPeriod('quarter', '2026-12')).toEqual(['2026-10', '2026-11', '2026-12'])
  expect(monthsOfPeriod('year', '2026-05-10')).toHaveLength(12)
})

test('月末、年末与只知道年月的首尾两天', () => {
  expect(endOfMonth('2024-02')).toBe('2024-02-29')
  expect(endOfMonth('2100-02')).toBe('2100-02-28')
  expect(endOfYear(2026)).toBe('2026-12-31')
  expect(earliestDay('1980-02')).toBe('1980-02-01')
  expect(latestDay('1980-02')).toBe('1980-02-29')
  expect(latestDay('1980-02-03')).toBe('1980-02-03')
})
