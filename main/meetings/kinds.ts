import type { MeetingKind } from '../../shared/meetings/contract.ts'
import type { Reader } from '../core/services.ts'
import { meetingKindsOfPack } from '../rules/packs.ts'

/** 规则包里的会议类型，接着本单位自设的。 */
export async function allKinds(db: Reader): Promise<MeetingKind[]> {
  const own = await db.selectFrom('ownKind').selectAll().orderBy('id').execute()
  return [
    ...meetingKindsOfPack(),
    ...own.map(({ id, name, audience, period, times }) => ({ code: `own-${id}`, name, audience, period, times, article: '', own: true })),
  ]
}

export { audienceOf } from '../../shared/meetings/rules.ts'
