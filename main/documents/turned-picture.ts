import type { Turn } from '../../shared/attachments/contract.ts'
import { mediaOf } from '../../shared/attachments/media.ts'

/** 顺时针转过的角度 → JPEG 的方向记号。 */
const ORIENTATION: Record<Exclude<Turn, 0>, number> = { 90: 6, 180: 3, 270: 8 }

/** 只写着方向的 Exif 段：TIFF 头、一项目录。 */
const orientationSegment = (orientation: number) =>
  Buffer.concat([
    Buffer.from([0xff, 0xe1, 0x00, 0x22]),
    Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01', 'latin1'),
    Buffer.from([0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00]),
  ])

/**
 * 排进 PDF 的图片：转过的 JPEG 带上方向记号，由排版的库摆正，图像不重新压缩；印不了的（WebP、PDF）为 undefined。
 * @example turnedPicture(jpeg, 90)?.startsWith('data:image/jpeg;base64,') // true
 */
export function turnedPicture(bytes: Uint8Array, turn: Turn): string | undefined {
  const media = mediaOf(bytes)
  if (media !== 'image/jpeg' && media !== 'image/png') return undefined
  const picture =
    media === 'image/jpeg' && turn !== 0
      ? Buffer.concat([bytes.subarray(0, 2), orientationSegment(ORIENTATION[turn]), bytes.subarray(2)])
      : Buffer.from(bytes)
  return `data:${media};base64,${picture.toString('base64')}`
}
