import type { Writer } from '../core/services.ts'
import * as rectification from './repository.ts'

/** 提出它的会议要删除时，整改留着。 */
export const detachRectification = (db: Writer, meetingId: number) => rectification.detach(db, meetingId)
