import { z } from 'zod'
import { command, query } from '../kit/procedure.ts'
import { LedgerScope } from '../kit/scope.ts'
import { Day, Id, Line } from '../kit/values.ts'

/** 未完成、已逾期、已完成。 */
export const DecisionState = z.enum(['open', 'overdue', 'done'])
export type DecisionState = z.infer<typeof DecisionState>

/** 一项议定事项和它的落实。 */
export const DecisionRow = z.object({
  id: Id,
  meetingId: Id,
  organizationId: Id,
  organizationName: z.string(),
  day: Day,
  topic: z.string(),
  text: z.string(),
  responsible: z.string(),
  due: Day.nullable(),
  state: DecisionState,
  doneOn: Day.nullable(),
  note: z.string(),
})
export type DecisionRow = z.infer<typeof DecisionRow>

export const decisions = {
  /** 写了责任人或期限的议定事项：这一年会议上的，加上往年到年初还没有完成的。 */
  list: query(LedgerScope, z.array(DecisionRow)),
  complete: command('办结议定事项', z.strictObject({ id: Id, doneOn: Day, note: Line.default('') }), z.object({ id: Id })),
  resume: command('取消办结', z.strictObject({ id: Id }), z.object({ id: Id })),
}
