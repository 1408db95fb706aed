import type { Ink, Style } from '../ink.ts'
import { blank, ruled } from '../ink.ts'
import { type Definition, mm, named, type Piece } from '../layout.ts'
import { evenLines, fitsOneLine, unitsOf } from '../text-width.ts'
import type { SheetCell, SheetColumn, SheetPlan } from '../workbook.ts'
import { shownCell, sideOf, totalOf } from '../workbook-text.ts'
import { fitColumns, foldedDay } from './column-widths.ts'
import { LEADING, lookOf } from './table-look.ts'

const MARGIN = { x: mm(12), top: mm(15), bottom: mm(14) }
/** 格内左右的空白；列多的窄一点。 */
const padOf = (columns: number) => (columns > 14 ? 1.3 : 2)
/** 落款要挪页时，至多带着末几行。 */
const TAIL = 3
const PAGE = { portrait: 595.28, landscape: 841.89 }

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

/** 一张表、它的末尾。at 是它在这份文书里的名字，breaks 里有哪一行就从那一行另起一页。 */
function tableOf(plan: SheetPlan, part: readonly number[], at: string, breaks: ReadonlySet<string>, ink: Ink) {
  const columns = part.map((at) => plan.columns[at] as SheetColumn)
  const side = padOf(columns.length)
  const room = PAGE[plan.orientation] - 2 * MARGIN.x - columns.length * (2 * side + 0.6) - 1
  const shown = plan.rows.map((row) => part.map((at, index) => printedCell(row[at] ?? null, columns[index] as SheetColumn)))
  const { size: usual, widths } = fitColumns(columns, shown, room)
  const cells = shown.map((row) => row.map((text, index) => foldedDay(text, (widths[index] ?? 0) / usual)))
  const labels = columns.map(({ label }) => label)
  const tall = PAGE[plan.orientation === 'portrait' ? 'landscape' : 'portrait'] - MARGIN.top - MARGIN.bottom
  const { size, roomy, pad } = lookOf(plan, labels, cells, widths, usual, tall)
  const leading = size * LEADING
  const ruledRows = new Set(plan.ruledRows)
  const body = cells.map((row, place) =>
    row.map((text, index) =>
      text === ''
        ? blank()
        : ink.cell(text, {
            size,
            leading,
            align: columns[index]?.align ?? 'left',
            oneLine: fitsOneLine(text, widths[index] ?? 0, size),
            ...(ruledRows.has(place) ? { role: 'heading' as const } : {}),
          }),
    ),
  )
  const tail = tailOf(cells, at)
  for (const [back, name] of tail.entries()) nameRow(body.at(-1 - back), cells.at(-1 - back), name)
  const split = tail.findIndex((name) => breaks.has(name))
  const totals = plan.rows.length > 0 && columns.some(({ total }) => total)
  if (totals) {
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
    nameRow(body.at(-1), ['', '合计'], `${at}/合计`)
  }
  const table = (rows: Piece[][], rest: Piece = {}): Piece => {
    const header = headerOf(columns, ink, { role: 'heading', size, leading, align: 'center' })
    return {
      table: {
        headerRows: header.length,
        dontBreakRows: true,
        widths: [...widths],
        heights: (row: number) => (row < header.length ? size * roomy : Math.max(size * roomy, (plan.rowLeast ?? 0) - 4)),
        body: [...header, ...rows],
      },
      layout: ruled({ x: side, y: pad }),
      ...rest,
    }
  }
  const from = split === -1 ? 0 : cells.length - 1 - split
  const pieces = from > 0 ? [table(body.slice(0, from)), table(body.slice(from), { pageBreak: 'before' })] : [table(body)]
  return { pieces, tail, end: totals ? `${at}/合计` : (tail[0] ?? '') }
}

/** 印在纸上的代码列写文字，人看得懂。 */
const printedCell = (cell: SheetCell, { format, words }: SheetColumn): string => {
  const text = shownCell(cell, format)
  return words?.[text] ?? text
}

/** 末几行的名字，从末行往前数；头一行总留在表名下面。 */
const tailOf = (cells: readonly string[][], at: string) =>
  Array.from({ length: Math.min(TAIL, cells.length - 1) }, (_, back) => `${at}/${cells.length - 1 - back}`)

/** 给一行起名字：记在头一个有字的格上。 */
function nameRow(row: Piece[] | undefined, texts: readonly string[] | undefined, name: string) {
  const first = texts?.findIndex((text) => text !== '') ?? -1
  const cell = row?.[first]
  if (row && cell) row[first] = named(cell, name)
}

/** 一张表的各部分，接着落款；fresh 是这个表名头一次出现。 */
function piecesOf(plan: SheetPlan, place: number, fresh: boolean, breaks: ReadonlySet<string>, ink: Ink) {
  const halves = parts(plan).map((part, index) => tableOf(plan, part, `${plan.title}/${place}/${index}`, breaks, ink))
  const closing = `${plan.title}/${place}/落款`
  const size = unitsOf(plan.title) > 60 ? 15 : 18
  const content = [
    ...halves.flatMap(({ pieces }, index): Piece[] => [
      {
        ...ink.text(evenLines(fresh && index === 0 ? plan.title : `${plan.title}（续）`, size, PAGE[plan.orientation] - 2 * MARGIN.x), {
          role: 'title',
          size,
          align: 'center',
          margin: [0, 0, 0, mm(3)],
        }),
        ...(place === 0 && index === 0 ? {} : { pageBreak: 'before' }),
      },
      {
        columns: plan.heading.map((text, at) => ink.text(text, { size: 10.5, align: sideOf(at, plan.heading.length) })),
        margin: [0, 0, 0, mm(1.5)],
      },
      ...pieces,
    ]),
    ...(plan.notes ?? []).map((note) => ink.text(note, { size: 9, margin: [0, mm(2), 0, 0] })),
    named({ columns: plan.closing.map((text) => ink.text(text, { size: 10.5 })), margin: [0, mm(4), 0, 0] }, closing),
  ]
  const tails = halves.map(({ tail, end }, index) => ({ rows: tail, end: index === halves.length - 1 ? closing : end }))
  return { content, tails }
}

/** 任何一本台账印成表：与工作簿同一份数据，表头每页重复；太长的分成几张。 */
export function ledgerTable(plans: readonly SheetPlan[], demo: boolean, ink: Ink, breaks: ReadonlySet<string>): Definition {
  const { title = '', orientation = 'landscape', mark = '' } = plans[0] ?? {}
  const printed = plans.map((plan, index) => piecesOf(plan, index, plans[index - 1]?.title !== plan.title, breaks, ink))
  return {
    title,
    orientation,
    margins: [MARGIN.x, MARGIN.top, MARGIN.x, MARGIN.bottom],
    content: printed.flatMap(({ content }) => content),
    tails: printed.flatMap(({ tails }) => tails),
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
