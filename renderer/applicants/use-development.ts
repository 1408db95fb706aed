import type { ApplicantRow } from '../../shared/applicants/contract.ts'
import { type ApplicantWarning, applicantWarnings } from '../../shared/applicants/rules.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { useWhere } from '../shell/where.ts'

/** 规则包里的期限，和照着它核对的办法；终止了的不再核对。 */
export function useDevelopment() {
  const { today } = useWhere()
  const rules = useAsk(app.applicants.standards, {}).data
  const warningsOf = (person: Parameters<typeof applicantWarnings>[0]): ApplicantWarning[] =>
    rules && !person.endedOn ? applicantWarnings(person, today, rules) : []
  return { rules, today, warningsOf }
}

/** 还在往前走的人。 */
export const isUnderWay = ({ stage }: ApplicantRow) => stage !== 'accepted' && stage !== 'ended'

/** 可以作培养联系人、入党介绍人的：在册的正式党员。 */
export function useFormalMembers() {
  const { organizationId } = useWhere()
  const people = useAsk(app.members.list, { organizationId, text: '', standing: 'inRoll' }, { keep: true }).data ?? []
  return people.filter(({ category }) => category === 'formal')
}
