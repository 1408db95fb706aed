import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { votingRules } from '../../main/rules/packs.ts'
import { ballotsFollowing } from '../../renderer/votes/vote-form.ts'
import { Tally } from '../../shared/votes/contract.ts'
import { leastCandidates } from '../../shared/votes/election.ts'
import { judge, whyCannotVote } from '../../shared/votes/rules.ts'
import { wantedVotes } from '../../shared/votes/wanted.ts'
import { matterOnPaper } from '../../shared/votes/words.ts'

const rules = votingRules()
type Given = Partial<(typeof Tally)['_zod']['input']>
const tally = (given: Given) => Tally.parse({ kind: 'general', eligible: 9, present: 9, ...given })
const secretly = (given: Given, invalid = 0) => {
  const present = given.present ?? 9
  return tally({ kind: 'admission', secret: true, ballots: { issued: present, returned: present, invalid }, ...given })
}
const why = (given: Tally, person = '张三') => whyCannotVote(given, person, rules)?.code
const outcome = (given: Tally) => judge(given, rules).outcome
const written = (inFavour: number, beforehand = true) => ({ inFavour, against: 0, abstained: 0, beforehand })

describe('规则手册里的例子', () => {
  test('应到 9 人、实到 5 人、赞成 5 票，通过', () => {
    expect(outcome(tally({ present: 5, inFavour: 5 }))).toBe('passed')
  })
  test('应到 10 人、实到 6 人、赞成 5 票，恰好半数，没有通过，并说出还可以怎么办', () => {
    const verdict = judge(secretly({ kind: 'conversion', eligible: 10, present: 6, inFavour: 5, against: 1 }), rules)
    expect(verdict.outcome).toBe('exactlyHalf')
    expect(verdict.possible).toEqual(['延期再议', '补充情况后重新表决', '讨论延长预备期'])
    expect(verdict.sentence).toBe(
      '应到会有表决权的 10 人，实到 6 人。无记名投票，发出选票 6 张，收回 6 张，有效 6 张，赞成 5 票，反对 1 票，弃权 0 票。赞成恰为应到会有表决权人数的半数，没有超过半数，没有通过。',
    )
  })
  test('应到 10 人、实到 5 人：一般事项要书记先定，发展党员不得表决', () => {
    expect(why(tally({ eligible: 10, present: 5, inFavour: 5 }))).toBe('votes.halfUndecided')
    expect(why(secretly({ eligible: 10, present: 5, inFavour: 5 }))).toBe('votes.noQuorum')
    expect(outcome(tally({ eligible: 10, present: 5, inFavour: 5, halfCounts: false }))).toBe('noQuorum')
  })
  test('应到 11 人、实到 9 人、赞成 5 票、书面赞成 1 份，合计 6 票，通过', () => {
    const verdict = judge(secretly({ eligible: 11, present: 9, inFavour: 5, against: 4, written: written(1) }), rules)
    expect([verdict.outcome, verdict.favour, verdict.line]).toEqual(['passed', 6, 5.5])
    expect(verdict.notes.join('')).toContain('出处待核对原文')
  })
})

describe('少见的表决', () => {
  test('没有人有表决权，不能表决', () => expect(why(tally({ eligible: 0, present: 0 }))).toBe('votes.nobodyEligible'))
  test('一个人也没来，一般事项照实记为到会不够', () => {
    const none = tally({ present: 0 })
    expect([why(none), outcome(none)]).toEqual([undefined, 'noQuorum'])
  })
  test('书面意见不是会前正式书面提出的不算：差这一票就没有通过', () => {
    const late = secretly({ eligible: 11, present: 9, inFavour: 5, against: 4, written: written(1, false) })
    expect(outcome(late)).toBe('rejected')
    expect(judge(late, rules).notes).toContain('书面意见不是会前正式书面提出的，没有计入票数。')
  })
  test('到会的人不另交书面意见：书面意见多于没到的人，请核对', () =>
    expect(why(secretly({ eligible: 10, present: 9, inFavour: 9, written: written(2) }))).toBe('votes.moreWritten'))
  test('弃权不算赞成：全体到会，弃权过多，没有通过', () => expect(outcome(tally({ inFavour: 4, abstained: 5 }))).toBe('rejected'))
  test('有人没有表态，照记，并说出几人', () =>
    expect(judge(tally({ inFavour: 6, against: 1 }), rules).notes).toEqual(['有 2 人没有表态。']))
  test('三种票加起来多于到会的人，请核对', () => expect(why(tally({ inFavour: 8, against: 1, abstained: 1 }))).toBe('votes.moreVotes'))
  test('实到多于应到，请核对', () => expect(why(tally({ present: 10 }))).toBe('votes.morePresent'))
  test('发出的选票多于有表决权的到会者（预备党员领了票），请核对', () =>
    expect(why(secretly({ ballots: { issued: 10, returned: 10 }, inFavour: 9 }))).toBe('votes.issuedToStrangers'))
  test('收回多于发出，是结果不是填错：本次投票无效，重新投票', () => {
    const over = secretly({ ballots: { issued: 8, returned: 9 }, inFavour: 9 })
    expect([why(over), outcome(over), judge(over, rules).possible]).toEqual([undefined, 'invalid', ['重新投票']])
  })
  test('收回少于发出，有效，并说出少了几张', () =>
    expect(judge(secretly({ ballots: { issued: 9, returned: 7 }, inFavour: 6, against: 1 }), rules).notes).toContain('少收回 2 张。'))
  test('无效票不能当赞成数', () =>
    expect(why(secretly({ ballots: { issued: 9, returned: 9, invalid: 2 }, inFavour: 8 }))).toBe('votes.moreVotes'))
  test('无记名没有写选票张数，请补上', () => expect(why(secretly({ ballots: null, inFavour: 9 }))).toBe('votes.needsBallots'))
  test('两名预备党员要一名一名表决', () => {
    expect(why(secretly({ inFavour: 9 }), '张三、李四')).toBe('votes.oneByOne')
    expect(why(secretly({ inFavour: 9 }), '')).toBe('votes.oneByOne')
  })
  test('接收预备党员举手表决，照记，但说出要用无记名投票', () =>
    expect(judge(tally({ kind: 'admission', inFavour: 9 }), rules).notes.join('')).toContain('要用无记名投票'))
  test('恰好半数撞上两回：到会恰半算数，赞成也恰半，还是没有通过', () =>
    expect(outcome(tally({ eligible: 10, present: 5, inFavour: 5, halfCounts: true }))).toBe('exactlyHalf'))
  test('到会恰半，书面意见使赞成过半，通过', () =>
    expect(outcome(tally({ eligible: 10, present: 5, inFavour: 5, halfCounts: true, written: written(1) }))).toBe('passed'))
  test('支委会书面意见不计', () =>
    expect(outcome(tally({ kind: 'committee', eligible: 5, present: 3, inFavour: 2, written: written(1) }))).toBe('rejected'))
})

describe('换届选举', () => {
  const elects = (votes: number[], given: Given = {}) =>
    tally({
      kind: 'election',
      eligible: 20,
      present: 18,
      secret: true,
      ballots: { issued: 18, returned: 18 },
      seats: 5,
      candidates: votes.map((inFavour, at) => ({ name: `候选人${at + 1}`, inFavour })),
      ...given,
    })
  const results = (given: Tally) => judge(given, rules).elected?.results.map(({ result }) => result)

  test('应选 5 名、候选 6 名，过半的按票数取满', () => {
    const verdict = judge(elects([18, 17, 16, 15, 12, 10]), rules)
    expect([verdict.outcome, verdict.elected?.short]).toEqual(['elected', 0])
    expect(results(elects([18, 17, 16, 15, 12, 10]))?.at(-1)).toBe('notElected')
  })
  test('最后一个名额票数相同，谁也不取，就他们再投票', () => {
    expect(results(elects([18, 17, 16, 15, 11, 11]))).toEqual(['elected', 'elected', 'elected', 'elected', 'tied', 'tied'])
    expect(judge(elects([18, 17, 16, 15, 11, 11]), rules).possible[0]).toBe('就票数相同的候选人再次投票，票多的当选')
  })
  test('按实到算过半、按应到不过半，两条线都给出来，采用规则包定的那一条', () => {
    const { elected } = judge(elects([18, 17, 16, 15, 10, 3], { eligible: 22 }), rules)
    expect(elected?.lines).toEqual([
      { of: 'present', line: 9, over: 5, used: true },
      { of: 'eligible', line: 11, over: 4, used: false },
    ])
  })
  test('恰好实到的半数不当选，缺的另行选举', () => {
    const verdict = judge(elects([18, 17, 16, 15, 9, 9]), rules)
    expect([verdict.outcome, verdict.elected?.short]).toEqual(['moreRounds', 1])
    expect(verdict.possible).toContain('不足的名额另行选举')
  })
  test('到会恰好五分之四可以选举，少一人不能', () => {
    expect(outcome(elects([16, 16, 16, 16, 16, 0], { present: 16, ballots: { issued: 16, returned: 16 } }))).toBe('elected')
    expect(outcome(elects([15, 15, 15, 15, 15, 0], { present: 15, ballots: { issued: 15, returned: 15 } }))).toBe('noQuorum')
  })
  test('选的人数总和多于每票都选满，请核对', () => expect(why(elects([18, 18, 18, 18, 18, 1]))).toBe('votes.moreVotes'))
  test('差额不够提醒；书记、副书记等额', () => {
    expect([leastCandidates(5, 'members', 20), leastCandidates(3, 'members', 20), leastCandidates(2, 'secretary', 20)]).toEqual([6, 4, 2])
    expect(judge(elects([18, 17, 16, 15, 14]), rules).notes.join('')).toContain('至少要 6 名')
  })
  test('同名的候选人要加以区别', () =>
    expect(why(elects([], { candidates: [1, 2].map(() => ({ name: '王芳', inFavour: 5 })) }))).toBe('votes.sameCandidate'))
})

const counts = fc.record({
  kind: fc.constantFrom('general', 'admission', 'conversion', 'extension', 'disqualification', 'committee'),
  eligible: fc.integer({ min: 1, max: 60 }),
  present: fc.integer({ min: 0, max: 60 }),
  inFavour: fc.integer({ min: 0, max: 60 }),
  letters: fc.integer({ min: 0, max: 10 }),
  halfCounts: fc.boolean(),
})

test('赞成不超过应到的一半，什么事项都不会通过', () => {
  fc.assert(
    fc.property(counts, ({ letters, ...given }) => {
      const one = tally({ ...(given as Given), written: written(letters) })
      if (whyCannotVote(one, '张三', rules)) return
      const verdict = judge(one, rules)
      if (verdict.outcome === 'passed') expect(verdict.favour * 2).toBeGreaterThan(one.eligible)
      if (verdict.favour * 2 <= one.eligible) expect(verdict.outcome).not.toBe('passed')
    }),
    { numRuns: 2000 },
  )
})

test('多一票赞成，通过的不会变成没有通过', () => {
  fc.assert(
    fc.property(counts, ({ letters, ...given }) => {
      const one = tally({ ...(given as Given), written: written(letters) })
      const more = { ...one, inFavour: one.inFavour + 1 }
      if (whyCannotVote(one, '张三', rules) || whyCannotVote(more, '张三', rules)) return
      if (outcome(one) === 'passed') expect(outcome(more)).toBe('passed')
    }),
    { numRuns: 2000 },
  )
})

test('选举从不多选：当选的不超过应选，当选的都过线，没当选的票不比当选的多', () => {
  const ballots = fc.record({
    seats: fc.integer({ min: 1, max: 7 }),
    votes: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 10 }),
  })
  fc.assert(
    fc.property(ballots, ({ seats, votes }) => {
      const one = tally({
        kind: 'election',
        eligible: 32,
        present: 30,
        seats,
        candidates: votes.map((inFavour, at) => ({ name: `候选人${at}`, inFavour })),
      })
      const { elected } = judge(one, rules)
      const won = elected!.results.filter(({ result }) => result === 'elected').map(({ candidate }) => candidate.inFavour)
      const lost = elected!.results.filter(({ result }) => result !== 'elected').map(({ candidate }) => candidate.inFavour)
      expect(won.length).toBeLessThanOrEqual(seats)
      expect(won.every((n) => n > 15)).toBe(true)
      if (won.length > 0 && lost.length > 0) expect(Math.min(...won)).toBeGreaterThanOrEqual(Math.max(...lost))
    }),
  )
})

test('事项里已经写了姓名，纸上只写一次；没写的补在后面', () => {
  expect(matterOnPaper({ matter: '讨论接收张三为预备党员', person: '张三' })).toBe('讨论接收张三为预备党员')
  expect(matterOnPaper({ matter: '讨论预备党员转正', person: '张三' })).toBe('讨论预备党员转正（张三）')
  expect(matterOnPaper({ matter: '讨论年度工作计划', person: '' })).toBe('讨论年度工作计划')
})

test('实到改了，发出、收回的张数跟着改；人已改过的不动', () => {
  const ballots = { issued: 16, returned: 15, invalid: 1 }
  expect(ballotsFollowing(14, { present: 16, ballots })).toEqual({ issued: 14, returned: 15, invalid: 1 })
  expect(ballotsFollowing(14, { present: 16, ballots: { issued: 16, returned: 16, invalid: 0 } })).toEqual({
    issued: 14,
    returned: 14,
    invalid: 0,
  })
  expect(ballotsFollowing(14, { present: 16, ballots: null })).toBe(null)
})

test('要表决什么从议题、议程、议定事项里认；学习的会、支委会审查不算', () => {
  const wanted = (kinds: string[], ...texts: string[]) => wantedVotes(kinds, texts)
  expect(wanted(['branchAssembly'], '讨论接收王芳为中共预备党员')).toEqual(['admission'])
  expect(wanted(['branchAssembly', 'themeDay'], '七月党日', '讨论李明同志按期转正', '讨论取消张三预备党员资格')).toEqual([
    'conversion',
    'disqualification',
  ])
  expect(wanted(['own-1'], '讨论延长王芳预备期半年，期满再议转正')).toEqual(['extension'])
  expect(wanted(['election'], '换届')).toEqual(['election'])
  expect(wanted(['committee'], '审查王芳转正材料')).toEqual([])
  expect(wanted(['lecture'], '预备党员怎样转正')).toEqual([])
  expect(wanted(['branchAssembly'], '讨论年度工作')).toEqual([])
})
