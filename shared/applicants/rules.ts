import { addDays, addMonths, ageOn, earliestDay, latestDay } from '../kit/calendar.ts'
import type { Refusal } from '../kit/refusal.ts'
import type { Day, DayOrMonth } from '../kit/values.ts'
import { showDay } from '../ledger/columns.ts'
import type { Holidays } from '../meetings/contract.ts'
import { dayOffNote } from '../meetings/series.ts'
import type { NewMember } from '../members/contract.ts'
import { idWarnings, isMobile } from '../members/rules.ts'
import { refusal } from '../refusals.ts'
import type { ApplicantFacts, DevelopmentRules, Stage } from './contract.ts'
import { stageWords } from './words.ts'

/** 决定走到哪一步的几个日子。 */
export interface Milestones {
  activistOn: DayOrMonth | null
  candidateOn: DayOrMonth | null
  acceptedOn: Day | null
  endedOn: Day | null
}

/** 从低到高；只会往后走。 */
export const stages: readonly Stage[] = ['applicant', 'activist', 'candidate', 'accepted', 'ended']

const reached = (on: DayOrMonth | null, day: Day) => on !== null && earliestDay(on) <= day

/**
 * 某天走到哪一步，只由日子得出：那天已经到了的最后一步。只知道年月的，从那个月的第一天算。
 * @example stageOn({ activistOn: '2026-03', candidateOn: null, acceptedOn: null, endedOn: null }, '2026-03-01') → 'activist'
 */
export function stageOn({ activistOn, candidateOn, acceptedOn, endedOn }: Milestones, day: Day): Stage {
  if (reached(endedOn, day)) return 'ended'
  if (reached(acceptedOn, day)) return 'accepted'
  if (reached(candidateOn, day)) return 'candidate'
  return reached(activistOn, day) ? 'activist' : 'applicant'
}

/**
 * 从 from 到 until（含首尾）有几个工作日；没有那一年节假日表的只除去周末，provisional 为真。
 * @example workdaysBetween('2026-03-02', '2026-03-06', holidays) → { days: 5, provisional: false }
 */
export function workdaysBetween(from: Day, until: Day, holidays: Holidays): { days: number; provisional: boolean } {
  let days = 0
  for (let day = from, walked = 0; day <= until && walked < MOST_DAYS; day = addDays(day, 1), walked++)
    if (dayOffNote(day, holidays) === undefined) days++
  const years = [from, until].map((day) => Number(day.slice(0, 4)))
  return { days, provisional: years.some((year) => !holidays.years.some((table) => table.year === year)) }
}
const MOST_DAYS = 400

/** 顿号隔开的几个人名。例：namesIn('张三、李四') → ['张三', '李四'] */
export const namesIn = (text: string | null): string[] => (text ?? '').split('、').filter((name) => name.trim() !== '')

/** 最晚哪天派人谈话：收到申请书起一个月内；只知道年月的从月末算。例：talkDueOn('2026-05-20', rules) → '2026-06-20' */
export const talkDueOn = (appliedOn: DayOrMonth, rules: DevelopmentRules): Day =>
  addMonths(latestDay(appliedOn), rules.talkWithinMonths.value)

/** 培养教育哪天满期，可研究列为发展对象。例：ripeOn('2025-12-01', rules) → '2026-12-01' */
export const ripeOn = (activistOn: DayOrMonth, rules: DevelopmentRules): Day =>
  addMonths(earliestDay(activistOn), rules.cultivateMonths.value)

/** 一处提醒：哪一项、说什么、依据哪一条。只提醒，从不阻拦（历史补录必然有瑕疵）。 */
export interface ApplicantWarning {
  field: keyof ApplicantFacts
  text: string
  source: string
}

type Checked = ApplicantFacts & Milestones

const warning = (field: ApplicantWarning['field'], text: string, source: string): ApplicantWarning => ({ field, text, source })

/** 肯定早于：只比都知道的部分。 */
const before = (one: DayOrMonth, other: DayOrMonth) => latestDay(one) < earliestDay(other)

const steps = [
  ['appliedOn', '申请入党时间'],
  ['talkedOn', '谈话时间'],
  ['activistOn', '确定积极分子时间'],
  ['candidateOn', '列为发展对象时间'],
] as const

function* orderWarnings(facts: Checked, today: Day) {
  for (const [field, word] of [['birthDay', '出生日期'], ...steps, ['filedOn', '备案时间'], ['postedUntil', '公示止']] as const) {
    const value = facts[field]
    if (value && earliestDay(value) > today) yield warning(field, `${word} ${showDay(value)}还没有到，请核对。`, '日历')
  }
  const filled = steps.flatMap(([field, word]) => (facts[field] ? [{ field, word, on: facts[field] }] : []))
  for (const [at, { field, word, on }] of filled.entries()) {
    const earlier = filled.slice(0, at).find((one) => before(on, one.on))
    if (earlier) yield warning(field, `${word}早于${earlier.word}，请核对。`, '发展党员的先后次序')
  }
  if (facts.filedOn && facts.activistOn && before(facts.filedOn, facts.activistOn))
    yield warning('filedOn', '备案时间早于确定积极分子时间，请核对。', '发展党员的先后次序')
}

function* applyingWarnings({ birthDay, appliedOn, talkedOn, activistOn, candidateOn }: Checked, today: Day, rules: DevelopmentRules) {
  if (!appliedOn) {
    yield warning('appliedOn', '还没有填申请入党时间，各步的期限从它算起。', rules.talkWithinMonths.article)
    return
  }
  const age = birthDay ? ageOn(earliestDay(birthDay), latestDay(appliedOn)) : undefined
  if (age === null || (age !== undefined && age < rules.leastAge.value))
    yield warning('appliedOn', `递交申请时不满 ${rules.leastAge.value} 周岁，请核对。`, rules.leastAge.article)
  const due = talkDueOn(appliedOn, rules)
  if (talkedOn && earliestDay(talkedOn) > due)
    yield warning(
      'talkedOn',
      `谈话晚于收到申请书后的 ${rules.talkWithinMonths.value} 个月（${showDay(due)}前）。`,
      rules.talkWithinMonths.article,
    )
  if (!talkedOn && today > due)
    yield warning('talkedOn', `收到申请书已过 ${rules.talkWithinMonths.value} 个月，还没有谈话的记录。`, rules.talkWithinMonths.article)
  if (candidateOn && !activistOn) yield warning('activistOn', '列为发展对象之前要先确定为积极分子，请补上时间。', rules.filing.article)
}

function* activistWarnings({ activistOn, filedOn, mentors }: Checked, rules: DevelopmentRules) {
  if (!activistOn) return
  const named = namesIn(mentors).length
  if (named === 0) yield warning('mentors', '还没有指定培养联系人。', rules.mostMentors.article)
  if (named > rules.mostMentors.value)
    yield warning('mentors', `培养联系人一般是一至 ${rules.mostMentors.value} 名，这里有 ${named} 名。`, rules.mostMentors.article)
  if (!filedOn) yield warning('filedOn', '还没有上级党委备案的时间。', rules.filing.article)
}

function* publicityWarnings({ candidateOn, postedFrom, postedUntil }: Checked, rules: DevelopmentRules) {
  if (!candidateOn) return
  const { value, article } = rules.publicityWorkdays
  if (!postedFrom || !postedUntil) {
    yield warning('postedFrom', `列为发展对象前要公示不少于 ${value} 个工作日，请补上公示起止。`, article)
    return
  }
  const { days, provisional } = workdaysBetween(postedFrom, postedUntil, rules.holidays)
  const aside = provisional ? '（没有那一年的节假日表，按周一至周五暂算）' : ''
  if (days < value) yield warning('postedUntil', `公示只有 ${days} 个工作日，不足 ${value} 个${aside}。`, article)
  if (postedFrom > latestDay(candidateOn)) yield warning('postedFrom', '公示在列为发展对象之后，应在之前。', article)
  else if (postedUntil > latestDay(candidateOn)) yield warning('postedUntil', '公示还没有结束就列为发展对象，应在公示期满之后。', article)
}

function* candidateWarnings(
  { activistOn, candidateOn, introducers, training, trainingDays, trainingHours }: Checked,
  rules: DevelopmentRules,
) {
  if (!candidateOn) return
  const ripe = activistOn && ripeOn(activistOn, rules)
  if (ripe && latestDay(candidateOn) < ripe)
    yield warning(
      'candidateOn',
      `培养教育不满 ${rules.cultivateMonths.value} 个月（满期 ${showDay(ripe)}）。`,
      rules.cultivateMonths.article,
    )
  const named = namesIn(introducers).length
  if (named !== rules.introducers.value)
    yield warning('introducers', `入党介绍人要 ${rules.introducers.value} 名，这里有 ${named} 名。`, rules.introducers.article)
  const enough = (trainingDays ?? 0) >= rules.trainingDays.value || (trainingHours ?? 0) >= rules.trainingHours.value
  if (!isTrained({ training, trainingDays, trainingHours }))
    yield warning('training', '还没有集中培训的记录；未经培训一般不得发展。', rules.trainingDays.article)
  else if (!enough && (trainingDays !== null || trainingHours !== null))
    yield warning(
      'trainingDays',
      `集中培训不足 ${rules.trainingDays.value} 天，也不足 ${rules.trainingHours.value} 学时。`,
      `${rules.trainingDays.article}，${rules.trainingHours.article}`,
    )
}

/**
 * 一名申请人的信息有哪些地方要核对；没有为空表。
 * 来源：发展党员工作细则（2026）第五至十七条，数字与条号在规则包 development 里。
 * @example applicantWarnings({ …, candidateOn: '2026-05-01', activistOn: '2025-09-01' }, '2026-06-15', rules)[0].field → 'candidateOn'
 */
export const applicantWarnings = (facts: Checked, today: Day, rules: DevelopmentRules): ApplicantWarning[] => [
  ...[...idWarnings(facts, today)].map(({ field, text, source }) => warning(field as ApplicantWarning['field'], text, source)),
  ...(facts.mobile && !isMobile(facts.mobile)
    ? [warning('mobile', `“${facts.mobile}”不像手机号，应为 1 开头的 11 位数字。`, '号码的写法')]
    : []),
  ...orderWarnings(facts, today),
  ...applyingWarnings(facts, today, rules),
  ...activistWarnings(facts, rules),
  ...publicityWarnings(facts, rules),
  ...candidateWarnings(facts, rules),
]

type Trained = 'training' | 'trainingDays' | 'trainingHours'
const isTrained = ({ training, trainingDays, trainingHours }: Pick<ApplicantFacts, Trained>) =>
  training !== null || trainingDays !== null || trainingHours !== null

/**
 * 接下来做什么、什么时候；已接收、已终止的没有。
 * @example nextStep({ appliedOn: '2026-05-20', talkedOn: null, … }, '2026-06-01', rules) → '2026年06月20日前派人谈话'
 */
export function nextStep(
  facts: Milestones & Pick<ApplicantFacts, 'appliedOn' | 'talkedOn' | Trained>,
  today: Day,
  rules: DevelopmentRules,
): string {
  const { appliedOn, talkedOn, activistOn } = facts
  switch (stageOn(facts, today)) {
    case 'applicant': {
      if (talkedOn) return '推荐、研究确定为积极分子'
      if (!appliedOn) return '补上申请入党时间'
      const due = talkDueOn(appliedOn, rules)
      return today > due ? `派人谈话，应在${showDay(due)}前` : `${showDay(due)}前派人谈话`
    }
    case 'activist': {
      const ripe = ripeOn(activistOn ?? today, rules)
      return ripe <= today ? '培养已满一年，可研究列为发展对象' : `培养考察，${showDay(ripe)}满一年`
    }
    case 'candidate':
      return `政审、${isTrained(facts) ? '' : '集中培训、'}上级党委预审后，提交支部大会`
    default:
      return ''
  }
}

/** 接收之后，申请人的事实里带到名册上的几项。 */
const carried = [
  ...(['name', 'idNumber', 'gender', 'birthDay', 'ethnicity', 'education'] as const),
  ...(['employer', 'mobile', 'nativePlace', 'introducers'] as const),
]

/**
 * 支部大会通过之日起，名册里这名预备党员的事实；加入党组织日期就是那一天。
 * @example memberFactsOf(person, '2026-06-10').joinedOn → '2026-06-10'
 */
export const memberFactsOf = (facts: ApplicantFacts, day: Day): NewMember => ({
  ...Object.fromEntries(carried.map((field) => [field, facts[field]])),
  name: facts.name,
  joinedOn: day,
})

interface Standing extends Milestones {
  name: string
}

/** 已接收、已终止的，不再往下走；想填的日子还没有到的，也不填。 */
export function whyCannotGoOn(person: Standing, day: Day, today: Day): Refusal | undefined {
  const { name, acceptedOn, endedOn } = person
  if (acceptedOn) return refusal('applicants.accepted', { name })
  if (endedOn) return refusal('applicants.ended', { name })
  return day > today ? refusal('applicants.future', { day }) : undefined
}

/** 为什么不能列为积极分子（或发展对象）：已经列过。 */
export function whyCannotReach(person: Standing, stage: 'activist' | 'candidate', day: Day, today: Day): Refusal | undefined {
  const on = stage === 'activist' ? person.activistOn : person.candidateOn
  if (on && !person.acceptedOn && !person.endedOn)
    return refusal('applicants.alreadyReached', { name: person.name, stage: stageWords[stage], day: showDay(on) })
  return whyCannotGoOn(person, day, today)
}

/** 为什么不能当作误录删除：已经成了党员。 */
export const whyCannotRemove = ({ name, acceptedOn }: Standing): Refusal | undefined =>
  acceptedOn ? refusal('applicants.accepted', { name }) : undefined
