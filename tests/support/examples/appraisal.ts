import type { OpenApp } from '../open-app.ts'
import type { ExamplesOf } from './room.ts'
import { scope } from './scenes.ts'

const ballots = { issued: 4, returned: 4, spoiled: 1 }
const votes = { excellent: 2, qualified: 1, basicallyQualified: 0, unqualified: 0, abstained: 0 }

const people = async ({ make }: OpenApp) => ({
  organizationId: await make.root(),
  year: 2026,
  day: '2026-06-01',
  memberIds: [...(await make.members(3)), await make.member({ fullMemberOn: null }, { category: 'probationary' })],
})

/** 开展了、票也录了的一轮：三名正式党员，一名预备党员。 */
async function started(open: OpenApp) {
  const input = await people(open)
  const { id } = await open.app.appraisal.start(input)
  return { id, formal: input.memberIds.slice(0, 3) }
}
async function tallied(open: OpenApp) {
  const { id, formal } = await started(open)
  await open.app.appraisal.tally({ id, ballots, tallies: formal.map((memberId) => ({ memberId, votes })) })
  return { id, formal }
}
async function judged(open: OpenApp) {
  const { id, formal } = await tallied(open)
  await open.app.appraisal.decide({ id, decisions: formal.map((memberId) => ({ memberId, grade: 'qualified' as const })) })
  return { id, memberId: formal[0]! }
}
const decided = async (open: OpenApp) => (await judged(open)).id
const talliedScope = async (open: OpenApp) => {
  await tallied(open)
  return scope(open)
}

export const appraisalExamples: ExamplesOf<'appraisal'> = {
  'appraisal.standards': async () => ({}),
  'appraisal.rounds': talliedScope,
  'appraisal.summary': talliedScope,
  'appraisal.ofMember': async (open) => {
    const { id, memberId } = await judged(open)
    await open.app.appraisal.finish({ id, day: '2026-06-02' })
    return { memberId }
  },
  'appraisal.page': async (open) => ({ id: (await tallied(open)).id }),
  'appraisal.start': people,
  // 换到一次会上，换一天，去掉一个人
  'appraisal.amend': async (open) => {
    const { id, formal } = await tallied(open)
    const meetingId = await open.make.meeting()
    return { id, day: '2026-06-02', meetingId, memberIds: formal.slice(1) }
  },
  'appraisal.chooseBasis': async (open) => ({ id: (await started(open)).id, basis: 'everyone' as const }),
  'appraisal.rateSelf': async (open) => {
    const { id, formal } = await started(open)
    return { id, ratings: formal.map((memberId) => ({ memberId, grade: 'qualified' as const })) }
  },
  // 改录：发出、收回与每个人的票都变
  'appraisal.tally': async (open) => {
    const { id, formal } = await tallied(open)
    const all = formal.map((memberId) => ({ memberId, votes: { ...votes, abstained: 1 } }))
    return { id, ballots: { issued: 5, returned: 5, spoiled: 1 }, tallies: all }
  },
  'appraisal.decide': async (open) => {
    const { id, formal } = await tallied(open)
    return { id, decisions: [{ memberId: formal[0]!, grade: 'excellent' as const, opinion: '同意评定为优秀' }] }
  },
  'appraisal.finish': async (open) => ({ id: await decided(open), day: '2026-06-10' }),
  'appraisal.reopen': async (open) => {
    const id = await decided(open)
    await open.app.appraisal.finish({ id, day: '2026-06-10' })
    return { id, reason: '漏了一条意见' }
  },
  'appraisal.remove': async (open) => ({ id: (await tallied(open)).id, reason: '建错了年度' }),
}
