import { segmentsOf } from './metadata.ts'

const [EXIF_APP, EXIF_DIRECTORY, TAKEN] = [0xe1, 0x8769, 0x9003]

/** TIFF 目录里某一项的值（或值所在的位置）；没有为 undefined。 */
function entryOf(data: DataView, directory: number, tag: number, little: boolean): number | undefined {
  const count = data.getUint16(directory, little)
  for (let at = directory + 2; at < directory + 2 + count * 12; at += 12)
    if (data.getUint16(at, little) === tag) return data.getUint32(at + 8, little)
  return undefined
}

/**
 * 照片自己记着的拍摄时间（相机的钟，不带时区）；没有记、读不出都为 undefined，从不拿文件日期充数。
 * @example takenAt(photo) → '2026-06-15T14:30:00'
 */
export function takenAt(jpeg: Uint8Array): string | undefined {
  const segment = segmentsOf(jpeg).find(
    ({ marker, from }) => marker === EXIF_APP && String.fromCharCode(...jpeg.subarray(from + 4, from + 8)) === 'Exif',
  )
  if (!segment) return undefined
  const tiff = jpeg.subarray(segment.from + 10, segment.to)
  const data = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  try {
    const little = data.getUint16(0) === 0x4949
    const directory = entryOf(data, data.getUint32(4, little), EXIF_DIRECTORY, little)
    const at = directory && entryOf(data, directory, TAKEN, little)
    const written = at ? String.fromCharCode(...tiff.subarray(at, at + 19)) : ''
    const [, year, month, day, time] = /^([12]\d{3}):([01]\d):([0-3]\d) ([0-2]\d:[0-5]\d:[0-5]\d)$/.exec(written) ?? []
    return year ? `${year}-${month}-${day}T${time}` : undefined
  } catch {
    // 写坏的照片：当作没有记
    return undefined
  }
}
