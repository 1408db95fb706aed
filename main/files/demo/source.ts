import { z } from 'zod'
import meetings from '../../../assets/sample/meetings.json' with { type: 'json' }
import members from '../../../assets/sample/members.json' with { type: 'json' }
import places from '../../../assets/sample/organizations.json' with { type: 'json' }
import { AttendanceState, Exclusion, Guest } from '../../../shared/attendance/contract.ts'
import { DayOrMonth, Time } from '../../../shared/kit/values.ts'
import { KindCode } from '../../../shared/meetings/contract.ts'
import { Category, Standing } from '../../../shared/members/contract.ts'
import { OrganizationKind, PostTitle } from '../../../shared/organizations/contract.ts'

/** 演示台账的底稿。日子写成“几个月前的几号”，所以哪天打开都是最近一年。人与号码都是虚构的。 */
const Key = z.string().regex(/^[a-z]{2}(-\d|\d{2})?$/)
const ago = z.int().min(0).max(60)
const lines = z.array(z.string()).default([])

const Organization = z.strictObject({ key: Key, parent: Key.nullable(), kind: OrganizationKind, name: z.string(), foundedOn: DayOrMonth })
const Post = z.strictObject({ organization: Key, member: Key, title: PostTitle, fromMonthsAgo: ago, untilMonthsAgo: ago.optional() })

const Member = z.strictObject({
  key: Key,
  branch: Key,
  group: Key.optional(),
  category: Category,
  /** '@-8' 是八个月前。其余照党员信息的写法，由登记党员的过程核对。 */
  facts: z.looseObject({ name: z.string() }),
  /** 几个月前转为正式党员。 */
  becomesFormal: ago.optional(),
  standing: z.array(z.strictObject({ monthsAgo: ago, standing: Standing })).default([]),
  movesFrom: z.strictObject({ branch: Key, monthsAgo: ago }).optional(),
})

const Meeting = z.strictObject({
  branch: Key,
  group: Key.optional(),
  kinds: z.array(KindCode),
  topic: z.string(),
  monthsAgo: ago.optional(),
  day: z.int().min(1).max(31).optional(),
  /** 还没开的会：几天之后。 */
  daysAhead: z.int().positive().optional(),
  startsAt: Time,
  endsAt: Time,
  place: z.string(),
  host: z.string(),
  recorder: z.string(),
  agenda: lines,
  /** 没有另写的应到人员怎样登记。 */
  rest: AttendanceState.default('present'),
  marks: z.record(Key, z.tuple([AttendanceState, z.string()])).default({}),
  observers: z.record(Key, z.string()).default({}),
  /** 不计入应到的人与依据。 */
  excluded: z.record(Key, Exclusion.omit({ memberId: true })).default({}),
  guests: z.array(Guest).default([]),
  /** 请假、缺席的人几天后补了课。 */
  makeup: z
    .strictObject({
      members: z.array(Key),
      afterDays: z.int().positive(),
      content: z.string(),
      taughtBy: z.string(),
      confirmedBy: z.string(),
    })
    .optional(),
  speeches: z.array(z.strictObject({ agendaNo: z.int(), speaker: z.string(), text: z.string() })).default([]),
  decisions: z.array(z.strictObject({ text: z.string(), responsible: z.string(), dueInDays: z.int().optional() })).default([]),
  status: z.enum(['planned', 'held', 'archived']),
  /** 过了多少天才录入。 */
  recordedAfterDays: z.int().default(0),
  correction: z.string().optional(),
})

export type DemoOrganization = z.output<typeof Organization>
export type DemoPost = z.output<typeof Post>
export type DemoMember = z.output<typeof Member>
export type DemoMeeting = z.output<typeof Meeting>

/** 读出底稿并逐项核对；底稿写错就不能建立演示台账。 */
export const demoSource = () => ({
  organizations: z.array(Organization).parse(places.organizations),
  posts: z.array(Post).parse(places.posts),
  members: z.array(Member).parse(members),
  meetings: z.array(Meeting).parse(meetings),
})
