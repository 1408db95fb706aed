import { z } from 'zod'
import { command, query } from '../kit/procedure.ts'
import { LedgerScope } from '../kit/scope.ts'
import { Day, Id, Line, Prose } from '../kit/values.ts'

/** 支委之间、支委与党员、党员之间、其他（上级谈话等，不计入覆盖）。 */
export const TalkKind = z.enum(['withinCommittee', 'committeeWithMember', 'betweenMembers', 'otherTalk'])
export type TalkKind = z.infer<typeof TalkKind>

/** 无需跟进、跟进中、已落实。 */
export const FollowUp = z.enum(['notNeeded', 'following', 'settled'])
export type FollowUp = z.infer<typeof FollowUp>

/** 一次谈话。谈话人不在名册上（如上级领导）时 talkerId 为空，写 talker。 */
export const Talk = z.strictObject({
  organizationId: Id,
  talkerId: Id.nullable(),
  talker: Line.default(''),
  talkedId: Id,
  kind: TalkKind,
  day: Day,
  summary: Prose.default(''),
  /** 约定事项。 */
  agreed: Prose.default(''),
  followUp: FollowUp.default('notNeeded'),
})
export type Talk = z.infer<typeof Talk>

export const TalkRow = z.object({ ...Talk.shape, id: Id, organizationName: z.string(), talkedName: z.string() })
export type TalkRow = z.infer<typeof TalkRow>

const Times = z.object({ withinCommittee: z.int(), committeeWithMember: z.int(), betweenMembers: z.int() })

/** 一次组织生活会之前谈了几对、几次；fromDay 是从哪天数起。 */
export const TalkCount = z.object({ fromDay: Day, pairs: z.int(), times: z.int() })
export type TalkCount = z.infer<typeof TalkCount>

/** 一个人这一年谈了没有：各类几次，与谁谈过，还差哪几类。 */
export const CoverageRow = z.object({
  memberId: Id,
  name: z.string(),
  branchName: z.string(),
  onCommittee: z.boolean(),
  ...Times.shape,
  /** 与谁谈过，顿号相连。 */
  partners: z.string(),
  missing: z.array(TalkKind),
  /** 还差哪几类，写成话；谈全了为空。 */
  missingWords: z.string(),
})
export type CoverageRow = z.infer<typeof CoverageRow>

export const talks = {
  /** 谈心谈话台账取数，按日期。 */
  listByYear: query(LedgerScope, z.array(TalkRow)),
  /** 一个人谈过的，谈话人、被谈话人都算，按日期。 */
  ofMember: query(z.strictObject({ memberId: Id }), z.array(TalkRow)),
  /** 覆盖：党籍正常的党员各谈了几次、还差哪几类。 */
  coverage: query(LedgerScope, z.array(CoverageRow)),
  /** 覆盖里还没谈够的有几人。 */
  lacking: query(LedgerScope, z.object({ people: z.int() })),
  /** 各类每年至少几次，来自规则包。 */
  standards: query(z.strictObject({}), z.object({ ...Times.shape, article: z.string(), remindMonth: z.int() })),
  /** 会前谈心谈话：上一次组织生活会之后（最多往前一年）到这次会的那天，本支部谈了多少。 */
  beforeMeeting: query(z.strictObject({ meetingId: Id }), TalkCount),
  record: command('登记谈话', z.strictObject({ talks: z.array(Talk).min(1).max(100) }), z.object({ ids: z.array(Id) })),
  amend: command('修改谈话', z.strictObject({ id: Id, talk: Talk }), z.object({ id: Id })),
  remove: command('删除谈话', z.strictObject({ id: Id }), z.object({ id: Id })),
}
