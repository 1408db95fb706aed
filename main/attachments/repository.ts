import type { Addition, Attachment, Owner } from '../../shared/attachments/contract.ts'
import type { Media } from '../../shared/attachments/media.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'

const columns = [
  'attachment.id',
  'attachment.kind',
  'attachment.hash',
  'file.media',
  'file.size',
  'attachment.name',
  'attachment.caption',
  'attachment.turn',
  'attachment.takenAt',
  'attachment.addedAt',
] as const

const rows = (db: Reader) =>
  db
    .selectFrom('attachment')
    .innerJoin('file', 'file.hash', 'attachment.hash')
    .select([...columns, 'attachment.owner', 'attachment.ownerId', 'attachment.smallHash', 'attachment.afterArchive'])

export type StoredAttachment = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

export const attachmentOf = ({ owner: _, ownerId: __, smallHash: ___, afterArchive, ...row }: StoredAttachment): Attachment => ({
  ...row,
  afterArchive: afterArchive === 1,
})

/** 一处的附件，按次序。 */
export const ofOwner = (db: Reader, { owner, ownerId }: { owner: string; ownerId: number }) =>
  rows(db)
    .where('attachment.owner', '=', owner)
    .where('attachment.ownerId', '=', ownerId)
    .orderBy('attachment.ordinal')
    .orderBy('attachment.id')
    .execute()

export const find = (db: Reader, id: number) => rows(db).where('attachment.id', '=', id).executeTakeFirst()

/** 用着这份原件的各处。 */
export const withHash = (db: Reader, hash: string) => rows(db).where('attachment.hash', '=', hash).execute()

export const findFile = (db: Reader, hash: string) => db.selectFrom('file').selectAll().where('hash', '=', hash).executeTakeFirst()

export const hasFile = async (db: Reader, hash: string): Promise<boolean> =>
  (await db.selectFrom('file').select('hash').where('hash', '=', hash).executeTakeFirst()) !== undefined

/** 存下一份原件；已有同样的字节就不再存。 */
export const keepFile = (db: Writer, file: { hash: string; media: Media; size: number; bytes: Uint8Array }) =>
  db
    .insertInto('file')
    .values(file)
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const insert = async (
  db: Writer,
  { owner, ownerId }: Owner,
  item: Addition & { ordinal: number; addedAt: string; afterArchive: boolean },
): Promise<number> =>
  (
    await db
      .insertInto('attachment')
      .values({ ...item, uid: newUid(), owner, ownerId, afterArchive: item.afterArchive ? 1 : 0 })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const lastOrdinal = async (db: Reader, { owner, ownerId }: Owner): Promise<number> =>
  (
    await db
      .selectFrom('attachment')
      .select((eb) => eb.fn.max('ordinal').as('last'))
      .where('owner', '=', owner)
      .where('ownerId', '=', ownerId)
      .executeTakeFirst()
  )?.last ?? 0

export const update = (
  db: Writer,
  id: number,
  change: Partial<Pick<Attachment, 'kind' | 'name' | 'caption' | 'turn'> & { ordinal: number }>,
) => db.updateTable('attachment').set(change).where('id', '=', id).execute()

export const remove = (db: Writer, id: number) => db.deleteFrom('attachment').where('id', '=', id).execute()

export const removeOfOwner = (db: Writer, { owner, ownerId }: Owner) =>
  db.deleteFrom('attachment').where('owner', '=', owner).where('ownerId', '=', ownerId).execute()
