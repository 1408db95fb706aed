import type { Day } from '../../shared/kit/values.ts'
import type { Admission, Category, MemberChanges } from '../../shared/members/contract.ts'
import { isBranch } from '../../shared/organizations/rules.ts'
import { refuse } from '../core/refuse.ts'
import type { Reader, Writer } from '../core/services.ts'
import { standingOrganization } from '../organizations/service.ts'
import { categoryHistory, datedRows, replaceCategories, setFrom } from './dated-rows.ts'
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

/**
 * 登记一名党员；界面与导入都走这里。
 * @throws Refused organizations.notBranch | members.alreadyListed | members.groupElsewhere
 */
export async function enrol(
  db: Writer,
  { organizationId, groupId, category, standing, fromDay, facts }: Omit<Admission, 'custom'>,
  today: Day,
): Promise<number> {
  await refuseWrongPlace(db, organizationId, groupId)
  await refuseDuplicate(db, facts.idNumber)
  const id = await members.insert(db, facts)
  await setFrom(db, 'memberBranch', id, fromDay, { organizationId })
  if (groupId !== null) await setFrom(db, 'memberGroup', id, fromDay, { organizationId: groupId })
  await setFrom(db, 'memberStanding', id, null, { standing })
  await replaceCategories(db, id, categoryHistory(facts, category, today))
  return id
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
