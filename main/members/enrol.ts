import type { Day } from '../../shared/kit/values.ts'
import type { Admission, Category, MemberChanges } from '../../shared/members/contract.ts'
import { isBranch } from '../../shared/organizations/rules.ts'
import { refuse } from '../core/refuse.ts'
import type { Reader, Writer } from '../core/services.ts'
import { standingOrganization } from '../organizations/service.ts'
import { categoryHistory, datedRows, insertDated, replaceCategories } from './dated-rows.ts'
import * as members from './repository.ts'

async function refuseDuplicate(db: Reader, idNumber: string | null | undefined, except?: number) {
  if (!idNumber) return
  const other = await members.withIdNumber(db, idNumber)
  if (other && other.id !== except) refuse('members.alreadyListed', { name: other.name })
}

/** 党员要编在支部里；小组要是那个支部的。 */
export async function refuseWrongPlace(db: Reader, organizationId: number, groupId: number | null): Promise<void> {
  const branch = await standingOrganization(db, organizationId)
  if (!isBranch(branch.kind)) refuse('organizations.notBranch', { name: branch.name })
  if (groupId === null) return
  const group = await standingOrganization(db, groupId)
  if (group.parentId !== organizationId) refuse('members.groupElsewhere', { group: group.name })
}

type Enrolment = Omit<Admission, 'custom'>

/** 一批人里自己重复的、名册里已有的身份证号，都不登记。 */
async function refuseListed(db: Reader, admissions: readonly Enrolment[]): Promise<void> {
  const names = new Map<string, string>()
  for (const { facts } of admissions) {
    if (!facts.idNumber) continue
    const twin = names.get(facts.idNumber)
    if (twin !== undefined) refuse('members.alreadyListed', { name: twin })
    names.set(facts.idNumber, facts.name)
  }
  const other = await members.withAnyIdNumber(db, [...names.keys()])
  if (other) refuse('members.alreadyListed', { name: other.name })
}

/**
 * 登记一批党员，按次序给出编号；界面一次登记一名，导入一次登记一册，都走这里。
 * @throws Refused organizations.notBranch | members.alreadyListed | members.groupElsewhere
 */
export async function enrol(db: Writer, admissions: readonly Enrolment[], today: Day): Promise<number[]> {
  const places = new Map(admissions.map((admission) => [`${admission.organizationId} ${admission.groupId}`, admission]))
  for (const { organizationId, groupId } of places.values()) await refuseWrongPlace(db, organizationId, groupId)
  await refuseListed(db, admissions)
  const ids = await members.insert(
    db,
    admissions.map(({ facts }) => facts),
  )
  const each = <V>(rows: (admission: Enrolment) => V[]) =>
    admissions.flatMap((admission, at) => rows(admission).map((row) => ({ memberId: ids[at] ?? 0, ...row })))
  await insertDated(
    db,
    'memberBranch',
    each(({ organizationId, fromDay }) => [{ fromDay, organizationId }]),
  )
  await insertDated(
    db,
    'memberGroup',
    each(({ groupId, fromDay }) => (groupId === null ? [] : [{ fromDay, organizationId: groupId }])),
  )
  await insertDated(
    db,
    'memberStanding',
    each(({ standing }) => [{ fromDay: null, standing }]),
  )
  await insertDated(
    db,
    'memberCategory',
    each(({ facts, category }) => categoryHistory(facts, category, today)),
  )
  return ids
}

const sameHistory = (standing: readonly { fromDay: string | null; value: Category }[], derived: ReturnType<typeof categoryHistory>) =>
  standing.length === derived.length &&
  derived.every(({ fromDay, category }) => standing.some((row) => row.fromDay === fromDay && row.value === category))

/**
 * 修改一名党员的事实。入党、转正日期改了，而类别履历正是由它们得出的，就跟着改；人工另立过的不动。
 * @throws Refused members.notFound | members.alreadyListed
 */
export async function amendMember(db: Writer, id: number, facts: MemberChanges, today: Day): Promise<void> {
  const before = (await members.find(db, id)) ?? refuse('members.notFound')
  await refuseDuplicate(db, facts.idNumber, id)
  if (Object.keys(facts).length > 0) await members.update(db, id, facts)
  if (facts.joinedOn === undefined && facts.fullMemberOn === undefined) return
  const { categories } = await datedRows(db, id)
  const now = categories[0]?.value ?? 'formal'
  const { joinedOn = before.joinedOn, fullMemberOn = before.fullMemberOn } = facts
  if (sameHistory(categories, categoryHistory(before, now, today)))
    await replaceCategories(db, id, categoryHistory({ joinedOn, fullMemberOn }, now, today))
}
