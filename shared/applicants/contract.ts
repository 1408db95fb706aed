import { z } from 'zod'
import { command, query } from '../kit/procedure.ts'
import { LedgerScope } from '../kit/scope.ts'
import { Day, DayOrMonth, Id, Line, Name, Prose } from '../kit/values.ts'
import { Holidays } from '../meetings/contract.ts'
import { Gender, IdNumber, PersonName, Phone } from '../members/contract.ts'

/** 走到哪一步：由填了的日子得出，从不另填（rules.ts 的 stageOn）。 */
export const Stage = z.enum(['applicant', 'activist', 'candidate', 'accepted', 'ended'])
export type Stage = z.infer<typeof Stage>

const Count = z.int().min(0).max(1000)

/** 一名还没有入党的人自己的事实（templates.md §18）；名册之外，不是党员。 */
export const ApplicantFacts = z.strictObject({
  name: PersonName,
  idNumber: IdNumber.nullable(),
  gender: Gender.nullable(),
  ethnicity: Line.nullable(),
  birthDay: DayOrMonth.nullable(),
  education: Line.nullable(),
  employer: Line.nullable(),
  mobile: Phone.nullable(),
  nativePlace: Line.nullable(),
  appliedOn: DayOrMonth.nullable(),
  talkedOn: DayOrMonth.nullable(),
  activistOn: DayOrMonth.nullable(),
  filedOn: DayOrMonth.nullable(),
  /** 培养联系人，用顿号隔开。 */
  mentors: Line.nullable(),
  candidateOn: DayOrMonth.nullable(),
  postedFrom: Day.nullable(),
  postedUntil: Day.nullable(),
  introducers: Line.nullable(),
  training: Line.nullable(),
  trainingDays: Count.nullable(),
  trainingHours: Count.nullable(),
  note: Prose.nullable(),
})
export type ApplicantFacts = z.infer<typeof ApplicantFacts>

export const ApplicantChanges = ApplicantFacts.partial()
export type ApplicantChanges = z.infer<typeof ApplicantChanges>

/** 新登记：姓名必填，没写的都是空。 */
export const NewApplicant = ApplicantChanges.extend({ name: PersonName })
export type NewApplicant = z.infer<typeof NewApplicant>

export const ApplicantRow = z.object({
  ...ApplicantFacts.shape,
  id: Id,
  pinyin: z.string(),
  initials: z.string(),
  organizationId: Id,
  branchName: z.string(),
  /** 支部大会通过接收为预备党员之日。 */
  acceptedOn: Day.nullable(),
  memberId: Id.nullable(),
  endedOn: Day.nullable(),
  endedReason: z.string().nullable(),
  stage: Stage,
  age: z.int().nullable(),
  /** 接下来做什么；没有可说的为空串。 */
  next: z.string(),
})
export type ApplicantRow = z.infer<typeof ApplicantRow>

const cited = <V extends z.ZodType>(value: V) => z.object({ value, article: z.string() })
const count = cited(z.int().positive())

/** 规则包“发展党员的时限与条件”里的数字，各附条号；节假日用来数工作日。 */
export const DevelopmentRules = z.object({
  leastAge: count,
  talkWithinMonths: count,
  filing: cited(z.literal(true)),
  mostMentors: count,
  cultivateMonths: count,
  publicityWorkdays: count,
  introducers: count,
  trainingDays: count,
  trainingHours: count,
  leaveSoonMonths: count,
  holidays: Holidays,
})
export type DevelopmentRules = z.infer<typeof DevelopmentRules>

const one = z.object({ id: Id })

export const applicants = {
  /** 填写时核对用的数字与出处。 */
  standards: query(z.strictObject({}), DevelopmentRules),
  /** 本组织（含下级）全部申请人今天的样子，已接收、已终止的也在内。 */
  list: query(z.strictObject({ organizationId: Id }), z.array(ApplicantRow)),
  ofMember: query(z.strictObject({ memberId: Id }), z.array(ApplicantRow)),
  /** 台账取数：本年末（今年则今天）走到各步的人。 */
  register: query(LedgerScope, z.array(ApplicantRow)),
  activists: query(LedgerScope, z.array(ApplicantRow)),
  candidates: query(LedgerScope, z.array(ApplicantRow)),
  /** 屏幕上的名单照所见导出时取数：今天的全部申请人。 */
  everyone: query(LedgerScope, z.array(ApplicantRow)),
  /** 党员名册里的同名人，登记与接收前看一看是不是已经入党。 */
  namesakes: query(
    z.strictObject({ name: z.string().max(200) }),
    z.array(z.object({ id: Id, name: z.string(), branchName: z.string(), birthDay: DayOrMonth.nullable() })),
  ),
  add: command('登记申请人', z.strictObject({ organizationId: Id, facts: NewApplicant }), one),
  amend: command('修改申请人', z.strictObject({ id: Id, facts: ApplicantChanges }), one),
  /** 各步的记录跟着人走。 */
  move: command('申请人换支部', z.strictObject({ id: Id, organizationId: Id }), one),
  makeActivist: command(
    '列为积极分子',
    z.strictObject({ id: Id, day: Day, filedOn: Day.nullable().default(null), mentors: Line.nullable().default(null) }),
    one,
  ),
  makeCandidate: command(
    '列为发展对象',
    z.strictObject({
      id: Id,
      day: Day,
      postedFrom: Day.nullable().default(null),
      postedUntil: Day.nullable().default(null),
      introducers: Line.nullable().default(null),
    }),
    one,
  ),
  /** 支部大会通过之日起是预备党员：名册里添一人，两头相连，一次操作。 */
  accept: command(
    '接收为预备党员',
    z.strictObject({ id: Id, day: Day, groupId: Id.nullable().default(null) }),
    z.object({ id: Id, memberId: Id }),
  ),
  end: command('终止发展', z.strictObject({ id: Id, day: Day, reason: Name }), one),
  resume: command('恢复培养', z.strictObject({ id: Id }), one),
  remove: command('删除误录申请人', z.strictObject({ id: Id }), one),
}
