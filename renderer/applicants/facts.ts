import { ApplicantFacts, type ApplicantRow } from '../../shared/applicants/contract.ts'
import { applicantsLedger } from '../../shared/applicants/ledger.ts'
import { columnsOf } from '../../shared/ledger/define.ts'
import { problemOfDay } from '../kit/DayInput.tsx'

export type Fact = keyof ApplicantFacts

/** 表单上的分组，次序照发展党员的先后。 */
export const sections: readonly { title: string; fields: readonly Fact[] }[] = [
  {
    title: '基本情况',
    fields: ['name', 'idNumber', 'gender', 'birthDay', 'ethnicity', 'education', 'employer', 'mobile', 'nativePlace'],
  },
  { title: '申请入党', fields: ['appliedOn', 'talkedOn'] },
  { title: '积极分子', fields: ['activistOn', 'filedOn', 'mentors'] },
  {
    title: '发展对象',
    fields: ['postedFrom', 'postedUntil', 'candidateOn', 'introducers', 'training', 'trainingDays', 'trainingHours'],
  },
  { title: '其他', fields: ['note'] },
]

const columns = new Map(columnsOf(applicantsLedger).map(({ field, column }) => [field, column]))

/** 某个字段的列描述：标题、种类、写法。 */
export const columnOf = (field: Fact) => {
  const column = columns.get(field)
  if (!column) throw new Error(`发展党员信息台账没有“${field}”这一列`)
  return column
}

const allFacts = Object.keys(ApplicantFacts.shape) as Fact[]

/** 一张空表。 */
export const blankFacts = (): ApplicantFacts =>
  ({ ...Object.fromEntries(allFacts.map((field) => [field, null])), name: '' }) as unknown as ApplicantFacts

/** 名单一行里属于这个人自己的事实。 */
export const factsOf = (row: ApplicantRow): ApplicantFacts =>
  Object.fromEntries(allFacts.map((field) => [field, row[field]])) as ApplicantFacts

/** 存之前要改的字段与一句话；没有为空。 */
export function problemsOf(facts: ApplicantFacts): Partial<Record<Fact, string>> {
  const problems: Partial<Record<Fact, string>> = {}
  if (facts.name.trim() === '') problems.name = '请填姓名。'
  for (const field of allFacts) {
    const [{ kind }, value] = [columnOf(field), facts[field]]
    if ((kind !== 'day' && kind !== 'dayOrMonth') || typeof value !== 'string') continue
    const problem = problemOfDay(value, kind === 'dayOrMonth')
    if (problem) problems[field] = problem
  }
  return problems
}

/** 只取改过的字段。 */
export const changed = (before: ApplicantFacts, after: ApplicantFacts): Partial<ApplicantFacts> =>
  Object.fromEntries(Object.entries(after).filter(([field, value]) => value !== before[field as Fact]))
