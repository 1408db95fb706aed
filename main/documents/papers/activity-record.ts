import type { Ink, Style } from '../ink.ts'
import { pageNumber, ruled } from '../ink.ts'
import { type Definition, mm, type Piece } from '../layout.ts'
import { evenLines, unitsOf } from '../text-width.ts'
import { type Photo, photoPages } from './photo-pages.ts'

/** 表里的一行：一栏占满、两栏并排、几个方框、会前会上会后的小标题。long 是整段的话。 */
export type ActivityLine =
  | { label: string; text: string; long?: true }
  | { pair: readonly [readonly [string, string], readonly [string, string]] }
  | { label: string; boxes: { name: string; ticked: boolean }[] }
  | { heading: string }

/** 主题党日、党课、组织生活会各自的记录表；没填的留着空，从不代拟。 */
export interface ActivityPlan {
  organization: string
  title: string
  /** 补录、筹备中等要写在前面的话。 */
  remarks: string[]
  lines: ActivityLine[]
  /** 会后整改各项，次序照 itemHeads；没有整改这一栏的为空。 */
  items: string[][] | null
  photos: Photo[]
  /** 表末留几张照片的位置（主题党日两张），没有照片就空着贴。 */
  slots: number
  demo: boolean
  voided: boolean
}

export const itemHeads = ['序号', '问题', '整改措施', '责任人、时限', '完成情况', '完成日期']

const BODY: Style = { size: 12, leading: 20 }
const WIDTH = 166
const SLOT = { width: mm(78), height: mm(50) }
const SIDE = 2 * 4 + 0.6

const COLUMNS = [28, 58, 24, WIDTH - 110].map((width) => mm(width) - SIDE)

function table(plan: ActivityPlan, ink: Ink): Piece {
  const label = (text: string) => ink.cell(text, { role: 'heading', size: 12, leading: 18, align: 'center' })
  const value = (text: string, colSpan = 1) => ink.cell(text, { ...BODY, colSpan })
  const rowOf = (line: ActivityLine): Piece[] => {
    if ('heading' in line) return [ink.cell(line.heading, { role: 'heading', ...BODY, align: 'center', colSpan: 4 }), {}, {}, {}]
    if ('pair' in line) return line.pair.flatMap(([name, text]) => [label(name), value(text)])
    if ('boxes' in line) {
      const rows = Array.from({ length: Math.ceil(line.boxes.length / 3) }, (_, row) =>
        Array.from({ length: 3 }, (_, at) => {
          const one = line.boxes[row * 3 + at]
          return one ? ink.box(one.name, one.ticked, BODY) : { text: '' }
        }),
      )
      return [label(line.label), { table: { widths: ['*', '*', '*'], body: rows }, layout: 'noBorders', colSpan: 3 }, {}, {}]
    }
    if (!line.long) return [label(line.label), value(line.text, 3), {}, {}]
    const paragraphs = line.text.split('\n').map((text) => ink.text(text, { ...BODY, indent: 2 }))
    return [label(line.label), { stack: paragraphs, colSpan: 3 }, {}, {}]
  }
  return {
    table: {
      widths: COLUMNS,
      heights: mm(9.5) - 5,
      body: plan.lines.map(rowOf),
    },
    layout: ruled({ x: 4, y: 2.5 }),
  }
}

/** 会后整改，接在表下面；没有就空一行。 */
const itemsTable = (items: readonly string[][], ink: Ink): Piece => {
  const widths = [10, 33, 38, 30, 27, WIDTH - 138]
  const cell = (text: string, at: number) => ink.cell(text, { size: 10.5, leading: 16, align: at === 1 || at === 2 ? 'left' : 'center' })
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: widths.map((width) => mm(width) - 6.6),
      heights: mm(8) - 4,
      body: [
        itemHeads.map((text) => ink.cell(text, { role: 'heading', size: 10.5, align: 'center' })),
        ...(items.length > 0 ? items : [itemHeads.map(() => '')]).map((row) => row.map(cell)),
      ],
    },
    layout: ruled({ x: 3, y: 2 }),
  }
}

/** 留给照片的位置：有就印上，没有就空着贴。 */
const slotsTable = ({ photos, slots }: ActivityPlan, ink: Ink): Piece => {
  return {
    table: {
      widths: Array.from({ length: slots }, () => mm(WIDTH / slots) - SIDE),
      heights: SLOT.height + mm(8),
      body: [
        Array.from({ length: slots }, (_, at) => {
          const photo = photos[at]
          if (!photo) return ink.cell('（照片）', { ...BODY, align: 'center' })
          return {
            stack: [
              { image: photo.picture, fit: [SLOT.width - SIDE, SLOT.height], alignment: 'center' },
              ink.text(photo.caption, { size: 10.5, align: 'center', margin: [0, mm(1), 0, 0] }),
            ],
          }
        }),
      ],
    },
    layout: ruled({ x: 4, y: 3 }),
  }
}

/** 最后一行，签名。 */
const signatures = (ink: Ink): Piece => {
  const label = (text: string) => ink.cell(text, { role: 'heading', size: 12, leading: 17, align: 'center' })
  const body = [[label('主持人\n（签名）'), {}, label('记录人\n（签名）'), {}]]
  return { table: { widths: COLUMNS, heights: mm(14), body }, layout: ruled({ x: 4, y: 2.5 }) }
}

/** 一份记录表：表名、各栏、整改、照片、签名；放不下的照片在后面。 */
export function activityRecord(plan: ActivityPlan, ink: Ink): Definition {
  const titled = (text: string, below = 0) => {
    const size = unitsOf(text) > 40 ? 18 : 22
    return ink.text(evenLines(text, size, mm(166)), { role: 'title', size, leading: 32, align: 'center', margin: [0, 0, 0, below] })
  }
  return {
    title: plan.title,
    margins: [mm(22), mm(26), mm(22), mm(24)],
    content: [
      titled(plan.organization),
      titled(plan.title, mm(4)),
      ...plan.remarks.map((remark) => ink.text(remark, { role: 'script', size: 12, align: 'center', margin: [0, 0, 0, mm(2)] })),
      table(plan, ink),
      ...(plan.items ? [itemsTable(plan.items, ink)] : []),
      { unbreakable: true, stack: [...(plan.slots > 0 ? [slotsTable(plan, ink)] : []), signatures(ink)] },
      ...photoPages(ink, plan.photos.slice(plan.slots)),
    ],
    footer: pageNumber(ink, mm(2)),
    ...(plan.voided || plan.demo ? { watermark: ink.watermark(plan.voided ? '作废' : '演示') } : {}),
  }
}
