import type { Refusal } from '../kit/refusal.ts'
import { refusal } from '../refusals.ts'
import type { Matter, Outcome, Tally, VotingRules } from './contract.ts'
import { type Elected, elect } from './election.ts'
import { ballotWords } from './words.ts'

/** 一条规则的出处；待核的说出来。例：citation({ article: '…第二十一条', confidence: 'C' }) → '…第二十一条（出处待核对原文）' */
export const citation = ({ article, confidence }: { article: string; confidence: string }) =>
  confidence === 'C' ? `${article}（出处待核对原文）` : article

/** 一次表决得出的结论：记录里的一句话、依据，以及还要留意、还可以做的。 */
export interface Verdict {
  outcome: Outcome
  /** 赞成票合计（含计入的书面意见）；选举不用。 */
  favour: number
  /** 通过要超过的数：应到或实到的一半，可以带半。例：应到 11 人 → 5.5 */
  line: number
  sentence: string
  article: string
  /** 恰好半数、没有选足之后还可以怎么办。 */
  possible: string[]
  notes: string[]
  elected?: Elected
}

export const matterOf = ({ matters }: VotingRules, kind: Tally['kind']): Matter => matters.find(({ code }) => code === kind) as Matter

/** 到会够不够：够、不够、恰好半数而要由书记定。 */
export type Quorum = 'met' | 'short' | 'ask'

/**
 * 实到够不够开会表决。
 * 来源：支部工作条例（试行）第十一、十二条（半数以上）；发展党员工作细则第二十条（超过半数）；选举工作条例（不少于五分之四）。
 * @example quorumOf({ eligible: 10, present: 5, halfCounts: null }, 一般事项) → 'ask'；发展党员 → 'short'
 */
export const quorumOf = ({ eligible, present, halfCounts }: Pick<Tally, 'eligible' | 'present' | 'halfCounts'>, matter: Matter): Quorum => {
  const { numerator, denominator, exactly } = matter.quorum
  const over = present * denominator - eligible * numerator
  if (over !== 0) return over > 0 ? 'met' : 'short'
  if (exactly !== 'ask') return exactly === 'yes' ? 'met' : 'short'
  return halfCounts === null ? 'ask' : halfCounts ? 'met' : 'short'
}

/** 计入票数的书面意见：这类事项计、而且是会前正式书面提出的。 */
const writtenIn = ({ written }: Tally, matter: Matter) =>
  matter.written.value && written.beforehand ? written : { inFavour: 0, against: 0, abstained: 0 }

/** 到会的人手里的票数最多几张：无记名是收回的有效票，否则是实到人数。 */
const castable = ({ ballots, secret, present }: Tally) =>
  secret && ballots ? { most: ballots.returned - ballots.invalid, what: '有效票' } : { most: present, what: '实到会有表决权的人数' }

const whyNotBallots = ({ secret, ballots, present }: Tally): Refusal | undefined => {
  if (!secret) return undefined
  if (ballots === null) return refusal('votes.needsBallots')
  if (ballots.issued > present) return refusal('votes.issuedToStrangers', { issued: ballots.issued, present })
  return ballots.invalid > ballots.returned
    ? refusal('votes.moreInvalid', { invalid: ballots.invalid, returned: ballots.returned })
    : undefined
}

const whyNotCounts = (tally: Tally): Refusal | undefined => {
  const { most, what } = castable(tally)
  const rows = tally.kind === 'election' ? tally.candidates : [tally]
  const over = rows.map(({ inFavour, against, abstained }) => inFavour + against + abstained).find((cast) => cast > most)
  if (over !== undefined) return refusal('votes.moreVotes', { cast: over, most, what })
  const choices = tally.candidates.reduce((sum, { inFavour }) => sum + inFavour, 0)
  return tally.kind === 'election' && choices > most * tally.seats
    ? refusal('votes.moreVotes', { cast: choices, most: most * tally.seats, what: '有效票乘以应选名额' })
    : undefined
}

const severalNames = /[、，,；;/\n]|\s和\s/

/** 收回的票多于发出的：整次投票作废，不是填错。 */
const tooManyReturned = ({ secret, ballots }: Tally) => secret && ballots !== null && ballots.returned > ballots.issued

/**
 * 为什么这次表决不能登记；可以则为 undefined。数字互相矛盾的、发展党员到会不够的不能；没有通过、投票作废是结果，照实登记。
 * @example whyCannotVote({ kind: 'admission', eligible: 10, present: 5, … }, '张三', rules)?.code → 'votes.noQuorum'
 */
export const whyCannotVote = (tally: Tally, person: string, rules: VotingRules): Refusal | undefined => {
  const matter = matterOf(rules, tally.kind)
  const { eligible, present, written } = tally
  if (eligible === 0) return refusal('votes.nobodyEligible')
  if (present > eligible) return refusal('votes.morePresent', { eligible, present })
  const quorum = quorumOf(tally, matter)
  if (quorum === 'short' && matter.hardStop)
    return refusal('votes.noQuorum', { matter: matter.name, eligible, present, article: citation(matter.quorum) })
  if (quorum === 'ask') return refusal('votes.halfUndecided')
  if (matter.oneByOne && (person.trim() === '' || severalNames.test(person.trim())))
    return refusal('votes.oneByOne', { matter: matter.name })
  const opinions = written.inFavour + written.against + written.abstained
  if (opinions > eligible - present) return refusal('votes.moreWritten', { written: opinions, away: eligible - present })
  if (tally.kind === 'election') {
    if (tally.seats === 0 || tally.candidates.length === 0) return refusal('votes.needsSeats')
    const names = tally.candidates.map(({ name }) => name)
    const twice = names.find((name, at) => names.indexOf(name) !== at)
    if (twice) return refusal('votes.sameCandidate', { name: twice })
  }
  if (tooManyReturned(tally)) return whyNotBallots(tally)
  return whyNotBallots(tally) ?? whyNotCounts(tally)
}

const attended = ({ eligible, present, kind }: Tally) => {
  const right = kind === 'election' ? '选举权' : '表决权'
  return `应到会有${right}的 ${eligible} 人，实到 ${present} 人`
}

const notesOf = (tally: Tally, matter: Matter): string[] => {
  const { written, secret, ballots, present } = tally
  const opinions = written.inFavour + written.against + written.abstained
  const { most } = castable(tally)
  const cast = tally.inFavour + tally.against + tally.abstained
  const said: (string | false)[] = [
    matter.ballot.value === 'secret' && !secret && `${matter.name}要用无记名投票（${citation(matter.ballot)}）。`,
    opinions > 0 && !written.beforehand && '书面意见不是会前正式书面提出的，没有计入票数。',
    opinions > 0 && !matter.written.value && `书面意见没有计入票数（${citation(matter.written)}）。`,
    opinions > 0 && matter.written.value && written.beforehand && `书面意见 ${opinions} 份已计入（${citation(matter.written)}）。`,
    secret && ballots !== null && ballots.issued < present && `发出选票 ${ballots.issued} 张，少于实到 ${present} 人，有人没有领票。`,
    secret && ballots !== null && ballots.returned < ballots.issued && `少收回 ${ballots.issued - ballots.returned} 张。`,
    tally.kind !== 'election' && !tooManyReturned(tally) && cast < most && `有 ${most - cast} 人没有表态。`,
  ]
  return said.filter((one) => one !== false)
}

const tallied = (tally: Tally, matter: Matter): string => {
  const counted = writtenIn(tally, matter)
  const opinions = counted.inFavour + counted.against + counted.abstained
  const { ballots, secret } = tally
  const slips =
    secret && ballots ? `发出选票 ${ballots.issued} 张，收回 ${ballots.returned} 张，有效 ${ballots.returned - ballots.invalid} 张，` : ''
  const letters = opinions > 0 ? `（含会前书面意见：赞成 ${counted.inFavour}、反对 ${counted.against}、弃权 ${counted.abstained}）` : ''
  const total = (key: 'inFavour' | 'against' | 'abstained') => tally[key] + counted[key]
  return `${ballotWords(secret)}，${slips}赞成 ${total('inFavour')} 票，反对 ${total('against')} 票，弃权 ${total('abstained')} 票${letters}`
}

const voided = (tally: Tally, matter: Matter, rules: VotingRules): Verdict => ({
  outcome: 'invalid',
  favour: 0,
  line: tally[matter.line.of] / 2,
  sentence: `${attended(tally)}。收回选票 ${tally.ballots?.returned} 张，多于发出的 ${tally.ballots?.issued} 张，本次投票无效。`,
  article: citation(rules.returned),
  possible: ['重新投票'],
  notes: [],
})

const unattended = (tally: Tally, matter: Matter): Verdict => {
  const { numerator, denominator, exactly } = matter.quorum
  const needed =
    denominator === 2 ? (exactly === 'no' ? '没有超过半数' : '没有达到半数以上') : `少于${fractionWords(numerator, denominator)}`
  return {
    outcome: 'noQuorum',
    favour: 0,
    line: tally[matter.line.of] / 2,
    sentence: `${attended(tally)}，${needed}，不能${tally.kind === 'election' ? '选举' : '表决'}。`,
    article: citation(matter.quorum),
    possible: ['改期，到会人数够了再开'],
    notes: [],
  }
}

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const fractionWords = (numerator: number, denominator: number) => `${numerals[denominator]}分之${numerals[numerator]}`

const remedies = (kind: Tally['kind'], { exactlyHalf, exactlyHalfProbationary }: VotingRules): string[] => [
  ...exactlyHalf.value,
  ...(kind === 'conversion' ? [exactlyHalfProbationary.value] : []),
]

/**
 * 一次表决的结论；先用 whyCannotVote 核对过。
 * 赞成（含计入的书面意见）要超过应到会有表决权人数的半数，恰好半数不算；选举按实到会有选举权人数，见 elect。
 * 来源：支部工作条例（试行）第十一、十二条；发展党员工作细则第二十条；选举工作条例。数字在规则包 voting 里。
 * @example judge({ kind: 'general', eligible: 9, present: 5, inFavour: 5, … }, rules).outcome → 'passed'
 * @example judge({ kind: 'admission', eligible: 10, present: 6, inFavour: 5, … }, rules).outcome → 'exactlyHalf'
 */
export const judge = (tally: Tally, rules: VotingRules): Verdict => {
  const matter = matterOf(rules, tally.kind)
  if (quorumOf(tally, matter) !== 'met') return unattended(tally, matter)
  if (tooManyReturned(tally)) return voided(tally, matter, rules)
  if (tally.kind === 'election') return chosen(tally, matter, rules)
  const favour = tally.inFavour + writtenIn(tally, matter).inFavour
  const line = tally[matter.line.of] / 2
  const outcome = favour > line ? 'passed' : favour === line ? 'exactlyHalf' : 'rejected'
  const base = matter.line.of === 'eligible' ? '应到会有表决权人数' : '实到会有表决权人数'
  const whole = tally.kind === 'committee' ? base.replace('人数', '委员') : base
  const ending = {
    passed: `赞成超过${whole}的半数，通过。`,
    exactlyHalf: `赞成恰为${whole}的半数，没有超过半数，没有通过。`,
    rejected: `赞成没有超过${whole}的半数，没有通过。`,
  }[outcome]
  return {
    outcome,
    favour,
    line,
    sentence: `${attended(tally)}。${tallied(tally, matter)}。${ending}`,
    article: citation(matter.line),
    possible: outcome === 'exactlyHalf' ? remedies(tally.kind, rules) : [],
    notes: notesOf(tally, matter),
  }
}

const chosen = (tally: Tally, matter: Matter, rules: VotingRules): Verdict => {
  const result = elect(tally, matter, rules)
  const { ballots, secret, seats } = tally
  const slips =
    secret && ballots ? `，发出选票 ${ballots.issued} 张，收回 ${ballots.returned} 张，有效 ${ballots.returned - ballots.invalid} 张` : ''
  return {
    outcome: result.short === 0 ? 'elected' : 'moreRounds',
    favour: 0,
    line: result.line,
    sentence: `${attended(tally)}。${ballotWords(secret)}${slips}。应选 ${seats} 名，${result.sentence}`,
    article: citation(matter.line),
    possible: result.possible,
    notes: [...notesOf(tally, matter), ...result.notes],
    elected: result,
  }
}
