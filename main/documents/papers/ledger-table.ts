import type { Ink, Style } from '../ink.ts'
import { ruled } from '../ink.ts'
import { type Definition, mm, type Piece } from '../pdf.ts'
import { emsOf, unitsOf } from '../text-width.ts'
import type { SheetColumn, SheetPlan } from '../workbook.ts'
import { shownCell, sideOf, totalOf } from '../workbook-text.ts'

const MARGIN = { x: mm(12), top: mm(15), bottom: mm(14) }
const PAD = 2
const PAGE = { portrait: 595.28, landscape: 841.89 }

/** 行距是字号的几倍。 */
const LEADING = 1.25
/** 一张表的疏密：字号、一行最少是字号的几倍、格内上下的空白。 */
interface Look {
  size: number
  roomy: number
  pad: number
}
/** 末页用了不到这么多，就试着省去。 */
const NEARLY_EMPTY = 0.4
/** 先用疏的；紧一点能省一页的，才用紧的。size 是几倍字号。 */
const looks: readonly Look[] = [
  { size: 1, roomy: 1.9, pad: 2 },
  { size: 0.95, roomy: 1.6, pad: 1.2 },
  { size: 0.92, roomy: 1.45, pad: 0.8 },
]
/** 表名与单位一行、落款各约多高，磅。 */
const TAKEN = { title: 54, closing: 32 }

/** 一半的列各成一张表：太宽的台账分左右两张，序号、姓名在第二张重复。 */
const parts = ({ columns, secondPageAt, frozenColumns }: SheetPlan): number[][] => {
  const all = columns.map((_, at) => at)
  return secondPageAt === null ? [all] : [all.slice(0, secondPageAt), [...all.slice(0, frozenColumns), ...all.slice(secondPageAt)]]
}

/** 表头一行，或分两级：同组的列上面合成一格，不分组的占两行。 */
function headerOf(columns: readonly SheetColumn[], ink: Ink, style: Style): Piece[][] {
  const labels = columns.map(({ label }) => ink.cell(label, style))
  if (!columns.some(({ group }) => group)) return [labels]
  const upper = columns.map(({ label, group }, at) => {
    if (!group) return ink.cell(label, { ...style, rowSpan: 2 })
    if (columns[at - 1]?.group === group) return ink.cell('', style)
    const width = columns.slice(at).findIndex((one) => one.group !== group)
    return ink.cell(group, { ...style, colSpan: width === -1 ? columns.length - at : width })
  })
  return [upper, labels]
}

/** 末页空着大半时排得紧一点，省去那一页。行高是估的，估错了也只是紧了一点。labels 是表头。 */
function lookOf(plan: SheetPlan, labels: readonly string[], cells: readonly string[][], widths: readonly number[], size: number): Look {
  const tall = PAGE[plan.orientation === 'portrait' ? 'landscape' : 'portrait'] - MARGIN.top - MARGIN.bottom
  /** 照这样排要几页，末页用了多少。 */
  const filled = ({ size, roomy, pad }: Look) => {
    const linesOf = (text: string, at: number) => Math.ceil((emsOf(text) * size) / Math.max(size, widths[at] ?? 0))
    const heightOf = (row: readonly string[], least = 0) =>
      Math.max(size * roomy, least - 4, Math.max(...row.map(linesOf)) * size * LEADING) + 2 * pad + 0.6
    const head = heightOf(labels) * (plan.columns.some(({ group }) => group) ? 2 : 1)
    let [pages, used] = [1, TAKEN.title + head]
    for (const height of [...cells.map((row) => heightOf(row, plan.rowLeast)), heightOf([]), TAKEN.closing]) {
      if (used + height > tall) [pages, used] = [pages + 1, head]
      used += height
    }
    return { pages, last: used / tall }
  }
  const [usual, ...tighter] = looks.map(({ size: times, ...rest }) => ({ size: size * times, ...rest })) as [Look, ...Look[]]
  const { pages, last } = filled(usual)
  return (pages > 1 && last < NEARLY_EMPTY && tighter.find((look) => filled(look).pages < pages)) || usual
}

function tableOf(plan: SheetPlan, part: readonly number[], ink: Ink): Piece {
  const columns = part.map((at) => plan.columns[at] as SheetColumn)
  const units = columns.reduce((sum, { width }) => sum + width, 0)
  const room = PAGE[plan.orientation] - 2 * MARGIN.x - columns.length * (2 * PAD + 0.6) - 1
  const widths = columns.map(({ width }) => (width / units) * room)
  const cells = plan.rows.map((row) => part.map((at, index) => shownCell(row[at] ?? null, (columns[index] as SheetColumn).format)))
  const labels = columns.map(({ label }) => label)
  const { size, roomy, pad } = lookOf(plan, labels, cells, widths, Math.min(10.5, (room / units) * 1.9))
  const leading = size * LEADING
  const ruledRows = new Set(plan.ruledRows)
  const body = cells.map((row, place) =>
    row.map((text, index) =>
      ink.cell(text, {
        size,
        leading,
        align: columns[index]?.align ?? 'left',
        ...(ruledRows.has(place) ? { role: 'heading' as const } : {}),
      }),
    ),
  )
  if (plan.rows.length > 0 && columns.some(({ total }) => total)) {
    body.push(
      part.map((at, index) => {
        const sum = totalOf(plan.rows.map((row) => row[at] ?? null))
        const { total, format, totalWords = '' } = columns[index] as SheetColumn
        return ink.cell(total ? shownCell(sum, format) : at === 1 ? '合计' : totalWords, {
          role: 'heading',
          size,
          leading,
          align: at === 1 ? 'center' : (columns[index]?.align ?? 'left'),
        })
      }),
    )
  }
  const header = headerOf(columns, ink, { role: 'heading', size, leading, align: 'center' })
  return {
    table: {
      headerRows: header.length,
      dontBreakRows: true,
      widths,
      heights: (row: number) => (row < header.length ? size * roomy : Math.max(size * roomy, (plan.rowLeast ?? 0) - 4)),
      body: [...header, ...body],
    },
    layout: ruled({ x: PAD, y: pad }),
  }
}

/** 一张表的各部分，接着落款；fresh 是这个表名头一次出现。 */
const piecesOf = (plan: SheetPlan, first: boolean, fresh: boolean, ink: Ink): Piece[] => [
  ...parts(plan).flatMap((part, index): Piece[] => [
    {
      ...ink.text(fresh && index === 0 ? plan.title : `${plan.title}（续）`, {
        role: 'title',
        size: unitsOf(plan.title) > 60 ? 15 : 18,
        align: 'center',
        margin: [0, 0, 0, mm(3)],
      }),
      ...(first && index === 0 ? {} : { pageBreak: 'before' }),
    },
    {
      columns: plan.heading.map((text, at) => ink.text(text, { size: 10.5, align: sideOf(at, plan.heading.length) })),
      margin: [0, 0, 0, mm(1.5)],
    },
    tableOf(plan, part, ink),
  ]),
  ...(plan.notes ?? []).map((note) => ink.text(note, { size: 9, margin: [0, mm(2), 0, 0] })),
  { columns: plan.closing.map((text) => ink.text(text, { size: 10.5 })), margin: [0, mm(4), 0, 0] },
]

/** 任何一本台账印成表：与工作簿同一份数据，表头每页重复；太长的分成几张。 */
export function ledgerTable(plans: readonly SheetPlan[], demo: boolean, ink: Ink): Definition {
  const { title = '', orientation = 'landscape', mark = '' } = plans[0] ?? {}
  return {
    title,
    orientation,
    margins: [MARGIN.x, MARGIN.top, MARGIN.x, MARGIN.bottom],
    content: plans.flatMap((plan, index) => piecesOf(plan, index === 0, plans[index - 1]?.title !== plan.title, ink)),
    footer: (page, pages) => ({
      columns: [
        ink.text(mark, { size: 9, margin: [MARGIN.x, 0, 0, 0] }),
        ink.text(`第 ${page} 页　共 ${pages} 页`, { size: 9, align: 'center' }),
        ink.text('', {}),
      ],
    }),
    ...(demo ? { watermark: ink.watermark('演示') } : {}),
  }
}
