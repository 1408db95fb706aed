import type { Id } from '../../../shared/kit/values.ts'
import type { Roll, VoteDraft } from '../../../shared/votes/contract.ts'
import type { Addition } from './meetings.ts'

/** 哪几次会上表决了什么；票数从到会的人里来：反对几票，其余赞成。 */
type Motion = Pick<VoteDraft, 'matter' | 'person'> & { kind: 'general' | 'conversion'; against: number }
const motions: Readonly<Record<string, Motion>> = {
  讨论预备党员转正: { kind: 'conversion', matter: '讨论何雨霏同志按期转为正式党员', person: '何雨霏', against: 1 },
  '党课：诚信是茶业的根': { kind: 'general', matter: '讨论设立助学项目', person: '', against: 0 },
}

/** 哪几次会上选了谁；第二名得 others 票，其余投给第一名。 */
type Election = { matter: string; seats: number; first: string; second: string; others: number }
const elections: Readonly<Record<string, Election>> = {
  补选支部纪检委员: { matter: '补选支部纪检委员', seats: 1, first: '崔玲', second: '侯建国', others: 3 },
}

const countsOf = ({ eligible, present }: Roll) => ({ eligible: eligible.length, present: present.length })
const allReturned = (present: number) => ({ issued: present, returned: present })

const draftOf = (meetingId: Id, { kind, matter, person, against }: Motion, roll: Roll) => {
  const counts = countsOf(roll)
  const ballots = kind === 'conversion' ? allReturned(counts.present) : null
  const tally = { ...counts, kind, inFavour: counts.present - against, against, secret: ballots !== null, ballots }
  return { meetingId, matter, person, tally }
}

const ballotOf = (meetingId: Id, { matter, seats, first, second, others }: Election, roll: Roll) => {
  const counts = countsOf(roll)
  const candidates = [
    { name: first, inFavour: counts.present - others },
    { name: second, inFavour: others },
  ]
  const tally = { ...counts, kind: 'election' as const, secret: true, ballots: allReturned(counts.present), seats, candidates }
  return { meetingId, matter, tally }
}

/** 一次会上的表决：转正和选举用无记名投票，一般事项举手。 */
export const voteAt: Addition = async ({ app }, { id: meetingId, topic }) => {
  const motion = motions[topic]
  if (motion) {
    await app.votes.record(draftOf(meetingId, motion, await app.votes.roll({ meetingId, kind: motion.kind })))
    return
  }
  const election = elections[topic]
  if (election) await app.votes.record(ballotOf(meetingId, election, await app.votes.roll({ meetingId, kind: 'election' })))
}
