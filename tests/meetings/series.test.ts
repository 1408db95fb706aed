import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holidays } from '../../main/rules/packs.ts'
import { dayOffNote, daysOf, weekdayNumber } from '../../shared/meetings/series.ts'
import { openApp } from '../support/open-app.ts'

test('每月第二个周五、每月 31 号（没有的取月末）、第五个周五（没有的不排）', () => {
  expect(daysOf({ kind: 'weekday', nth: 2, weekday: 5 }, ['2026-03', '2026-04'])).toEqual(['2026-03-13', '2026-04-10'])
  expect(daysOf({ kind: 'date', date: 31 }, ['2026-02', '2026-03'])).toEqual(['2026-02-28', '2026-03-31'])
  expect(daysOf({ kind: 'weekday', nth: 5, weekday: 5 }, ['2026-02', '2026-05'])).toEqual(['2026-05-29'])
})

test('星期几与日历相符', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (offset) => {
      const date = new Date(Date.UTC(2026, 0, 1) + offset * 86_400_000)
      expect(weekdayNumber(date.toISOString().slice(0, 10))).toBe(date.getUTCDay() || 7)
    }),
  )
})

test('放假、周末会说，调休上班的周末不说；没有表的年份只认周末', () => {
  expect(dayOffNote('2026-10-02', holidays())).toBe('国庆节放假')
  expect(dayOffNote('2026-11-28', holidays())).toBe('周六')
  expect(dayOffNote('2026-10-10', holidays())).toBeUndefined()
  expect([dayOffNote('2031-10-01', holidays()), dayOffNote('2031-10-04', holidays())]).toEqual([undefined, '周六'])
})

test('批量安排一次排好，一次撤销', async () => {
  const { app, make } = await openApp()
  const scope = { organizationId: await make.root(), year: 2026 }
  const plan = { organizationId: scope.organizationId, kinds: ['themeDay'], topic: '主题党日', day: '2026-07-10', agenda: ['学习'] }
  await app.meetings.planSeries({ plan, days: ['2026-08-14', '2026-07-10', '2026-07-10'] })
  expect((await app.meetings.listByYear(scope)).map(({ day }) => day)).toEqual(['2026-07-10', '2026-08-14'])
  const [done] = await app.history.list({ limit: 1 })
  await app.history.undo({ operationId: done!.id })
  expect(await app.meetings.listByYear(scope)).toEqual([])
})
