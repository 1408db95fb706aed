import { z } from 'zod'
import { AttendanceState } from '../attendance/contract.ts'
import { type CustomCells, FieldValue } from '../fields/contract.ts'
import { command, query } from '../kit/procedure.ts'
import { LedgerScope } from '../kit/scope.ts'
import { Day, DayOrMonth, Id, Line, Month, Name, Prose } from '../kit/values.ts'
import { plainIdNumber } from './id-number.ts'
import { plainName, plainPhone } from './plain.ts'

/** 姓名、证件号、手机号：随手写、粘贴来的照导入的规矩理好再存，查重、搜索才对得上。 */
export const PersonName = Name.overwrite(plainName)
export const IdNumber = Line.overwrite(plainIdNumber)
export const Phone = Line.overwrite(plainPhone)

export const Category = z.enum(['formal', 'probationary'])
export type Category = z.infer<typeof Category>

/** 党籍状态。 */
export const Standing = z.enum(['normal', 'suspended', 'movedOut', 'left', 'deceased'])
export type Standing = z.infer<typeof Standing>

export const Gender = z.enum(['male', 'female'])
export type Gender = z.infer<typeof Gender>

/** 一名党员自己的事实（不随时间另立行的）。 */
export const MemberFacts = z.strictObject({
  name: PersonName,
  idNumber: IdNumber.nullable(),
  gender: Gender.nullable(),
  ethnicity: Line.nullable(),
  birthDay: DayOrMonth.nullable(),
  education: Line.nullable(),
  joinedOn: DayOrMonth.nullable(),
  fullMemberOn: DayOrMonth.nullable(),
  job: Line.nullable(),
  mobile: Phone.nullable(),
  phone: Phone.nullable(),
  address: Line.nullable(),
  outOfContact: z.boolean(),
  outOfContactSince: DayOrMonth.nullable(),
  floating: z.boolean(),
  floatingTo: Line.nullable(),
  nativePlace: Line.nullable(),
  workStartedOn: DayOrMonth.nullable(),
  partyPost: Line.nullable(),
  employer: Line.nullable(),
  school: Line.nullable(),
  introducers: Line.nullable(),
  duesStandard: Line.nullable(),
  duesPaidThrough: Month.nullable(),
  family: Prose.nullable(),
  specialty: Line.nullable(),
  honours: Prose.nullable(),
  homeInvestment: Line.nullable(),
  note: Prose.nullable(),
})
export type MemberFacts = z.infer<typeof MemberFacts>

/** 只写要改的几项；没写的不动。 */
export const MemberChanges = MemberFacts.partial()
export type MemberChanges = z.infer<typeof MemberChanges>

/** 新登记：姓名必填，没写的都是空。 */
export const NewMember = MemberChanges.extend({ name: PersonName })
export type NewMember = z.infer<typeof NewMember>

/** 名册上的一行：一名党员在某一天的样子。各项自设字段另在行上的 custom-编号 里（shared/fields/columns.ts）。 */
export const MemberRow = z.object({
  ...MemberFacts.shape,
  id: Id,
  /** 全拼与首字母，供边输边搜与排序。 */
  pinyin: z.string(),
  initials: z.string(),
  organizationId: Id,
  branchName: z.string(),
  groupId: Id.nullable(),
  groupName: z.string().nullable(),
  category: Category,
  standing: Standing,
  /** 周岁；生日不详为空。 */
  age: z.int().nullable(),
  /** 党龄，整年；自转正之日起算，预备党员为空。 */
  partyAge: z.int().nullable(),
})
export type MemberRow = z.infer<typeof MemberRow> & CustomCells

/** 随时间变化的一条：从哪天起是什么；fromDay 为空表示起始不详。 */
const dated = <V extends z.ZodType>(value: V) => z.array(z.object({ id: Id, fromDay: DayOrMonth.nullable(), value }))

export const MemberPage = z.object({
  member: MemberRow,
  branches: dated(z.object({ id: Id.nullable(), name: z.string() })),
  groups: dated(z.object({ id: Id.nullable(), name: z.string() })),
  categories: dated(Category),
  standings: dated(Standing),
  posts: z.array(
    z.object({ id: Id, organizationName: z.string(), title: z.string(), fromDay: DayOrMonth, untilDay: DayOrMonth.nullable() }),
  ),
  meetings: z.array(z.object({ meetingId: Id, day: Day, topic: z.string(), kinds: z.array(z.string()), state: AttendanceState })),
})
export type MemberPage = z.infer<typeof MemberPage>

/** 合并前看一看：两份各是什么样，各处有几条并过来、几条因重复去掉；不能合并的附上原因。 */
export const MergePreview = z.object({
  keep: MemberRow,
  drop: MemberRow,
  moves: z.array(z.object({ what: z.string(), moved: z.int(), dropped: z.int() })),
  refusal: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
})
export type MergePreview = z.infer<typeof MergePreview>

export const Admission = z.strictObject({
  organizationId: Id,
  groupId: Id.nullable().default(null),
  category: Category,
  standing: Standing.default('normal'),
  /** 编入本支部之日；不详为空。 */
  fromDay: DayOrMonth.nullable().default(null),
  facts: NewMember,
  /** 填了的自设字段。 */
  custom: z.array(FieldValue).max(200).default([]),
})
export type Admission = z.infer<typeof Admission>

/** 规则包“党员信息”里的数字，见 rules.ts 的 MemberLimits。 */
export const MemberStandards = z.object({
  limits: z.object({
    joiningAge: z.int(),
    probationMonths: z.int(),
    probationSince: Day,
    noProbationFrom: Day,
    noProbationUntil: Day,
  }),
  /** 规范的说法，填写时给人选。 */
  educations: z.array(z.string()),
  ethnicities: z.array(z.string()),
})

const Ids = z.array(Id).min(1).max(5000)

/** 一项事实，或一项自设字段。 */
export const OneChange = z.union([
  MemberChanges.omit({ name: true, idNumber: true }).refine((facts) => Object.keys(facts).length > 0),
  FieldValue,
])
export type OneChange = z.infer<typeof OneChange>

/** 在册的多少人，其中几人没有身份证号。 */
export const Overview = z.object({ people: z.int(), withoutId: z.int() })
export type Overview = z.infer<typeof Overview>

/** 见 anniversaries.ts。 */
const AnniversaryRow = z.object({
  memberId: Id,
  name: z.string(),
  day: Day,
  what: z.enum(['birthday', 'joined']),
  years: z.int(),
})

export const members = {
  /** 填写时核对用的数字与可选的说法，来自规则包。 */
  standards: query(z.strictObject({}), MemberStandards),
  /** 名册：某组织（含下级支部、小组）在某天的党员；text 按姓名、拼音、首字母、身份证后四位、电话筛选。 */
  list: query(
    z.strictObject({
      organizationId: Id,
      day: Day.optional(),
      text: z.string().max(100).default(''),
      standing: z.enum(['inRoll', 'all']).default('inRoll'),
    }),
    z.array(MemberRow),
  ),
  /** 全局搜索：最多 limit 名；aside 是同名的怎样分辨，没有同名的为空。 */
  find: query(
    z.strictObject({ text: z.string().max(100), limit: z.int().min(1).max(100).default(20) }),
    z.array(z.object({ id: Id, name: z.string(), aside: z.string(), branchName: z.string(), mobile: z.string().nullable() })),
  ),
  /** 首页要的几个数。 */
  overview: query(z.strictObject({ organizationId: Id }), Overview),
  /** 在册而有身份证号的人里，几人的信息要核对（memberWarnings）。 */
  doubtful: query(z.strictObject({ organizationId: Id }), z.int()),
  /** 一个月里的生日与入党周年。 */
  anniversaries: query(z.strictObject({ organizationId: Id, month: Month }), z.array(AnniversaryRow)),
  page: query(z.strictObject({ id: Id }), MemberPage),
  /** 台账取数：本年末（今年则今天）在册党员。 */
  roster: query(LedgerScope, z.array(MemberRow)),
  /** 屏幕上的名册照所见导出时取数：今天的全部党员，已离开的也在内。 */
  everyone: query(LedgerScope, z.array(MemberRow)),
  admit: command('登记党员', Admission, z.object({ id: Id })),
  amend: command(
    '修改党员信息',
    z.strictObject({ id: Id, facts: MemberChanges, custom: z.array(FieldValue).max(200).default([]) }),
    z.object({ id: Id }),
  ),
  move: command('调整支部', z.strictObject({ id: Id, organizationId: Id, fromDay: DayOrMonth }), z.object({ id: Id })),
  /** 几个人一起调到一个支部；已在那里的不动。 */
  moveAll: command('一起调整支部', z.strictObject({ ids: Ids, organizationId: Id, fromDay: DayOrMonth }), z.object({ changed: z.int() })),
  /** 几个人的同一项改成同一个值（身份证号、姓名各人不同，不能这样改）。 */
  amendAll: command('修改一项', z.strictObject({ ids: Ids, change: OneChange }), z.object({ changed: z.int() })),
  assignGroup: command(
    '编入党小组',
    z.strictObject({ ids: Ids, groupId: Id.nullable(), fromDay: DayOrMonth }),
    z.object({ changed: z.int() }),
  ),
  changeCategory: command('变更人员类别', z.strictObject({ id: Id, category: Category, fromDay: DayOrMonth }), z.object({ id: Id })),
  changeStanding: command('变更党籍状态', z.strictObject({ id: Id, standing: Standing, fromDay: DayOrMonth }), z.object({ id: Id })),
  mergePreview: query(z.strictObject({ keep: Id, drop: Id }), MergePreview),
  /** keep 保留，drop 去掉；take 是两份都填了而不同、要取 drop 的几项（字段名，自设的写 custom-编号）。 */
  merge: command(
    '合并党员',
    z.strictObject({ keep: Id, drop: Id, take: z.array(z.string().max(60)).max(300).default([]) }),
    z.object({ id: Id, moved: z.int() }),
  ),
  strike: command('删除误录党员', z.strictObject({ id: Id }), z.object({ id: Id })),
}
