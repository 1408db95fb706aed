import fc from 'fast-check'
import { expect, test } from 'vitest'
import { showFen, sumOf, yuan } from '../../shared/kit/money.ts'
import { moneyWords } from '../../shared/kit/money-words.ts'
import { money } from '../../shared/ledger/columns.ts'
import { readFen } from '../../shared/ledger/reading.ts'

test.each([
  [5, '人民币伍分'],
  [50, '人民币伍角'],
  [15_00, '人民币壹拾伍元整'],
  [107_000_53, '人民币壹拾万柒仟元零伍角叁分'],
  [1409_50, '人民币壹仟肆佰零玖元伍角'],
  [1680_32, '人民币壹仟陆佰捌拾元零叁角贰分'],
  [6007_14, '人民币陆仟零柒元壹角肆分'],
  [16409_02, '人民币壹万陆仟肆佰零玖元零贰分'],
  [325_04, '人民币叁佰贰拾伍元零肆分'],
  [100_000_000_00, '人民币壹亿元整'],
  [1_000_000_00, '人民币壹佰万元整'],
  [0, '人民币零元整'],
  [10_00, '人民币壹拾元整'],
  [100_500_00, '人民币壹拾万零伍佰元整'],
  [100_005_000_00, '人民币壹亿零伍仟元整'],
  [1_000_000_000_001_00, '人民币壹万亿零壹元整'],
  [20_105_000_00, '人民币贰仟零壹拾万伍仟元整'],
  [-15_00, '人民币负壹拾伍元整（冲销）'],
])('%d 分的大写是 %s', (amount, words) => {
  expect(moneyWords(amount)).toBe(words)
})

/** 另一条路读大写：逐字累计，与写法无关。 */
const amountOf = (words: string): number => {
  const text = words.replace(/^人民币/, '').replace(/整$/, '')
  const [whole, rest] = text.includes('元') ? [text.split('元')[0] ?? '', text.split('元')[1] ?? ''] : ['', text]
  const digit = (char: string) => '零壹贰叁肆伍陆柒捌玖'.indexOf(char)
  let [total, part, last] = [0, 0, 0]
  for (const char of whole) {
    if (char === '万' || char === '亿') {
      const scale = char === '万' ? 1e4 : 1e8
      if (char === '亿' && part + last === 0) total *= scale
      else total += (part + last) * scale
      ;[part, last] = [0, 0]
    } else if ('拾佰仟'.includes(char)) {
      part += last * 10 ** ('拾佰仟'.indexOf(char) + 1)
      last = 0
    } else last = digit(char)
  }
  const jiao = /(.)角/.exec(rest)?.[1]
  const fen = /(.)分/.exec(rest)?.[1]
  return (total + part + last) * 100 + (jiao ? digit(jiao) * 10 : 0) + (fen ? digit(fen) : 0)
}

test('任何金额的大写都读得回原来的数，不连写两个零，段与段之间不丢数', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (amount) => {
      const words = moneyWords(amount)
      expect(amountOf(words)).toBe(amount)
      expect(words).not.toMatch(/零零|零元[^整]|零万|零亿/)
    }),
  )
})

test.each([
  [123450, '1,234.50'],
  [5, '0.05'],
  [-5, '-0.05'],
  [-123456789, '-1,234,567.89'],
  [0, '0.00'],
])('%d 分写作 %s', (amount, shown) => {
  expect(showFen(amount)).toBe(shown)
  expect(yuan(amount)).toBe(`${shown} 元`)
})

test('金额写出来再读回去，一分不差', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000_000_000, max: 10_000_000_000_000 }), (amount) => {
      expect(readFen(showFen(amount))).toEqual({ value: amount })
      expect(money('金额').read(String(amount / 100))).toEqual({ value: amount })
    }),
  )
})

test.each([
  ['￥1,234.5', 123450],
  ['１５．００', 1500],
  ['15元', 1500],
  ['(1,234,567.5)', -123456750],
  ['1,0000', 1000000],
  ['(15.00)', -1500],
  [' 0.30000000000000004 ', 30],
  ['.5', 50],
  ['1E2', 10000],
  ['—', null],
  ['', null],
])('“%s”读成 %s 分', (text, amount) => {
  expect(readFen(text)).toEqual({ value: amount })
})

test.each(['十五', '15.005', '1..2', '1e20', '--5', '免', '1,5', '12,34', '1,234,5'])('“%s”不当作金额，说出原因', (text) => {
  expect(readFen(text)).toHaveProperty('problem')
})

test('合计是整数相加', () => {
  expect(sumOf([10, 20, -5])).toBe(25)
})
