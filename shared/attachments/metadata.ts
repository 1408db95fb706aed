import type { Media } from './media.ts'

/** 拼起几段字节。 */
const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** JPEG 扫描数据之前的一段：记号与它连头带尾的范围。 */
interface Segment {
  marker: number
  from: number
  to: number
}

const SCAN = 0xda

/** JPEG 开头到扫描数据为止的各段；写坏的文件读到哪里算哪里。 */
export function segmentsOf(bytes: Uint8Array): Segment[] {
  const found: Segment[] = []
  const data = view(bytes)
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const to = Math.min(bytes.length, at + 2 + data.getUint16(at + 2))
    found.push({ marker, from: at, to })
    if (marker === SCAN) break
    at = to
  }
  return found
}

/** 图像本身要用的留下：JFIF 头、色彩配置、Adobe 的颜色说明；其余 APP 段与注释都是“关于照片的话”。 */
const isRemark = (marker: number) =>
  marker === 0xfe || (marker >= 0xe0 && marker <= 0xef && marker !== 0xe0 && marker !== 0xe2 && marker !== 0xee)

function bareJpeg(bytes: Uint8Array): Uint8Array {
  const segments = segmentsOf(bytes)
  const scan = segments.find(({ marker }) => marker === SCAN)
  if (!scan || !segments.some(({ marker }) => isRemark(marker))) return bytes
  const kept = segments.filter(({ marker }) => marker !== SCAN && !isRemark(marker))
  return joined([bytes.subarray(0, 2), ...kept.map(({ from, to }) => bytes.subarray(from, to)), bytes.subarray(scan.from)])
}

const PNG_REMARKS = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])
const WEBP_REMARKS = new Set(['EXIF', 'XMP '])

interface Chunk {
  name: string
  from: number
  to: number
}

/** PNG 的块：长度（大端）、名字、内容、校验。 */
function pngChunks(bytes: Uint8Array): Chunk[] {
  const found: Chunk[] = []
  const data = view(bytes)
  for (let at = 8; at + 12 <= bytes.length; ) {
    const to = Math.min(bytes.length, at + 12 + data.getUint32(at))
    found.push({ name: String.fromCharCode(...bytes.subarray(at + 4, at + 8)), from: at, to })
    at = to
  }
  return found
}

/** WebP（RIFF）的块：名字、长度（小端）、内容，补成偶数。 */
function webpChunks(bytes: Uint8Array): Chunk[] {
  const found: Chunk[] = []
  const data = view(bytes)
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = data.getUint32(at + 4, true)
    const to = Math.min(bytes.length, at + 8 + size + (size % 2))
    found.push({ name: String.fromCharCode(...bytes.subarray(at, at + 4)), from: at, to })
    at = to
  }
  return found
}

function barePng(bytes: Uint8Array): Uint8Array {
  const kept = pngChunks(bytes).filter(({ name }) => !PNG_REMARKS.has(name))
  return joined([bytes.subarray(0, 8), ...kept.map(({ from, to }) => bytes.subarray(from, to))])
}

/** WebP 扩展头里“有 EXIF”“有 XMP”的两个记号。 */
const WEBP_FLAGS = 0x0c

function bareWebp(bytes: Uint8Array): Uint8Array {
  const kept = webpChunks(bytes).filter(({ name }) => !WEBP_REMARKS.has(name))
  const whole = joined([bytes.subarray(0, 12), ...kept.map(({ from, to }) => bytes.subarray(from, to))])
  view(whole).setUint32(4, whole.length - 8, true)
  if (kept[0]?.name === 'VP8X') whole[20] = (whole[20] ?? 0) & ~WEBP_FLAGS
  return whole
}

/**
 * 去掉照片里“关于照片的话”：拍摄地点（GPS）、相机、文字说明。图像一点不动；PDF 原样。
 * 出处：layout.md E2 第 7 条，照片去除 EXIF（位置信息）。
 * @example withoutRemarks('image/jpeg', photo) // 里面找不到 Exif 段
 */
export function withoutRemarks(media: Media, bytes: Uint8Array): Uint8Array {
  if (media === 'image/jpeg') return bareJpeg(bytes)
  if (media === 'image/png') return barePng(bytes)
  return media === 'image/webp' ? bareWebp(bytes) : bytes
}
