import { expect, test } from 'vitest'
import { listedTitle, recordTitle, signInTitle, unitMeeting } from '../../main/documents/meeting-titles.ts'
import { meetingKindsOfPack } from '../../main/rules/packs.ts'

const units = ['春晖商会党支部', '春晖商会驻外流动党员党支部', '第三支部', '春晖商会党总支', '春晖商会党委', '春晖商会党支部第一党小组']

test('单位名接会名，不把“支部”“党小组”写两遍', () => {
  expect(unitMeeting('春晖商会党支部', '支部党员大会')).toBe('春晖商会党支部党员大会')
  expect(unitMeeting('第三支部', '支部委员会会议')).toBe('第三支部委员会会议')
  expect(unitMeeting('春晖商会党支部第一党小组', '党小组会')).toBe('春晖商会党支部第一党小组会')
  // “总支”不是“支部”
  expect(unitMeeting('春晖商会党总支', '支部党员大会')).toBe('春晖商会党总支支部党员大会')
  for (const unit of units)
    for (const { name } of meetingKindsOfPack()) expect(unitMeeting(unit, name)).not.toMatch(/支部支部|党小组党小组/)
})

test('签到表：几类合并召开的也一样', () => {
  const titled = (organizationName: string, groupName: string | null, kindNames: string) =>
    signInTitle({ organizationName, groupName, kindNames })
  expect(titled('春晖商会党支部', null, '支部党员大会、党课')).toBe('春晖商会党支部党员大会、党课签到表')
  expect(titled('春晖商会党支部', null, '主题党日、支部党员大会')).toBe('春晖商会党支部主题党日、支部党员大会签到表')
  expect(titled('春晖商会党支部', '市场东区党小组', '党小组会')).toBe('春晖商会党支部市场东区党小组会签到表')
})

test('记录用会议名称，目录里主题已写明类型的不再写', () => {
  expect(recordTitle({ topic: '第一季度党员大会', kindNames: '支部党员大会' })).toBe('第一季度党员大会记录')
  expect(recordTitle({ topic: '学习讨论', kindNames: '支部党员大会' })).toBe('支部党员大会记录')
  expect(listedTitle({ topic: '党课：质量就是信誉', kindNames: '支部党员大会、党课' })).toBe('支部党员大会、党课：质量就是信誉')
  expect(listedTitle({ topic: '学习讨论', kindNames: '支部党员大会' })).toBe('支部党员大会：学习讨论')
})
