import type { MeetingKind } from '../../shared/meetings/contract.ts'
import type { Reader } from '../core/services.ts'
import * as organizations from '../organizations/repository.ts'
import { branchLimits, meetingKindsOfPack } from '../rules/packs.ts'

/** 规则包里的会议类型，接着本单位自设的。 */
export async function allKinds(db: Reader): Promise<MeetingKind[]> {
  const own = await db.selectFrom('ownKind').selectAll().orderBy('id').execute()
  return [
    ...meetingKindsOfPack(),
    ...own.map(({ id, name, audience, period, times }) => ({ code: `own-${id}`, name, audience, period, times, article: '', own: true })),
  ]
}

export { audienceOf } from '../../shared/meetings/rules.ts'

/**
 * 应当按期开的类型：不设支委会的没有支委会，不划分党小组的没有党小组会。
 * 来源：支部工作条例（试行）第十二、十三条。
 */
const applicable = (all: readonly MeetingKind[], committee: number, groups: boolean): MeetingKind[] =>
  all.filter(
    ({ audience }) => (audience !== 'committee' || committee >= branchLimits().committeeFewest) && (audience !== 'group' || groups),
  )

/** 这个组织应当按期开的类型。 */
export const applicableKinds = async (
  db: Reader,
  organizationId: number,
  day: string,
  all: readonly MeetingKind[],
): Promise<MeetingKind[]> =>
  applicable(all, await organizations.committeeSize(db, organizationId, day), await organizations.hasGroups(db, organizationId, day))

/** 各支部应当按期开的类型，一次问齐。 */
export async function applicableByBranch(
  db: Reader,
  day: string,
  all: readonly MeetingKind[],
): Promise<(branchId: number) => MeetingKind[]> {
  const sizes = await organizations.committeeSizes(db, day)
  const grouped = await organizations.branchesWithGroups(db, day)
  return (branchId) => applicable(all, sizes.get(branchId) ?? 0, grouped.has(branchId))
}
