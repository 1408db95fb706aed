import { expect, test } from 'vitest'
import { fileName } from '../../main/documents/file-name.ts'
import { evenLines, linesIn, unitsOf } from '../../main/documents/text-width.ts'
import { countyOf, maskIdNumber, maskPhone, veil, whyCannotMake } from '../../shared/documents/rules.ts'

test.each([
  ['99900119800101007X', '999001********007X'],
  ['999001800101007', '999001*****1007'],
  ['H1234567', 'H1****67'],
  ['', ''],
])('证件号 %s 打码成 %s', (whole, masked) => expect(maskIdNumber(whole)).toBe(masked))

test.each([
  ['13800005678', '138****5678'],
  ['0000-88886666', '0000-****6666'],
  ['0000-1230011', '0000-***0011'],
  ['88886666', '****6666'],
  ['13800005678/13900001111', '138****5678/139****1111'],
  ['668899', '****99'],
  ['无', '无'],
])('电话 %s 打码成 %s', (whole, masked) => expect(maskPhone(whole)).toBe(masked))

test.each([
  ['某省某市某某区幸福路8号', '某省某市某某区'],
  ['某某市某某区三里街', '某某市某某区'],
  ['某某省甲州市某某街道幸福小区5幢', '某某省甲州市'],
  ['某某自治区某某市新城区大街', '某某自治区某某市新城区'],
  ['幸福小区3幢', ''],
  ['某省某市工业园区9号', '某省某市'],
])('住址 %s 只到县：%s', (whole, cut) => expect(countyOf(whole)).toBe(cut))

test('公示不出现，内部打码，上报照写', () => {
  expect(veil('idNumber', 'posted')).toBeUndefined()
  expect(veil('private', 'internal')).toBeUndefined()
  expect(veil('private', 'reported')?.('困难')).toBe('困难')
  expect(veil('phone', 'internal')?.('13800005678')).toBe('138****5678')
  expect(veil('open', 'posted')?.('张三')).toBe('张三')
})

test('只有上报要写用途', () => {
  expect(whyCannotMake('reported', '　')?.code).toBe('documents.needsPurpose')
  expect(whyCannotMake('reported', '报街道')).toBeUndefined()
  expect(whyCannotMake('internal', '')).toBeUndefined()
})

test('文件名在 Windows 上合法，太长时截短而留住日期', () => {
  expect(fileName(['某某商会党支部', '三会一课台账', '2026'], '2026-11-22', 'xlsx')).toBe('某某商会党支部_三会一课台账_2026_20261122.xlsx')
  expect(fileName(['甲/乙:丙*?"<>|\\丁', ' 台账. '], '2026-11-22', 'pdf')).toBe('甲 乙 丙 丁_台账_20261122.pdf')
  expect(fileName(['CON'], '2026-11-22', 'pdf')).toBe('CON_20261122.pdf')
  const long = fileName(['支'.repeat(200), '台账'.repeat(50), '2026'], '2026-11-22', 'xlsx')
  expect(Buffer.byteLength(long)).toBeLessThanOrEqual(240)
  expect(long).toMatch(/台账_2026_20261122\.xlsx$/)
})

test('文件名太长时，短的几段写全，长的截去中间，哪个支部、哪种文书还认得出', () => {
  const unit = `中共青禾市望海区${'茶叶加工与流通'.repeat(5)}第一联合党支部`
  const name = fileName([unit, '20261110支部党员大会签到表', '学习讨论'.repeat(12)], '2026-11-22', 'pdf')
  expect(name).toMatch(/^中共青禾市望海区.*…党支部_20261110支部党员大会签到表_学习讨论.*…习讨论_20261122\.pdf$/)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240)
})

test('长标题折成差不多长的几行，不剩孤零零两个字；一行放得下的不动', () => {
  expect(evenLines('春晖商会党支部', 22, 442)).toBe('春晖商会党支部')
  const lines = evenLines(`${'青禾市望海区茶叶加工与流通'.repeat(3)}党支部`, 22, 442).split('\n')
  expect(lines).toHaveLength(3)
  expect(lines.map((line) => line.length)).toEqual([14, 14, 14])
  expect(evenLines('一二三四，五六七', 10, 50)).toBe('一二三四，\n五六七')
})

test('汉字两格宽，折行宁多不少', () => {
  expect(unitsOf('2026年3月')).toBe(9)
  expect(linesIn('议定事项和完成时限', 8)).toBe(3)
  expect(linesIn('', 8)).toBe(1)
  expect(linesIn('一\n二', 8)).toBe(2)
})
