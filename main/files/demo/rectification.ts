import { z } from 'zod'
import source from '../../../assets/sample/org-life.json' with { type: 'json' }
import { addDays } from '../../../shared/kit/calendar.ts'
import { OrgLife } from '../../../shared/particulars/contract.ts'
import type { Addition } from './meetings.ts'
import { earliestOf, monthsBefore, organizationOf, type Scene, type Step } from './scene.ts'
import type { DemoMeeting } from './source.ts'

const days = z.int().positive()
const Item = z.strictObject({
  problem: z.string(),
  measure: z.string(),
  responsible: z.string(),
  /** 时限：提出之后几天、今天之前几天或今天之后几天，写其中一个。 */
  dueAfterDays: days.optional(),
  dueBeforeTodayDays: days.optional(),
  dueAheadDays: days.optional(),
  /** 平时提出的：几个月前；没有就是那次组织生活会提出的。 */
  raisedMonthsAgo: days.optional(),
  done: z.strictObject({ afterDays: days, outcome: z.string() }).optional(),
})
type DemoItem = z.output<typeof Item>

const { orgLife, items } = z.strictObject({ orgLife: OrgLife.extend({ topic: z.string() }), items: z.array(Item) }).parse(source)

/** 那次组织生活会的准备、对照检查和批评意见。 */
export const orgLifeAt: Addition = async ({ app }, { id: meetingId, topic: held }) => {
  const { topic, ...facts } = orgLife
  if (held === topic) await app.particulars.writeOrgLife({ meetingId, orgLife: facts })
}

function dueOf({ dueAfterDays, dueBeforeTodayDays, dueAheadDays }: DemoItem, raisedOn: string, today: string) {
  if (dueAfterDays !== undefined) return addDays(raisedOn, dueAfterDays)
  if (dueBeforeTodayDays !== undefined) return addDays(today, -dueBeforeTodayDays)
  return dueAheadDays === undefined ? null : addDays(today, dueAheadDays)
}

/** 会后整改：三天后立项，办完的到日子填完成情况，还有过期的、快到期的；另有平时提出的一项。 */
export function rectificationSteps(scene: Scene, meetings: readonly DemoMeeting[]): Step[] {
  const { app, today } = scene
  const meeting = meetings.find(({ topic }) => topic === orgLife.topic)
  if (!meeting) throw new Error(`演示底稿里没有“${orgLife.topic}”`)
  const organizationId = organizationOf(scene, meeting.branch)
  const heldOn = monthsBefore(today, meeting.monthsAgo ?? 0, meeting.day ?? 1)
  const meetingId = async () => {
    const held = await app.meetings.listByYear({ organizationId, year: Number(heldOn.slice(0, 4)) })
    return held.find(({ topic }) => topic === orgLife.topic)?.id ?? null
  }
  return items.flatMap((item): Step[] => {
    const { problem, measure, responsible, raisedMonthsAgo, done } = item
    const raisedOn = raisedMonthsAgo === undefined ? heldOn : monthsBefore(today, raisedMonthsAgo, 10)
    let id = 0
    const add = async () => {
      const of = { organizationId, meetingId: raisedMonthsAgo === undefined ? await meetingId() : null }
      const written = { raisedOn, problem, measure, responsible, due: dueOf(item, raisedOn, today) }
      id = (await app.rectification.add({ ...of, ...written })).id
    }
    const raised: Step = { day: earliestOf(addDays(raisedOn, 3), today), what: '整改', take: add }
    if (!done) return [raised]
    const doneOn = earliestOf(addDays(raisedOn, done.afterDays), today)
    const finish = async () => void (await app.rectification.finish({ id, outcome: done.outcome, doneOn }))
    return [raised, { day: doneOn, what: '完成整改', take: finish }]
  })
}
