import { z } from 'zod'
import { command, query } from '../kit/procedure.ts'
import { LedgerScope } from '../kit/scope.ts'
import { Day, Id, Line, Prose } from '../kit/values.ts'

/** 一项整改；meetingId 是提出它的组织生活会，会议归档之后照样能改。 */
export const Item = z.strictObject({
  organizationId: Id,
  meetingId: Id.nullable().default(null),
  raisedOn: Day,
  problem: Prose.min(1),
  measure: Prose.default(''),
  responsible: Line.default(''),
  due: Day.nullable().default(null),
  /** 完成情况。 */
  outcome: Prose.default(''),
  doneOn: Day.nullable().default(null),
})
export type Item = z.infer<typeof Item>

/** 进行中、已过期限、已完成。 */
export const Progress = z.enum(['open', 'overdue', 'done'])
export type Progress = z.infer<typeof Progress>

export const ItemRow = z.object({ ...Item.shape, id: Id, organizationName: z.string(), meetingTopic: z.string(), progress: Progress })
export type ItemRow = z.infer<typeof ItemRow>

const one = z.object({ id: Id })

export const rectification = {
  /** 整改台账：这一年提出的、这一年完成的，以及到年末还没完成的。 */
  listByYear: query(LedgerScope, z.array(ItemRow)),
  /** 还没完成的，期限近的在前。 */
  open: query(z.strictObject({ organizationId: Id }), z.array(ItemRow)),
  /** 一次会议提出的。 */
  ofMeeting: query(z.strictObject({ meetingId: Id }), z.array(ItemRow)),
  add: command('添加整改', Item, one),
  amend: command('修改整改', z.strictObject({ id: Id, item: Item }), one),
  finish: command('完成整改', z.strictObject({ id: Id, outcome: Prose.min(1), doneOn: Day }), one),
  remove: command('删除整改', z.strictObject({ id: Id }), one),
}
