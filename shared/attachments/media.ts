/** 收得下的几种文件；照片一律由界面缩成 jpeg 再送来。 */
export const MEDIA = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type Media = (typeof MEDIA)[number]

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
const startsWith = (bytes: Uint8Array, head: readonly number[]) => head.every((byte, at) => bytes[at] === byte)

/** 苹果手机的照片：ISO 媒体文件，牌子是这几个之一。 */
const HEIC = /^(hei[cxms]|hev[cmx]|mif1|msf1)$/

/**
 * 是不是苹果的 HEIC 照片（浏览器、WPS 多半打不开）。
 * @example isHeic(bytesOfIphonePhoto) → true
 */
export const isHeic = (bytes: Uint8Array): boolean => ascii(bytes, 4, 8) === 'ftyp' && HEIC.test(ascii(bytes, 8, 12))

/**
 * 看开头几个字节认出是什么文件，不信扩展名；认不出为 undefined。
 * @example mediaOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0])) → 'image/jpeg'
 */
export function mediaOf(bytes: Uint8Array): Media | undefined {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp'
  // PDF 的记号可以在头一千字节里的任何地方，前面常有空行
  return ascii(bytes, 0, 1024).includes('%PDF-') ? 'application/pdf' : undefined
}

export const isPicture = (media: Media): boolean => media !== 'application/pdf'
