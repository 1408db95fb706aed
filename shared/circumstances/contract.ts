import { z } from 'zod'
import { command, query } from '../kit/procedure.ts'
import { LedgerScope } from '../kit/scope.ts'
import { Day, DayOrMonth, Id, Line, Prose } from '../kit/values.ts'

/** 生活困难、行动不便、失去联系。 */
export const CircumstanceKind = z.enum(['hardship', 'limitedMobility', 'outOfContact'])
export type CircumstanceKind = z.infer<typeof CircumstanceKind>

/** 失去联系的情形，代码 1–7（失联党员登记表）。 */
export const LossCause = z.enum(['workAway', 'unitGone', 'graduated', 'jobChanged', 'abroad', 'homeMoved', 'other'])
export type LossCause = z.infer<typeof LossCause>

/** 一段情况：从哪天到哪天（止的那天起不再是），为什么；起始不详、还没完的为空。 */
export const CircumstanceFacts = z.strictObject({
  kind: CircumstanceKind,
  fromDay: DayOrMonth.nullable().default(null),
  untilDay: DayOrMonth.nullable().default(null),
  reason: Prose.default(''),
  /** 困难：批准的文号。 */
  approval: Line.default(''),
  /** 失联：情形、查找经过、处理意见。 */
  cause: LossCause.nullable().default(null),
  search: Prose.default(''),
  opinion: Prose.default(''),
})
export type CircumstanceFacts = z.infer<typeof CircumstanceFacts>

export const CircumstanceRow = z.object({ ...CircumstanceFacts.shape, id: Id, memberId: Id })
export type CircumstanceRow = z.infer<typeof CircumstanceRow>

const Person = {
  memberId: Id,
  memberName: z.string(),
  branchName: z.string(),
  gender: z.enum(['male', 'female']).nullable(),
  idNumber: z.string().nullable(),
}

export const HardshipRow = z.object({
  ...Person,
  id: Id,
  birthDay: DayOrMonth.nullable(),
  mobile: z.string().nullable(),
  reason: z.string(),
  approval: z.string(),
  fromDay: DayOrMonth.nullable(),
  untilDay: DayOrMonth.nullable(),
})
export const LostRow = z.object({
  ...Person,
  joinedOn: DayOrMonth.nullable(),
  since: DayOrMonth.nullable(),
  cause: LossCause.nullable(),
  search: z.string(),
  opinion: z.string(),
})

export const circumstances = {
  ofMember: query(z.strictObject({ memberId: Id }), z.array(CircumstanceRow)),
  /** 台账取数：本年里处于困难的党员。 */
  hardship: query(LedgerScope, z.array(HardshipRow)),
  /** 台账取数：往年年末、今年今天失联的党员。 */
  lost: query(LedgerScope, z.array(LostRow)),
  /** 那天行动不便的党员。 */
  limitedMobility: query(z.strictObject({ day: Day }), z.array(Id)),
  /** 登记失联的，名册上同时标为失联；写了止期的，同时取消。 */
  record: command('登记情况', z.strictObject({ memberId: Id, facts: CircumstanceFacts }), z.object({ id: Id })),
  amend: command('修改情况', z.strictObject({ id: Id, facts: CircumstanceFacts }), z.object({ id: Id })),
  remove: command('删除情况', z.strictObject({ id: Id }), z.object({ id: Id })),
}
