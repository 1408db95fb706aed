import { expect, test } from 'vitest'
import { explain, sentences } from '../../shared/refusals.ts'

/** 写成字是“某”，要算数时是一分钱。 */
const anything = { [Symbol.toPrimitive]: (hint: string) => (hint === 'number' ? 1 : '某') }

/** 随便什么字段都给得出值的数据。 */
const anyData: unknown = new Proxy(
  {},
  { get: (_, key) => (key === 'problems' || key === 'sheets' ? ['某处'] : key === 'advice' ? '这不是名册，请选择名册。' : anything) },
)

test.each(Object.keys(sentences))('%s 有一句完整的话，没有漏填的地方', (code) => {
  const sentence = explain({ code, data: anyData })
  expect(sentence).toMatch(/[\u4e00-\u9fff].*[。）]$/)
  expect(sentence).not.toMatch(/undefined|null|NaN|\[object/)
  expect(code).toMatch(/^[a-z]+\.[a-zA-Z]+$/)
})
