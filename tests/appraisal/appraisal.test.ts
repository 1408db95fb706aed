import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excellentMost, excellentShare, excessOf, sumOf, validBallots, whyCannotTally } from '../../shared/appraisal/rules.ts'
import { asidesOf } from '../../shared/members/namesakes.ts'
import { openApp } from '../support/open-app.ts'

const small = fc.integer({ min: 0, max: 30 })
const votes = fc.record({ excellent: small, qualified: small, basicallyQualified: small, unqualified: small, abstained: small })

test('不论怎样填，票数合计不等于有效票就录不进去，相等就录得进去', () => {
  fc.assert(
    fc.property(votes, small, small, (given, spoiled, off) => {
      const returned = sumOf(given) + spoiled + off
      const ballots = { issued: returned, returned, spoiled }
      const refused = whyCannotTally(ballots, [{ name: '赵小满', votes: given }])
      expect(refused?.code).toBe(off === 0 ? undefined : 'appraisal.doesNotFoot')
      expect(validBallots(ballots) - sumOf(given)).toBe(off)
    }),
  )
})

test('优秀最多三分之一，去掉零头；多一名就提醒，正好不提醒', () => {
  expect([excellentMost(17, 3), excellentMost(2, 3), excellentMost(30, 3)]).toEqual([5, 0, 10])
  const round = { basis: 'participants' as const, participants: 17, everyone: 20, excellentMost: 5 }
  expect(excessOf({ ...round, excellent: 5 })).toBeUndefined()
  expect(excessOf({ ...round, excellent: 6 })).toContain('最多 5 名')
})

async function round() {
  const open = await openApp()
  const organizationId = await open.make.root()
  const formal = await open.make.members(3)
  const probationary = await open.make.member({ name: '新同志', fullMemberOn: null }, { category: 'probationary' })
  const start = { organizationId, year: 2026, day: '2026-06-01', memberIds: [...formal, probationary] }
  const { id } = await open.app.appraisal.start(start)
  return { ...open, id, formal, probationary, start, scope: { organizationId, year: 2026 } }
}
const three = { excellent: 2, qualified: 1, basicallyQualified: 0, unqualified: 0, abstained: 0 }
const ballots = { issued: 4, returned: 4, spoiled: 1 }

test('预备党员参加评议、不评定等次：没有票，也定不了等次', async () => {
  const { app, id, formal, probationary, scope } = await round()
  const tallies = formal.map((memberId) => ({ memberId, votes: three }))
  await expect(app.appraisal.tally({ id, ballots, tallies: [...tallies, { memberId: probationary, votes: three }] })).rejects.toThrow(
    '新同志',
  )
  await expect(app.appraisal.decide({ id, decisions: [{ memberId: probationary, grade: 'qualified' }] })).rejects.toThrow('不评定等次')
  expect((await app.appraisal.summary(scope)).at(-1)).toMatchObject({ name: '新同志', result: '参评不定等次', valid: null })
})

test('票数录好之后，等次仍空着，由人选定；汇总表的合计与有效票对得上', async () => {
  const { app, id, formal, scope } = await round()
  await app.appraisal.tally({ id, ballots, tallies: formal.map((memberId) => ({ memberId, votes: three })) })
  expect((await app.appraisal.page({ id })).entries.every(({ grade }) => grade === null)).toBe(true)
  await app.appraisal.decide({ id, decisions: formal.map((memberId) => ({ memberId, grade: 'excellent' })) })
  const { round: now } = await app.appraisal.page({ id })
  expect(now).toMatchObject({ excellent: 3, excellentMost: 1, ungraded: 0, participants: 4 })
  for (const row of await app.appraisal.summary(scope))
    if (row.valid !== null)
      expect(row.excellent! + row.qualified! + row.basicallyQualified! + row.unqualified! + row.abstained!).toBe(validBallots(ballots))
})

test('少录一个人、差一张票都不行，先前的票原样留着；一个支部一年只有一轮', async () => {
  const { app, id, formal, start } = await round()
  const tallies = formal.map((memberId) => ({ memberId, votes: three }))
  await app.appraisal.tally({ id, ballots, tallies })
  await expect(app.appraisal.tally({ id, ballots, tallies: tallies.slice(1) })).rejects.toThrow('一起录完')
  await expect(app.appraisal.tally({ id, ballots: { ...ballots, spoiled: 0 }, tallies })).rejects.toThrow('有效票是 4')
  expect((await app.appraisal.page({ id })).round.ballots).toEqual(ballots)
  await expect(app.appraisal.start(start)).rejects.toThrow('已经开展')
})

async function decided() {
  const open = await round()
  const { app, id, formal } = open
  await app.appraisal.tally({ id, ballots, tallies: formal.map((memberId) => ({ memberId, votes: three })) })
  await app.appraisal.decide({ id, decisions: formal.map((memberId) => ({ memberId, grade: 'qualified' as const })) })
  return open
}

test('人人定了等次才办得结；办结之后什么也改不了，撤销也不行；取消办结要写原因，之后照常能改', async () => {
  const { app, id, formal, start } = await decided()
  const [first = 0] = formal
  await app.appraisal.decide({ id, decisions: [{ memberId: first, grade: null }] })
  const [cleared] = await app.history.list({ limit: 1 })
  await expect(app.appraisal.finish({ id, day: '2026-06-10' })).rejects.toThrow('没有定等次')
  await app.history.undo({ operationId: cleared!.id })
  await expect(app.appraisal.finish({ id, day: '2026-05-31' })).rejects.toThrow('2026-06-01')
  await expect(app.appraisal.finish({ id, day: '2026-06-16' })).rejects.toThrow('2026-06-15')
  const decision = (await app.history.list({ limit: 9 })).findLast(({ command }) => command === 'appraisal.decide')
  await app.appraisal.finish({ id, day: '2026-06-10' })
  expect((await app.appraisal.page({ id })).round.finishedOn).toBe('2026-06-10')
  const writes = [
    () => app.appraisal.decide({ id, decisions: [{ memberId: first, grade: 'excellent' }] }),
    () => app.appraisal.rateSelf({ id, ratings: [{ memberId: first, grade: 'qualified' }] }),
    () => app.appraisal.chooseBasis({ id, basis: 'everyone' }),
    () => app.appraisal.amend({ id, day: start.day, memberIds: formal }),
    () => app.appraisal.remove({ id, reason: '重来' }),
    () => app.appraisal.finish({ id, day: '2026-06-11' }),
    () => app.history.undo({ operationId: decision!.id }),
  ]
  for (const write of writes) await expect(write()).rejects.toThrow('已经办结')
  await app.appraisal.reopen({ id, reason: '漏了一条意见' })
  await app.appraisal.decide({ id, decisions: [{ memberId: first, grade: 'excellent' }] })
  expect((await app.appraisal.page({ id })).round).toMatchObject({ finishedOn: null, excellent: 1 })
})

test('名单可以改：添的人空着等次，去掉的人不在汇总表里，日子在转正之后的才评定等次', async () => {
  const { app, id, formal, probationary, start, make, scope } = await decided()
  const late = await make.member({ name: '晚到的' })
  await app.appraisal.amend({ id, day: start.day, memberIds: [...formal.slice(1), probationary, late] })
  const { round: now, entries } = await app.appraisal.page({ id })
  expect(now).toMatchObject({ participants: 4, ungraded: 1, untallied: 1 })
  expect(entries.map(({ name }) => name).slice(-2)).toEqual(['新同志', '晚到的'])
  await app.members.changeCategory({ id: probationary, category: 'formal', fromDay: '2026-06-05' })
  await app.appraisal.amend({ id, day: '2026-06-06', memberIds: [...formal.slice(1), probationary] })
  expect((await app.appraisal.page({ id })).entries.at(-1)).toMatchObject({ name: '新同志', graded: true, votes: null })
  expect((await app.appraisal.summary(scope)).map(({ name }) => name)).toHaveLength(3)
})

test('在哪次会上开的，会议要是这个支部的；筹备中的会议删掉，评议还在', async () => {
  const { app, id, formal, start, make, scope } = await round()
  const other = await app.organizations.found({ parentId: start.organizationId, kind: 'group', name: '第一党小组' })
  expect(other.id).toBeGreaterThan(0)
  const meetingId = await make.meeting({ topic: '年度组织生活会' })
  await app.appraisal.amend({ id, day: start.day, meetingId, memberIds: formal })
  expect((await app.appraisal.rounds(scope))[0]).toMatchObject({ meetingId, meetingTopic: '年度组织生活会' })
  await app.meetings.remove({ id: meetingId })
  expect((await app.appraisal.rounds(scope))[0]).toMatchObject({ meetingId: null, meetingTopic: '' })
})

test('优秀占参评的比例写在汇总表的合计行', () => {
  expect(excellentShare(5, 17)).toBe('优秀 5 名，占参评 17 名的 29.4%')
  expect(excellentShare(0, 0)).toBe('')
})

test('同名的人用出生年分辨，同年的连月', () => {
  const people = [
    { name: '王芳', birthDay: '1985-03' },
    { name: '王芳', birthDay: '1985-11-02' },
    { name: '王芳', birthDay: '1990' },
    { name: '李伟', birthDay: '1985-03' },
    { name: '王芳', birthDay: null },
  ]
  expect(asidesOf(people)).toEqual(['1985年03月生', '1985年11月生', '1990年生', '', ''])
})
