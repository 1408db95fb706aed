import { overlapOf } from '../../shared/meetings/clashes.ts'
import type { Clash, ClashInput } from '../../shared/meetings/contract.ts'
import { nameIn } from '../../shared/members/namesakes.ts'
import { candidates, type Occasion, occasionOf } from '../attendance/expected.ts'
import type { Reader } from '../core/services.ts'
import { allKinds, audienceOf } from './kinds.ts'
import * as meetings from './repository.ts'

const namesOf = async (db: Reader, ids: readonly number[]): Promise<string[]> =>
  ids.length === 0
    ? []
    : (await db.selectFrom('member').select('name').where('id', 'in', ids).orderBy('id').execute()).map(({ name }) => name)

/** 已登记了出勤的人；逐人选定的会议靠它知道有谁。 */
const marked = async (db: Reader, meetingId: number) =>
  (await db.selectFrom('attendance').select('memberId').where('meetingId', '=', meetingId).execute()).map(({ memberId }) => memberId)

const expectedNames = (db: Reader, occasion: Occasion) =>
  occasion.audience === 'chosen' ? Promise.resolve([]) : candidates(db, occasion).then((ids) => namesOf(db, ids))

/** 要安排的会议里点了名的人：主持人、记录人；党小组会加上全组党员。 */
async function named(db: Reader, wanted: ClashInput, day: string): Promise<Set<string>> {
  const { organizationId, groupId, kinds, host, recorder } = wanted
  const group = groupId !== null && audienceOf(kinds, await allKinds(db)) === 'group'
  const members = group ? await expectedNames(db, { organizationId, groupId, day, audience: 'group' }) : []
  return new Set([...[host, recorder].map(nameIn), ...members].filter((name) => name !== ''))
}

/** 那次会议上的人：主持人、记录人、应到的、登记了的。 */
async function attending(db: Reader, meeting: meetings.StoredMeeting): Promise<Set<string>> {
  const expected = await expectedNames(db, await occasionOf(db, meeting))
  return new Set([...[meeting.host, meeting.recorder].map(nameIn), ...expected, ...(await namesOf(db, await marked(db, meeting.id)))])
}

/**
 * 这几天里已有的会议撞了什么：本组织同日的都列出，别的组织的只列时间可能重叠而人或地点相同的。
 * 同名的人分不出是不是一个人，照样说出来，由人去看。
 */
export async function clashesOf(db: Reader, wanted: ClashInput): Promise<Clash[]> {
  const found: Clash[] = []
  for (const meeting of await meetings.onDays(db, [...new Set(wanted.days)])) {
    if (meeting.id === wanted.except) continue
    const { id, day, topic, organizationName, startsAt, endsAt, place } = meeting
    const overlap = overlapOf(wanted, meeting)
    const there = overlap === 'no' ? new Set<string>() : await attending(db, meeting)
    const people = overlap === 'no' ? [] : [...(await named(db, wanted, day))].filter((name) => there.has(name))
    const samePlace = place !== '' && place === wanted.place
    const sameOrganization = meeting.organizationId === wanted.organizationId
    const matters = sameOrganization || (overlap !== 'no' && people.length > 0) || (overlap === 'yes' && samePlace)
    if (matters) found.push({ id, day, topic, organizationName, startsAt, endsAt, place, sameOrganization, overlap, people, samePlace })
  }
  return found
}
