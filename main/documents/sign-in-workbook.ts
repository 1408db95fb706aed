import { signInColumns, signInText, slotsOf } from './papers/sign-in-columns.ts'
import { rowsPerPage, type SignInPlan } from './papers/sign-in-sheet.ts'
import { linesIn } from './text-width.ts'
import type { SheetCell, SheetPlan } from './workbook.ts'

/** 一毫米约半个半角字。 */
const UNITS_PER_MM = 0.52
/** 9.6 毫米，磅。 */
const ROW_HEIGHT = 27.5
const LINE = 15

/** 签到表的工作簿：与印出来的同样的列、同样的次序，可以接着改。 */
export function signInWorkbook(plan: SignInPlan): SheetPlan {
  const slots = slotsOf(plan.people, plan)
  const { sides } = rowsPerPage(slots.length, plan)
  const columns = signInColumns(plan, sides)
  const rows = Math.ceil(slots.length / sides)
  const widths = columns.map(({ width }) => Math.round(width * UNITS_PER_MM))
  const cellsOf = (slot: (typeof slots)[number]): SheetCell[] => {
    if (slot && 'heading' in slot) return columns.map((_, at) => (at === 0 ? slot.heading : null))
    return columns.map(({ key }) => (key === 'online' ? '□' : slot ? signInText(key, slot, plan.about) : null))
  }
  const lines = Array.from({ length: rows }, (_, row) => Array.from({ length: sides }, (_, side) => slots[side * rows + row]))
  const cells = lines.map((slots) => slots.flatMap(cellsOf))
  const isHeading = (slot: (typeof slots)[number]) => slot !== undefined && 'heading' in slot
  /** 单位写得长的折行，行跟着长高；小组的标题占一整行，不折。 */
  const heightOf = (row: SheetCell[], at: number) =>
    Math.max(
      ROW_HEIGHT,
      ...row.map((cell, col) => {
        const wraps = typeof cell === 'string' && !isHeading(lines[at]?.[Math.floor(col / columns.length)])
        return wraps ? linesIn(cell, (widths[col % columns.length] ?? 8) - 1) * LINE + 6 : 0
      }),
    )
  return {
    name: '签到表',
    title: plan.title,
    heading: [
      `会议名称：${plan.topic}`,
      `时间：${plan.time}　地点：${plan.place}`,
      `主持人：${plan.host}　应到 ${plan.expected} 人　实到 ____ 人`,
    ],
    columns: Array.from({ length: sides }, () => columns)
      .flat()
      .map(({ key, label, width }) => ({
        label,
        width: Math.round(width * UNITS_PER_MM),
        align: key === 'about' ? 'left' : 'center',
        format: 'text',
        total: false,
      })),
    rows: cells,
    headerHeight: 26,
    rowHeights: cells.map(heightOf),
    merged: lines.flatMap((sides, row) =>
      sides.flatMap((slot, side) => (isHeading(slot) ? [{ row, from: side * columns.length, to: (side + 1) * columns.length - 1 }] : [])),
    ),
    notes: plan.apart.map(({ label, text }) => `${label}：${text}`),
    closing: ['缺席人员及原因：', '填表人：'],
    mark: plan.voided ? '作废' : plan.demo ? '演示' : '',
    orientation: 'portrait',
    secondPageAt: null,
    frozenColumns: 2,
  }
}
