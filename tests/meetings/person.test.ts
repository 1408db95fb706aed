import { expect, test } from 'vitest'
import { nameChoices, notOnRoster, personChoices } from '../../renderer/kit/NameInput.tsx'

test('写下的主持人、记录人，名册里没有的说得出；职务、拉开的两个字不妨碍认人', () => {
  const people = [{ name: '周明礼' }, { name: '李明' }]
  expect(notOnRoster('周明礼', people)).toEqual([])
  expect(notOnRoster('李　明、周明礼（书记）', people)).toEqual([])
  expect(notOnRoster('周明里，程远（街道组织委员）', people)).toEqual(['周明里', '程远'])
  expect(notOnRoster(' ', people)).toEqual([])
})

test('同名的人在列出的名单里各带出生年，分不清的才只列一次', () => {
  const named = (name: string, aside: string) => ({ name, aside, pinyin: 'wangfang', initials: 'wf' })
  const listed = nameChoices([named('王芳', '1985年生'), named('王芳', '1990年生'), named('李明', ''), named('李明', '')])
  expect(listed.map(({ value }) => value)).toEqual(['王芳（1985年生）', '王芳（1990年生）', '李明'])
  expect(
    notOnRoster(
      '王芳（1985年生）、李明',
      listed.map(({ value }) => ({ name: value })),
    ),
  ).toEqual([])
  const placed = (id: number, groupName: string, birthDay: string) => ({
    ...{ id, name: '王芳', pinyin: '', initials: '', branchName: '支部', groupName, birthDay },
  })
  const choices = personChoices([placed(1, '一组', '1985-03'), placed(2, '一组', '1990-01'), placed(3, '二组', '1970-01')])
  expect(choices.map(({ label }) => label)).toEqual(['王芳（一组，1985年生）', '王芳（一组，1990年生）', '王芳（二组）'])
})
