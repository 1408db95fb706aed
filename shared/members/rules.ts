import { addMonths, ageOn, earliestDay, fullYearsBetween, latestDay } from '../kit/calendar.ts'
import type { Day, DayOrMonth } from '../kit/values.ts'
import type { Category, MemberFacts } from './contract.ts'
import { checkIdNumber } from './id-number.ts'
import { genderWords } from './words.ts'

/** 规则包“党员信息”里的数字。 */
export interface MemberLimits {
  /** 申请入党须年满的周岁。 */
  joiningAge: number
  /** 预备期的月数，与从哪天起入党的人按它核对。 */
  probationMonths: number
  probationSince: Day
  /** 不设预备期的年代：其间入党的，入党与转正可以是同一天。 */
  noProbationFrom: Day
  noProbationUntil: Day
}

/** 一处提醒：哪个字段、说什么、依据哪一条。只提醒，从不阻拦。 */
export interface MemberWarning {
  field: keyof MemberFacts
  text: string
  source: string
}

type Facts = Partial<MemberFacts> & { category?: Category }

const roster = '党员信息采集口径'
const idStandard = 'GB 11643-1999；出生日期以档案为准'
const admission = (article: string) => `发展党员工作细则第${article}条`

/**
 * 党龄，整年：自转正之日起算。预备党员、转正日期不详、还没转正的为空。
 * 来源：发展党员工作细则（2026）第三十三条。
 * @example partyAgeOn({ category: 'formal', fullMemberOn: '2006-07-01' }, '2026-06-30') → 19
 */
export const partyAgeOn = ({ category, fullMemberOn }: { category: Category; fullMemberOn: DayOrMonth | null }, day: Day): number | null =>
  category === 'probationary' || fullMemberOn === null || earliestDay(fullMemberOn) > day
    ? null
    : Math.max(0, fullYearsBetween(fullMemberOn, day))

const mobilePattern = /^1[3-9]\d{9}$/
const phonePattern = /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/
const dialled = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s()]/g, '')
    .replace(/^\+?86-?(?=1)/, '')

/** 手机号像不像手机号。例：isMobile('+86 138 0000 0000') → true */
export const isMobile = (text: string) => mobilePattern.test(dialled(text).replace(/-/g, ''))
/** 打到一半的手机号说到第几位；打全了、不像手机号的为空。例：mobileSoFar('138 0000 000') → '已打 10 位，手机号是 11 位' */
export const mobileSoFar = (text: string | null): string | undefined => {
  const digits = dialled(text ?? '').replace(/-/g, '')
  return /^1\d{0,9}$/.test(digits) ? `已打 ${digits.length} 位，手机号是 11 位` : undefined
}
/** 固定电话：区号-号码，可带分机。例：isLandline('0571-88000000') → true */
export const isLandline = (text: string) => phonePattern.test(dialled(text))

const warning = (field: MemberWarning['field'], text: string, source: string): MemberWarning => ({ field, text, source })

/** 身份证号的校验位，与它和出生日期、性别的出入。 */
export function* idWarnings({ idNumber, birthDay, gender }: Facts, today: Day) {
  if (!idNumber) return
  const found = checkIdNumber(idNumber, today)
  if (found.warning) yield warning('idNumber', `${found.warning}。`, 'GB 11643-1999')
  if (found.birthDay && birthDay && !found.birthDay.startsWith(birthDay))
    yield warning('birthDay', `出生日期 ${birthDay} 与身份证号里的 ${found.birthDay} 不一致，以档案为准。`, idStandard)
  if (found.gender && gender && found.gender !== gender)
    yield warning('gender', `性别“${genderWords[gender]}”与身份证号推出的“${genderWords[found.gender]}”不一致，以档案为准。`, idStandard)
}

function* phoneWarnings({ mobile, phone }: Facts) {
  if (!mobile && !phone) yield warning('mobile', '手机号与固定电话至少填一项。', roster)
  if (mobile && !isMobile(mobile)) yield warning('mobile', `“${mobile}”不像手机号，应为 1 开头的 11 位数字。`, roster)
  if (phone && !isLandline(phone)) yield warning('phone', `“${phone}”不像固定电话，应写成 区号-号码，如 0571-88000000。`, roster)
}

/** 两个日子只比较都知道的部分：a 肯定早于 b 为负，肯定晚于为正，分不出或相同为 0。 */
const compare = (a: DayOrMonth, b: DayOrMonth) => {
  const length = Math.min(a.length, b.length)
  const [x, y] = [a.slice(0, length), b.slice(0, length)]
  return x < y ? -1 : x > y ? 1 : 0
}

function* joiningWarnings({ birthDay, joinedOn, fullMemberOn, category }: Facts, limits: MemberLimits) {
  const age = birthDay && joinedOn ? ageOn(earliestDay(birthDay), latestDay(joinedOn)) : undefined
  if (age === null || (age !== undefined && age < limits.joiningAge))
    yield warning('joinedOn', `入党时不满 ${limits.joiningAge} 周岁，请核对出生日期与入党日期。`, admission('五'))
  if (category === 'probationary' && fullMemberOn) yield warning('fullMemberOn', '预备党员还没有转正日期，请核对人员类别。', roster)
  if (category === 'formal' && !fullMemberOn)
    yield warning('fullMemberOn', '正式党员请填转为正式党员的日期，党龄由它算起。', admission('三十三'))
  if (!joinedOn || !fullMemberOn) return
  const order = compare(joinedOn, fullMemberOn)
  const noProbation = latestDay(joinedOn) >= limits.noProbationFrom && earliestDay(joinedOn) <= limits.noProbationUntil
  const sameDay = joinedOn === fullMemberOn && joinedOn.length === 10
  if (order > 0) yield warning('fullMemberOn', '转正日期早于入党日期，请核对。', roster)
  else if (sameDay && !noProbation)
    yield warning(
      'fullMemberOn',
      `转正与入党是同一天；只有 ${limits.noProbationFrom} 至 ${limits.noProbationUntil} 间入党的才可以相同。`,
      roster,
    )
  else if (
    earliestDay(joinedOn) >= limits.probationSince &&
    latestDay(fullMemberOn) < addMonths(earliestDay(joinedOn), limits.probationMonths)
  )
    yield warning('fullMemberOn', `入党到转正不满预备期 ${limits.probationMonths} 个月，请核对。`, admission('三十一'))
}

function* contactWarnings({ outOfContact, outOfContactSince, floating, floatingTo }: Facts) {
  if (outOfContact && !outOfContactSince) yield warning('outOfContactSince', '失联党员必须填失去联系日期。', roster)
  if (!outOfContact && outOfContactSince) yield warning('outOfContact', '填了失去联系日期，但没有标为失联党员，请核对。', roster)
  if (floating && !floatingTo) yield warning('floatingTo', '流动党员请填外出流向（省、市、县）。', roster)
}

function* futureWarnings(facts: Facts, today: Day) {
  const named = {
    birthDay: '出生日期',
    joinedOn: '入党日期',
    fullMemberOn: '转正日期',
    workStartedOn: '参加工作时间',
    outOfContactSince: '失去联系日期',
  } as const
  for (const field of Object.keys(named) as (keyof typeof named)[]) {
    const value = facts[field]
    if (value && earliestDay(value) > today) yield warning(field, `${named[field]} ${value} 还没有到，请核对。`, '日历')
  }
}

/**
 * 一名党员的信息有哪些地方要核对；没有为空表。只看给了的字段。
 * @example memberWarnings({ mobile: '123' }, '2026-11-22', limits)[0].text → '“123”不像手机号，应为 1 开头的 11 位数字。'
 */
export const memberWarnings = (facts: Facts, today: Day, limits: MemberLimits): MemberWarning[] => [
  ...idWarnings(facts, today),
  ...futureWarnings(facts, today),
  ...joiningWarnings(facts, limits),
  ...phoneWarnings(facts),
  ...contactWarnings(facts),
]
