import type { AttendanceState } from '../attendance/contract.ts'
import { daysBetween, earliestDay, monthsIn, monthsOfPeriod } from '../kit/calendar.ts'
import type { Refusal } from '../kit/refusal.ts'
import type { Day, DayOrMonth, Id } from '../kit/values.ts'
import { refusal } from '../refusals.ts'
import type { Audience, Decision, Gap, Headcount, MeetingKind, MeetingStatus, Speech } from './contract.ts'

/** 出席、迟到、线上都算实到。 */
export const isPresent = (state: AttendanceState | null) => state === 'present' || state === 'late' || state === 'online'

/** 名册应到之外的人：不计入应到的、不在名册里的来宾、上级领导。 */
export interface Apart {
  excluded: number
  guests: number
  superiors: number
}
export const nobodyApart: Apart = { excluded: 0, guests: 0, superiors: 0 }

/**
 * 人数：应到 = 实到 + 请假 + 缺席 + 未登记；列席（含来宾）、上级领导、不计入应到的另计。
 * @example headcount(['present', 'late', 'leave', 'observer'], 4) → { expected: 4, present: 2, online: 0, onLeave: 1, absent: 0, unmarked: 1, observers: 1, superiors: 0, excluded: 0 }
 */
export const headcount = (
  states: readonly (AttendanceState | null)[],
  expected: number,
  { excluded, guests, superiors }: Apart = nobodyApart,
): Headcount => {
  const count = (wanted: (state: AttendanceState | null) => boolean) => states.filter(wanted).length
  const present = count(isPresent)
  const onLeave = count((state) => state === 'leave')
  const absent = count((state) => state === 'absent')
  return {
    expected,
    present,
    online: count((state) => state === 'online'),
    onLeave,
    absent,
    unmarked: Math.max(0, expected - present - onLeave - absent),
    observers: count((state) => state === 'observer') + guests,
    superiors,
    excluded,
  }
}

/** 出席率，百分数，一位小数；应到为 0 时为空。例：attendanceRate(44, 47) → 93.6 */
export const attendanceRate = (present: number, expected: number): number | null =>
  expected === 0 ? null : Math.round((present * 1000) / expected) / 10

/**
 * 补录：录入日晚于发生日超过 limitDays 天。还没录入（null）不算。
 * @example isBackfilled({ day: '2026-03-01', recordedDay: '2026-03-09' }, 7) → true
 */
export const isBackfilled = ({ day, recordedDay }: { day: Day; recordedDay: Day | null }, limitDays: number): boolean =>
  recordedDay !== null && daysBetween(day, recordedDay) > limitDays

const someOf = (names: readonly string[]) => (names.length > 5 ? `${names.slice(0, 5).join('、')} 等` : names.join('、'))

/**
 * 为什么还不能确认召开；可以则为 undefined。
 * 来源：三会一课要如实记录（支部工作条例（试行）第十条以下）；应到 = 实到 + 请假 + 缺席。
 * @example whyCannotHold({ status: 'planned', day: '2026-06-20', expected: 3, unmarked: [] }, '2026-06-15')?.code → 'meetings.inFuture'
 */
export const whyCannotHold = (
  { status, day, expected, unmarked }: { status: MeetingStatus; day: Day; expected: number; unmarked: readonly string[] },
  today: Day,
): Refusal | undefined => {
  if (status === 'archived') return refusal('meetings.archived')
  if (status === 'held') return refusal('meetings.notPlanned')
  if (day > today) return refusal('meetings.inFuture', { day })
  if (expected === 0) return refusal('meetings.nobodyExpected')
  return unmarked.length > 0 ? refusal('meetings.unmarked', { count: unmarked.length, names: someOf(unmarked) }) : undefined
}

/**
 * 为什么还不能归档；可以则为 undefined。空白的发言与议定事项不算记录。
 * @example whyCannotArchive({ status: 'held', speeches: [{ text: ' ' }], decisions: [] })?.code → 'meetings.noMinutes'
 */
export const whyCannotArchive = ({
  status,
  speeches,
  decisions,
}: {
  status: MeetingStatus
  speeches: readonly Pick<Speech, 'text'>[]
  decisions: readonly Pick<Decision, 'text'>[]
}): Refusal | undefined => {
  if (status === 'planned') return refusal('meetings.notHeld')
  if (status === 'archived') return refusal('meetings.archived')
  return [...speeches, ...decisions].some(({ text }) => text.trim() !== '') ? undefined : refusal('meetings.noMinutes')
}

/** 几类的名称，用顿号连起来；不认得的代号照写。例：kindNames(['lecture', 'themeDay'], kinds) → '党课、主题党日' */
export const kindNames = (codes: readonly string[], kinds: readonly Pick<MeetingKind, 'code' | 'name'>[]): string =>
  codes.map((code) => kinds.find((kind) => kind.code === code)?.name ?? code).join('、')

/** 几类合并召开时按最宽的算应到：全体党员 > 党小组 > 支部委员 > 逐人选定。例：audienceOf(['committee', 'lecture'], kinds) → 'members' */
export function audienceOf(codes: readonly string[], kinds: readonly Pick<MeetingKind, 'code' | 'audience'>[]): Audience {
  const audiences = codes.map((code) => kinds.find((kind) => kind.code === code)?.audience)
  return (['members', 'group', 'committee'] as const).find((audience) => audiences.includes(audience)) ?? 'chosen'
}

const quarterWords = ['第一季度', '第二季度', '第三季度', '第四季度']

/**
 * 每类会议各月开了几次、还差几次。按自然周期（月、季、年）数，不看距上次几天；
 * 一场活动在它的每一类里各算一次；只列已经开始的月份，还没开始的周期不算差。
 * 本年看今天所在的周期，往年把各周期差的加起来，支部成立之前的周期不算；不定期的不差。
 * @param held 已召开（含已归档）的会议
 * @param planned 安排了还没开的会议，按日期；只带回本周期里还差的那几类
 * @param foundedOn 支部哪天成立；不详为空。周期的末一个月开始时已经成立的，那个周期才要开
 * 来源：支部工作条例（试行）第十一至十九条的频次，写在规则包 organizational-life 里。
 * @example gapsOf([党课，每季一次], [{ day: '2026-02-03', kinds: ['lecture'] }], 2026, '2026-05-10')[0]?.missing → 1（第二季度还没上）
 */
export const gapsOf = (
  kinds: readonly MeetingKind[],
  held: readonly { day: Day; kinds: readonly string[] }[],
  year: number,
  today: Day,
  planned: readonly { id: Id; day: Day; kinds: readonly string[] }[] = [],
  foundedOn: DayOrMonth | null = null,
): Gap[] => {
  const thisYear = Number(today.slice(0, 4))
  const begun = year < thisYear ? 12 : year > thisYear ? 0 : Number(today.slice(5, 7))
  const now = today.slice(0, 7)
  const heldByCode = monthlyCounts(held, year)
  return kinds.map((kind) => {
    const counts = heldByCode.get(kind.code) ?? []
    const heldByMonth = Array.from({ length: begun }, (_, at) => counts[at] ?? 0)
    const lacks = shortfall(kind, counts, { year, begun, over: year < thisYear, foundedOn })
    const months = kind.period === 'none' || lacks.missing === 0 || year !== thisYear ? [] : monthsOfPeriod(kind.period, now)
    const ahead = planned.filter(({ day, kinds: codes }) => codes.includes(kind.code) && months.includes(day.slice(0, 7)))
    return { kind, heldByMonth, ...lacks, planned: ahead.map(({ id, day }) => ({ id, day })) }
  })
}

/** 每类各月开了几次：一月在第 0 位，没开的月份空着；一场活动在它的每一类里各算一次。 */
function monthlyCounts(held: readonly { day: Day; kinds: readonly string[] }[], year: number): Map<string, number[]> {
  const counts = new Map<string, number[]>()
  for (const { day, kinds } of held) {
    if (Number(day.slice(0, 4)) !== year) continue
    const at = Number(day.slice(5, 7)) - 1
    for (const code of new Set(kinds)) {
      const months = counts.get(code) ?? []
      months[at] = (months[at] ?? 0) + 1
      counts.set(code, months)
    }
  }
  return counts
}

interface Year {
  year: number
  /** 已经开始的月数。 */
  begun: number
  over: boolean
  foundedOn: DayOrMonth | null
}

const shortfall = (
  { period, times }: MeetingKind,
  counts: readonly (number | undefined)[],
  { year, begun, over, foundedOn }: Year,
): Pick<Gap, 'missing' | 'periodLabel'> => {
  if (period === 'none') return { missing: 0, periodLabel: '不定期' }
  if (begun === 0) return { missing: 0, periodLabel: `${year}年未到` }
  const size = monthsIn[period]
  const lacking = (first: number) => Math.max(0, times - counts.slice(first, first + size).reduce<number>((sum, n) => sum + (n ?? 0), 0))
  if (over) {
    const founded = foundedOn === null ? '' : earliestDay(foundedOn)
    const firsts = Array.from({ length: 12 / size }, (_, at) => at * size).filter(
      (first) => founded <= `${year}-${String(first + size).padStart(2, '0')}-01`,
    )
    return { missing: firsts.reduce((sum, first) => sum + lacking(first), 0), periodLabel: `${year}年` }
  }
  const label = period === 'month' ? `${begun}月` : period === 'quarter' ? quarterWords[Math.floor((begun - 1) / 3)] : `${year}年`
  return { missing: lacking(begun - 1 - ((begun - 1) % size)), periodLabel: label ?? '' }
}
