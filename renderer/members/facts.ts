import { columnsOf } from '../../shared/ledger/define.ts'
import { MemberFacts, type MemberRow } from '../../shared/members/contract.ts'
import { membersLedger } from '../../shared/members/ledger.ts'
import { problemOfDay } from '../kit/DayInput.tsx'

export type Fact = keyof MemberFacts

/** 表单与页面上的分组，次序照纸上的采集表。 */
export const sections: readonly { title: string; fields: readonly Fact[]; more?: true }[] = [
  { title: '基本情况', fields: ['name', 'idNumber', 'gender', 'birthDay', 'ethnicity', 'education'] },
  { title: '入党', fields: ['joinedOn', 'fullMemberOn'] },
  { title: '联系', fields: ['mobile', 'phone', 'employer', 'address', 'floating', 'floatingTo', 'outOfContact', 'outOfContactSince'] },
  { title: '学习与工作', fields: ['nativePlace', 'school', 'workStartedOn', 'job', 'specialty'], more: true },
  { title: '党内其他', fields: ['introducers', 'partyPost', 'duesStandard', 'duesPaidThrough'], more: true },
  { title: '其他', fields: ['honours', 'family', 'homeInvestment', 'note'], more: true },
]

const columns = new Map(columnsOf(membersLedger).map(({ field, column }) => [field, column]))

/** 某个字段的列描述：标题、种类、写法。 */
export const columnOf = (field: Fact) => {
  const column = columns.get(field)
  if (!column) throw new Error(`党员信息台账没有“${field}”这一列`)
  return column
}

/** 一张空表。 */
export const blankFacts = (): MemberFacts =>
  ({
    ...Object.fromEntries(Object.keys(MemberFacts.shape).map((field) => [field, null])),
    name: '',
    outOfContact: false,
    floating: false,
  }) as unknown as MemberFacts

/** 名册一行里属于党员自己的事实。 */
export const factsOf = (row: MemberRow): MemberFacts =>
  Object.fromEntries((Object.keys(MemberFacts.shape) as Fact[]).map((field) => [field, row[field]])) as MemberFacts

/** 存之前要改的字段与一句话；没有为空。 */
export function problemsOf(facts: MemberFacts): Partial<Record<Fact, string>> {
  const problems: Partial<Record<Fact, string>> = {}
  if (facts.name.trim() === '') problems.name = '请填姓名。'
  for (const { fields } of sections)
    for (const field of fields) {
      const value = facts[field]
      if (!['day', 'dayOrMonth', 'month'].includes(columnOf(field).kind) || typeof value !== 'string') continue
      const problem = problemOfDay(value, true)
      if (problem) problems[field] = problem
    }
  return problems
}

/** 只取改过的字段。 */
export const changed = (before: MemberFacts, after: MemberFacts): Partial<MemberFacts> =>
  Object.fromEntries(Object.entries(after).filter(([field, value]) => value !== before[field as Fact]))
