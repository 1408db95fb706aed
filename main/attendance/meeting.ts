import { refuse } from '../core/refuse.ts'
import type { Reader } from '../core/services.ts'
import * as meetings from '../meetings/repository.ts'

/**
 * 出勤所属的会议。
 * @throws Refused meetings.notFound；已归档而要写的 meetings.archived
 */
export async function openMeeting(db: Reader, id: number, { archived = false } = {}): Promise<meetings.StoredMeeting> {
  const meeting = (await meetings.find(db, id)) ?? refuse('meetings.notFound')
  if (meeting.status === 'archived' && !archived) refuse('meetings.archived')
  return meeting
}
