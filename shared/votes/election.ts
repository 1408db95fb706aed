import type { Candidate, CandidateResult, Matter, Tally, VotingRules } from './contract.ts'

/** 选举的结果：每名候选人怎样，还差几名，两条线各是多少。 */
export interface Elected {
  results: { candidate: Candidate; result: CandidateResult }[]
  /** 应选名额里还没有选出的。 */
  short: number
  /** 采用的线：要超过的票数。 */
  line: number
  /** 两条线：按实到、按应到，各要超过多少票，各能当选几名（规则包定采用哪一条）。 */
  lines: { of: 'present' | 'eligible'; line: number; over: number; used: boolean }[]
  sentence: string
  possible: string[]
  notes: string[]
}

/** 候选人至少几名：委员差额不少于应选的百分之几，书记、副书记等额。例：leastCandidates(5, 'members', 20) → 6 */
export const leastCandidates = (seats: number, office: Tally['office'], differencePercent: number) =>
  office === 'secretary' ? seats : seats + Math.ceil((seats * differencePercent) / 100)

/**
 * 过线的按票数取到满额；最后一个名额上票数相同的一个也不取，就相同的再投票。
 * @example pick([6 人过线，第五、六名同为 9 票], 5) → 前四名当选，第五、六名 tied
 */
const pick = (candidates: readonly Candidate[], line: number, seats: number): Map<Candidate, CandidateResult> => {
  const over = candidates.filter(({ inFavour }) => inFavour > line)
  const results = new Map<Candidate, CandidateResult>(candidates.map((one) => [one, 'notElected']))
  for (const one of over) {
    const above = over.filter(({ inFavour }) => inFavour > one.inFavour).length
    const level = over.filter(({ inFavour }) => inFavour === one.inFavour).length
    if (above + level <= seats) results.set(one, 'elected')
    else if (above < seats) results.set(one, 'tied')
  }
  return results
}

/**
 * 选举：赞成票超过实到会有选举权人数（规则包定）半数的始得当选；多于名额按票数取，末位票数相同的再投票，不足的另行选举。
 * 来源：基层组织选举工作条例（地方组织按应到会，基层组织按实到会，不要混用），数字在规则包 voting 里。
 * @example elect({ eligible: 20, present: 18, seats: 5, candidates: 六人, … }, matter, rules).short → 0
 */
export const elect = (tally: Tally, matter: Matter, rules: VotingRules): Elected => {
  const { candidates, seats, office } = tally
  const line = tally[matter.line.of] / 2
  const picked = pick(candidates, line, seats)
  const named = (wanted: CandidateResult) => candidates.filter((one) => picked.get(one) === wanted)
  const [elected, tied] = [named('elected'), named('tied')]
  const short = Math.max(0, seats - elected.length)
  const least = leastCandidates(seats, office, rules.differencePercent.value)
  const listed = (some: readonly Candidate[]) => some.map(({ name, inFavour }) => `${name}（${inFavour} 票）`).join('、')
  return {
    results: candidates.map((candidate) => ({ candidate, result: picked.get(candidate) ?? 'notElected' })),
    short,
    line,
    lines: (['present', 'eligible'] as const).map((of) => ({
      of,
      line: tally[of] / 2,
      over: candidates.filter(({ inFavour }) => inFavour > tally[of] / 2).length,
      used: of === matter.line.of,
    })),
    sentence: [
      elected.length > 0 ? `${listed(elected)}当选。` : '没有人当选。',
      tied.length > 0 ? `${listed(tied)}票数相同，就他们再投一次票。` : '',
      short > 0 ? `还差 ${short} 名。` : '',
    ].join(''),
    possible: [
      ...(tied.length > 0 ? ['就票数相同的候选人再次投票，票多的当选'] : []),
      ...(short > tied.length ? ['不足的名额另行选举'] : []),
      ...(short > 0 && elected.length > 0 && rules.reducedSeats.value ? ['接近应选名额的，经半数以上选举人同意，可以减少名额'] : []),
    ],
    notes: [
      ...(candidates.length < least
        ? [`候选人 ${candidates.length} 名，应选 ${seats} 名，差额不少于百分之${rules.differencePercent.value}时至少要 ${least} 名。`]
        : []),
      ...(office === 'secretary' && candidates.length > seats ? ['书记、副书记等额选举，候选人多于应选名额。'] : []),
    ],
  }
}
