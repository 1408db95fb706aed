import { addDays } from '../../../shared/kit/calendar.ts'
import type { Scene } from './scene.ts'

/** 期限过去这么久的议定事项都已办结；近来的有逾期的，也有没到期的。 */
const SETTLED_DAYS = 60
const VOIDED_TOPIC = '讨论社区共建分工'

/** 一年过完之后：早先的议定事项办结，一次重复登记的会作废。 */
export async function afterwards({ app, today, organizations }: Scene): Promise<void> {
  const [root = 0] = organizations.values()
  const scope = { organizationId: root, year: Number(today.slice(0, 4)) }
  for (const { id, due, day } of await app.decisions.list(scope)) {
    const doneOn = due ?? addDays(day, 30)
    if (doneOn < addDays(today, -SETTLED_DAYS)) await app.decisions.complete({ id, doneOn, note: '已办' })
  }
  const twice = (await app.meetings.listByYear(scope)).find(({ topic, status }) => topic === VOIDED_TOPIC && status !== 'planned')
  if (twice) await app.meetings.void({ id: twice.id, reason: '与党小组会重复登记' })
}
