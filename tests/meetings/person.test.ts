import { expect, test } from 'vitest'
import { notOnRoster } from '../../renderer/kit/NameInput.tsx'

test('写下的主持人、记录人，名册里没有的说得出；职务、拉开的两个字不妨碍认人', () => {
  const people = [{ name: '周明礼' }, { name: '李明' }]
  expect(notOnRoster('周明礼', people)).toEqual([])
  expect(notOnRoster('李　明、周明礼（书记）', people)).toEqual([])
  expect(notOnRoster('周明里，程远（街道组织委员）', people)).toEqual(['周明里', '程远'])
  expect(notOnRoster(' ', people)).toEqual([])
})
