import type { FormCell, FormPlan } from './form-sheet.ts'
import { type ActivityLine, type ActivityPlan, itemHeads } from './papers/activity-record.ts'
import { block, label, pair, RECORD_WIDTHS, recordRow, signatures, wide } from './record-rows.ts'

/** 问题与措施靠左，其余居中。 */
const itemCell = (value: string, at: number): FormCell => ({ value, span: 1, style: at === 1 || at === 2 ? 'value' : 'center' })

const rowsOf = (line: ActivityLine) => {
  if ('heading' in line) return [{ ...recordRow([label(line.heading, 6)]), keep: true }]
  if ('pair' in line) return [pair([...line.pair[0]], [...line.pair[1]])]
  if ('boxes' in line) return [wide(line.label, line.boxes.map(({ name, ticked }) => `${ticked ? '☑' : '□'}${name}`).join('　'))]
  return line.long ? block(line.label, line.text === '' ? [] : line.text.split('\n')) : [wide(line.label, line.text)]
}

/** 会后整改；没有就空一行。 */
const itemRows = (items: readonly string[][]) => [
  { ...recordRow(itemHeads.map((head) => label(head, 1))), keep: true },
  ...(items.length > 0 ? items : [itemHeads.map(() => '')]).map((row) => recordRow(row.map(itemCell))),
]

/** 主题党日、党课、组织生活会记录的工作表，各栏与印出来的一样；照片不在表里。 */
export const activityForm = (plan: ActivityPlan): FormPlan => ({
  name: plan.title,
  title: plan.title,
  widths: RECORD_WIDTHS,
  rows: [
    recordRow([{ value: `${plan.organization}\n${plan.title}`, span: 6, style: 'title' }], 60),
    ...plan.remarks.map((remark) => recordRow([{ value: remark, span: 6, style: 'remark' }], 22)),
    ...plan.lines.flatMap(rowsOf),
    ...(plan.items ? itemRows(plan.items) : []),
    signatures,
  ],
  breaks: [],
  repeated: 0,
  printedFrom: 0,
  mark: plan.demo ? '演示' : '',
})
