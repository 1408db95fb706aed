import type { Ink, Style } from '../ink.ts'
import { blank, ruled } from '../ink.ts'
import { type Definition, mm, type Piece } from '../layout.ts'
import { emsOf, evenLines, fitsOneLine, unitsOf } from '../text-width.ts'
import { type SignInPerson, type SignInShape, type Slot, sidesOf, signInColumns, signInText, slotsOf } from './sign-in-columns.ts'

/** 签到表要印的事实；签名由人手写，从不代填。 */
export interface SignInPlan extends SignInShape {
  title: string
  topic: string
  time: string
  place: string
  host: string
  expected: number
  people: SignInPerson[]
  /** 名单下面的几行：上级领导、列席、请假、不计入应到；没有就不印。 */
  apart: { label: string; text: string }[]
  demo: boolean
  /** 作废的会议，每页有水印。 */
  voided: boolean
}

const MARGIN = { x: mm(15), top: mm(16), bottom: mm(15) }
/** 版心里留给名单的高，与一行的高（9 毫米起，便于手写）。 */
const LIST_HEIGHT = mm(194)
const ROW = { least: mm(9.6), most: mm(14) }
const PAD = 2
/** 二十行的高：一页最多这些。 */
const MOST_HEIGHT = 20 * ROW.least + 1
/** 名单下面一行列席、请假的高，毫米。 */
const APART_HEIGHT = 6.5

/**
 * 每页几行：名单与空行铺满各页，页与页相当。人少时一栏就够，不分两栏。below 是名单上下另有几行字。
 * @example rowsPerPage(51, shape) // 每页至多 20 行、两栏：{ sides: 2, rows: 13, pages: 2 }
 */
export const rowsPerPage = (slots: number, shape: SignInShape, below = 0): { sides: 1 | 2; rows: number; pages: number } => {
  // 名单下面另有几行的，少排几行，落款不挤到下一页
  const most = Math.min(shape.mostRows, Math.floor((MOST_HEIGHT - below * mm(APART_HEIGHT)) / ROW.least))
  const sides = sidesOf(shape, slots)
  const pages = Math.max(1, Math.ceil(slots / (most * sides)))
  return { sides, rows: Math.ceil(slots / (pages * sides)), pages }
}

/** 表名：尽量一行；一行要缩到看不清的折成两行，more 是比一行多占几行字。 */
const titleOf = (text: string): { text: string; size: number; more: number } => {
  const size = Math.floor(1000 / unitsOf(text))
  return size >= 14 ? { text, size: Math.min(20, size), more: 0 } : { text: evenLines(text, 16, mm(180)), size: 16, more: 1 }
}

/** 在给定的格里尽量用大的字：短的（姓名）宁可小一点也不折行；长的（单位）宁可折成两行也不缩；实在放不下时行会长高，不截字。 */
const fitting = (text: string, width: number, height: number, most: number, wraps: boolean): Style => {
  const room = width - 2 * PAD - 1
  const ems = Math.max(1, emsOf(text))
  const oneLine = Math.min(most, Math.floor((2 * room) / ems) / 2)
  if (oneLine >= (wraps ? most : 8.5)) return { size: oneLine, leading: oneLine * 1.15, oneLine: fitsOneLine(text, room, oneLine) }
  for (let size = most; size > 6; size -= 0.5) {
    const lines = Math.ceil(ems / Math.max(1, Math.floor(room / size)))
    if (lines * size * 1.15 <= height - 4) return { size, leading: size * 1.15 }
  }
  return { size: 6, leading: 7 }
}

const sizes = { no: 10.5, name: 12, about: 9, sign: 12, online: 12, makeup: 9, note: 9 }

const listTable = (ink: Ink, plan: SignInPlan, slots: readonly Slot[], sides: 1 | 2, rows: number, height: number): Piece => {
  const columns = signInColumns(plan, sides)
  const header = columns.map(({ label }) => ink.cell(label, { role: 'heading', size: sides === 2 ? 9.5 : 10.5, align: 'center' }))
  const cellsOf = (slot: Slot): Piece[] => {
    if (slot && 'heading' in slot)
      return columns.map((_, at) => (at === 0 ? ink.cell(slot.heading, { role: 'heading', size: 10.5, colSpan: columns.length }) : {}))
    return columns.map(({ key, width }) => {
      if (key === 'online')
        return { ...ink.box('', false, { size: 12, leading: 14 }), margin: [mm(width) / 2 - PAD - 5, height / 2 - 9, 0, 0] }
      const text = slot ? signInText(key, slot, plan.about) : ''
      if (text === '') return blank()
      const wide = key === 'about'
      return ink.cell(text, { ...fitting(text, mm(width), height, sizes[key], wide), align: wide ? 'left' : 'center' })
    })
  }
  const body = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: sides }, (_, side) => cellsOf(slots[side * rows + row])).flat(),
  )
  const inner = 2 * PAD + 0.6
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: Array.from({ length: sides }, () => columns.map(({ width }) => mm(width) - inner)).flat(),
      heights: (row: number) => (row === 0 ? mm(8) : height) - 2,
      body: [Array.from({ length: sides }, () => header.map((cell) => ({ ...cell }))).flat(), ...body],
    },
    layout: { ...ruled({ x: PAD, y: 1 }), vLineWidth: (line: number) => (sides === 2 && line === columns.length ? 1.4 : 0.6) },
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
  const slots = slotsOf(plan.people, plan)
  const title = titleOf(plan.title)
  const below = title.more + plan.apart.reduce((sum, { label, text }) => sum + Math.ceil((emsOf(`${label}：${text}`) * 10.5) / mm(178)), 0)
  const { sides, rows, pages } = rowsPerPage(slots.length, plan, below)
  const room = LIST_HEIGHT - mm(8) - below * mm(APART_HEIGHT)
  const height = Math.min(ROW.most, Math.max(ROW.least, room / rows))
  const content = Array.from({ length: pages }, (_, page): Piece[] => [
    {
      ...ink.text(title.text, { role: 'title', size: title.size, align: 'center', margin: [0, 0, 0, mm(4)] }),
      ...(page > 0 ? { pageBreak: 'before' } : {}),
    },
    factsTable(plan, ink),
    listTable(ink, plan, slots.slice(page * rows * sides, (page + 1) * rows * sides), sides, rows, height),
  ]).flat()
  content.push(
    ...plan.apart.map(({ label, text }) => ink.text(`${label}：${text}`, { size: 10.5, margin: [0, mm(1.5), 0, 0] })),
    ink.text(`缺席人员及原因：${'_'.repeat(68)}`, { size: 10.5, margin: [0, mm(4), 0, mm(2)] }),
    {
      columns: [
        ink.text('空行供列席人员和未列入名单的人员签到。', { size: 9 }),
        ink.text('填表人：______________', { size: 10.5, align: 'right' }),
      ],
    },
  )
  return {
    title: plan.title,
    margins: [MARGIN.x, MARGIN.top, MARGIN.x, MARGIN.bottom],
    content,
    footer: (page, total) => ink.text(`第 ${page} 页　共 ${total} 页`, { size: 9, align: 'center' }),
    ...(plan.voided || plan.demo ? { watermark: ink.watermark(plan.voided ? '作废' : '演示') } : {}),
  }
}
