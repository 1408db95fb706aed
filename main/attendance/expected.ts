import { sql } from 'kysely'
import type { Audience } from '../../shared/meetings/contract.ts'
import type { Reader } from '../core/services.ts'
import { allKinds, audienceOf } from '../meetings/kinds.ts'
import type { StoredMeeting } from '../meetings/repository.ts'
import * as members from '../members/repository.ts'
import { excludedFrom } from './exclusions.ts'

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
const people = (db: Reader, occasion: Occasion): Promise<number[]> => members.normalOn(db, scopeOf(occasion), occasion.day)

const scopeOf = ({ organizationId, groupId, audience }: Occasion) => (audience === 'group' && groupId !== null ? groupId : organizationId)

/** 出勤表上列出的人：支委会是委员，其他是党员。 */
export const candidates = (db: Reader, occasion: Occasion): Promise<number[]> =>
  occasion.audience === 'committee' ? committee(db, occasion) : people(db, occasion)

/**
 * 几次会议各自的应到：会议的编号与那天应到的人，不计入应到的除外。
 * 同一天同一个范围的名单只查一次。逐人选定的会议没有预定的名单，登记了谁就是谁，这里是空的。
 */
export async function expectedAt(db: Reader, meetings: readonly (Occasion & { id: number })[]): Promise<Map<number, Set<number>>> {
  const excluded = await excludedFrom(
    db,
    meetings.map(({ id }) => id),
  )
  const lists = new Map<string, Promise<number[]>>()
  const listOf = (occasion: Occasion): Promise<number[]> => {
    if (occasion.audience === 'chosen') return Promise.resolve([])
    const key = [occasion.audience === 'committee', scopeOf(occasion), occasion.day].join()
    const list = lists.get(key) ?? candidates(db, occasion)
    lists.set(key, list)
    return list
  }
  const expected = new Map<number, Set<number>>()
  for (const meeting of meetings)
    expected.set(meeting.id, new Set((await listOf(meeting)).filter((memberId) => !excluded.get(meeting.id)?.has(memberId))))
  return expected
}
