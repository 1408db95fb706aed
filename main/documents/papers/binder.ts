import { withoutIds } from '../bind.ts'
import { type Ink, pageNumber, ruled } from '../ink.ts'
import { type Definition, mm, type Piece } from '../layout.ts'
import type { BinderPart, BinderPlan } from '../plans.ts'
import { cover } from './cover.ts'

/** 排好的一份，等着装订。 */
export interface BoundPart extends Omit<BinderPart, 'paper'> {
  definition: Definition
}

const MARGIN = mm(25)
/** 一份的开头在 PDF 里叫什么，目录点得到。 */
const partId = (at: number) => `part-${at}`

/** 页码居中，左边是级别；从封面数起，与打印时选的页数一致。 */
const foot = (ink: Ink, mark: string, side: number, down: number) => (page: number) => ({
  stack: [pageNumber(ink, down)(page), ...(mark ? [{ ...ink.text(mark, { size: 9 }), relativePosition: { x: side, y: -13 } }] : [])],
})

function catalogue(parts: readonly BoundPart[], ink: Ink): Piece[] {
  const cell = (text: string, at: number, align: 'left' | 'center') => ({
    ...ink.cell(text, { size: 12, leading: 17, align }),
    linkToDestination: partId(at),
  })
  // 页码由排版的库照实际的页写
  const page = (at: number) => ({ ...ink.cell('0', { size: 12, leading: 17, align: 'center' }), pageReference: partId(at) })
  const rows = parts.flatMap(({ chapter, title, extent }, at) => [
    ...(parts[at - 1]?.chapter === chapter
      ? []
      : [[ink.cell(chapter, { role: 'heading', size: 12, leading: 17, colSpan: 4 }), '', '', '']]),
    [cell(String(at + 1), at, 'center'), cell(title, at, 'left'), cell(extent, at, 'center'), page(at)],
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

/** 年度台账册：封面、目录、各份，各自另起一页，横竖随各份，页码连着编。 */
export function binder({ cover: front, parts, mark, demo }: Omit<BinderPlan, 'parts'> & { parts: BoundPart[] }, ink: Ink): Definition {
  const margins: Definition['margins'] = [MARGIN, MARGIN, MARGIN, MARGIN]
  const section = (content: Piece[], rest: Piece): Piece => ({ section: content, pageMargins: margins, ...rest })
  const bound = parts.map(({ definition, title }, at) => {
    const [first, ...others] = withoutIds(definition.content)
    const [side, , , bottom] = definition.margins
    return section([{ ...first, id: partId(at), outline: true, outlineText: title }, ...others], {
      pageOrientation: definition.orientation ?? 'portrait',
      pageMargins: definition.margins,
      footer: foot(ink, mark, side, bottom > mm(20) ? mm(7) : mm(1)),
      ...(definition.watermark ? { watermark: definition.watermark } : {}),
    })
  })
  return {
    title: `${front.unit}${front.year}年度${front.title}`,
    margins,
    content: [
      section(cover(front, ink), {}),
      section(catalogue(parts, ink), { pageOrientation: 'portrait', footer: foot(ink, mark, MARGIN, mm(7)) }),
      ...bound,
    ],
    tails: parts.flatMap(({ definition }) => definition.tails ?? []),
    footer: () => ink.text('', {}),
    ...(demo ? { watermark: ink.watermark('演示') } : {}),
  }
}
