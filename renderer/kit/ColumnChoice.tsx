import { Button, Checkbox, Popover } from 'antd'
import type { ReactNode } from 'react'
import { columnsOf, type Ledger } from '../../shared/ledger/define.ts'
import type { View } from './view.ts'

interface ColumnChoiceProps {
  ledger: Ledger
  view: View
  onView: (view: View) => void
  /** 总要显示的一列，如姓名。 */
  always: string
  /** 最下面另加的一步，如“新增字段…”。 */
  more?: ReactNode
}

/** 显示哪些列、什么次序、多宽；随台账存。 */
export function ColumnChoice(props: ColumnChoiceProps) {
  return (
    <Popover trigger="click" placement="bottomRight" content={<Choice {...props} />}>
      <Button>列 ▾</Button>
    </Popover>
  )
}

const STEP = 2
const NARROWEST = 2

function Choice({ ledger, view, onView, always, more }: ColumnChoiceProps) {
  const all = columnsOf(ledger)
  const chosen = view.columns.flatMap((field) => all.find((one) => one.field === field) ?? [])
  const others = all.filter(({ field }) => !view.columns.includes(field))
  const order = (columns: string[]) => onView({ ...view, columns })
  const move = (at: number, by: -1 | 1) => {
    const columns = [...view.columns]
    const [field] = columns.splice(at, 1)
    if (field) columns.splice(at + by, 0, field)
    order(columns)
  }
  const widen = (field: string, width: number, by: number) =>
    onView({ ...view, widths: { ...view.widths, [field]: Math.max(NARROWEST, (view.widths[field] ?? Math.min(width, 14)) + by) } })
  return (
    <div className="column-choice">
      <ol aria-label="显示的列">
        {chosen.map(({ field, column }, at) => (
          <li key={field}>
            <Checkbox checked disabled={field === always} onChange={() => order(view.columns.filter((other) => other !== field))}>
              {column.label}
            </Checkbox>
            <Button size="small" type="text" aria-label={`左移 ${column.label}`} disabled={at < 2} onClick={() => move(at, -1)}>
              ↑
            </Button>
            <Button
              size="small"
              type="text"
              aria-label={`右移 ${column.label}`}
              disabled={at === 0 || at === chosen.length - 1}
              onClick={() => move(at, 1)}
            >
              ↓
            </Button>
            <Button size="small" type="text" aria-label={`收窄 ${column.label}`} onClick={() => widen(field, column.width, -STEP)}>
              窄
            </Button>
            <Button size="small" type="text" aria-label={`放宽 ${column.label}`} onClick={() => widen(field, column.width, STEP)}>
              宽
            </Button>
          </li>
        ))}
      </ol>
      <div>
        <div className="column-others">
          {others.map(({ field, column }) => (
            <Checkbox key={field} checked={false} onChange={() => order([...view.columns, field])}>
              {column.label}
            </Checkbox>
          ))}
        </div>
        {more}
      </div>
    </div>
  )
}
