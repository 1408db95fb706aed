import type { AttendanceRow } from '../../shared/attendance/contract.ts'
import { canVote } from '../../shared/attendance/rules.ts'
import { toldApart } from '../../shared/members/namesakes.ts'
import { categoryWords } from '../../shared/members/words.ts'
import * as awards from '../awards/repository.ts'
import type { Reader, Writer } from '../core/services.ts'
import type { StoredMeeting } from '../meetings/repository.ts'
import { exclusionsOf, removeExclusions } from './exclusions.ts'
import { candidates, occasionOf } from './expected.ts'
import { removeGuests } from './guests.ts'
import * as attendance from './repository.ts'

/**
 * 一次会议的出勤表。筹备中：那天的应到名单，加上已登记的人；确认召开之后：登记了的人。不计入应到的人也在，另注明。
 * 逐人选定的会议列出全体党员供选，登记了（列席除外）才算应到。
 */
export async function sheetOf(db: Reader, meeting: StoredMeeting): Promise<AttendanceRow[]> {
  const marks = await attendance.marksOf(db, meeting.id)
  const occasion = await occasionOf(db, meeting)
  const listed = meeting.status === 'planned' ? await candidates(db, occasion) : []
  const derived = new Set(occasion.audience === 'chosen' ? [] : listed)
  const exclusions = new Map((await exclusionsOf(db, meeting.id)).map(({ id: _, memberId, ...grounds }) => [memberId, grounds]))
  const ids = [...new Set([...listed, ...marks.map((mark) => mark.memberId), ...exclusions.keys()])]
  if (ids.length === 0) return []
  const rows = await attendance.rowsOf(db, meeting.id, meeting.day, ids)
  const marked = (state: AttendanceRow['state']) => state !== null && state !== 'observer'
  const onProbation = new Set(await awards.membersWithoutVote(db, meeting.day))
  const onList = (memberId: number) => derived.has(memberId) && !exclusions.has(memberId)
  return toldApart(rows).map(({ floating, category, standing, reason, birthDay: _, ...row }) => ({
    ...row,
    floating: floating === 1,
    category: category ? categoryWords[category] : '',
    canVote: canVote({ category, standing, onProbation: onProbation.has(row.memberId) }),
    expected: meeting.status === 'planned' && occasion.audience !== 'chosen' ? onList(row.memberId) : marked(row.state),
    exclusion: exclusions.get(row.memberId) ?? null,
    reason: reason ?? '',
  }))
}

/** 会议要删除时，连同它的出勤、不计入与来宾。 */
export async function clearSheet(db: Writer, meetingId: number): Promise<void> {
  await removeGuests(db, meetingId)
  await removeExclusions(db, meetingId)
  await attendance.removeAll(db, meetingId)
}
