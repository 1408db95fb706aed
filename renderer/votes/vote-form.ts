import type { Id } from '../../shared/kit/values.ts'
import type { Candidate, MatterKind, Tally, VoteDraft, VoteRow, VotingRules } from '../../shared/votes/contract.ts'
import { matterOf } from '../../shared/votes/rules.ts'

/** 候选人一行；mark 是这张表单里每一行自己的记号，只给界面用。 */
export type CandidateEntry = Candidate & { mark: number }
export interface VoteForm {
  matter: string
  person: string
  adjusted: string
  tally: Omit<Tally, 'candidates'>
  candidates: CandidateEntry[]
}

export const newCandidate = (others: readonly CandidateEntry[] = []): CandidateEntry => ({
  ...{ mark: 1 + Math.max(0, ...others.map(({ mark }) => mark)), name: '' },
  ...{ inFavour: 0, against: 0, abstained: 0 },
})

/** 换一类事项：无记名与否照规则包，别的数字留着。 */
export const ofKind = (form: VoteForm, kind: MatterKind, rules: VotingRules): VoteForm => {
  const secret = matterOf(rules, kind).ballot.value === 'secret'
  const { present } = form.tally
  const ballots = secret ? (form.tally.ballots ?? { issued: present, returned: present, invalid: 0 }) : null
  return {
    ...form,
    tally: { ...form.tally, kind, secret, ballots, seats: kind === 'election' ? form.tally.seats || 1 : 0 },
    candidates: kind === 'election' && form.candidates.length === 0 ? [newCandidate(), newCandidate([newCandidate()])] : form.candidates,
  }
}

/** 实到改了，发出、收回的张数跟着改；人已改成别的数的那一项不动。 */
export const ballotsFollowing = (present: number, { present: was, ballots }: Pick<Tally, 'present' | 'ballots'>): Tally['ballots'] => {
  const follow = (count: number) => (count === was ? present : count)
  return ballots && { ...ballots, issued: follow(ballots.issued), returned: follow(ballots.returned) }
}

export const emptyVote = (kind: MatterKind, rules: VotingRules, eligible = 0, present = 0): VoteForm =>
  ofKind(
    {
      matter: '',
      person: '',
      adjusted: '',
      tally: {
        ...{ kind, eligible, present, inFavour: 0, against: 0, abstained: 0, secret: false, ballots: null, halfCounts: null },
        written: { inFavour: 0, against: 0, abstained: 0, beforehand: false },
        ...{ seats: 0, office: 'members' },
      },
      candidates: [],
    },
    kind,
    rules,
  )

export const voteFormOf = ({ matter, person, adjusted, tally: { candidates, ...tally } }: VoteRow): VoteForm => ({
  ...{ matter, person, adjusted, tally },
  candidates: candidates.map((one, at) => ({ ...one, mark: at + 1 })),
})

/** 要核对、要登记的数字：没有写名字的候选人不算。 */
export const tallyOf = ({ tally, candidates }: VoteForm): Tally => ({
  ...tally,
  candidates: candidates
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, inFavour, against, abstained }) => ({ name: name.trim(), inFavour, against, abstained })),
})

export const draftOf = (form: VoteForm, meetingId: Id): VoteDraft => ({
  meetingId,
  matter: form.matter.trim(),
  person: matterNeedsPerson(form.tally.kind) ? form.person.trim() : '',
  adjusted: form.adjusted.trim(),
  tally: tallyOf(form),
})

const personal: readonly MatterKind[] = ['admission', 'conversion', 'extension', 'disqualification']
export const matterNeedsPerson = (kind: MatterKind) => personal.includes(kind)
