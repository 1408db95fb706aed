import type { VoteDraft } from '../../../shared/votes/contract.ts'
import type { Addition } from './meetings.ts'

type Wanted = Pick<VoteDraft, 'matter' | 'person'> & { kind: 'general' | 'conversion'; against: number }

/** 哪几次会上表决了什么；票数从到会的人里来：反对几票，其余赞成。 */
const voted: Readonly<Record<string, Wanted>> = {
  讨论预备党员转正: { kind: 'conversion', matter: '讨论何雨霏同志按期转为正式党员', person: '何雨霏', against: 1 },
  '党课：诚信是茶业的根': { kind: 'general', matter: '讨论设立助学项目', person: '', against: 0 },
}

/** 一次会上的表决：转正用无记名投票，一般事项举手。 */
export const voteAt: Addition = async ({ app }, { id: meetingId, topic }) => {
  const wanted = voted[topic]
  if (!wanted) return
  const { kind, matter, person, against } = wanted
  const roll = await app.votes.roll({ meetingId, kind })
  const [eligible, present] = [roll.eligible.length, roll.present.length]
  const ballots = kind === 'conversion' ? { issued: present, returned: present } : null
  const tally = { kind, eligible, present, inFavour: present - against, against, secret: ballots !== null, ballots }
  await app.votes.record({ meetingId, matter, person, tally })
}
