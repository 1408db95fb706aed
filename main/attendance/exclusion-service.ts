import { refuse } from '../core/refuse.ts'
import type { Reader, Service, Writer } from '../core/services.ts'
import * as members from '../members/repository.ts'
import { exclusionsOf, formerlyExcluded, insertExclusion, removeExclusions, sameExclusion, updateExclusion } from './exclusions.ts'
import { candidates, occasionOf } from './expected.ts'
import { openMeeting } from './meeting.ts'
import * as attendance from './repository.ts'

const named = async (db: Reader, memberId: number) => (await members.find(db, memberId))?.name ?? refuse('members.notFound')
const someone = async (db: Reader, ids: readonly number[]) => (ids.length === 1 ? named(db, ids[0] ?? 0) : `${ids.length} 人`)

/** 去掉这些人已登记的出勤：不计入的人不再有应到的状态。 */
async function clearMarks(db: Writer, meetingId: number, memberIds: readonly number[]) {
  const marks = await attendance.marksOf(db, meetingId)
  await attendance.removeMarks(
    db,
    marks.filter(({ memberId, state }) => memberIds.includes(memberId) && state !== 'observer').map(({ id }) => id),
  )
}

type ExclusionService = Pick<Service<'attendance'>, 'exclude' | 'include' | 'formerExclusions'>

/** 不计入应到：标上、改依据、恢复，和上一次会上的供沿用。 */
export const exclusionService: ExclusionService = {
  async exclude({ db, subject }, { meetingId, exclusions }) {
    const meeting = await openMeeting(db, meetingId)
    const standing = new Map((await exclusionsOf(db, meetingId)).map((row) => [row.memberId, row]))
    const wanted = [...new Map(exclusions.map((one) => [one.memberId, one])).values()]
    const fresh = wanted.filter(({ memberId }) => !standing.has(memberId))
    if (fresh.length > 0 && meeting.status !== 'planned') refuse('attendance.doesNotBalance')
    const listed = new Set(await candidates(db, await occasionOf(db, meeting)))
    const stranger = fresh.find(({ memberId }) => !listed.has(memberId))
    if (stranger) refuse('attendance.cannotExclude', { name: await named(db, stranger.memberId) })
    await clearMarks(
      db,
      meetingId,
      fresh.map(({ memberId }) => memberId),
    )
    for (const exclusion of fresh) await insertExclusion(db, meetingId, exclusion)
    const amended = wanted.filter((one) => {
      const now = standing.get(one.memberId)
      return now !== undefined && !sameExclusion(now, one)
    })
    for (const exclusion of amended) await updateExclusion(db, meetingId, exclusion)
    const who = wanted.map(({ memberId }) => memberId)
    subject(`${meeting.topic} ${await someone(db, who)}`)
    return { changed: fresh.length + amended.length }
  },

  async include({ db, subject }, { meetingId, memberIds }) {
    const meeting = await openMeeting(db, meetingId)
    if (meeting.status !== 'planned') refuse('attendance.doesNotBalance')
    const standing = new Set((await exclusionsOf(db, meetingId)).map(({ memberId }) => memberId))
    const wrong = memberIds.find((memberId) => !standing.has(memberId))
    if (wrong !== undefined) refuse('attendance.notExcluded', { name: await named(db, wrong) })
    await removeExclusions(db, meetingId, memberIds)
    subject(`${meeting.topic} ${await someone(db, [...new Set(memberIds)])}`)
    return { changed: new Set(memberIds).size }
  },

  async formerExclusions({ db }, { meetingId }) {
    const meeting = await openMeeting(db, meetingId, { archived: true })
    if (meeting.status !== 'planned') return []
    const listed = new Set(await candidates(db, await occasionOf(db, meeting)))
    const already = new Set((await exclusionsOf(db, meetingId)).map(({ memberId }) => memberId))
    return (await formerlyExcluded(db, meeting)).filter(({ memberId }) => listed.has(memberId) && !already.has(memberId))
  },
}
