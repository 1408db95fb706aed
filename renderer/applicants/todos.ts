import { useMemo } from 'react'
import type { ApplicantRow, DevelopmentRules } from '../../shared/applicants/contract.ts'
import { ripeOn, talkDueOn } from '../../shared/applicants/rules.ts'
import { app } from '../app.ts'
import type { Todo } from '../home/todos.ts'
import { useAsk } from '../kit/ask.ts'
import { goAnd } from '../kit/intent.ts'
import { useWhere } from '../shell/where.ts'

/** 首页上的几件：发展党员的期限。 */
export function useApplicantsTodos(): Todo[] {
  const { organizationId, today } = useWhere()
  const people = useAsk(app.applicants.list, { organizationId }, { keep: true }).data
  const rules = useAsk(app.applicants.standards, {}).data
  return useMemo(() => (people && rules ? todosOf(people, rules, today) : []), [people, rules, today])
}

/** 过了一个月还没有派人谈话的，培养满一年可以研究的；一人一件，多了合起来。 */
function todosOf(people: readonly ApplicantRow[], rules: DevelopmentRules, today: string): Todo[] {
  const untalked = people.filter(
    ({ stage, appliedOn, talkedOn }) => stage === 'applicant' && appliedOn && !talkedOn && talkDueOn(appliedOn, rules) < today,
  )
  const ripe = people.filter(({ stage, activistOn }) => stage === 'activist' && activistOn && ripeOn(activistOn, rules) <= today)
  return [
    ...grouped(untalked, 'late', '收到入党申请书已过一个月，还没有派人谈话', rules.talkWithinMonths.article),
    ...grouped(ripe, 'check', '培养已满一年，可研究列为发展对象', rules.cultivateMonths.article),
  ]
}

const MOST = 3

const grouped = (people: readonly ApplicantRow[], tone: Todo['tone'], what: string, note: string): Todo[] =>
  people.length > MOST
    ? [{ key: what, tone, text: `${people.length} 人${what}`, note, verb: '去看', act: () => goAnd('/applicants', 'applicants.check') }]
    : people.map(({ id, name }) => ({
        ...{ key: `${what}-${id}`, tone, text: `${name}${what}`, note, verb: '去看' },
        act: () => goAnd('/applicants', 'applicants.show', id),
      }))
