import { expect, test } from 'vitest'
import codes from '../../assets/rules/codes.json' with { type: 'json' }
import { dictionary, meetingKindsOfPack, pack } from '../../main/rules/packs.ts'
import { type PackId, packShapes } from '../../main/rules/shape.ts'
import { MeetingKind } from '../../shared/meetings/contract.ts'

test('每个规则包有代号、生效日期与出处', () => {
  for (const id of Object.keys(packShapes) as PackId[]) {
    const { id: named, source, effectiveFrom, issued } = pack(id)
    expect([named, source.length > 0, effectiveFrom >= issued]).toEqual([id, true, true])
  }
})

test('规则包里写错一个数字，读入时就会发现', () => {
  const bad = structuredClone(pack('branch-setup')) as unknown as { parameters: { mostMembers: { value: unknown } } }
  bad.parameters.mostMembers.value = '50'
  expect(packShapes['branch-setup'].safeParse(bad).success).toBe(false)
  expect(packShapes['branch-setup'].safeParse(pack('branch-setup')).success).toBe(true)
})

test('会议类型齐全，代号与名称不重，定期的有次数和出处', () => {
  const kinds = meetingKindsOfPack()
  expect(kinds.map(({ name }) => name)).toEqual([
    '支部党员大会',
    '支部委员会会议',
    '党小组会',
    '党课',
    '主题党日',
    '组织生活会',
    '民主评议党员',
    '谈心谈话',
    '换届选举',
    '其他',
  ])
  expect(new Set(kinds.map(({ code }) => code)).size).toBe(kinds.length)
  for (const kind of kinds) {
    expect(MeetingKind.parse(kind)).toEqual(kind)
    expect([kind.code, kind.period === 'none', kind.article !== '' || kind.code === 'other']).toEqual([kind.code, kind.times === 0, true])
  }
})

test('代码与说法一一对应，另外的说法不指向两个代码', () => {
  for (const [name, { entries }] of Object.entries(codes.parameters)) {
    const words = entries.flatMap(({ word, also }: { word: string; also: string[] }) => [word, ...also])
    expect([name, new Set(words).size]).toEqual([name, words.length])
    const { codes: toCode, words: toWord } = dictionary(name)
    expect([name, toWord.size]).toEqual([name, entries.length])
    for (const [code, word] of toWord) expect(toCode.get(word)).toBe(code)
  }
})

test('五十六个民族，学历常见说法都有代码', () => {
  expect(dictionary('ethnicity').words.size).toBe(56)
  expect([dictionary('ethnicity').codes.get('汉'), dictionary('ethnicity').codes.get('基诺族')]).toEqual(['01', '56'])
  for (const word of ['研究生', '硕士', '博士', '大学本科', '本科', '大学', '大专', '中专', '高中', '初中', '小学'])
    expect(dictionary('education').codes.has(word)).toBe(true)
})

test('还没有取得的代码表是空的，不编造', () => {
  expect(dictionary('job').codes.size).toBe(0)
  expect(dictionary('nowhere').words.size).toBe(0)
})
