// biome-ignore-all lint/a11y/useSemanticElements: 只画看得见的行，不能用 table；焦点在整张表上
// biome-ignore-all lint/a11y/useFocusableInteractive: 只画看得见的行，不能用 table；焦点在整张表上
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: 只画看得见的行，不能用 table；焦点在整张表上
import { useVirtualizer } from '@tanstack/react-virtual'
import { Checkbox } from 'antd'
import { useMemo, useRef, useState } from 'react'
import type { CellNote, PreviewRow, SheetPreview } from '../../shared/imports/contract.ts'
import { columnsOf } from '../../shared/ledger/define.ts'
import { membersLedger } from '../../shared/members/ledger.ts'
import type { TargetField } from './ColumnsStep.tsx'
import type { Line } from './counts.ts'
import { PreviewCell } from './PreviewCell.tsx'

interface PreviewTableProps {
  sheet: SheetPreview
  lines: readonly Line[]
  fields: readonly TargetField[]
  leftOut: readonly number[]
  onLeave: (row: number, out: boolean) => void
  onEdit: (address: string, text: string) => void
}

interface Shown {
  field: string
  label: string
  width: number
  /** 只对应一列时，这一格的地址能推出来。 */
  letter: string | null
}

const LEAD = [46, 52, 128]
const HANZI = 14
const NOTED = 200

/** 要显示的栏：姓名在前，有错的、有提醒的接着（原因不用横着找），其余按名册的次序；有说明的放宽。 */
function columnsShown(sheet: SheetPreview, fields: readonly TargetField[]): Shown[] {
  const letters = new Map<string, string[]>()
  for (const { field, letter } of sheet.columns) if (field) letters.set(field, [...(letters.get(field) ?? []), letter])
  const wrong = new Set(sheet.rows.flatMap(({ errors }) => errors.map(({ field }) => field)))
  const noted = new Set([...wrong, ...sheet.rows.flatMap(({ warnings }) => warnings.map(({ field }) => field))])
  const rank = (field: string) => (field === 'name' ? 0 : wrong.has(field) ? 1 : noted.has(field) ? 2 : 3)
  const widths = new Map(columnsOf(membersLedger).map(({ field, column }) => [field, column.width * HANZI + 24]))
  const derived = new Set(sheet.rows.flatMap(({ values }) => Object.keys(values)))
  return fields
    .filter(({ field }) => letters.has(field) || derived.has(field))
    .sort((a, b) => rank(a.field) - rank(b.field))
    .map(({ field, label }) => ({
      field,
      label,
      width: Math.max(widths.get(field) ?? 100, noted.has(field) ? NOTED : 0),
      letter: letters.get(field)?.length === 1 ? (letters.get(field)?.[0] ?? null) : null,
    }))
}

const noteFor = (row: PreviewRow, field: string): { note: CellNote; wrong: boolean } | undefined => {
  const wrong = row.errors.find((note) => note.field === field)
  const warned = row.warnings.find((note) => note.field === field)
  return wrong ? { note: wrong, wrong: true } : warned && { note: warned, wrong: false }
}

/** 检查表：只画看得见的行；原因就写在那一格里，附原表的格子。 */
export function PreviewTable({ sheet, lines, fields, leftOut, onLeave, onEdit }: PreviewTableProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [editing, setEditing] = useState<string>()
  // 栏的次序与宽打开时定下：改好一格，别的栏不跳
  const [shown] = useState(() => columnsShown(sheet, fields))
  const known = useMemo(() => new Set(shown.map(({ field }) => field)), [shown])
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => {
      const person = lines[index]?.person
      return person && person.errors.length + person.warnings.length > 0 ? 76 : 37
    },
    overscan: 10,
  })
  const widths = [...LEAD, ...shown.map(({ width }) => width)]
  const template = { gridTemplateColumns: widths.map((width) => `${width}px`).join(' '), minWidth: widths.reduce((a, b) => a + b, 0) }
  const out = new Set(leftOut)

  return (
    <div ref={frame} className="import-table" role="table" aria-label="逐行检查" aria-rowcount={lines.length + 1} tabIndex={0}>
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
          const { row, person } = line
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              role="row"
              aria-rowindex={item.index + 2}
              className={`import-row${person === null ? ' is-skipped' : person.errors.length > 0 ? ' is-wrong' : ''}`}
              style={{ ...template, transform: `translateY(${item.start}px)` }}
            >
              <span role="cell">
                {(person !== null || out.has(row)) && (
                  <Checkbox
                    aria-label={`导入第 ${row} 行${person?.values.name ? ` ${person.values.name}` : ''}`}
                    checked={person !== null}
                    onChange={(event) => onLeave(row, !event.target.checked)}
                  />
                )}
              </span>
              <span role="cell" className="import-number">
                {row}
              </span>
              {person === null ? (
                <span role="cell" className="import-reason">
                  跳过：{line.reason}
                </span>
              ) : (
                <>
                  <span role="cell">
                    <Verdict person={person} known={known} />
                  </span>
                  {shown.map(({ field, label, letter }) => {
                    const found = noteFor(person, field)
                    const address = found?.note.cell ?? (letter ? `${letter}${row}` : null)
                    const key = `${item.index} ${field}`
                    return (
                      <span role="cell" key={field}>
                        <PreviewCell
                          label={label}
                          text={person.values[field] ?? ''}
                          note={found?.note}
                          wrong={found?.wrong ?? false}
                          address={address}
                          editing={editing === key}
                          onBegin={() => setEditing(key)}
                          onEnd={(text) => {
                            setEditing(undefined)
                            frame.current?.focus({ preventScroll: true })
                            if (text !== undefined && address) onEdit(address, text)
                          }}
                        />
                      </span>
                    )
                  })}
                </>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** 这一行的结果，和不属于哪一格的说明。 */
function Verdict({ person, known }: { person: PreviewRow; known: ReadonlySet<string> }) {
  const apart = [...person.errors, ...person.warnings].filter(({ field }) => field === null || !known.has(field))
  const words =
    person.errors.length > 0 ? '✕ 有错' : person.matches ? `更新 ${person.matches.name}` : person.warnings.length > 0 ? '△ 新增' : '新增'
  return (
    <>
      {words}
      {apart.map(({ cell, text }) => (
        <span key={`${cell}${text}`} className="import-note">
          {text}（{cell}）
        </span>
      ))}
    </>
  )
}
