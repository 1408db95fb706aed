import type { Ink, Style } from '../ink.ts'
import { ruled } from '../ink.ts'
import { type Definition, mm, type Piece } from '../pdf.ts'
import { emsOf, unitsOf } from '../text-width.ts'

/** 签到表要印的事实；签名由人手写，从不代填。 */
export interface SignInPlan {
  title: string
  topic: string
  time: string
  place: string
  host: string
  expected: number
  people: { name: string; unit: string; note: string }[]
  columns: 1 | 2
  spareRows: number
  demo: boolean
}

type Person = { no: string; name: string; unit: string; note: string }

const MARGIN = { x: mm(15), top: mm(16), bottom: mm(15) }
/** 版心里留给名单的高，与一行的高（9 毫米起，便于手写）。 */
const LIST_HEIGHT = mm(194)
const ROW = { least: mm(9.6), most: mm(14) }
const MOST_ROWS = 20
/** 一栏各格的宽（毫米）：序号 姓名 单位/职务 签名 备注。签名格 30 毫米。 */
const WIDTHS = { 1: [12, 26, 62, 50, 30], 2: [9, 17, 22, 30, 12] } as const
const PAD = 2

/**
 * 每页几行：名单与列席空行铺满各页，页与页相当。人少时一栏就够，不分两栏。
 * @example rowsPerPage(47, 4, 2) // { sides: 2, rows: 13, pages: 2 }
 */
export const rowsPerPage = (people: number, spare: number, columns: 1 | 2): { sides: 1 | 2; rows: number; pages: number } => {
  const slots = people + spare
  const sides = slots <= MOST_ROWS ? 1 : columns
  const pages = Math.max(1, Math.ceil(slots / (MOST_ROWS * sides)))
  return { sides, rows: Math.ceil(slots / (pages * sides)), pages }
}

/** 在给定的格里尽量用大的字，短的（姓名）宁可小一点也不折行；实在放不下时行会长高，不截字。 */
const fitting = (text: string, width: number, height: number, most: number): Style => {
  const room = width - 2 * PAD - 1
  const ems = Math.max(1, emsOf(text))
  const oneLine = Math.min(most, Math.floor((2 * room) / ems) / 2)
  if (oneLine >= 8.5) return { size: oneLine, leading: oneLine * 1.15 }
  for (let size = most; size > 6; size -= 0.5) {
    const lines = Math.ceil(ems / Math.max(1, Math.floor(room / size)))
    if (lines * size * 1.15 <= height - 4) return { size, leading: size * 1.15 }
  }
  return { size: 6, leading: 7 }
}

const listTable = (ink: Ink, people: readonly Person[], sides: 1 | 2, rows: number, height: number): Piece => {
  const widths = WIDTHS[sides].map(mm)
  const header = () =>
    ['序号', '姓名', '单位/职务', '签　名', '备注'].map((label) =>
      ink.cell(label, { role: 'heading', size: sides === 2 ? 9.5 : 10.5, align: 'center' }),
    )
  const cellsOf = (person: Person | undefined): Piece[] =>
    [person?.no ?? '', person?.name ?? '', person?.unit ?? '', '', person?.note ?? ''].map((text, at) =>
      ink.cell(text, { ...fitting(text, widths[at] ?? 40, height, [10.5, 12, 9, 12, 9][at] ?? 9), align: at === 2 ? 'left' : 'center' }),
    )
  const body = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: sides }, (_, side) => cellsOf(people[side * rows + row])).flat(),
  )
  const inner = 2 * PAD + 0.6
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: Array.from({ length: sides }, () => widths.map((width) => width - inner)).flat(),
      heights: (row: number) => (row === 0 ? mm(8) : height) - 2,
      body: [Array.from({ length: sides }, header).flat(), ...body],
    },
    layout: { ...ruled({ x: PAD, y: 1 }), vLineWidth: (line: number) => (sides === 2 && line === 5 ? 1.4 : 0.6) },
  }
}

/** 会议名称、时间、地点、主持人、应到实到。实到由人填写。 */
const factsTable = (plan: SignInPlan, ink: Ink): Piece => {
  const label = (text: string) => ink.cell(text, { role: 'heading', size: 10.5, align: 'center' })
  const value = (text: string, colSpan = 1) => ink.cell(text, { size: 10.5, leading: 14, colSpan })
  return {
    table: {
      widths: [mm(20), '*', mm(18), mm(52)],
      heights: mm(7),
      body: [
        [label('会议名称'), value(plan.topic, 3), '', ''],
        [label('时　　间'), value(plan.time), label('地　点'), value(plan.place)],
        [label('主 持 人'), value(plan.host), label('人　数'), value(`应到 ${plan.expected} 人　实到 ____ 人`)],
      ],
    },
    layout: ruled({ x: 4, y: 1.5 }),
    margin: [0, 0, 0, mm(3)],
  }
}

/** 空白签到表，A4 竖，每页都有表名与表头，人到了手写签名。 */
export function signInSheet(plan: SignInPlan, ink: Ink): Definition {
  const { sides, rows, pages } = rowsPerPage(plan.people.length, plan.spareRows, plan.columns)
  const height = Math.min(ROW.most, Math.max(ROW.least, (LIST_HEIGHT - mm(8)) / rows))
  const people: Person[] = plan.people.map((person, index) => ({ ...person, no: String(index + 1) }))
  const content = Array.from({ length: pages }, (_, page): Piece[] => [
    {
      ...ink.text(plan.title, {
        role: 'title',
        size: Math.min(20, Math.floor(1000 / unitsOf(plan.title))),
        align: 'center',
        margin: [0, 0, 0, mm(4)],
      }),
      ...(page > 0 ? { pageBreak: 'before' } : {}),
    },
    factsTable(plan, ink),
    listTable(ink, people.slice(page * rows * sides, (page + 1) * rows * sides), sides, rows, height),
  ]).flat()
  content.push(ink.text(`缺席人员及原因：${'_'.repeat(68)}`, { size: 10.5, margin: [0, mm(4), 0, mm(2)] }), {
    columns: [
      ink.text('空行供列席人员和未列入名单的人员签到。', { size: 9 }),
      ink.text('填表人：______________', { size: 10.5, align: 'right' }),
    ],
  })
  return {
    title: plan.title,
    margins: [MARGIN.x, MARGIN.top, MARGIN.x, MARGIN.bottom],
    content,
    footer: (page, total) => ink.text(`第 ${page} 页　共 ${total} 页`, { size: 9, align: 'center' }),
    ...(plan.demo ? { watermark: ink.watermark('演示') } : {}),
  }
}
