// biome-ignore-all lint/a11y/useSemanticElements: 只画看得见的行，不能用 table；焦点在整张表上
// biome-ignore-all lint/a11y/useFocusableInteractive: 只画看得见的行，不能用 table；焦点在整张表上
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: 只画看得见的行，不能用 table；焦点在整张表上
import { useVirtualizer } from '@tanstack/react-virtual'
import { Button, Checkbox } from 'antd'
import { useMemo, useRef, useState } from 'react'
import type { PreviewRow, SheetPreview } from '../../shared/imports/contract.ts'
import { offersFor } from '../../shared/imports/offers.ts'
import type { TargetField } from './ColumnsStep.tsx'
import type { Line } from './counts.ts'
import { PreviewCell } from './PreviewCell.tsx'
import { addressIn, changeIn, columnsShown, noteFor, type Shown } from './shown.ts'
import { useBeyond } from './use-beyond.ts'
import { ChangeCell, Verdict } from './Verdict.tsx'

interface PreviewTableProps {
  ledger: string
  sheet: SheetPreview
  lines: readonly Line[]
  fields: readonly TargetField[]
  leftOut: readonly number[]
  today: string
  onLeave: (row: number, out: boolean) => void
  onEdit: (address: string, text: string) => void
  onTake: (at: string, field: string, taken: boolean) => void
  onAnswer: (at: string, id: number | null) => void
}

const LEAD = [46, 52, 172]

/** 检查表：只画看得见的行；原因就写在那一格里，附原表的格子。 */
export function PreviewTable({ ledger, sheet, lines, fields, leftOut, today, onLeave, onEdit, onTake, onAnswer }: PreviewTableProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [editing, setEditing] = useState<string>()
  // 栏的次序与宽打开时定下：改好一格，别的栏不跳
  const [shown] = useState(() => columnsShown(ledger, sheet, fields))
  const known = useMemo(() => new Set(shown.map(({ field }) => field)), [shown])
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => {
      const entry = lines[index]?.entry
      return entry && entry.errors.length + entry.warnings.length > 0 ? 76 : 37
    },
    overscan: 10,
  })
  const widths = [...LEAD, ...shown.map(({ width }) => width)]
  const template = { gridTemplateColumns: widths.map((width) => `${width}px`).join(' '), minWidth: widths.reduce((a, b) => a + b, 0) }
  const out = new Set(leftOut)
  const beyond = useBeyond(frame, widths)

  const cell = (entry: PreviewRow, column: Shown) => {
    const { field, label } = column
    const change = changeIn(entry, field)
    if (change) return <ChangeCell change={change} label={label} onTake={(taken) => onTake(entry.at, field, taken)} />
    const found = noteFor(entry, field)
    const address = found?.note.cell ?? addressIn(shown, column, entry)
    const key = `${entry.at} ${field}`
    const offers =
      column.column && (found || column.column.words)
        ? offersFor(column.column, entry.values[field] ?? found?.note.text.match(/“([^”]+)”/)?.[1] ?? '', today)
        : []
    return (
      <PreviewCell
        label={label}
        text={entry.values[field] ?? ''}
        note={found?.note}
        wrong={found?.wrong ?? false}
        address={address}
        offers={offers}
        editing={editing === key}
        onBegin={() => setEditing(key)}
        onEnd={(text) => {
          setEditing(undefined)
          frame.current?.focus({ preventScroll: true })
          if (text !== undefined && address) onEdit(address, text)
        }}
      />
    )
  }

  return (
    <div className="import-frame">
      {beyond > 0 && (
        <Button size="small" className="import-beyond" onClick={() => frame.current?.scrollBy({ left: frame.current.clientWidth * 0.75 })}>
          还有 {beyond} 列 →
        </Button>
      )}
      <div
        ref={frame}
        className={beyond > 0 ? 'import-table has-more' : 'import-table'}
        role="table"
        aria-label="逐行检查"
        aria-rowcount={lines.length + 1}
        tabIndex={0}
      >
        <div className="import-head" role="row" style={template}>
          {['导入', '行', '结果', ...shown.map(({ label }) => label)].map((label) => (
            <span role="columnheader" key={label}>
              {label}
            </span>
          ))}
        </div>
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative', minWidth: template.minWidth }}>
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index]
            if (!line) return null
            const { row, entry } = line
            return (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                role="row"
                aria-rowindex={item.index + 2}
                className={`import-row${entry === null ? ' is-skipped' : entry.state === 'doubtful' ? ' is-wrong' : ''}`}
                style={{ ...template, transform: `translateY(${item.start}px)` }}
              >
                <span role="cell">
                  {(entry !== null || out.has(row)) && (
                    <Checkbox
                      aria-label={['导入第', row, '行', entry?.values.name ?? entry?.values.topic].filter(Boolean).join(' ')}
                      checked={entry !== null}
                      onChange={(event) => onLeave(row, !event.target.checked)}
                    />
                  )}
                </span>
                <span role="cell" className="import-number">
                  {row}
                </span>
                {entry === null ? (
                  <span role="cell" className="import-reason">
                    跳过：{line.reason}
                  </span>
                ) : (
                  <>
                    <span role="cell">
                      <Verdict entry={entry} known={known} onAnswer={(id) => onAnswer(entry.at, id)} />
                    </span>
                    {shown.map((column) => (
                      <span role="cell" key={column.field}>
                        {cell(entry, column)}
                      </span>
                    ))}
                  </>
                )}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
