import type { Ink } from '../ink.ts'
import { mm, type Piece } from '../layout.ts'

/** 一张要印的图片：data 网址，下面的说明。 */
export interface Photo {
  picture: string
  caption: string
}

const PER_PAGE = 4
/** 版心 156×225 毫米里放 2×2：一张最宽最高多少。 */
const FRAME = { width: mm(74), height: mm(88) }
const WHOLE = { width: mm(156), height: mm(200) }
const CAPTION = { size: 12, leading: 16 }

const heading = (ink: Ink, text: string): Piece => ({
  ...ink.text(text, { role: 'title', size: 18, leading: 28, align: 'center', margin: [0, 0, 0, mm(2)] }),
  pageBreak: 'before',
})

const framed = (ink: Ink, photo: Photo | undefined): Piece =>
  photo
    ? {
        stack: [
          { image: photo.picture, fit: [FRAME.width, FRAME.height], alignment: 'center' },
          ink.text(photo.caption, { ...CAPTION, align: 'center', margin: [0, mm(1.5), 0, 0] }),
        ],
      }
    : { text: '' }

/** 照片页：一页四张，两行两列（layout.md D1），说明在照片下面。 */
export const photoPages = (ink: Ink, photos: readonly Photo[]): Piece[] =>
  Array.from({ length: Math.ceil(photos.length / PER_PAGE) }, (_, page) => {
    const four = photos.slice(page * PER_PAGE, (page + 1) * PER_PAGE)
    const rows = [four.slice(0, 2), four.slice(2)].filter((row) => row.length > 0)
    return [
      heading(ink, page === 0 ? '会议照片' : '会议照片（续）'),
      {
        table: {
          widths: ['*', '*'],
          dontBreakRows: true,
          heights: FRAME.height + mm(10),
          body: rows.map(([left, right]) => [framed(ink, left), framed(ink, right)]),
        },
        layout: 'noBorders',
      },
    ]
  }).flat()

/** 签好字的签到表：一份一页，尽量大。 */
export const scannedPages = (ink: Ink, scans: readonly Photo[]): Piece[] =>
  scans.flatMap(({ picture, caption }, at) => [
    heading(ink, scans.length > 1 ? `签到表扫描件（${at + 1}）` : '签到表扫描件'),
    { image: picture, fit: [WHOLE.width, WHOLE.height], alignment: 'center' },
    ...(caption ? [ink.text(caption, { ...CAPTION, align: 'center', margin: [0, mm(1.5), 0, 0] })] : []),
  ])
