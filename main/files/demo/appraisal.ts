import type { Entry, Votes } from '../../../shared/appraisal/contract.ts'
import { excellentMost, gradedOf } from '../../../shared/appraisal/rules.ts'
import { addDays } from '../../../shared/kit/calendar.ts'
import type { Day, Id } from '../../../shared/kit/values.ts'
import type { Addition } from './meetings.ts'
import { organizationOf, type Scene, type Step } from './scene.ts'

const none = { excellent: 0, basicallyQualified: 0, unqualified: 0, abstained: 0 }

/** 前面几位优秀票多，其余合格票多；合计总是有效票。 */
const votesAt = (at: number, valid: number, leading: number): Votes => {
  const excellent = at < leading ? valid - 1 - (at % 3) : Math.floor(valid / 4) + ((at * 5) % 3)
  const basicallyQualified = at % 9 === 8 ? 2 : 0
  const abstained = at % 6 === 5 ? 1 : 0
  return { ...none, excellent, basicallyQualified, abstained, qualified: valid - excellent - basicallyQualified - abstained }
}

/** 开展一轮，录好票；返回要评定等次的人与优秀最多几名。 */
async function tallied({ app }: Scene, start: { organizationId: Id; day: Day; meetingId: Id | null; ballots: number }) {
  const { organizationId, day, meetingId, ballots: count } = start
  const people = (await app.members.list({ organizationId, day })).filter(({ standing }) => standing === 'normal')
  const { id } = await app.appraisal.start({
    ...{ organizationId, year: Number(day.slice(0, 4)), day, meetingId },
    memberIds: people.map((person) => person.id),
  })
  const entries = gradedOf((await app.appraisal.page({ id })).entries)
  const { excellentOneIn } = await app.appraisal.standards({})
  const most = excellentMost(people.length, excellentOneIn)
  const ballots = { issued: count, returned: count, spoiled: 1 }
  const tallies = entries.map(({ memberId }, at) => ({ memberId, votes: votesAt(at, count - 1, most - 1) }))
  await app.appraisal.tally({ id, ballots, tallies })
  await app.appraisal.rateSelf({ id, ratings: entries.map(({ memberId }) => ({ memberId, grade: 'qualified' as const })) })
  return { id, entries, most }
}

/** 定等次：比三分之一少一名优秀，末一位基本合格。 */
const decisionOf = ({ memberId }: Entry, at: number, leading: number, last: boolean) =>
  at < leading
    ? { memberId, grade: 'excellent' as const, opinion: '学在前、做在前，服务会员有实效' }
    : last
      ? { memberId, grade: 'basicallyQualified' as const, opinion: '参加组织生活不够经常，限期改进' }
      : { memberId, grade: 'qualified' as const, opinion: '履行党员义务' }

/** 民主评议那次会上：录票、定等次、办结。 */
export const appraiseAt: Addition = async (scene, { id: meetingId, branch, kinds, day }) => {
  if (!kinds.includes('appraisal')) return
  const { app } = scene
  const { present } = (await app.meetings.page({ id: meetingId })).meeting
  const { id, entries, most } = await tallied(scene, { organizationId: organizationOf(scene, branch), day, meetingId, ballots: present })
  const decisions = entries.map((entry, at) => decisionOf(entry, at, most - 1, at === entries.length - 1))
  await app.appraisal.decide({ id, decisions })
  await app.appraisal.finish({ id, day })
}

/** 流动党员支部几天前评议的，票录好了，等次还没有定。 */
export const appraisalSteps = (scene: Scene): Step[] => {
  const day = addDays(scene.today, -3)
  const take = async () => void (await tallied(scene, { organizationId: organizationOf(scene, 'ld'), day, meetingId: null, ballots: 16 }))
  return [{ day, what: '民主评议', take }]
}
