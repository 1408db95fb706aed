import type { Writer } from '../core/services.ts'
import * as votes from './repository.ts'

/** 会议要删除时，连同它的表决。 */
export const clearVotes = async (db: Writer, meetingId: number): Promise<void> => {
  for (const { id } of await votes.listByMeeting(db, meetingId)) await votes.remove(db, id)
}
