import { expect, test } from 'vitest'
import { readTime } from '../../shared/ledger/reading.ts'

test.each([
  ['14:30', '14:30'],
  ['9点', '09:00'],
  ['11点半', '11:30'],
  ['9时05分', '09:05'],
  ['下午2点半', '14:30'],
  ['下午 14:30', '14:30'],
  ['晚上7点', '19:00'],
  ['上午９：００', '09:00'],
])('时刻照口头的写法也读得懂：%s', (text, value) => expect(readTime(text)).toEqual({ value }))

test.each(['25点', '下午', '半', '9点70'])('不是时刻的说出来：%s', (text) => expect(readTime(text)).toHaveProperty('problem'))
