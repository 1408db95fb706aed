import type { AttendanceRow } from '../../shared/attendance/contract.ts'
import { categoryWords } from '../../shared/members/words.ts'
import type { Reader, Writer } from '../core/services.ts'
import { allKinds, audienceOf } from '../meetings/kinds.ts'
import type { StoredMeeting } from '../meetings/repository.ts'
import { candidates, type Occasion } from './expected.ts'
import * as attendance from './repository.ts'

export const occasionOf = async (db: Reader, { organizationId, groupId, day, codes }: StoredMeeting): Promise<Occasion> => ({
  organizationId,
  groupId,
  day,
  audience: audienceOf(codes.split(','), await allKinds(db)),
})

/**
 * 一次会议的出勤表。筹备中：那天的应到名单，加上已登记的人；确认召开之后：登记了的人。
 * 逐人选定的会议列出全体党员供选，登记了（列席除外）才算应到。
 */
export async function sheetOf(db: Reader, meeting: StoredMeeting): Promise<AttendanceRow[]> {
  const marks = await attendance.marksOf(db, meeting.id)
  const occasion = await occasionOf(db, meeting)
  const listed = meeting.status === 'planned' ? await candidates(db, occasion) : []
  const derived = new Set(occasion.audience === 'chosen' ? [] : listed)
  const ids = [...new Set([...listed, ...marks.map((mark) => mark.memberId)])]
  if (ids.length === 0) return []
  const rows = await attendance.rowsOf(db, meeting.id, meeting.day, ids)
  const marked = (state: AttendanceRow['state']) => state !== null && state !== 'observer'
  return rows.map(({ floating, category, reason, ...row }) => ({
    ...row,
    floating: floating === 1,
    category: category ? categoryWords[category] : '',
    expected: meeting.status === 'planned' && occasion.audience !== 'chosen' ? derived.has(row.memberId) : marked(row.state),
    reason: reason ?? '',
  }))
}

/** 会议要删除时，连同它的出勤。 */
export const clearSheet = (db: Writer, meetingId: number) => attendance.removeAll(db, meetingId)
