import { describe, expect, test } from 'vitest'
import { pinyinReader } from '../../main/members/pinyin.ts'
import { memberLimits } from '../../main/rules/packs.ts'
import { checkDigitOf } from '../../shared/members/id-number.ts'
import { isLandline, isMobile, memberWarnings, mobileSoFar, partyAgeOn } from '../../shared/members/rules.ts'

const today = '2026-11-22'
const limits = memberLimits()
const idNumber = `99900119800315001${checkDigitOf('99900119800315001')}`
const whole = {
  name: '张三',
  idNumber,
  gender: 'male',
  birthDay: '1980-03-15',
  joinedOn: '2005-07-01',
  fullMemberOn: '2006-07-01',
  category: 'formal',
  mobile: '13800000000',
} as const
type Facts = Parameters<typeof memberWarnings>[0]
const fieldsOf = (facts: Facts) => memberWarnings({ ...whole, ...facts }, today, limits).map(({ field }) => field)

describe('党员信息核对', () => {
  test('齐全无误的没有提醒', () => expect(fieldsOf({})).toEqual([]))

  test('出生日期与身份证不一致，提醒以档案为准；只有年月且相符的不提醒', () => {
    const [found] = memberWarnings({ ...whole, birthDay: '1980-03-16' }, today, limits)
    expect(found).toMatchObject({ field: 'birthDay', text: expect.stringContaining('以档案为准') })
    expect(fieldsOf({ birthDay: '1980-03' })).toEqual([])
    expect(fieldsOf({ birthDay: '1980-04' })).toEqual(['birthDay'])
  })

  test('性别与身份证不一致，提醒以档案为准', () => expect(fieldsOf({ gender: 'female' })).toEqual(['gender']))

  test('手机与固话至少一项，样子不对的提醒', () => {
    expect(fieldsOf({ mobile: null, phone: null })).toEqual(['mobile'])
    expect(fieldsOf({ mobile: null, phone: '0571-88000000' })).toEqual([])
    expect(fieldsOf({ mobile: '1380000000' })).toEqual(['mobile'])
    expect(fieldsOf({ phone: '88000000' })).toEqual(['phone'])
  })

  test('转正早于入党的提醒；只有年月、分不出先后的不提醒', () => {
    expect(fieldsOf({ joinedOn: '2006-08', fullMemberOn: '2006-07' })).toEqual(['fullMemberOn'])
    expect(fieldsOf({ joinedOn: '1981-07', fullMemberOn: '1981-07-20', birthDay: '1960-01', idNumber: null })).toEqual([])
  })

  test('同日入党转正，只有 1969-04-01 至 1977-08-11 间入党的不提醒', () => {
    const on = (day: string) => fieldsOf({ joinedOn: day, fullMemberOn: day, birthDay: '1945-01-01', idNumber: null })
    expect(on('1969-03-31')).toEqual(['fullMemberOn'])
    expect(on('1969-04-01')).toEqual([])
    expect(on('1977-08-11')).toEqual([])
    expect(on('1977-08-12')).toEqual(['fullMemberOn'])
  })

  test('不满一年预备期的提醒，延长预备期的不提醒', () => {
    expect(fieldsOf({ fullMemberOn: '2006-06-30' })).toEqual(['fullMemberOn'])
    expect(fieldsOf({ fullMemberOn: '2007-01-01' })).toEqual([])
    expect(fieldsOf({ joinedOn: '2005-07', fullMemberOn: '2006-07' })).toEqual([])
  })

  test('入党时不满十八周岁的提醒，刚满的不提醒', () => {
    const born = (birthDay: string) => fieldsOf({ birthDay, idNumber: null })
    expect(born('1987-07-02')).toEqual(['joinedOn'])
    expect(born('1987-07-01')).toEqual([])
    expect(born('1987-07')).toEqual([])
    expect(born('1987-08')).toEqual(['joinedOn'])
    expect(born('2010-01-01')).toEqual(['joinedOn'])
  })

  test('预备党员不该有转正日期，正式党员要有', () => {
    expect(fieldsOf({ category: 'probationary' })).toEqual(['fullMemberOn'])
    expect(fieldsOf({ category: 'probationary', fullMemberOn: null })).toEqual([])
    expect(fieldsOf({ fullMemberOn: null })).toEqual(['fullMemberOn'])
  })

  test('失联要有日期，流动要有流向', () => {
    expect(fieldsOf({ outOfContact: true })).toEqual(['outOfContactSince'])
    expect(fieldsOf({ outOfContactSince: '2026-01' })).toEqual(['outOfContact'])
    expect(fieldsOf({ outOfContact: true, outOfContactSince: '2026-01' })).toEqual([])
    expect(fieldsOf({ floating: true })).toEqual(['floatingTo'])
  })

  test('还没到的日子提醒核对', () => {
    expect(fieldsOf({ outOfContact: true, outOfContactSince: '2026-12' })).toEqual(['outOfContactSince'])
    expect(fieldsOf({ joinedOn: '2027-01-01', fullMemberOn: null, category: 'probationary' })).toEqual(['joinedOn'])
  })

  test('每条提醒都有出处', () => {
    const all = memberWarnings(
      { idNumber: '123', mobile: '1', phone: '1', outOfContact: true, floating: true, birthDay: '2030-01', category: 'formal' },
      today,
      limits,
    )
    expect(all.length).toBeGreaterThanOrEqual(7)
    for (const { text, source } of all) expect([text.endsWith('。'), source !== '']).toEqual([true, true])
  })
})

test('党龄自转正之日起算，预备党员没有党龄', () => {
  expect(partyAgeOn({ category: 'formal', fullMemberOn: '2006-07-01' }, '2026-06-30')).toBe(19)
  expect(partyAgeOn({ category: 'formal', fullMemberOn: '2006-07-01' }, '2026-07-01')).toBe(20)
  expect(partyAgeOn({ category: 'formal', fullMemberOn: '2026-11' }, today)).toBe(0)
  expect(partyAgeOn({ category: 'probationary', fullMemberOn: '2006-07-01' }, today)).toBeNull()
  expect(partyAgeOn({ category: 'formal', fullMemberOn: null }, today)).toBeNull()
  expect(partyAgeOn({ category: 'formal', fullMemberOn: '2026-12-01' }, today)).toBeNull()
})

test('手机号打到一半说到第几位；打全了、不是 1 开头的不说', () => {
  expect([
    mobileSoFar('138 0000 000'),
    mobileSoFar('13800000000'),
    mobileSoFar('0571'),
    mobileSoFar('138000000001'),
    mobileSoFar(null),
  ]).toEqual(['已打 10 位，手机号是 11 位', undefined, undefined, undefined, undefined])
})

test('电话的常见写法都认得', () => {
  for (const text of ['13800000000', '138 0000 0000', '138-0000-0000', '+8613800000000', '＋86 138 0000 0000', '１３８００００００００'])
    expect(isMobile(text)).toBe(true)
  for (const text of ['12800000000', '1380000000', '138000000000', '无']) expect(isMobile(text)).toBe(false)
  for (const text of ['0571-88000000', '057188000000', '010-88000000', '(0571)88000000', '0571-88000000-801'])
    expect(isLandline(text)).toBe(true)
  for (const text of ['88000000', '0571-880', '13800000000']) expect(isLandline(text)).toBe(false)
})

const pinyinOf = await pinyinReader()

test('多音的姓按姓氏读', () => {
  const full = (name: string) => pinyinOf(name).pinyin
  expect(
    ['单田', '仇英', '曾明', '解明', '查明', '朴明', '区明', '尉迟明', '万俟明', '盖明', '乐明', '任明', '华明', '翟明', '长孙明'].map(
      full,
    ),
  ).toEqual([
    'shantian',
    'qiuying',
    'zengming',
    'xieming',
    'zhaming',
    'piaoming',
    'ouming',
    'yuchiming',
    'moqiming',
    'geming',
    'yueming',
    'renming',
    'huaming',
    'zhaiming',
    'zhangsunming',
  ])
})

test('拼音与首字母不含间隔号、空格和声调', () => {
  expect(pinyinOf('张三')).toEqual({ pinyin: 'zhangsan', initials: 'zs' })
  expect(pinyinOf('买买提·吐尔逊江')).toEqual({ pinyin: 'maimaitituerxunjiang', initials: 'mmttexj' })
  expect(pinyinOf('欧阳 明月')).toEqual({ pinyin: 'ouyangmingyue', initials: 'oymy' })
  expect(pinyinOf('吕绿')).toEqual({ pinyin: 'lvlv', initials: 'll' })
  expect(pinyinOf('Ann 李')).toEqual({ pinyin: 'annli', initials: 'annl' })
})
