import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duesStandards } from '../../main/rules/packs.ts'
import { baseOfItems, kindsFor, looksLikeRate, monthlyInRoster, quarterMean, whyCannotSetBase } from '../../shared/dues/base-rules.ts'
import type { BaseDraft, Rounding } from '../../shared/dues/bases.ts'
import { remittanceOf } from '../../shared/dues/fund-rules.ts'
import {
  arrearsOf,
  bandOf,
  monthAfter,
  monthsBetween,
  monthWords,
  percentOf,
  shareOf,
  splitPayment,
  workingOf,
} from '../../shared/dues/rules.ts'

const standards = duesStandards()
const toFen: Rounding = { unit: 'fen', mode: 'half' }
const dueOf = (kind: BaseDraft['kind'], base: number, rounding = toFen) =>
  workingOf({ kind, base, amount: null, approval: '' }, rounding, standards).amount

describe('中组发〔2008〕3号的档', () => {
  test.each([
    ['salary', 3000_00, 15_00],
    ['salary', 3000_01, 30_00],
    ['salary', 5000_00, 50_00],
    ['salary', 5000_01, 75_00],
    ['salary', 10000_00, 150_00],
    ['salary', 10000_01, 200_00],
    ['annualSalary', 10000_01, 200_00],
    ['selfEmployed', 5000_01, 75_00],
    ['retired', 5000_00, 25_00],
    ['retired', 5000_01, 50_00],
    ['fixed', 0, 20],
  ] as const)('%s 基数 %d 分，交 %d 分', (kind, base, due) => {
    expect(dueOf(kind, base)).toBe(due)
  })

  test('整个基数套一档，不分段累进；算法写成话', () => {
    const working = workingOf({ kind: 'salary', base: 3000_01, amount: null, approval: '' }, toFen, standards)
    expect(working.sentence).toBe(
      '月工资 3,000.01 元，在 3,000.00 元以上至 5,000.00 元（含）一档，全额按 1%：30.0001 元，四舍五入到分，应交 30.00 元。',
    )
    expect(working.rate).toBe(100)
    expect(percentOf(150)).toBe('1.5%')
    expect(bandOf(0, standards.salaryBands).rate).toBe(50)
  })

  test('快到一档、刚跨过一档都提醒；离得远的不提', () => {
    const stepAt = (base: number) => workingOf({ kind: 'salary', base, amount: null, approval: '' }, toFen, standards).step
    expect(stepAt(2999_00)).toBe('快到 3,000.00 元这一档：基数 3,000.00 元应交 15.00 元，多一分就是 30.00 元，请核对基数。')
    expect(stepAt(3000_01)).toMatch(/^刚跨过 3,000.00 元这一档/)
    expect(stepAt(4000_00)).toBeNull()
  })
})

describe('名册里写着的每月党费', () => {
  test.each([
    ['40', 4000],
    ['￥40.5元', 4050],
    ['０．２', 20],
    ['0', null],
    ['0.5%', null],
    ['按比例', null],
    ['-5', null],
    ['', null],
    [null, null],
  ])('“%s”读成 %s 分', (text, fen) => expect(monthlyInRoster(text)).toBe(fen))

  test('归哪一类：定额的正好两角，农民的在支部可定的范围，其余按比例；每一类都能核定成这个数', () => {
    expect([20, 100, 4000].map((amount) => kindsFor(amount, standards)[0])).toEqual(['fixed', 'farmer', 'salary'])
    for (const amount of [20, 21, 100, 101, 4000])
      for (const kind of kindsFor(amount, standards)) {
        const draft = { kind, base: 0, amount, approval: '' }
        expect(workingOf(draft, toFen, standards)).toMatchObject({ amount, rate: null })
        expect(whyCannotSetBase({ ...draft, memberId: 1, fromMonth: '2026-01', items: [], note: '' }, standards)).toBeUndefined()
      }
  })

  test('填了收入就按比例算，不再看月交额', () => {
    expect(workingOf({ kind: 'salary', base: 3000_00, amount: 4000, approval: '' }, toFen, standards).amount).toBe(15_00)
  })

  test('与比例同数的说不准', () => {
    expect([50, 100, 150, 200, 20, 4000].map((amount) => looksLikeRate(amount, standards))).toEqual([true, true, true, true, false, false])
  })
})

describe('取整', () => {
  test.each([
    ['fen', 'half', 30_01],
    ['fen', 'up', 30_01],
    ['fen', 'down', 30_00],
    ['jiao', 'half', 30_00],
    ['jiao', 'up', 30_10],
    ['jiao', 'down', 30_00],
    ['yuan', 'half', 30_00],
    ['yuan', 'up', 31_00],
    ['yuan', 'down', 30_00],
  ] as const)('到%s %s：3000.60 元的 1%% 是 %d 分', (unit, mode, due) => {
    expect(shareOf(3000_60, 100, { unit, mode })).toBe(due)
  })

  test('任何基数：截尾不多于四舍五入，不多于进一，相差不到一个单位', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.constantFrom('fen', 'jiao', 'yuan'), (base, unit) => {
        const size = { fen: 1, jiao: 10, yuan: 100 }[unit]
        const { rate } = bandOf(base, standards.salaryBands)
        const [down, half, up] = (['down', 'half', 'up'] as const).map((mode) => shareOf(base, rate, { unit, mode }))
        expect([down! <= half!, half! <= up!, up! - down! <= size]).toEqual([true, true, true])
        expect([down! % size, half! % size, up! % size]).toEqual([0, 0, 0])
        expect(down! * 10_000 <= base * rate && base * rate <= up! * 10_000).toBe(true)
      }),
    )
  })
})

describe('核定', () => {
  const draft = (over: Partial<BaseDraft>): BaseDraft => ({
    memberId: 1,
    fromMonth: '2026-01',
    kind: 'salary',
    base: 0,
    amount: null,
    items: [],
    approval: '',
    note: '',
    ...over,
  })

  test('各项相加减等于基数；不等、不认得的项目说出来', () => {
    const items = [
      { code: 'post', amount: 600000 },
      { code: 'incomeTax', amount: 12000 },
    ]
    expect(baseOfItems(items, standards.items)).toBe(588000)
    expect(whyCannotSetBase(draft({ items, base: 588000 }), standards)).toBeUndefined()
    expect(whyCannotSetBase(draft({ items, base: 600000 }), standards)?.code).toBe('dues.itemsDoNotAdd')
    expect(whyCannotSetBase(draft({ items: [{ code: 'gift', amount: 1 }], base: 1 }), standards)?.code).toBe('dues.unknownItem')
  })

  test('农民 0.2 至 1 元由支部定，困难少交免交要有批准文号', () => {
    expect(whyCannotSetBase(draft({ kind: 'farmer', amount: 101 }), standards)?.code).toBe('dues.farmerRange')
    expect(whyCannotSetBase(draft({ kind: 'farmer', amount: 50 }), standards)).toBeUndefined()
    expect(whyCannotSetBase(draft({ kind: 'farmer' }), standards)?.code).toBe('dues.amountNeeded')
    expect(whyCannotSetBase(draft({ kind: 'hardship', amount: 0 }), standards)?.code).toBe('dues.approvalNeeded')
    expect(whyCannotSetBase(draft({ kind: 'hardship', amount: 0, approval: '〔2026〕3号' }), standards)).toBeUndefined()
  })

  test('个体经营按上季度三个月平均', () => {
    expect(quarterMean([300000, 300001, 300000])).toBe(300000)
    expect(quarterMean([100, 100, 101])).toBe(100)
  })
})

test('先补应交，多出的不到一千元是自愿多交，到一千元是大额党费', () => {
  const months = [
    { month: '2026-01', amount: 1500, owed: 1500 },
    { month: '2026-02', amount: 101499, owed: 1500 },
  ]
  expect(splitPayment(months, standards.largeFrom)).toEqual([
    { month: '2026-01', amount: 1500, kind: 'due' },
    { month: '2026-02', amount: 1500, kind: 'due' },
    { month: '2026-02', amount: 99999, kind: 'extra' },
  ])
  expect(splitPayment([{ month: '2026-01', amount: 101500, owed: 1500 }], standards.largeFrom).at(-1)).toEqual({
    month: '2026-01',
    amount: 100000,
    kind: 'large',
  })
})

test('任何交法：各行相加还是交的数，应交部分不超过所欠', () => {
  const cell = fc.record({
    month: fc.constantFrom('2026-01', '2026-02'),
    amount: fc.integer({ min: 1, max: 300000 }),
    owed: fc.integer({ min: 0, max: 5000 }),
  })
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (months) => {
      const lines = splitPayment(months, standards.largeFrom)
      const sum = (list: readonly { amount: number }[]) => list.reduce((total, { amount }) => total + amount, 0)
      expect(sum(lines)).toBe(sum(months))
      expect(lines.every(({ amount }) => amount > 0)).toBe(true)
      expect(new Set(lines.filter(({ kind }) => kind !== 'due').map(({ kind }) => kind)).size).toBeLessThanOrEqual(1)
    }),
  )
})

test.each([
  [0, undefined],
  [1, 'yellow'],
  [2, 'yellow'],
  [3, 'orange'],
  [5, 'red'],
  [6, 'red'],
  [20, 'red'],
])('连续欠 %d 个月，提醒是 %s', (months, tone) => {
  expect(arrearsOf(months, standards.arrears)?.tone).toBe(tone)
})

test('满六个月的话是“依规研究处置”，软件从不说已脱党', () => {
  expect(arrearsOf(6, standards.arrears)?.text).toContain('依规研究处置')
  expect(standards.arrears.map(({ text }) => text).join('')).not.toContain('脱党')
})

test('归属月份连着的合起来写', () => {
  expect(monthWords(['2026-02', '2026-01', '2026-05'])).toBe('2026年1月至2月、5月')
  expect(monthWords(['2025-12', '2026-01'])).toBe('2025年12月至2026年1月')
  expect(monthWords(['2026-11'])).toBe('2026年11月')
})

test('年月加减跨年；上缴比例按万分之几', () => {
  expect(monthAfter('2026-11', 3)).toBe('2027-02')
  expect(monthAfter('2026-01', -1)).toBe('2025-12')
  expect(monthsBetween('2025-12', '2026-08')).toBe(8)
  expect(remittanceOf(12345, 2000)).toBe(2469)
})
