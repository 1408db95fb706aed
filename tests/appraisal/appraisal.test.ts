import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excellentMost, excessOf, sumOf, validBallots, whyCannotTally } from '../../shared/appraisal/rules.ts'
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
