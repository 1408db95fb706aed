import type { Id } from '../../shared/kit/values.ts'
import type { Organization } from '../../shared/organizations/contract.ts'

export interface Branchlet {
  organization: Organization
  /** 最上一级为 0。 */
  depth: number
}

/** 组织按上下级排成一列，附层数。已撤销的排除在外（withDissolved 时保留）。 */
export function ordered(organizations: readonly Organization[], withDissolved = false): Branchlet[] {
  const under = Map.groupBy(
    organizations.filter((one) => withDissolved || !one.dissolvedOn),
    (one) => one.parentId,
  )
  const known = new Set(organizations.map((one) => one.id))
  const walk = (parent: Id | null, depth: number): Branchlet[] =>
    (under.get(parent) ?? []).flatMap((organization) => [{ organization, depth }, ...walk(organization.id, depth + 1)])
  const orphans = [...under.keys()].filter((parent) => parent !== null && !known.has(parent))
  return [...walk(null, 0), ...orphans.flatMap((parent) => walk(parent, 0))]
}

/** 站在哪个组织：选过的还在就是它，否则最上面的一个；党小组不算。一个也没有为 undefined。 */
export function standAt(organizations: readonly Organization[], chosen: Id | null): Organization | undefined {
  const standing = ordered(organizations).filter(({ organization }) => organization.kind !== 'group')
  return (standing.find(({ organization }) => organization.id === chosen) ?? standing[0])?.organization
}

/** 本组织的党员数；党委、总支为下面各支部之和。 */
export const headsIn = (organizations: readonly Organization[], organization: Organization): number =>
  within(organizations, organization.id)
    .filter((one) => one.kind !== 'group' || one.id === organization.id)
    .reduce((sum, one) => sum + one.memberCount, 0)

/** 本组织与它下面的全部组织。 */
export const within = (organizations: readonly Organization[], id: Id): Organization[] => {
  const children = organizations.filter((one) => one.parentId === id)
  const self = organizations.find((one) => one.id === id)
  return [...(self ? [self] : []), ...children.flatMap((child) => within(organizations, child.id))]
}
