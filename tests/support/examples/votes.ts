import type { OpenApp } from '../open-app.ts'
import type { ExamplesOf } from './room.ts'
import { after, scope } from './scenes.ts'

const general = (meetingId: number, inFavour = 3) => ({
  meetingId,
  matter: '讨论通过年度工作计划',
  tally: { kind: 'general' as const, eligible: 3, present: 3, inFavour },
})

/** 三名正式党员全部到会的支部大会，登记了一次表决。 */
async function voted({ app, make }: OpenApp) {
  await make.members(3)
  const meetingId = await make.heldMeeting()
  return { meetingId, ...(await app.votes.record(general(meetingId))) }
}

export const votesExamples: ExamplesOf<'votes'> = {
  'votes.rules': async () => ({}),
  'votes.roll': async ({ make }) => after(make.members(3), async () => ({ meetingId: await make.heldMeeting(), kind: 'general' })),
  'votes.listByMeeting': async (open) => ({ meetingId: (await voted(open)).meetingId }),
  'votes.outdated': async ({ app, make }) => {
    const [late] = await make.members(3)
    const meetingId = await make.heldMeeting()
    await app.votes.record(general(meetingId))
    await app.attendance.mark({ meetingId, marks: [{ memberId: late ?? 0, state: 'absent' }] })
    return { meetingId }
  },
  'votes.register': async (open) => after(voted(open), () => scope(open)),
  'votes.record': async ({ make }) => {
    await make.members(3)
    return {
      meetingId: await make.heldMeeting(),
      matter: '选举支部委员会委员',
      tally: {
        kind: 'election',
        eligible: 3,
        present: 3,
        secret: true,
        ballots: { issued: 3, returned: 3 },
        seats: 1,
        candidates: [
          { name: '党员乙', inFavour: 2 },
          { name: '党员丙', inFavour: 1 },
        ],
      },
    }
  },
  'votes.amend': async (open) => {
    const { id, meetingId } = await voted(open)
    return { id, vote: general(meetingId, 2) }
  },
  'votes.remove': async (open) => ({ id: (await voted(open)).id }),
}
