import type { ApplicantRow, Stage } from '../../shared/applicants/contract.ts'
import { memberFactsOf, whyCannotGoOn, whyCannotReach, whyCannotRemove } from '../../shared/applicants/rules.ts'
import { earliestDay } from '../../shared/kit/calendar.ts'
import type { Day } from '../../shared/kit/values.ts'
import type { NewMember } from '../../shared/members/contract.ts'
import { refusal } from '../../shared/refusals.ts'
import { refuse, refuseWhen } from '../core/refuse.ts'
import type { QueryContext, Reader, Service } from '../core/services.ts'
import { inRoll } from '../members/as-of.ts'
import { enrol, refuseWrongPlace } from '../members/enrol.ts'
import * as members from '../members/repository.ts'
import { dayOfLedger } from '../members/rows.ts'
import { developmentRules } from '../rules/packs.ts'
import * as applicants from './repository.ts'
import { shown } from './rows.ts'

const named = async (db: Reader, id: number) => (await applicants.find(db, id)) ?? refuse('applicants.notFound')

/** 名单里、党员名册里已有这个身份证号的，不再登记；出党的人可以重新申请。 */
export async function refuseListed(db: Reader, idNumber: string | null | undefined, today: Day, except?: number): Promise<void> {
  if (!idNumber) return
  const other = await applicants.underWay(db, idNumber)
  if (other && other.id !== except) refuse('applicants.alreadyListed', { name: other.name })
  const member = other ? undefined : await members.withIdNumber(db, idNumber)
  const standing = member && (await members.current(db, member.id, today))?.standing
  if (member && inRoll.some((one) => one === standing)) refuse('applicants.alreadyMember', { name: member.name })
}

/** 那天在名单上、走到这几步的人；那天还没有递交申请的不在内。 */
async function standingAt({ db, today }: QueryContext, scope: { organizationId: number; year: number }, wanted: readonly Stage[]) {
  const day = dayOfLedger(scope.year, today)
  const rules = developmentRules()
  return (await applicants.within(db, scope.organizationId))
    .filter(({ appliedOn }) => !appliedOn || earliestDay(appliedOn) <= day)
    .map((row): ApplicantRow => shown(row, day, rules))
    .filter(({ stage }) => wanted.includes(stage))
}

async function listed({ db, today }: QueryContext, organizationId: number) {
  const rules = developmentRules()
  return (await applicants.within(db, organizationId)).map((row) => shown(row, today, rules))
}

export const applicantsService: Service<'applicants'> = {
  standards: () => developmentRules(),

  list: (context, { organizationId }) => listed(context, organizationId),
  everyone: (context, { organizationId }) => listed(context, organizationId),

  async ofMember({ db, today }, { memberId }) {
    const rules = developmentRules()
    return (await applicants.ofMember(db, memberId)).map((row) => shown(row, today, rules))
  },

  register: (context, scope) => standingAt(context, scope, ['applicant', 'activist', 'candidate', 'accepted', 'ended']),
  activists: (context, scope) => standingAt(context, scope, ['applicant', 'activist']),
  candidates: (context, scope) => standingAt(context, scope, ['candidate']),

  namesakes: ({ db, today }, { name }) => members.namesakes(db, name.trim(), today),

  async add({ db, today, subject }, { organizationId, facts }) {
    await refuseWrongPlace(db, organizationId, null)
    await refuseListed(db, facts.idNumber, today)
    subject(facts.name)
    const [id = 0] = await applicants.insert(db, [{ organizationId, facts }])
    return { id }
  },

  async amend({ db, today, subject }, { id, facts }) {
    const person = await named(db, id)
    if (facts.idNumber !== person.idNumber) await refuseListed(db, facts.idNumber, today, id)
    if (Object.keys(facts).length > 0) await applicants.update(db, id, facts)
    subject(facts.name ?? person.name)
    return { id }
  },

  async move({ db, subject }, { id, organizationId }) {
    const person = await named(db, id)
    if (person.acceptedOn) refuse('applicants.accepted', { name: person.name })
    await refuseWrongPlace(db, organizationId, null)
    await applicants.update(db, id, { organizationId })
    subject(person.name)
    return { id }
  },

  async makeActivist({ db, today, subject }, { id, day, filedOn, mentors }) {
    const person = await named(db, id)
    refuseWhen(whyCannotReach(person, 'activist', day, today))
    await applicants.update(db, id, { activistOn: day, ...(filedOn && { filedOn }), ...(mentors && { mentors }) })
    subject(person.name)
    return { id }
  },

  async makeCandidate({ db, today, subject }, { id, day, postedFrom, postedUntil, introducers }) {
    const person = await named(db, id)
    refuseWhen(whyCannotReach(person, 'candidate', day, today))
    const posted = { ...(postedFrom && { postedFrom }), ...(postedUntil && { postedUntil }) }
    await applicants.update(db, id, { candidateOn: day, ...posted, ...(introducers && { introducers }) })
    subject(person.name)
    return { id }
  },

  async accept({ db, today, subject }, { id, day, groupId }) {
    const person = await named(db, id)
    refuseWhen(whyCannotGoOn(person, day, today))
    const facts: NewMember = memberFactsOf(person, day)
    const { organizationId } = person
    const [memberId = 0] = await enrol(
      db,
      [{ organizationId, groupId, category: 'probationary', standing: 'normal', fromDay: day, facts }],
      today,
    )
    await applicants.update(db, id, { acceptedOn: day, memberId })
    subject(person.name)
    return { id, memberId }
  },

  async end({ db, today, subject }, { id, day, reason }) {
    const person = await named(db, id)
    refuseWhen(whyCannotGoOn(person, day, today))
    await applicants.update(db, id, { endedOn: day, endedReason: reason })
    subject(`${person.name} ${reason}`)
    return { id }
  },

  async resume({ db, subject }, { id }) {
    const person = await named(db, id)
    refuseWhen(person.endedOn ? undefined : refusal('applicants.notEnded', { name: person.name }))
    await applicants.update(db, id, { endedOn: null, endedReason: null })
    subject(person.name)
    return { id }
  },

  async remove({ db, subject }, { id }) {
    const person = await named(db, id)
    refuseWhen(whyCannotRemove(person))
    await applicants.remove(db, id)
    subject(person.name)
    return { id }
  },
}
