import type { UnderstoodRow } from '../../shared/imports/contract.ts'
import type { OrganizationKind } from '../../shared/organizations/contract.ts'
import { isBranch } from '../../shared/organizations/rules.ts'

export interface Place {
  id: number
  parentId: number | null
  kind: OrganizationKind
  name: string
}

/** 编到哪里：支部，和表里写的（或所选的）小组。 */
export type Placed = { branch: Place; group: { id: number } | { name: string } | null; warning?: string }

/** 比较组织名称时不计空格、括号样式和“中共…委员会”。例：'中共××支部委员会' 与 '××支部' 相同。 */
const plainName = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^(中国共产党|中共)/, '')
    .replace(/(支部)委员会$/, '$1')

/** 所选组织与它之下的一切。 */
export function scopeOf(organizations: readonly Place[], targetId: number): Set<number> {
  const target = organizations.find(({ id }) => id === targetId)
  const scope = new Set([targetId])
  if (target?.kind === 'group' && target.parentId !== null) scope.add(target.parentId)
  for (let grown = true; grown; ) {
    const more = organizations.filter(({ id, parentId }) => parentId !== null && scope.has(parentId) && !scope.has(id))
    for (const { id } of more) scope.add(id)
    grown = more.length > 0
  }
  return scope
}

/**
 * 按表里的支部、小组名称，在所选组织之下找编入的地方。
 * @example createPlacer(organizations, 1)({ branchName: '第一党支部' }) //=> { branch: { id: 3, … }, group: null }
 */
export function createPlacer(
  organizations: readonly Place[],
  targetId: number,
): (values: UnderstoodRow['values']) => Placed | { problem: string } {
  const byId = new Map(organizations.map((place) => [place.id, place]))
  const target = byId.get(targetId)
  const scope = scopeOf(organizations, targetId)
  const branches = organizations.filter((place) => isBranch(place.kind) && scope.has(place.id))
  const chosenGroup = target?.kind === 'group' ? target : undefined
  const home = chosenGroup?.parentId ? byId.get(chosenGroup.parentId) : target && isBranch(target.kind) ? target : undefined
  const groups = organizations.filter(({ kind }) => kind === 'group')

  const same = (branch: Place, name: string) =>
    [name, name.split(/[/\\>]/).at(-1) ?? ''].some((each) => plainName(each) === plainName(branch.name))

  const branchFor = (name: string | undefined): { branch: Place; warning?: string } | { problem: string } => {
    const named = name ? (home ? [home, ...branches] : branches).find((branch) => same(branch, name)) : undefined
    if (named) return { branch: named }
    if (home) return name ? { branch: home, warning: `没有名为“${name}”的支部，编入“${home.name}”` } : { branch: home }
    return {
      problem: name
        ? `“${target?.name ?? ''}”下没有名为“${name}”的支部，请先在“组织”里新建，或选好要导入到的支部`
        : `没有写所在支部，请选好要导入到的支部`,
    }
  }

  return ({ branchName, groupName }) => {
    const placed = branchFor(branchName)
    if ('problem' in placed) return placed
    if (!groupName) return { ...placed, group: chosenGroup ? { id: chosenGroup.id } : null }
    const known = groups.find((group) => group.parentId === placed.branch.id && plainName(group.name) === plainName(groupName))
    return { ...placed, group: known ? { id: known.id } : { name: groupName } }
  }
}
