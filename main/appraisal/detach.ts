import type { Writer } from '../core/services.ts'
import * as appraisal from './repository.ts'

/** 开它的会议要删除时，民主评议留着；办结了的不放。 */
export const detachAppraisal = (db: Writer, meetingId: number) => appraisal.detach(db, meetingId)
