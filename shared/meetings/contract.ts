import { z } from 'zod'
import { command, query } from '../kit/procedure.ts'
import { LedgerScope } from '../kit/scope.ts'
import { Day, Id, Instant, Line, Month, Name, Prose, Time } from '../kit/values.ts'

/** 会议类型的代号：规则包里的（branchAssembly…）或本单位自设的（own-1…）。 */
export const KindCode = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,40}$/)

/** 谁应到：全体党员、支部委员、党小组党员、逐人选定。 */
export const Audience = z.enum(['members', 'committee', 'group', 'chosen'])
export type Audience = z.infer<typeof Audience>

export const Period = z.enum(['month', 'quarter', 'year', 'none'])
export type Period = z.infer<typeof Period>

export const MeetingKind = z.object({
  code: KindCode,
  name: z.string(),
  audience: Audience,
  /** 每个自然周期至少 times 次；none 为不定期。 */
  period: Period,
  times: z.int(),
  /** 出处，如“支部工作条例（试行）第十一条”；自设的为空。 */
  article: z.string(),
  own: z.boolean(),
})
export type MeetingKind = z.infer<typeof MeetingKind>

export const MeetingStatus = z.enum(['planned', 'held', 'archived'])
export type MeetingStatus = z.infer<typeof MeetingStatus>

export const Plan = z.strictObject({
  organizationId: Id,
  /** 党小组会所属的小组；其他会议为空。 */
  groupId: Id.nullable().default(null),
  kinds: z.array(KindCode).min(1).max(8),
  topic: Name,
  day: Day,
  startsAt: Time.nullable().default(null),
  endsAt: Time.nullable().default(null),
  place: Line.default(''),
  host: Line.default(''),
  recorder: Line.default(''),
  agenda: z.array(Line.min(1)).max(50).default([]),
})
export type Plan = z.infer<typeof Plan>

export const Headcount = z.object({
  expected: z.int(),
  present: z.int(),
  /** 实到里线上参加的。 */
  online: z.int(),
  onLeave: z.int(),
  absent: z.int(),
  unmarked: z.int(),
  /** 列席：名册里的党员与来宾。 */
  observers: z.int(),
  /** 到会指导的上级领导。 */
  superiors: z.int(),
  /** 不计入应到的党员。 */
  excluded: z.int(),
})
export type Headcount = z.infer<typeof Headcount>

export const Speech = z.strictObject({ agendaNo: z.int().min(1).nullable().default(null), speaker: Line.default(''), text: Prose })
export type Speech = z.infer<typeof Speech>

export const Decision = z.strictObject({ text: Prose, responsible: Line.default(''), due: Day.nullable().default(null) })
export type Decision = z.infer<typeof Decision>

export const MeetingRow = z.object({
  id: Id,
  kinds: z.array(KindCode),
  kindNames: z.string(),
  topic: z.string(),
  organizationId: Id,
  organizationName: z.string(),
  groupName: z.string().nullable(),
  day: Day,
  startsAt: Time.nullable(),
  endsAt: Time.nullable(),
  place: z.string(),
  host: z.string(),
  recorder: z.string(),
  ...Headcount.shape,
  /** 人数来自原台账，没有逐人的名单。 */
  nameless: z.boolean(),
  /** 出席率，百分数，一位小数；筹备中、应到为 0 时为空。 */
  rate: z.number().nullable(),
  status: MeetingStatus,
  /** 确认召开的时间点（录入时间）；筹备中为空。 */
  recordedAt: Instant.nullable(),
  /** 录入日晚于发生日超过规则包给的天数。 */
  backfilled: z.boolean(),
  /** 作废的原因；没有作废为空。作废的会议留着看，不计入任何次数。 */
  voidedReason: z.string().nullable(),
})
export type MeetingRow = z.infer<typeof MeetingRow>

export const MeetingPage = z.object({
  meeting: MeetingRow,
  groupId: Id.nullable(),
  agenda: z.array(z.string()),
  speeches: z.array(Speech),
  decisions: z.array(Decision),
  corrections: z.array(z.object({ at: Instant, actor: z.string(), text: z.string() })),
})
export type MeetingPage = z.infer<typeof MeetingPage>

export const Gap = z.object({
  kind: MeetingKind,
  /** 各月开了几次，一月在前；只列已经开始的月份。 */
  heldByMonth: z.array(z.int()),
  /** 本周期（含今天）还差几次。 */
  missing: z.int(),
  /** 本周期还差时，已经安排、还没开的，先开的在前。 */
  planned: z.array(z.object({ id: Id, day: Day })),
  periodLabel: z.string(),
})
export type Gap = z.infer<typeof Gap>

/** 各年的放假与调休上班的日子。 */
export const Holidays = z.strictObject({
  years: z.array(
    z.strictObject({
      year: z.int(),
      holidays: z.array(z.strictObject({ name: z.string(), from: Day, to: Day })),
      workdays: z.array(Day),
    }),
  ),
})
export type Holidays = z.infer<typeof Holidays>

/** 安排里与别的会议撞不撞有关的几项；days 是要排的日子。 */
export const ClashInput = z.strictObject({
  organizationId: Id,
  groupId: Id.nullable().default(null),
  kinds: z.array(KindCode).max(8).default([]),
  days: z.array(Day).max(60),
  startsAt: Time.nullable().default(null),
  endsAt: Time.nullable().default(null),
  place: Line.default(''),
  host: Line.default(''),
  recorder: Line.default(''),
  /** 正在改的会议。 */
  except: Id.nullable().default(null),
})
export type ClashInput = z.infer<typeof ClashInput>

/** 那天的另一次会议：本组织同日的都在内，别的组织的只有人或地点撞了才在内。 */
export const Clash = z.object({
  id: Id,
  day: Day,
  topic: z.string(),
  organizationName: z.string(),
  startsAt: Time.nullable(),
  endsAt: Time.nullable(),
  place: z.string(),
  sameOrganization: z.boolean(),
  /** 时间重叠；有一次没有写时间，说不准。 */
  overlap: z.enum(['yes', 'no', 'unknown']),
  /** 两边都在的主持人、记录人、党小组党员。 */
  people: z.array(z.string()),
  samePlace: z.boolean(),
})
export type Clash = z.infer<typeof Clash>

const one = z.object({ id: Id })

export const meetings = {
  kinds: query(z.strictObject({}), z.array(MeetingKind)),
  /** 本组织（含下级）一年内的会议，筹备中的也在内，按日期。 */
  listByYear: query(LedgerScope, z.array(MeetingRow)),
  /** 一年里（连同上年十二月）还没有归档的（筹备中、已召开），按日期；和这一年归档了几次。 */
  unarchived: query(LedgerScope, z.object({ rows: z.array(MeetingRow), archived: z.int() })),
  /** 一个月里没有作废的会议，只有日子和议题。 */
  inMonth: query(z.strictObject({ organizationId: Id, month: Month }), z.array(z.object({ id: Id, day: Day, topic: z.string() }))),
  /** 三会一课台账的取数：同上，只有已召开、已归档的。 */
  register: query(LedgerScope, z.array(MeetingRow)),
  page: query(z.strictObject({ id: Id }), MeetingPage),
  /** 每类会议本年各月开了几次、本周期还差几次。 */
  gaps: query(LedgerScope, z.array(Gap)),
  /** 同上，本组织与下级里还在的支部各一份。 */
  gapsByBranch: query(LedgerScope, z.array(z.object({ organizationId: Id, gaps: z.array(Gap) }))),
  /** 上一次同类会议的安排，新建时带出地点、主持人、记录人。 */
  lastOfKind: query(
    z.strictObject({ organizationId: Id, kind: KindCode }),
    z
      .object({
        id: Id,
        day: Day,
        topic: z.string(),
        place: z.string(),
        host: z.string(),
        recorder: z.string(),
        startsAt: Time.nullable(),
        endsAt: Time.nullable(),
        agenda: z.array(z.string()),
      })
      .nullable(),
  ),
  /** 要排的日子里已有的会议：时间、人、地点撞不撞。只说出来，不拦。 */
  clashes: query(ClashInput, z.array(Clash)),
  holidays: query(z.strictObject({}), Holidays),
  addKind: command(
    '新增会议类型',
    z.strictObject({ name: Name.max(20), audience: Audience, period: Period.default('none'), times: z.int().min(0).max(31).default(0) }),
    z.object({ code: KindCode }),
  ),
  plan: command('安排会议', Plan, one),
  /** 同一份安排排到几天上，一次做完、一次撤销。 */
  planSeries: command('批量安排会议', z.strictObject({ plan: Plan, days: z.array(Day).min(1).max(60) }), z.object({ ids: z.array(Id) })),
  amend: command('修改会议安排', z.strictObject({ id: Id, plan: Plan }), one),
  writeMinutes: command(
    '填写会议记录',
    z.strictObject({ id: Id, speeches: z.array(Speech).max(500), decisions: z.array(Decision).max(100) }),
    one,
  ),
  hold: command('确认召开', z.strictObject({ id: Id }), one),
  reopen: command('退回筹备', z.strictObject({ id: Id }), one),
  archive: command('归档', z.strictObject({ id: Id }), one),
  unarchive: command('取消归档', z.strictObject({ id: Id, reason: Name }), one),
  correct: command('附加更正说明', z.strictObject({ id: Id, text: Prose.min(1) }), one),
  void: command('作废会议', z.strictObject({ id: Id, reason: Name }), one),
  unvoid: command('取消作废', z.strictObject({ id: Id }), one),
  remove: command('删除会议', z.strictObject({ id: Id }), one),
}
