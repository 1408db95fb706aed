import { z } from 'zod'
import { command, query } from '../kit/procedure.ts'
import { Id, Line } from '../kit/values.ts'

/** 出席、迟到、线上都算实到；列席不计入应到。 */
export const AttendanceState = z.enum(['present', 'late', 'online', 'leave', 'absent', 'observer'])
export type AttendanceState = z.infer<typeof AttendanceState>

export const AttendanceRow = z.object({
  memberId: Id,
  name: z.string(),
  pinyin: z.string(),
  initials: z.string(),
  groupName: z.string().nullable(),
  employer: z.string().nullable(),
  mobile: z.string().nullable(),
  floating: z.boolean(),
  category: z.string(),
  /** 在应到名单里。列席的人不在。 */
  expected: z.boolean(),
  /** 未登记为空，从不预填。 */
  state: AttendanceState.nullable(),
  reason: z.string(),
})
export type AttendanceRow = z.infer<typeof AttendanceRow>

export const Mark = z.strictObject({ memberId: Id, state: AttendanceState.nullable(), reason: Line.default('') })
export type Mark = z.infer<typeof Mark>

export const attendance = {
  sheet: query(z.strictObject({ meetingId: Id }), z.array(AttendanceRow)),
  mark: command('登记出勤', z.strictObject({ meetingId: Id, marks: z.array(Mark).min(1).max(5000) }), z.object({ changed: z.int() })),
  /** 把尚未登记的应到人员全部记为出席。 */
  allPresent: command('全部到会', z.strictObject({ meetingId: Id }), z.object({ changed: z.int() })),
}
