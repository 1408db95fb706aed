import type { Attachment, Owner } from '../../shared/attachments/contract.ts'
import type { Reader } from '../core/services.ts'
import * as attachments from './repository.ts'

/** 一份附件与要印的那份字节：照片用缩小的一份，扫描件用原件，别的不印（为空）。 */
export interface Printable {
  attachment: Attachment
  bytes: Uint8Array | null
}

/** 一处的附件，按次序，图片带着字节。 */
export async function printableOf(db: Reader, owner: Owner): Promise<Printable[]> {
  const rows = await attachments.ofOwner(db, owner)
  return Promise.all(
    rows.map(async (row) => {
      const hash = row.kind === 'photo' ? (row.smallHash ?? row.hash) : row.kind === 'signedSheet' ? row.hash : null
      const file = hash ? await attachments.findFile(db, hash) : undefined
      return { attachment: attachments.attachmentOf(row), bytes: file?.bytes ?? null }
    }),
  )
}
