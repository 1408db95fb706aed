import { Button } from 'antd'
import type { SheetPreview } from '../../shared/imports/contract.ts'
import type { TargetField } from './ColumnsStep.tsx'
import type { Import } from './use-import.ts'

/** 会盖掉原有内容的各栏，各有几行；已采用几行。 */
function overwritten({ rows }: SheetPreview) {
  const columns = new Map<string, { count: number; taken: number }>()
  for (const { changes } of rows)
    for (const { field, overwrites, taken } of changes) {
      if (!overwrites) continue
      const { count, taken: before } = columns.get(field) ?? { count: 0, taken: 0 }
      columns.set(field, { count: count + 1, taken: before + (taken ? 1 : 0) })
    }
  return [...columns].map(([field, counts]) => ({ field, ...counts }))
}

/** 成批的决定：一栏里与已有的不同，采不采用文件里的；只有姓名相同的，是不是同一个人。 */
export function Decisions({ work, sheet, fields }: { work: Import; sheet: SheetPreview; fields: readonly TargetField[] }) {
  const { adjustments, adjust, reviewing } = work
  const columns = overwritten(sheet)
  const asked = sheet.rows.filter(({ question }) => question)
  const single = asked.filter(({ question }) => question?.choices.length === 1)
  const labelOf = (field: string) => fields.find((one) => one.field === field)?.label ?? field
  const answer = (answers: [string, number | null][]) =>
    void adjust({ answers: { ...adjustments.answers, ...Object.fromEntries(answers) } })
  /** 整列的选择盖过先前一项一项的。 */
  const take = (field: string, all: boolean) => {
    const changes = Object.fromEntries(Object.entries(adjustments.changes).filter(([key]) => !key.endsWith(` ${field}`)))
    void adjust({ columns: { ...adjustments.columns, [field]: all }, changes })
  }
  if (columns.length === 0 && single.length < 2) return null
  return (
    <div className="import-decisions">
      {columns.map(({ field, count, taken }) => (
        <span key={field}>
          {labelOf(field)}：{count} 处与原有的不同，采用 {taken} 处
          <Button size="small" disabled={reviewing || taken === count} onClick={() => take(field, true)}>
            全部采用
          </Button>
          <Button size="small" disabled={reviewing || taken === 0} onClick={() => take(field, false)}>
            全部不采用
          </Button>
        </span>
      ))}
      {single.length > 1 && (
        <span>
          {single.length} 行只有姓名相同
          <Button
            size="small"
            disabled={reviewing}
            onClick={() => answer(single.map(({ at, question }) => [at, question?.choices[0]?.id ?? null]))}
          >
            都是同一个人
          </Button>
          <Button size="small" disabled={reviewing} onClick={() => answer(single.map(({ at }) => [at, null]))}>
            都是另外的人
          </Button>
        </span>
      )}
    </div>
  )
}
