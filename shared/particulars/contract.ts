import { z } from 'zod'
import { command, query } from '../kit/procedure.ts'
import { LedgerScope } from '../kit/scope.ts'
import { Day, Id, Line, Name, Prose } from '../kit/values.ts'

/** 学时，以半学时为最小。例：1.5 */
export const Hours = z.number().min(0).max(100).multipleOf(0.5)

/** 党课自己的几项；听课人员就是出勤。主讲人可以不是本支部的人。 */
export const Lecture = z.strictObject({
  title: Name,
  lecturer: Name,
  lecturerPost: Line.default(''),
  hours: Hours,
  outline: Prose.default(''),
  note: Line.default(''),
})
export type Lecture = z.infer<typeof Lecture>

/** 主题党日自己的几项。parts 是做了哪几样：规则包里的，或自己写的。 */
export const ThemeDay = z.strictObject({
  parts: z.array(Name).max(30).default([]),
  reading: Prose.default(''),
  highlights: Prose.default(''),
  shortcomings: Prose.default(''),
})
export type ThemeDay = z.infer<typeof ThemeDay>

const count = z.int().min(0).max(100_000)
const Source = z.strictObject({ source: Name, count })
const Examination = z.strictObject({ speaker: Name, text: Prose.min(1) })
const Criticism = z.strictObject({ critic: Name, criticised: Name, text: Prose.min(1) })

/** 组织生活会：会前的准备，会上的对照检查与批评意见；会后的整改在 rectification。 */
export const OrgLife = z.strictObject({
  theme: Line.default(''),
  study: Prose.default(''),
  /** 会前谈心谈话：几对、几次。 */
  talkPairs: count.default(0),
  talkTimes: count.default(0),
  /** 向谁征求意见、收到几条。 */
  sources: z.array(Source).max(100).default([]),
  examinations: z.array(Examination).max(200).default([]),
  criticisms: z.array(Criticism).max(1000).default([]),
})
export type OrgLife = z.infer<typeof OrgLife>

export const Particulars = z.object({ lecture: Lecture.nullable(), themeDay: ThemeDay.nullable(), orgLife: OrgLife.nullable() })
export type Particulars = z.infer<typeof Particulars>

/** 台账的一行是一次已召开的会；“专项”还没填的（filled 为假），自己的几项是空的。 */
const Held = z.object({ meetingId: Id, organizationName: z.string(), day: Day, topic: z.string(), present: z.int(), filled: z.boolean() })

export const LectureRow = z.object({
  ...Held.shape,
  title: z.string(),
  lecturer: z.string(),
  lecturerPost: z.string(),
  hours: z.number().nullable(),
  note: z.string(),
})
export type LectureRow = z.infer<typeof LectureRow>

export const ThemeDayRow = z.object({
  ...Held.shape,
  expected: z.int(),
  /** 做了哪几样，顿号相连。 */
  parts: z.string(),
  reading: z.string(),
  highlights: z.string(),
  shortcomings: z.string(),
})

export const OrgLifeRow = z.object({
  ...Held.shape,
  theme: z.string(),
  study: z.string(),
  talkPairs: z.int().nullable(),
  talkTimes: z.int().nullable(),
  /** 各来源的条数之和。 */
  opinions: z.int().nullable(),
  examinations: z.int().nullable(),
  criticisms: z.int().nullable(),
})

/** 一个人一年的学时。 */
export const HoursRow = z.object({
  memberId: Id,
  name: z.string(),
  branchName: z.string(),
  /** 书记与支部委员按班子成员的学时。 */
  onCommittee: z.boolean(),
  lectures: z.int(),
  hours: z.number(),
  required: z.int(),
  lacking: z.number(),
})
export type HoursRow = z.infer<typeof HoursRow>

const of = z.strictObject({ meetingId: Id })
const one = z.object({ meetingId: Id })

export const particulars = {
  /** 主题党日常做的几样与学时的要求，来自规则包。 */
  standards: query(z.strictObject({}), z.object({ themeDayParts: z.array(z.string()), memberHours: z.int(), committeeHours: z.int() })),
  page: query(of, Particulars),
  /** 党课台账：已召开的党课。 */
  lectures: query(LedgerScope, z.array(LectureRow)),
  themeDays: query(LedgerScope, z.array(ThemeDayRow)),
  orgLives: query(LedgerScope, z.array(OrgLifeRow)),
  /** 在册党员各人一年的学时：出席（含迟到、线上）的党课的学时之和。 */
  hours: query(LedgerScope, z.array(HoursRow)),
  writeLecture: command('填写党课', z.strictObject({ meetingId: Id, lecture: Lecture }), one),
  writeThemeDay: command('填写主题党日', z.strictObject({ meetingId: Id, themeDay: ThemeDay }), one),
  writeOrgLife: command('填写组织生活会', z.strictObject({ meetingId: Id, orgLife: OrgLife }), one),
}
