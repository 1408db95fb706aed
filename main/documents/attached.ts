import type { Printable } from '../attachments/printable.ts'
import type { Photo } from './papers/photo-pages.ts'
import { turnedPicture } from './turned-picture.ts'

/** 会议记录里与附件有关的几样。 */
export interface Attached {
  /** 附件一栏：签到表扫描件 1 份、照片 4 张、材料……一项一句；没有为空表。 */
  listed: string[]
  photos: Photo[]
  scans: Photo[]
}

const named = (what: string, list: readonly Printable[]) =>
  list.length > 0 ? [`${what} ${list.length} 份：${list.map(({ attachment: { caption, name } }) => caption || name).join('、')}`] : []

const pictures = (list: readonly Printable[]): Photo[] =>
  list.flatMap(({ attachment: { turn, caption }, bytes }) => {
    const picture = bytes ? turnedPicture(bytes, turn) : undefined
    return picture ? [{ picture, caption }] : []
  })

/**
 * 附件怎样进会议记录，与要告诉人的话（印不进去的）。
 * @example attachedOf(printables).attached.listed // ['签到表扫描件 1 份', '照片 4 张', '材料 1 份：讲稿.pdf']
 */
export function attachedOf(all: readonly Printable[]): { attached: Attached; notes: string[] } {
  const of = (kind: Printable['attachment']['kind']) => all.filter(({ attachment }) => attachment.kind === kind)
  const [sheets, photos] = [of('signedSheet'), of('photo')]
  const [scans, printed] = [pictures(sheets), pictures(photos)]
  const late = all.filter(({ attachment }) => attachment.afterArchive).length
  const listed = [
    ...(sheets.length > 0 ? [`签到表扫描件 ${sheets.length} 份`] : []),
    ...(photos.length > 0 ? [`照片 ${photos.length} 张`] : []),
    ...named('材料', of('material')),
    ...named('其他', of('other')),
    ...(late > 0 ? [`其中归档后补充 ${late} 份`] : []),
  ]
  const unprinted = sheets.length - scans.length + photos.length - printed.length
  return {
    attached: { listed, photos: printed, scans },
    notes: unprinted > 0 ? [`有 ${unprinted} 份附件是 PDF 或 WebP，没有印在记录里，请在“附件”里另存后打印。`] : [],
  }
}
