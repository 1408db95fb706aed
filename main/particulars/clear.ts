import type { Writer } from '../core/services.ts'
import * as particulars from './repository.ts'

/** 会议要删除时，连同它各类自己的几项。 */
export const clearParticulars = (db: Writer, meetingId: number) => particulars.clear(db, meetingId)
