import type { Audience, MeetingKind } from '../../shared/meetings/contract.ts'
import type { Reader } from '../core/services.ts'
import { allKinds, audienceOf } from '../meetings/kinds.ts'
import type { StoredMeeting } from '../meetings/repository.ts'
import * as members from '../members/repository.ts'
import { onCommittee } from '../organizations/repository.ts'
import { excludedFrom } from './exclusions.ts'

/** 从会议得出应到名单所需的事实。 */
export interface Occasion {
  organizationId: number
  groupId: number | null
  day: string
  audience: Audience
}

type Planned = Pick<StoredMeeting, 'id' | 'organizationId' | 'groupId' | 'day' | 'codes'>

const occasionIn = (kinds: readonly MeetingKind[], { organizationId, groupId, day, codes }: Planned): Occasion => ({
  organizationId,
  groupId,
  day,
  audience: audienceOf(codes.split(','), kinds),
})

export const occasionOf = async (db: Reader, meeting: Planned): Promise<Occasion> => occasionIn(await allKinds(db), meeting)

/** 那天在任的支部委员（不含党小组组长）。 */
const committee = async (db: Reader, { organizationId, day }: Occasion): Promise<number[]> => {
  const rows = await db
    .selectFrom('post')
    .select('memberId')
    .distinct()
    .where('organizationId', '=', organizationId)
    .where(onCommittee(day))
    .execute()
  return rows.map((row) => row.memberId)
}

/** 那天党籍正常的党员：本组织的，或一个党小组的。 */
const people = (db: Reader, occasion: Occasion): Promise<number[]> => members.normalOn(db, scopeOf(occasion), occasion.day)

const scopeOf = ({ organizationId, groupId, audience }: Occasion) => (audience === 'group' && groupId !== null ? groupId : organizationId)

/** 出勤表上列出的人：支委会是委员，其他是党员。 */
export const candidates = (db: Reader, occasion: Occasion): Promise<number[]> =>
  occasion.audience === 'committee' ? committee(db, occasion) : people(db, occasion)

/**
 * 几次会议各自的应到：会议的编号与那天应到的人，不计入应到的除外。
 * 同一天同一个范围的名单只查一次。逐人选定的会议没有预定的名单，登记了谁就是谁，这里没有它。
 */
export async function expectedAt(db: Reader, meetings: readonly Planned[]): Promise<Map<number, Set<number>>> {
  const kinds = await allKinds(db)
  const excluded = await excludedFrom(
    db,
    meetings.map(({ id }) => id),
  )
  const lists = new Map<string, Promise<number[]>>()
  const listOf = (occasion: Occasion): Promise<number[]> => {
    const key = [occasion.audience === 'committee', scopeOf(occasion), occasion.day].join()
    const list = lists.get(key) ?? candidates(db, occasion)
    lists.set(key, list)
    return list
  }
  const expected = new Map<number, Set<number>>()
  for (const meeting of meetings) {
    const occasion = occasionIn(kinds, meeting)
    if (occasion.audience === 'chosen') continue
    expected.set(meeting.id, new Set((await listOf(occasion)).filter((memberId) => !excluded.get(meeting.id)?.has(memberId))))
  }
  return expected
}
