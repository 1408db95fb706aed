import type { Generated } from 'kysely'
import type { AttachmentKind, Turn } from '../../shared/attachments/contract.ts'
import type { Media } from '../../shared/attachments/media.ts'

export interface FileTable {
  hash: string
  media: Media
  size: number
  bytes: Uint8Array
}

export interface AttachmentTable {
  id: Generated<number>
  uid: string
  owner: string
  ownerId: number
  kind: AttachmentKind
  hash: string
  smallHash: string | null
  name: string
  caption: Generated<string>
  ordinal: number
  turn: Generated<Turn>
  takenAt: string | null
  addedAt: string
  afterArchive: number
}
