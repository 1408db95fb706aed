import { z } from 'zod'
import { command, query } from '../kit/procedure.ts'
import { LedgerScope } from '../kit/scope.ts'
import { Day, DayOrMonth, Id, Line, Name } from '../kit/values.ts'

export const AwardKind = z.enum(['reward', 'penalty'])
export type AwardKind = z.infer<typeof AwardKind>

/** 党的纪律处分的五种：警告、严重警告、撤销党内职务、留党察看、开除党籍。 */
export const Penalty = z.enum(['warning', 'seriousWarning', 'postRemoval', 'onProbation', 'expulsion'])
export type Penalty = z.infer<typeof Penalty>

/** 一条奖惩（templates.md §25）：奖励写名称、级别；处分另写是哪一种，留党察看写起止。 */
export const AwardFacts = z.strictObject({
  kind: AwardKind,
  name: Name,
  penalty: Penalty.nullable().default(null),
  level: Line.default(''),
  authority: Line.default(''),
  day: DayOrMonth,
  documentNumber: Line.default(''),
  /** 留党察看的起止；止的那天起恢复表决权。 */
  fromDay: Day.nullable().default(null),
  untilDay: Day.nullable().default(null),
})
export type AwardFacts = z.infer<typeof AwardFacts>

export const AwardRow = z.object({
  ...AwardFacts.shape,
  id: Id,
  memberId: Id,
  memberName: z.string(),
  branchName: z.string(),
})
export type AwardRow = z.infer<typeof AwardRow>

export const awards = {
  /** 台账取数：本年的奖惩，按日期。 */
  register: query(LedgerScope, z.array(AwardRow)),
  ofMember: query(z.strictObject({ memberId: Id }), z.array(AwardRow)),
  /** 那天在留党察看期内、没有表决权的党员。 */
  withoutVote: query(z.strictObject({ day: Day }), z.array(Id)),
  add: command('登记奖惩', z.strictObject({ memberId: Id, facts: AwardFacts }), z.object({ id: Id })),
  amend: command('修改奖惩', z.strictObject({ id: Id, facts: AwardFacts }), z.object({ id: Id })),
  remove: command('删除奖惩', z.strictObject({ id: Id }), z.object({ id: Id })),
}
