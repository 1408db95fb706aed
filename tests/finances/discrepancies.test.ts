import { describe, expect, test } from 'vitest'
import { candidatesFor, matchBank } from '../../shared/finances/discrepancies.ts'

describe('差额可能出在哪里', () => {
  test.each([
    ['少了五十元，正好有一笔五十元的收入', -5_000, 5_000, '可能没有真的付出或收到'],
    ['少了五十元，正好有一笔五十元的支出', -5_000, -5_000, '可能记重了或漏了一笔'],
    ['差额是一笔的两倍', 4_000, -2_000, '可能记反了'],
    ['一百元写成了十元', 9_000, 10_000, '错了一位小数'],
    ['十元写成了一百元', -9_000, 1_000, '错了一位小数'],
    ['五十四元写成四十五元', 900, 4_500, '写颠倒了'],
  ])('%s', (_, difference, amount, why) => {
    expect(candidatesFor(difference, [{ amount }])).toMatchObject([{ amount, why: expect.stringContaining(why) }])
  })
  test('相等的排在前面；没有关系的不列；没有差额不找', () => {
    const rows = [{ amount: -2_500 }, { amount: 7_777 }, { amount: 5_000 }]
    expect(candidatesFor(-5_000, rows).map(({ amount }) => amount)).toEqual([5_000, -2_500])
    expect(candidatesFor(0, rows)).toEqual([])
  })
})

test('一笔账只勾一行，最近的先勾，相隔太远的不勾', () => {
  const book = [
    { id: 1, day: '2026-03-01', amount: 500 },
    { id: 2, day: '2026-03-09', amount: 500 },
  ]
  const lines = [
    { id: 10, day: '2026-03-02', amount: 500 },
    { id: 11, day: '2026-03-10', amount: 500 },
    { id: 12, day: '2026-06-01', amount: 500 },
  ]
  expect([...matchBank(lines, book, 15)]).toEqual([
    [10, 1],
    [11, 2],
  ])
})
