import { signInColumns, signInText, slotsOf } from './papers/sign-in-columns.ts'
import { rowsPerPage, type SignInPlan } from './papers/sign-in-sheet.ts'
import type { SheetCell, SheetPlan } from './workbook.ts'

/** 一毫米约半个半角字。 */
const UNITS_PER_MM = 0.52
/** 9.6 毫米，磅。 */
const ROW_HEIGHT = 27.5

/** 签到表的工作簿：与印出来的同样的列、同样的次序，可以接着改。 */
export function signInWorkbook(plan: SignInPlan): SheetPlan {
  const slots = slotsOf(plan.people, plan)
  const { sides } = rowsPerPage(slots.length, plan)
  const columns = signInColumns(plan, sides)
  const rows = Math.ceil(slots.length / sides)
  const cellsOf = (slot: (typeof slots)[number]): SheetCell[] => {
    if (slot && 'heading' in slot) return columns.map(({ key }) => (key === 'name' ? slot.heading : null))
    return columns.map(({ key }) => (key === 'online' ? '□' : slot ? signInText(key, slot, plan.about) : null))
  }
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
    rows: Array.from({ length: rows }, (_, row) => Array.from({ length: sides }, (_, side) => cellsOf(slots[side * rows + row])).flat()),
    headerHeight: 26,
    rowHeights: Array.from({ length: rows }, () => ROW_HEIGHT),
    notes: plan.apart.map(({ label, text }) => `${label}：${text}`),
    closing: ['缺席人员及原因：', '填表人：'],
    mark: plan.voided ? '作废' : plan.demo ? '演示' : '',
    orientation: 'portrait',
    secondPageAt: null,
    frozenColumns: 2,
  }
}
