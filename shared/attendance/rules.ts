import type { Refusal } from '../kit/refusal.ts'
import type { Day } from '../kit/values.ts'
import { attendanceRate } from '../meetings/rules.ts'
import type { Category, Standing } from '../members/contract.ts'
import { refusal } from '../refusals.ts'
import type { AttendanceYear, KindTally, PersonTally, Tally, YearMark } from './contract.ts'

/**
 * 这名党员那天有没有表决权：正式党员，党籍正常，不在留党察看期内。
 * 来源：《中国共产党基层组织选举工作条例》第五条；发展党员工作细则（预备党员没有表决权、选举权和被选举权）。
 * @example canVote({ category: 'probationary', standing: 'normal', onProbation: false }) → false
 */
export const canVote = ({
  category,
  standing,
  onProbation,
}: {
  category: Category | null
  standing: Standing | null
  onProbation: boolean
}): boolean => category === 'formal' && standing === 'normal' && !onProbation

/** 补课不早于那次会议，也不在今天之后；可以则为 undefined。 */
export const whyCannotMakeUp = (meetingDay: Day, day: Day, today: Day): Refusal | undefined => {
  if (day > today) return refusal('attendance.makeupInFuture', { day })
  return day < meetingDay ? refusal('attendance.makeupTooEarly', { day, meetingDay }) : undefined
}

/** 计入应到的：列席、不计入应到的除外。 */
export const isCounted = (mark: YearMark): boolean => mark !== 'observer' && mark !== 'excluded'

/**
 * 一组登记的合计：应到 = 实到 + 请假 + 缺席；补课的仍算请假、缺席，另数补课。
 * @example tallyOf(['present', 'online', 'leaveMadeUp', 'excluded']) → { expected: 3, present: 2, online: 1, late: 0, onLeave: 1, absent: 0, madeUp: 1, observed: 0, excluded: 1, rate: 66.7 }
 */
export const tallyOf = (marks: readonly YearMark[]): Tally => {
  const count = (...wanted: YearMark[]) => marks.filter((mark) => wanted.includes(mark)).length
  const expected = marks.filter(isCounted).length
  const present = count('present', 'late', 'online')
  return {
    expected,
    present,
    online: count('online'),
    late: count('late'),
    onLeave: count('leave', 'leaveMadeUp'),
    absent: count('absent', 'absentMadeUp'),
    madeUp: count('leaveMadeUp', 'absentMadeUp'),
    observed: count('observer'),
    excluded: count('excluded'),
    rate: attendanceRate(present, expected),
  }
}

/** 只留这些会议的一年；每个人的登记随之只剩这些会的。 */
export const yearWith = (
  { meetings, people }: AttendanceYear,
  keep: (meeting: AttendanceYear['meetings'][number]) => boolean,
): AttendanceYear => {
  const kept = meetings.filter(keep)
  const ids = new Set(kept.map(({ meetingId }) => meetingId))
  return { meetings: kept, people: people.map((person) => ({ ...person, marks: person.marks.filter(([id]) => ids.has(id)) })) }
}

/** 只留这些人的一年；会议随之只剩他们（有一人）在名单里的。 */
export const yearOfPeople = (
  { meetings, people }: AttendanceYear,
  keep: (person: AttendanceYear['people'][number]) => boolean,
): AttendanceYear => {
  const kept = people.filter(keep)
  const ids = new Set(kept.flatMap(({ marks }) => marks.map(([id]) => id)))
  return { meetings: meetings.filter(({ meetingId }) => ids.has(meetingId)), people: kept }
}

/** 只看一类会议；null 为全部。 */
export const yearOfKind = (year: AttendanceYear, kind: string | null): AttendanceYear =>
  kind === null ? year : yearWith(year, ({ kinds }) => kinds.includes(kind))

/** 各类会议里的应到、实到；kindsOf 说出一次会是哪几类。 */
const kindTallyOf = (marks: readonly (readonly [number, YearMark])[], kindsOf: ReadonlyMap<number, readonly string[]>): KindTally => {
  const [assembly, committee, group, lecture, themeDay] = ['branchAssembly', 'committee', 'group', 'lecture', 'themeDay'].map((code) =>
    tallyOf(marks.flatMap(([meetingId, mark]) => (kindsOf.get(meetingId)?.includes(code) ? [mark] : []))),
  ) as [Tally, Tally, Tally, Tally, Tally]
  return {
    assemblyExpected: assembly.expected,
    assemblyPresent: assembly.present,
    committeeExpected: committee.expected,
    committeePresent: committee.present,
    groupExpected: group.expected,
    groupPresent: group.present,
    lectureExpected: lecture.expected,
    lecturePresent: lecture.present,
    themeDayExpected: themeDay.expected,
    themeDayPresent: themeDay.present,
  }
}

/** 每个人一行：行合计，与各类会议的。 */
export const tallyPeople = ({ meetings, people }: AttendanceYear): PersonTally[] => {
  const kindsOf = new Map(meetings.map(({ meetingId, kinds }) => [meetingId, kinds]))
  return people.map(({ marks, ...person }) => ({
    id: person.memberId,
    ...person,
    ...kindTallyOf(marks, kindsOf),
    ...tallyOf(marks.map(([, mark]) => mark)),
  }))
}

/** 每次会一行：列合计；各列之和与各行之和相等。 */
export const tallyMeetings = ({ meetings, people }: AttendanceYear) => {
  const marks = Map.groupBy(
    people.flatMap((person) => person.marks),
    ([meetingId]) => meetingId,
  )
  return meetings.map((meeting) => ({
    id: meeting.meetingId,
    ...meeting,
    ...tallyOf((marks.get(meeting.meetingId) ?? []).map(([, mark]) => mark)),
  }))
}
