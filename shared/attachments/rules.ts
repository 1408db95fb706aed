import type { Refusal } from '../kit/refusal.ts'
import { refusal } from '../refusals.ts'
import type { Attachment, AttachmentKind, Turn } from './contract.ts'
import { isHeic, type Media, mediaOf } from './media.ts'

/** 归档之后还可以补充的种类：签好字的签到表、材料。照片要在归档前放好。 */
export const kindsAfterArchive: readonly AttachmentKind[] = ['signedSheet', 'material']

/**
 * 为什么不能挂上这一种；可以则为 undefined。归档的会议像更正说明一样只能往后补充。
 * @example whyCannotAttach({ archived: true }, 'photo')?.code → 'attachments.sealed'
 */
export const whyCannotAttach = ({ archived }: { archived: boolean }, kind: AttachmentKind): Refusal | undefined =>
  archived && !kindsAfterArchive.includes(kind) ? refusal('attachments.sealed') : undefined

/**
 * 为什么不能改动、删除这一份；可以则为 undefined。归档之后补充的仍可改，归档时已有的不可。
 * @example whyCannotAlter({ archived: true }, { afterArchive: false })?.code → 'attachments.sealed'
 */
export const whyCannotAlter = (
  { archived }: { archived: boolean },
  { afterArchive }: Pick<Attachment, 'afterArchive'>,
): Refusal | undefined => (archived && !afterArchive ? refusal('attachments.sealed') : undefined)

/**
 * 为什么收不下这份文件；收得下则为 undefined。只看内容，不信扩展名。
 * @example whyCannotStore({ name: 'IMG_0001.HEIC', bytes })?.code → 'attachments.heic'
 */
export const whyCannotStore = ({ name, bytes }: { name: string; bytes: Uint8Array }): Refusal | undefined => {
  if (bytes.length === 0) return refusal('attachments.empty', { name })
  if (isHeic(bytes)) return refusal('attachments.heic', { name })
  return mediaOf(bytes) === undefined ? refusal('attachments.unknownMedia', { name }) : undefined
}

/** 只有 JPEG 带得了方向，印出来也是转好的。 */
export const canTurn = (media: Media): boolean => media === 'image/jpeg'

/** 再顺时针转一格。例：turned(270) → 0 */
export const turned = (turn: Turn): Turn => ((turn + 90) % 360) as Turn

/**
 * 一个文件放进来先算哪一种：会议归档之后图片只能是签到扫描件；PDF 是材料。
 * @example kindFor('image/jpeg', { archived: false }) → 'photo'
 */
export const kindFor = (media: Media, { archived }: { archived: boolean }): AttachmentKind =>
  media === 'application/pdf' ? 'material' : archived ? 'signedSheet' : 'photo'
