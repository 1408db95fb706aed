import { addDays } from '../../../shared/kit/calendar.ts'
import type { Day } from '../../../shared/kit/values.ts'
import type { MemberFacts } from '../../../shared/members/contract.ts'
import { memberOf, monthsBefore, organizationOf, type Scene, type Step } from './scene.ts'
import type { DemoMember } from './source.ts'

/** '@-8' 是八个月前：入党日期到日，其余到月。 */
const settled = (facts: DemoMember['facts'], today: Day): Partial<MemberFacts> & { name: string } => {
  const entries = Object.entries(facts).map(([field, value]) => {
    if (typeof value !== 'string' || !value.startsWith('@-')) return [field, value]
    const day = monthsBefore(today, Number(value.slice(2)), 10)
    return [field, field === 'joinedOn' ? day : day.slice(0, 7)]
  })
  return Object.fromEntries(entries)
}

const groupOf = (scene: Scene, group: string | undefined) => (group === undefined ? null : organizationOf(scene, group))

/** 登记全部党员，还没发生的变动不算。 */
export async function admitMembers(scene: Scene, members: readonly DemoMember[]): Promise<void> {
  for (const { key, branch, group, category, facts, movesFrom } of members) {
    const { id } = await scene.app.members.admit({
      organizationId: organizationOf(scene, movesFrom?.branch ?? branch),
      groupId: movesFrom ? null : groupOf(scene, group),
      category,
      facts: settled(facts, scene.today),
    })
    scene.members.set(key, id)
  }
}

/** 一名党员一年里的变动：党籍状态、转正、调整支部。 */
export const changesOf = (scene: Scene, { key, branch, group, becomesFormal, standing, movesFrom }: DemoMember): Step[] => {
  const { app, today } = scene
  const id = memberOf(scene, key)
  const steps: Step[] = standing.map((change) => {
    const day = monthsBefore(today, change.monthsAgo, 3)
    const take = async () => void (await app.members.changeStanding({ id, standing: change.standing, fromDay: day }))
    return { day, what: '党籍状态', take }
  })
  if (becomesFormal !== undefined) {
    const day = monthsBefore(today, becomesFormal, 12)
    const take = async () => {
      await app.members.changeCategory({ id, category: 'formal', fromDay: day })
      await app.members.amend({ id, facts: { fullMemberOn: day } })
    }
    steps.push({ day: addDays(day, 1), what: '转正', take })
  }
  if (movesFrom) {
    const day = monthsBefore(today, movesFrom.monthsAgo, 8)
    const take = async () => {
      await app.members.move({ id, organizationId: organizationOf(scene, branch), fromDay: day })
      await app.members.assignGroup({ ids: [id], groupId: groupOf(scene, group), fromDay: day })
    }
    steps.push({ day, what: '调整支部', take })
  }
  return steps
}
