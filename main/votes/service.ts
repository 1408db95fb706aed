import type { VoteDraft } from '../../shared/votes/contract.ts'
import { judge, matterOf, whyCannotVote } from '../../shared/votes/rules.ts'
import { outcomeWords } from '../../shared/votes/words.ts'
import { refuse, refuseWhen } from '../core/refuse.ts'
import type { CommandContext, Reader, Service } from '../core/services.ts'
import * as meetings from '../meetings/repository.ts'
import { votingRules } from '../rules/packs.ts'
import * as votes from './repository.ts'
import { rollOf } from './roll.ts'

const meetingOf = async (db: Reader, id: number) => (await meetings.find(db, id)) ?? refuse('meetings.notFound')
const existing = async (db: Reader, id: number) => (await votes.find(db, id)) ?? refuse('votes.notFound')

/** 核对过的一次表决：结论照规则包得出，人数改过的写了原因。 */
async function checked({ db, today }: CommandContext, draft: VoteDraft) {
  const meeting = await meetingOf(db, draft.meetingId)
  if (meeting.status === 'archived') refuse('meetings.archived')
  if (meeting.day > today) refuse('votes.notYet', { day: meeting.day })
  const rules = votingRules()
  const { tally, person } = draft
  refuseWhen(whyCannotVote(tally, person, rules))
  const roll = await rollOf(db, meeting, tally.kind)
  const [eligible, present] = [roll.eligible.length, roll.present.length]
  if ((eligible !== tally.eligible || present !== tally.present) && draft.adjusted === '')
    refuse('votes.needsReason', { eligible, present })
  return { verdict: judge(tally, rules), pack: rules.pack }
}

const subjectOf = ({ matter }: VoteDraft, outcome: keyof typeof outcomeWords) => `${matter} ${outcomeWords[outcome]}`

export const votesService: Service<'votes'> = {
  rules: () => votingRules(),
  roll: async ({ db }, { meetingId, kind }) => rollOf(db, await meetingOf(db, meetingId), kind),
  listByMeeting: ({ db }, { meetingId }) => votes.listByMeeting(db, meetingId),

  async outdated({ db }, { meetingId }) {
    const meeting = await meetingOf(db, meetingId)
    const compared = (await votes.listByMeeting(db, meetingId)).map(async ({ id, matter, adjusted, tally }) => {
      const roll = await rollOf(db, meeting, tally.kind)
      const now = { eligible: roll.eligible.length, present: roll.present.length }
      const same = adjusted !== '' || (now.eligible === tally.eligible && now.present === tally.present)
      return same ? [] : [{ id, matter, eligible: tally.eligible, present: tally.present, now }]
    })
    return (await Promise.all(compared)).flat()
  },

  register: async ({ db }, { organizationId, year }) =>
    (await votes.listByYear(db, organizationId, year)).map((vote) => {
      const { id, day, organizationName, topic, kind, matter, person, eligible, present, outcome, sentence } = vote
      const takes = vote.writtenBeforehand === 1 && matterOf(votingRules(), kind).written.value
      const counted = (own: number, written: number) => (kind === 'election' ? null : own + (takes ? written : 0))
      return {
        ...{ id, day, organizationName, topic, kind, matter, person, eligible, present, outcome, sentence },
        secret: vote.secret === 1,
        inFavour: counted(vote.inFavour, vote.writtenInFavour),
        against: counted(vote.against, vote.writtenAgainst),
        abstained: counted(vote.abstained, vote.writtenAbstained),
      }
    }),

  async record(context, draft) {
    const { verdict, pack } = await checked(context, draft)
    context.subject(subjectOf(draft, verdict.outcome))
    return { id: await votes.insert(context.db, draft, verdict, pack), outcome: verdict.outcome }
  },

  async amend(context, { id, vote }) {
    if ((await existing(context.db, id)).meetingId !== vote.meetingId) refuse('votes.otherMeeting')
    const { verdict, pack } = await checked(context, vote)
    await votes.update(context.db, id, vote, verdict, pack)
    context.subject(subjectOf(vote, verdict.outcome))
    return { id, outcome: verdict.outcome }
  },

  async remove({ db, subject }, { id }) {
    const { matter } = await existing(db, id)
    await votes.remove(db, id)
    subject(matter)
    return { id }
  },
}
