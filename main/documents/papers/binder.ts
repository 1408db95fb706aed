import { type Ink, pageNumber, ruled } from '../ink.ts'
import { type Definition, mm, type Piece } from '../layout.ts'
import type { BinderPart, BinderPlan } from '../plans.ts'
import { cover } from './cover.ts'

/** 目录里的一份：从第几页起。 */
interface Listed extends Omit<BinderPart, 'paper'> {
  page: number
}

const MARGIN = mm(25)
/** 一份的开头在 PDF 里叫什么，目录点得到。 */
const partId = (at: number) => `part-${at}`

/** 页码居中，左边是级别；从封面数起，与打印时选的页数一致。 */
const foot = (ink: Ink, mark: string, side: number, down: number) => (page: number) => ({
  stack: [pageNumber(ink, down)(page), ...(mark ? [{ ...ink.text(mark, { size: 9 }), relativePosition: { x: side, y: -13 } }] : [])],
})

function catalogue(parts: readonly Listed[], ink: Ink): Piece[] {
  const cell = (text: string, at: number, align: 'left' | 'center') => ({
    ...ink.cell(text, { size: 12, leading: 17, align }),
    linkToDestination: partId(at),
  })
  const rows = parts.flatMap(({ chapter, title, extent, page }, at) => [
    ...(parts[at - 1]?.chapter === chapter
      ? []
      : [[ink.cell(chapter, { role: 'heading', size: 12, leading: 17, colSpan: 4 }), '', '', '']]),
    [cell(String(at + 1), at, 'center'), cell(title, at, 'left'), cell(extent, at, 'center'), cell(String(page), at, 'center')],
  ])
  return [
    ink.text('目　录', { role: 'title', size: 22, leading: 36, align: 'center', margin: [0, 0, 0, mm(4)] }),
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: [mm(14), '*', mm(32), mm(16)],
        heights: mm(6.5),
        body: [
          ['序号', '名称', '内容', '页码'].map((label) => ink.cell(label, { role: 'heading', size: 12, leading: 17, align: 'center' })),
          ...rows,
        ],
      },
      layout: ruled({ x: 4, y: 1 }),
    },
  ]
}

/** 封面与目录，各是一份版面。 */
export function frontOf({ cover: front, parts, mark, demo }: Omit<BinderPlan, 'parts'> & { parts: Listed[] }, ink: Ink): Definition[] {
  const sheet = (content: Piece[], footer: Definition['footer']): Definition => ({
    title: '',
    margins: [MARGIN, MARGIN, MARGIN, MARGIN],
    content,
    footer,
    ...(demo ? { watermark: ink.watermark('演示') } : {}),
  })
  const onEach = foot(ink, mark, MARGIN, mm(7))
  // 封面是第 1 页，不写页码
  return [sheet(cover(front, ink), () => ink.text('', {})), sheet(catalogue(parts, ink), (page) => onEach(page + 1))]
}

/** 册子里的一份：页码接着前面的 before 页编，目录与书签点得到它的开头。 */
export function asPart(
  definition: Definition,
  ink: Ink,
  { at, title, before, mark }: { at: number; title: string; before: number; mark: string },
): Definition {
  const [first, ...others] = definition.content
  const [side, , , bottom] = definition.margins
  const onEach = foot(ink, mark, side, bottom > mm(20) ? mm(7) : mm(1))
  return {
    ...definition,
    content: [{ ...first, id: partId(at), outline: true, outlineText: title }, ...others],
    footer: (page) => onEach(before + page),
  }
}
