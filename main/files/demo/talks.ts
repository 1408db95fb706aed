import { z } from 'zod'
import talks from '../../../assets/sample/talks.json' with { type: 'json' }
import { FollowUp } from '../../../shared/talks/contract.ts'
import { kindOfPair } from '../../../shared/talks/rules.ts'
import { memberOf, monthsBefore, organizationOf, type Scene, type Step } from './scene.ts'
import type { demoSource } from './source.ts'

const Talk = z.strictObject({
  monthsAgo: z.int().min(0).max(11),
  day: z.int().min(1).max(28),
  talker: z.string(),
  talked: z.string(),
  summary: z.string(),
  agreed: z.string().default(''),
  followUp: FollowUp.default('notNeeded'),
})

/** 一年里的谈心谈话，同一天的一次登记；有几个人还没谈，看得出覆盖。 */
export function talkSteps(scene: Scene, { members, posts }: Pick<ReturnType<typeof demoSource>, 'members' | 'posts'>): Step[] {
  const branches = new Map(members.map(({ key, branch }) => [key, branch]))
  const committee = new Set(posts.flatMap(({ member, title }) => (title === 'groupLeader' ? [] : [member])))
  const rows = z
    .array(Talk)
    .parse(talks)
    .map(({ monthsAgo, day: date, talker, talked, ...written }) => ({
      organizationId: organizationOf(scene, branches.get(talked) ?? ''),
      talkerId: memberOf(scene, talker),
      talkedId: memberOf(scene, talked),
      kind: kindOfPair(committee.has(talker), committee.has(talked)),
      day: monthsBefore(scene.today, monthsAgo, date),
      ...written,
    }))
  return [...Map.groupBy(rows, ({ day }) => day)].map(([day, ofDay]) => ({
    day,
    what: '登记谈话',
    take: async () => void (await scene.app.talks.record({ talks: ofDay })),
  }))
}
