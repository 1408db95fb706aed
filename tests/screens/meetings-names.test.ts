import { expect, test } from 'vitest'
import { findNext, matchNames } from '../../renderer/attendance/names.ts'

const person = (memberId: number, name: string, pinyin: string, initials: string) => ({ memberId, name, pinyin, initials })
const people = [
  person(1, '张三', 'zhangsan', 'zs'),
  person(2, '李四', 'lisi', 'ls'),
  person(3, '买买提·吐尔逊江', 'maimaitituerxunjiang', 'mmttexj'),
  person(4, '王芳', 'wangfang', 'wf'),
  person(5, '王芳', 'wangfang', 'wf'),
  person(6, '欧阳静怡', 'ouyangjingyi', 'oyjy'),
  person(7, '赵石', 'zhaoshi', 'zs'),
]
const namesIn = (text: string) => matchNames(text, people).found.map(({ name }) => name)

test('接龙、表格、顿号、拉开的两个字，名单都认得', () => {
  expect(namesIn('1. 张三\n2. 李四（到）\n3、欧阳静怡')).toEqual(['张三', '李四', '欧阳静怡'])
  expect(namesIn('序号\t姓名\t签到\n1\t张　三\t出席\n2\t李 四\t出席')).toEqual(['张三', '李四'])
  expect(namesIn('张三、李四，买买提·吐尔逊江')).toEqual(['张三', '李四', '买买提·吐尔逊江'])
})

test('对不上的和同名的都列出来，不猜；一个名字只算一次', () => {
  expect(matchNames('张三 张三 赵六 王芳', people)).toMatchObject({ found: [{ memberId: 1 }], unknown: ['赵六'], ambiguous: ['王芳'] })
  expect(matchNames('', people)).toEqual({ found: [], unknown: [], ambiguous: [] })
})

test('打首字母、拼音或姓名里的字都找得到；再打一次找下一个，找完一圈回到开头', () => {
  expect(findNext(people, 'zs', 0)).toBe(0)
  expect(findNext(people, 'zs', 1)).toBe(6)
  expect(findNext(people, 'ouy', 0)).toBe(5)
  expect(findNext(people, '四', 4)).toBe(1)
  expect(findNext(people, 'qq', 0)).toBe(-1)
  expect(findNext([], 'zs', 0)).toBe(-1)
})
