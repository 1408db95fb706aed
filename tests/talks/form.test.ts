import { expect, test } from 'vitest'
import {
  amendedTalk,
  followFirst,
  formOf,
  formsFor,
  isBlank,
  kindOf,
  nextForm,
  problemOf,
  type Talker,
  talkersOf,
  talkOf,
} from '../../renderer/talks/talk-form.ts'
import type { TalkRow } from '../../shared/talks/contract.ts'

const person = (id: number, name: string, onCommittee: boolean): Talker => ({
  ...{ id, name, onCommittee, organizationId: 3, initials: '', pinyin: '' },
})
const people = [person(1, '周明礼', true), person(2, '沈若兰', true), person(3, '王芳（第一党小组）', false)]
const filled = { ...nextForm(), day: '2026-05-08', talker: '周明礼', talked: '王芳（第一党小组）' }

test('还差什么，一样一样说；谈话人可以不在名册上，被谈话人一定在', () => {
  expect(problemOf({ ...filled, day: null }, people)).toBe('还没有写日期')
  expect(problemOf({ ...filled, talker: ' ' }, people)).toBe('还没有写谈话人')
  expect(problemOf({ ...filled, talked: '王芳' }, people)).toContain('名册里没有“王芳”')
  expect(problemOf({ ...filled, talked: '周明礼' }, people)).toContain('同一个人')
  expect(problemOf({ ...filled, talker: '街道书记' }, people)).toBeUndefined()
})

test('同名的带党小组，同在一个小组的再带出生年；不同名的只写名字', () => {
  const one = (id: number, name: string, birthDay: string | null, groupName: string | null) => ({
    ...{ id, name, birthDay, groupName, initials: 'wf', pinyin: 'wangfang', organizationId: 3, branchName: '机关党支部' },
  })
  const given = [
    one(1, '王芳', '1985-03-01', '第一党小组'),
    one(2, '王芳', '1990-01', '第一党小组'),
    one(3, '王芳', '1985-07', null),
    one(4, '何二', null, null),
  ]
  const talkers = talkersOf(given, new Set([2]))
  expect(talkers.map(({ name }) => name)).toEqual([
    '王芳（第一党小组，1985年生）',
    '王芳（第一党小组，1990年生）',
    '王芳（机关党支部）',
    '何二',
  ])
  expect(talkOf({ ...filled, talker: '何二', talked: '王芳（第一党小组，1990年生）' }, talkers)).toMatchObject({ talkedId: 2 })
})

test('算哪一类由两个名字定；名册外的谈话人只写名字', () => {
  expect([
    kindOf(filled, people),
    kindOf({ talker: '周明礼', talked: '沈若兰' }, people),
    kindOf({ talker: '', talked: '沈若兰' }, people),
  ]).toEqual(['committeeWithMember', 'withinCommittee', undefined])
  expect(talkOf({ ...filled, talker: '街道书记 ' }, people)).toMatchObject({
    talkerId: null,
    talker: '街道书记',
    talkedId: 3,
    kind: 'otherTalk',
  })
  expect(talkOf({ ...filled, day: '五月' }, people)).toBeUndefined()
})

test('下一次接着上一次的日期和谈话人，只有这两样的算空行', () => {
  expect(nextForm(filled)).toMatchObject({ day: '2026-05-08', talker: '周明礼', talked: '' })
  expect([isBlank(nextForm(filled)), isBlank(filled), formsFor(['甲', '乙']).length, formsFor([]).length]).toEqual([true, false, 2, 1])
})

test('选了好几个人：空着的日期、谈话人一下照第一次填，写了的不动', () => {
  const [first, second, third] = [filled, { ...nextForm(), talked: '沈若兰' }, { ...nextForm(), day: '2026-05-09', talked: '沈若兰' }]
  expect(followFirst([first, second, third]).map(({ day, talker }) => [day, talker])).toEqual([
    ['2026-05-08', '周明礼'],
    ['2026-05-08', '周明礼'],
    ['2026-05-09', '周明礼'],
  ])
  const whole = [first, first]
  expect(followFirst(whole)).toBe(whole)
})

test('修改时两个人没换，就还是原来的人和类，哪怕已经转走、换届', () => {
  const row: TalkRow = {
    ...{ id: 9, organizationId: 3, organizationName: '', talkerId: 8, talker: '丁一', talkedId: 7, talkedName: '何二' },
    ...{ kind: 'withinCommittee', day: '2026-05-08', summary: '', agreed: '', followUp: 'following' },
  }
  const form = { ...formOf(row, people), followUp: 'settled' as const }
  expect(amendedTalk(row, form, people)).toMatchObject({
    talkerId: 8,
    talker: '',
    talkedId: 7,
    kind: 'withinCommittee',
    followUp: 'settled',
  })
  expect(amendedTalk(row, { ...form, talked: '沈若兰' }, people)).toMatchObject({
    talkerId: null,
    talker: '丁一',
    talkedId: 2,
    kind: 'otherTalk',
  })
})
