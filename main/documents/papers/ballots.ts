import { gradeWords } from '../../../shared/appraisal/words.ts'
import type { Ink } from '../ink.ts'
import { ruled } from '../ink.ts'
import { type Definition, mm, type Piece } from '../layout.ts'
import { emsOf } from '../text-width.ts'

/** 民主评议测评票：姓名 × 四个等次打√，另有“存在问题”栏（templates.md §14）。谁投的从不记。 */
export interface BallotsPlan {
  title: string
  /** 年度、日期、无记名。 */
  about: string
  names: string[]
  /** 一页几张；两张时横着印，居中裁开。 */
  perPage: 1 | 2
  /** 背面的参考情形；不印背面为空。 */
  situations: string[]
  demo: boolean
}

/** 毫米：一张票的宽、上下的边、表格之外要占的高、一行的高、各列的宽。 */
const whole = { width: 174, edge: 15, beside: 18, head: 42, row: { least: 8.5, most: 13 }, no: 12, name: 26, grade: 18, page: 297 }
const half = { width: 128.5, edge: 10, beside: 10, head: 36, row: { least: 7.4, most: 12 }, no: 10, name: 21, grade: 13, page: 210 }
type Shape = typeof whole
const PAD = 2

const rowsIn = ({ page, edge, head, row }: Shape) => Math.floor((page - 2 * edge - head) / row.least)
/** 半页的票最多列几个人。 */
export const mostOnHalf = rowsIn(half) - 1

const heading = ({ title, about }: BallotsPlan, shape: Shape, ink: Ink): Piece[] => [
  ink.text(title, { role: 'title', size: Math.min(20, mm(shape.width) / (emsOf(title) + 0.5)), align: 'center' }),
  ink.text(about, { size: 11, align: 'center', margin: [0, mm(1.5), 0, mm(1.5)] }),
]

/** 正面：每人一行，四个等次空着打√。 */
function front(plan: BallotsPlan, shape: Shape, ink: Ink): Piece[] {
  const grades = Object.values(gradeWords)
  const widths = [shape.no, shape.name, ...grades.map(() => shape.grade)]
  const problem = shape.width - widths.reduce((sum, width) => sum + width, 0)
  const room = shape.page - 2 * shape.edge - shape.head
  const height = mm(Math.min(shape.row.most, Math.max(shape.row.least, room / (plan.names.length + 1)))) - 2
  const label = (text: string) => ink.cell(text, { role: 'heading', size: 10.5, align: 'center' })
  const name = (text: string) => {
    const oneLine = Math.floor((2 * (mm(shape.name) - 2 * PAD - 1)) / emsOf(text)) / 2
    return ink.cell(text, oneLine >= 8.5 ? { size: Math.min(12, oneLine), align: 'center' } : { size: 8, leading: 9, align: 'center' })
  }
  return [
    ...heading(plan, shape, ink),
    ink.text('请在每名党员的一个等次栏内打“√”，只选一项；一项也不选的算弃权。', { size: 9.5, margin: [0, 0, 0, mm(1.5)] }),
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: [...widths, problem].map((width) => mm(width) - 2 * PAD - 0.6),
        heights: height,
        body: [
          ['序号', '姓名', ...grades, '存在问题'].map(label),
          ...plan.names.map((one, at) => [
            ink.cell(String(at + 1), { size: 10.5, align: 'center' }),
            name(one),
            ...grades.map(() => ink.cell('', {})),
            ink.cell('', {}),
          ]),
        ],
      },
      layout: ruled({ x: PAD, y: 1 }),
    },
  ]
}

/** 背面：供对照的情形。 */
const back = ({ situations }: BallotsPlan, _: Shape, ink: Ink): Piece[] => [
  ink.text('评议时可以对照的情形', { role: 'heading', size: 15, align: 'center', margin: [0, mm(6), 0, mm(6)] }),
  ...situations.map((one, at) => ink.text(`${at + 1}．${one}。`, { size: 12, leading: 24, margin: [0, 0, 0, mm(1)] })),
  ink.text('供对照参考，以上级党组织印发的为准。', { size: 9.5, margin: [0, mm(4), 0, 0] }),
]

/** 两张并排，中间一条裁切的虚线。 */
const twice = (pieces: () => Piece[]): Piece => ({
  columns: [
    { width: mm(half.width), stack: pieces() },
    { width: mm(half.width), stack: pieces() },
  ],
  columnGap: mm(2 * half.beside),
})
const cut = {
  canvas: [
    { type: 'line', x1: mm(148.5), y1: 0, x2: mm(148.5), y2: mm(half.page), lineWidth: 0.5, dash: { length: 4 }, lineColor: '#888888' },
  ],
  absolutePosition: { x: 0, y: 0 },
}

/** 测评票，正面与背面各一页；人多的正面接着排。 */
export function ballots(plan: BallotsPlan, ink: Ink): Definition {
  const shape = plan.perPage === 1 ? whole : half
  const sides = [front, ...(plan.situations.length > 0 ? [back] : [])]
  return {
    title: plan.title,
    orientation: plan.perPage === 1 ? 'portrait' : 'landscape',
    margins: [mm(shape.beside), mm(shape.edge), mm(shape.beside), mm(shape.edge)],
    content: sides.flatMap((side, at): Piece[] => {
      const pieces = plan.perPage === 1 ? side(plan, shape, ink) : [twice(() => side(plan, shape, ink)), structuredClone(cut)]
      return [{ stack: pieces, ...(at > 0 ? { pageBreak: 'before' } : {}) }]
    }),
    footer: () => ink.text('', {}),
    ...(plan.demo ? { watermark: ink.watermark('演示') } : {}),
  }
}
