import { z } from 'zod'
import { Saved } from '../files/contract.ts'
import { command, query, task } from '../kit/procedure.ts'
import { Id, Instant, Line, Name } from '../kit/values.ts'
import { MEDIA } from './media.ts'

/** 附件挂在什么上；新房间在这里添一个，并在 main/attachments/owners.ts 说出怎样找到它。 */
export const OwnerKind = z.enum(['meeting', 'member', 'voucher', 'duesMovement'])
export type OwnerKind = z.infer<typeof OwnerKind>

/** 照片、签到扫描件、材料（PDF 或扫描的纸）、其他。 */
export const AttachmentKind = z.enum(['photo', 'signedSheet', 'material', 'other'])
export type AttachmentKind = z.infer<typeof AttachmentKind>

/** 一份原件的指纹：SHA-256，小写十六进制。 */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** 顺时针转过的角度；原件不动，看与印的时候转。 */
export const Turn = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])
export type Turn = z.infer<typeof Turn>

export const Owner = z.strictObject({ owner: OwnerKind, ownerId: Id })
export type Owner = z.infer<typeof Owner>

export const Attachment = z.object({
  id: Id,
  kind: AttachmentKind,
  hash: Hash,
  media: z.enum(MEDIA),
  /** 原件多少字节。 */
  size: z.int(),
  /** 文件原来的名字。 */
  name: z.string(),
  caption: z.string(),
  turn: Turn,
  /** 照片自己记着的拍摄时间；没有记为空，从不代填。 */
  takenAt: Instant.nullable(),
  addedAt: Instant,
  /** 会议归档之后补充的。 */
  afterArchive: z.boolean(),
})
export type Attachment = z.infer<typeof Attachment>

/** 存进去的一份原件。 */
export const Stored = z.object({ hash: Hash, media: z.enum(MEDIA), size: z.int() })
export type Stored = z.infer<typeof Stored>

const Addition = z.strictObject({
  hash: Hash,
  /** 缩小的一份（看缩略图、印照片页用）；没有就用原件。 */
  smallHash: Hash.nullable().default(null),
  kind: AttachmentKind,
  name: Name,
  caption: Line.default(''),
  takenAt: Instant.nullable().default(null),
})
export type Addition = z.infer<typeof Addition>

/** 与已有的是同一份：哪个文件、已有的叫什么、在哪里。 */
const Same = z.object({ name: z.string(), as: z.string() })

export const attachments = {
  list: query(Owner, z.array(Attachment)),
  /** 收下送来的一份（files.received 的代号），去掉拍摄地点等，存入台账；返回指纹。同样的字节只存一份。 */
  store: task('存入原件', { file: z.string().max(64) }, Stored),
  /** 挂上已存入的几份，一步。与本处已有的相同的不再添加；别处也有的照加，但说出来。 */
  attach: command(
    '添加附件',
    z.strictObject({ ...Owner.shape, items: z.array(Addition).min(1).max(200) }),
    z.object({ ids: z.array(Id), repeated: z.array(Same), elsewhere: z.array(Same) }),
  ),
  amend: command('修改附件', z.strictObject({ id: Id, kind: AttachmentKind, name: Name, caption: Line }), z.object({ id: Id })),
  turn: command('旋转附件', z.strictObject({ id: Id, turn: Turn }), z.object({ id: Id })),
  /** ids 是这一处全部附件的新次序。 */
  arrange: command('调整附件次序', z.strictObject({ ...Owner.shape, ids: z.array(Id).min(1).max(2000) }), z.object({})),
  remove: command('删除附件', z.strictObject({ ids: z.array(Id).min(1).max(200) }), z.object({})),
  /** 取字节的票；small 要缩小的那一份（没有就是原件）。 */
  open: task('查看附件', { id: Id, small: z.boolean().default(false) }, z.object({ ticket: z.string(), media: z.enum(MEDIA) })),
  /** 另存原件。 */
  save: task('另存附件', { id: Id }, Saved),
}
