import type { Audience, MeetingKind } from '../../shared/meetings/contract.ts'
import type { Reader } from '../core/services.ts'
import { meetingKindsOfPack } from '../rules/packs.ts'

/** 规则包里的会议类型，接着本单位自设的。 */
export async function allKinds(db: Reader): Promise<MeetingKind[]> {
  const own = await db.selectFrom('ownKind').selectAll().orderBy('id').execute()
  return [...meetingKindsOfPack(), ...own.map(({ id, name, audience, period, times }) => ({ code: `own-${id}`, name, audience, period, times, article: '', own: true }))]
}

/** 几类合并召开时按最宽的算应到：全体党员 > 党小组 > 支部委员 > 逐人选定。 */
export function audienceOf(codes: readonly string[], kinds: readonly MeetingKind[]): Audience {
  const audiences = codes.map((code) => kinds.find((kind) => kind.code === code)?.audience)
  return (['members', 'group', 'committee'] as const).find((audience) => audiences.includes(audience)) ?? 'chosen'
}
