import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDigitOf, checkIdNumber, to18 } from '../../shared/members/id-number.ts'

/** 虚构的号码：999 开头的地区并不存在。 */
const made = (first17: string) => first17 + checkDigitOf(first17)

test('校验码按 GB 11643-1999 的例子算得对', () => {
  // 标准附录的两个例子
  expect(checkDigitOf('11010519491231002')).toBe('X')
  expect(checkDigitOf('44052418800101001')).toBe('4')
})

test('十八位号码给出生日与性别，没有提醒', () => {
  const number = made('99900119800315001')
  expect(checkIdNumber(number, '2026-11-22')).toEqual({ kind: 'resident18', normal: number, birthDay: '1980-03-15', gender: 'male' })
  expect(checkIdNumber(made('99900119800315002')).gender).toBe('female')
})

test('任何一位抄错，都会提醒，也不再推出生日和性别', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
      const right = made('99900119800315001')
      const digit = String((Number(right[at]) + shift) % 10)
      const found = checkIdNumber(right.slice(0, at) + digit + right.slice(at + 1))
      expect(found.kind).toBe('resident18')
      expect(found.warning).toContain('核对')
      expect(found.gender).toBeUndefined()
      expect(found.birthDay).toBeUndefined()
    }),
  )
})

test('日子不存在或在今天之后，提醒核对', () => {
  expect(checkIdNumber(made('99900119800230001')).warning).toContain('不存在')
  expect(checkIdNumber(made('99900119801301001')).warning).toContain('不存在')
  expect(checkIdNumber(made('99900120270101001'), '2026-11-22').warning).toContain('今天之后')
})

test('小写、全角、空格、引号都认得', () => {
  const number =
    ['001', '002', '003', '004', '005', '006', '007', '008', '009', '010', '011']
      .map((s) => made(`99900119800315${s}`))
      .find((n) => n.endsWith('X')) ?? ''
  expect(number).toMatch(/X$/)
  const wide = number.toLowerCase().replace(/[0-9x]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
  for (const text of [
    number.toLowerCase(),
    wide,
    `'${number}`,
    `${number.slice(0, 6)} ${number.slice(6)}`,
    `\u3000${number}\ufeff`,
    number.replace('X', '×'),
  ])
    expect(checkIdNumber(text)).toMatchObject({ kind: 'resident18', normal: number })
})

test('十五位旧号补成十八位，并请人与证件核对', () => {
  const old = '999001800315001'
  const full = made('99900119800315001')
  expect(to18(old)).toBe(full)
  expect(checkIdNumber(old)).toEqual({
    kind: 'resident15',
    normal: old,
    birthDay: '1980-03-15',
    gender: 'male',
    warning: expect.stringContaining(full),
  })
})

test('港澳台居民居住证按居民身份证核对，通行证与台胞证各认各的', () => {
  for (const area of ['810000', '820000', '830000'])
    expect(checkIdNumber(made(`${area}19800315002`))).toMatchObject({ kind: 'resident18', birthDay: '1980-03-15', gender: 'female' })
  expect(checkIdNumber('h00000001')).toEqual({ kind: 'hkmo', normal: 'H00000001' })
  expect(checkIdNumber('M0000000101')).toEqual({ kind: 'hkmo', normal: 'M0000000101' })
  expect(checkIdNumber('00000001').kind).toBe('taiwan')
  expect(checkIdNumber('0000000101').kind).toBe('taiwan')
  expect(checkIdNumber('EA0000001').kind).toBe('passportLike')
})

test('被表格软件存成数值的号码，说明原因', () => {
  expect(checkIdNumber('9.99001198003E+17').warning).toContain('数值')
  const cut = `${made('99900119800315001').slice(0, 15)}000`
  expect(checkIdNumber(cut).warning).toContain('数值')
})

test('位数不对时说出位数，任何文字都只得到提醒', () => {
  expect(checkIdNumber('9990011980031500').warning).toContain('16 位')
  expect(checkIdNumber('没有').kind).toBe('unknown')
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void expect(checkIdNumber(text, '2026-11-22')).toHaveProperty('kind')))
})
