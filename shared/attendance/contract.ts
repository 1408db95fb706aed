import { z } from 'zod'
import { command, query } from '../kit/procedure.ts'
import { LedgerScope } from '../kit/scope.ts'
import { Day, Id, Line, Name } from '../kit/values.ts'
import { KindCode } from '../meetings/contract.ts'

/** 出席、迟到、线上都算实到；列席不计入应到。 */
export const AttendanceState = z.enum(['present', 'late', 'online', 'leave', 'absent', 'observer'])
export type AttendanceState = z.infer<typeof AttendanceState>

/** 经上级党组织同意并经党员大会通过，可以不计入应到的五类（rules.md §3）。 */
export const ExclusionReason = z.enum(['cannotExpress', 'abroad', 'detained', 'bedridden', 'untransferred'])
export type ExclusionReason = z.infer<typeof ExclusionReason>

/** 为什么不计入、凭什么：理由、依据，同意的上级党组织，通过的党员大会。 */
const Grounds = z.strictObject({
  reason: ExclusionReason,
  basis: Name,
  approvedBy: Line.default(''),
  adoptedAt: Line.default(''),
})

export const Exclusion = Grounds.extend({ memberId: Id })
export type Exclusion = z.infer<typeof Exclusion>

/** 不在名册里的人：列席的来宾，到会指导的上级领导。 */
export const GuestKind = z.enum(['guest', 'superior'])
export type GuestKind = z.infer<typeof GuestKind>

export const Guest = z.strictObject({ kind: GuestKind.default('guest'), name: Name, post: Line.default('') })
export type Guest = z.infer<typeof Guest>

/** 同名的怎样分辨：'1985年生'；没有同名的为空。 */
const Aside = z.string()

export const AttendanceRow = z.object({
  memberId: Id,
  name: z.string(),
  aside: Aside,
  pinyin: z.string(),
  initials: z.string(),
  groupName: z.string().nullable(),
  employer: z.string().nullable(),
  mobile: z.string().nullable(),
  floating: z.boolean(),
  floatingTo: z.string().nullable(),
  category: z.string(),
  /** 开会那天有没有表决权；列席的人也照他自己的身份说。 */
  canVote: z.boolean(),
  /** 在应到名单里。列席的、不计入应到的人不在。 */
  expected: z.boolean(),
  /** 不计入应到的理由与依据；计入的为空。 */
  exclusion: Grounds.nullable(),
  /** 未登记为空，从不预填。 */
  state: AttendanceState.nullable(),
  reason: z.string(),
})
export type AttendanceRow = z.infer<typeof AttendanceRow>

/** 上一次会上不计入应到、这次还没有标的人：只供沿用，从不自动。 */
export const FormerExclusion = z.object({ ...Exclusion.shape, name: z.string(), topic: z.string(), day: Day })
export type FormerExclusion = z.infer<typeof FormerExclusion>

export const Mark = z.strictObject({ memberId: Id, state: AttendanceState.nullable(), reason: Line.default('') })
export type Mark = z.infer<typeof Mark>

/** 一个人在一次开过的会上：六种状态；请假、缺席后来补了课的；不计入应到的。 */
export const YearMark = z.enum([...AttendanceState.options, 'leaveMadeUp', 'absentMadeUp', 'excluded'])
export type YearMark = z.infer<typeof YearMark>

const YearMeeting = z.object({
  meetingId: Id,
  day: Day,
  topic: z.string(),
  kinds: z.array(z.string()),
  kindNames: z.string(),
  organizationId: Id,
  organizationName: z.string(),
  groupName: z.string().nullable(),
})
export type YearMeeting = z.infer<typeof YearMeeting>

const YearPerson = z.object({
  memberId: Id,
  name: z.string(),
  aside: Aside,
  pinyin: z.string(),
  initials: z.string(),
  /** 年末（本年为今天）所在的支部与小组；已不在任何支部的为空。 */
  branchName: z.string().nullable(),
  groupName: z.string().nullable(),
  marks: z.array(z.tuple([Id, YearMark])),
})
export type YearPerson = z.infer<typeof YearPerson>

/** 一年的考勤：开过的会（按日期）、名册里的人与到过会的人，谁在哪次会怎样。 */
export const AttendanceYear = z.object({ meetings: z.array(YearMeeting), people: z.array(YearPerson) })
export type AttendanceYear = z.infer<typeof AttendanceYear>

/** 应到 = 实到 + 请假 + 缺席；线上、迟到在实到里，补课在请假、缺席里。 */
export const Tally = z.object({
  expected: z.int(),
  present: z.int(),
  online: z.int(),
  late: z.int(),
  onLeave: z.int(),
  absent: z.int(),
  madeUp: z.int(),
  observed: z.int(),
  excluded: z.int(),
  /** 出席率，百分数，一位小数；应到为 0 时为空。补课不改出席率。 */
  rate: z.number().nullable(),
})
export type Tally = z.infer<typeof Tally>

/** 三会一课与主题党日，各几次应到、几次实到；一次会有几种类型的，每种各算一次。 */
const KindTally = z.object({
  assemblyExpected: z.int(),
  assemblyPresent: z.int(),
  committeeExpected: z.int(),
  committeePresent: z.int(),
  groupExpected: z.int(),
  groupPresent: z.int(),
  lectureExpected: z.int(),
  lecturePresent: z.int(),
  themeDayExpected: z.int(),
  themeDayPresent: z.int(),
})
export type KindTally = z.infer<typeof KindTally>

const PersonTally = z.object({ id: Id, ...YearPerson.omit({ marks: true }).shape, ...KindTally.shape, ...Tally.shape })
export type PersonTally = z.infer<typeof PersonTally>
const MeetingTally = z.object({ id: Id, ...YearMeeting.shape, ...Tally.shape })

/** 一个组织的一年；meetingKind 只看一类会议。 */
const KindScope = LedgerScope.extend({ meetingKind: KindCode.nullable().default(null) })

/** 一次请假或缺席，和它的补课；还没补的几项为空。 */
export const Absence = z.object({
  id: Id,
  meetingId: Id,
  memberId: Id,
  name: z.string(),
  aside: Aside,
  branchName: z.string(),
  day: Day,
  kindNames: z.string(),
  topic: z.string(),
  state: AttendanceState,
  reason: z.string(),
  madeUpOn: Day.nullable(),
  content: z.string().nullable(),
  taughtBy: z.string().nullable(),
  confirmedBy: z.string().nullable(),
})
export type Absence = z.infer<typeof Absence>

const open = { open: z.int(), peopleOpen: z.int() }
/** 一年考勤的总数：应到、实到人次，出席率；请假缺席还没补课的人次与人数，上年十二月的另列。 */
const AttendanceSummary = z.object({
  ...Tally.pick({ expected: true, present: true, rate: true }).shape,
  ...open,
  lastDecember: z.object(open),
})
export type AttendanceSummary = z.infer<typeof AttendanceSummary>

const absences = z
  .array(z.strictObject({ meetingId: Id, memberId: Id }))
  .min(1)
  .max(5000)

const changed = z.object({ changed: z.int() })

export const attendance = {
  sheet: query(z.strictObject({ meetingId: Id }), z.array(AttendanceRow)),
  mark: command('登记出勤', z.strictObject({ meetingId: Id, marks: z.array(Mark).min(1).max(5000) }), changed),
  /** 把尚未登记的应到人员全部记为出席。 */
  allPresent: command('全部到会', z.strictObject({ meetingId: Id }), changed),
  /** 一人或几人不计入应到；已登记的出勤随之去掉。已标过的改理由与依据。 */
  exclude: command('不计入应到', z.strictObject({ meetingId: Id, exclusions: z.array(Exclusion).min(1).max(5000) }), changed),
  include: command('恢复计入应到', z.strictObject({ meetingId: Id, memberIds: z.array(Id).min(1).max(5000) }), changed),
  /** 开过的会；本组织（含下级）开的都算，人后来调走了也在。 */
  year: query(LedgerScope, AttendanceYear),
  /** 首页与侧边栏看的几个数，不取名单。 */
  summary: query(LedgerScope, AttendanceSummary),
  byPerson: query(KindScope, z.array(PersonTally)),
  byMeeting: query(KindScope, z.array(MeetingTally)),
  absences: query(KindScope, z.array(Absence)),
  /** 一人或几人补了课；已补过的改成这样。当时的实到不变。 */
  makeUp: command(
    '登记补课',
    z.strictObject({ absences, day: Day, content: Name, taughtBy: Line.default(''), confirmedBy: Line.default('') }),
    changed,
  ),
  dropMakeups: command('撤销补课', z.strictObject({ absences }), changed),
  formerExclusions: query(z.strictObject({ meetingId: Id }), z.array(FormerExclusion)),
  guests: query(z.strictObject({ meetingId: Id }), z.array(Guest)),
  /** 换成这份来宾名单。 */
  writeGuests: command('登记来宾', z.strictObject({ meetingId: Id, guests: z.array(Guest).max(200) }), changed),
}
