import { expect, test } from 'vitest'
import { anniversariesIn } from '../../shared/members/anniversaries.ts'
import { memberWarnings } from '../../shared/members/rules.ts'
import { openApp } from '../support/open-app.ts'

/** 虚构的号码，校验位正确；后一个校验位不对。 */
const [ID, WRONG] = ['99990019800315018X', '999900198003150031']

test('首页要的几个数，就是名册上一个一个数出来的', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  await make.member({ name: '全的', idNumber: ID, birthDay: '1980-03-15', mobile: '13900001234' })
  await make.member({ name: '没有证号', mobile: '123' })
  await make.member({ name: '证号不对', idNumber: WRONG, mobile: '13900001234' })
  const left = await make.member({ name: '转出的' })
  await app.members.changeStanding({ id: left, standing: 'movedOut', fromDay: '2026-06-01' })
  const organizationId = await make.root()
  const { limits } = await app.members.standards({})
  const rows = await app.members.list({ organizationId })
  const doubtful = rows.filter((row) => row.idNumber && memberWarnings(row, '2026-06-15', limits).length > 0).map(({ name }) => name)
  expect(doubtful).toEqual(['证号不对'])
  expect(await app.members.overview({ organizationId })).toEqual({ people: 3, withoutId: 1 })
  expect(await app.members.doubtful({ organizationId })).toBe(1)
})

test('一个月里的生日与入党周年：只知道年月的、当年入党的不列；平年 2 月 29 日的列在 28 日', () => {
  const one = (name: string, birthDay: string | null, joinedOn: string | null) => ({ id: name.length, name, birthDay, joinedOn })
  const found = (month: string, ...people: Parameters<typeof one>[]) =>
    anniversariesIn(
      month,
      people.map((given) => one(...given)),
    ).map(({ name, day, what, years }) => `${day} ${name} ${what} ${years}`)
  expect(found('2026-07', ['李明', '1980-07-20', '2006-07-01'], ['王芳', '1990-07', '2026-07-01'], ['周强', '1985-08-01', null])).toEqual([
    '2026-07-01 李明 joined 20',
    '2026-07-20 李明 birthday 46',
  ])
  expect(found('2026-02', ['闰生', '1980-02-29', null])).toEqual(['2026-02-28 闰生 birthday 46'])
  expect(found('2028-02', ['闰生', '1980-02-29', null])).toEqual(['2028-02-29 闰生 birthday 48'])
})

test('一个月的周年只算在册的人', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  await make.member({ name: '在册', birthDay: '1980-06-20', joinedOn: '2006-07-01' })
  const left = await make.member({ name: '转出的', birthDay: '1981-06-21' })
  await app.members.changeStanding({ id: left, standing: 'movedOut', fromDay: '2026-06-01' })
  const rows = await app.members.anniversaries({ organizationId: await make.root(), month: '2026-06' })
  expect(rows.map(({ name, day }) => `${day} ${name}`)).toEqual(['2026-06-20 在册'])
})
