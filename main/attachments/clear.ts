import type { Owner } from '../../shared/attachments/contract.ts'
import type { Writer } from '../core/services.ts'
import * as attachments from './repository.ts'

/** 主人要删除了：摘下它的全部附件（原件留着，撤销时还在）。 */
export const clearAttachments = (db: Writer, owner: Owner) => attachments.removeOfOwner(db, owner)
