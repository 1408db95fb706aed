import { sql } from 'kysely'
import type { Audience } from '../../shared/meetings/contract.ts'
import type { Reader } from '../core/services.ts'
import { allKinds, audienceOf } from '../meetings/kinds.ts'
import type { StoredMeeting } from '../meetings/repository.ts'
import * as members from '../members/repository.ts'
import { exclusionsOf } from './exclusions.ts'

/** 从会议得出应到名单所需的事实。 */
export interface Occasion {
  organizationId: number
  groupId: number | null
  day: string
  audience: Audience
}

export const occasionOf = async (db: Reader, { organizationId, groupId, day, codes }: StoredMeeting): Promise<Occasion> => ({
  organizationId,
  groupId,
  day,
  audience: audienceOf(codes.split(','), await allKinds(db)),
})

/** 那天在任的支部委员（不含党小组组长）。 */
const committee = async (db: Reader, { organizationId, day }: Occasion): Promise<number[]> => {
  const rows = await db
    .selectFrom('post')
    .select('memberId')
    .distinct()
    .where('organizationId', '=', organizationId)
    .where('title', '<>', 'groupLeader')
    .where('fromDay', '<=', day)
    .where(sql<boolean>`(until_day is null or until_day > ${day})`)
    .execute()
  return rows.map((row) => row.memberId)
}

/** 那天党籍正常的党员：本组织的，或一个党小组的。 */
const people = async (db: Reader, { organizationId, groupId, day, audience }: Occasion): Promise<number[]> => {
  const scope = audience === 'group' && groupId !== null ? groupId : organizationId
  const rows = await members.list(db, { organizationId: scope, day })
  return rows.filter((row) => row.standing === 'normal').map((row) => row.id)
}

/** 出勤表上列出的人：支委会是委员，其他是党员。 */
export const candidates = (db: Reader, occasion: Occasion): Promise<number[]> =>
  occasion.audience === 'committee' ? committee(db, occasion) : people(db, occasion)

/** 那天应到的人，不计入应到的除外。逐人选定的会议没有预定的名单，登记了谁就是谁。 */
export async function expectedOn(db: Reader, meetingId: number, occasion: Occasion): Promise<Set<number>> {
  if (occasion.audience === 'chosen') return new Set()
  const excluded = new Set((await exclusionsOf(db, meetingId)).map(({ memberId }) => memberId))
  return new Set((await candidates(db, occasion)).filter((memberId) => !excluded.has(memberId)))
}
