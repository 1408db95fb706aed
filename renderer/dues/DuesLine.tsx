// biome-ignore-all lint/a11y/useSemanticElements: 只画看得见的行，不能用 table；焦点在整张表上
// biome-ignore-all lint/a11y/useFocusableInteractive: 焦点在整张表上
// biome-ignore-all lint/a11y/useKeyWithClickEvents: 键盘在整张表上听
import { useEffect, useRef } from 'react'
import type { Cell, GridRow } from '../../shared/dues/contract.ts'
import { kindWords } from '../../shared/dues/words.ts'
import { showFen } from '../../shared/kit/money.ts'
import { calledIn } from '../../shared/members/namesakes.ts'
import { Called } from '../kit/Called.tsx'
import type { Pending } from './pending.ts'
import { keyOf } from './pending.ts'
import { stateHints, stateWords } from './words.ts'

export interface Spot {
  row: number
  column: number
}

interface DuesLineProps {
  row: GridRow
  at: number
  top: number
  height: number
  template: string
  pending: Pending
  /** 选中的列（在这一行），光标所在的列。 */
  selected: readonly [number, number] | undefined
  cursor: number | undefined
  /** 正在打的字；不在打为 undefined。 */
  typed: string | undefined
  onPoint: (column: number, extend: boolean) => void
  /** 鼠标走到一格；按着的就选到这里。 */
  onDrag: (column: number) => void
  onTyped: (text: string) => void
  onLeave: (key: string) => void
  onBase: () => void
}

/** 一格里的字：✓ 交清、补 过了月才交、大 另有大额党费、△ 未交足；没有金额的写说法。 */
export const cellText = ({ state, paid, extra = 0, large = 0, late }: Cell): string => {
  const sum = paid + extra
  if (sum > 0) return `${state === 'part' ? '△' : large > 0 ? '大' : late ? '补' : '✓'}${showFen(sum)}`
  return large > 0 ? '大额' : stateWords[state]
}

/** 格里的简字说全；一看就懂的不说。 */
const cellHint = ({ state, paid, extra = 0, large = 0, late }: Cell): string | undefined => {
  if (paid + extra + large > 0)
    return state === 'part' ? '没有交足' : large > 0 ? `另交大额党费 ${showFen(large)} 元` : late ? '过了当月才补交的' : undefined
  return stateHints[state]
}

/** 网格的一行：姓名冻结，十二个月，行合计。 */
export function DuesLine(props: DuesLineProps) {
  const { row, at, top, height, template, pending, selected, cursor, typed, onPoint, onDrag, onTyped, onLeave, onBase } = props
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      className="dues-line"
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)`, height }}
    >
      <div
        role="rowheader"
        className={`dues-cell dues-name${cursor === undefined ? '' : ' is-current'}`}
        title={`${calledIn(row)}　${row.branchName}`}
      >
        <Called name={row.name} aside={row.aside} />
        {row.arrears > 0 && <small className={row.arrears >= 5 ? 'is-red' : row.arrears >= 3 ? 'is-orange' : ''}>欠{row.arrears}月</small>}
      </div>
      <div role="gridcell" className="dues-cell dues-monthly" title={row.kind ? kindWords[row.kind] : '没有核定基数'}>
        {row.monthly === null ? (
          <button type="button" className="dues-set" tabIndex={-1} onClick={onBase}>
            核定
          </button>
        ) : (
          showFen(row.monthly)
        )}
      </div>
      {row.cells.map((cell, column) => {
        const waiting = pending[keyOf(row.memberId, column)]
        const inside = selected !== undefined && column >= selected[0] && column <= selected[1]
        return (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: 十二个月，次序不变
            key={column}
            id={`dues-${row.memberId}-${column}`}
            role="gridcell"
            aria-selected={inside}
            aria-label={`${calledIn(row)} ${column + 1}月 ${waiting ? `待入账 ${showFen(waiting)}` : cellText(cell) || '不收'}`}
            className={`dues-cell is-${cell.state}${waiting ? ' is-waiting' : ''}${inside ? ' is-selected' : ''}${cursor === column ? ' is-cursor' : ''}`}
            title={cellHint(cell)}
            onMouseDown={(event) => onPoint(column, event.shiftKey)}
            onMouseEnter={() => onDrag(column)}
          >
            {cursor === column && typed !== undefined ? (
              <CellInput label={`${calledIn(row)} ${column + 1}月`} value={typed} onChange={onTyped} onLeave={onLeave} />
            ) : waiting ? (
              `＋${showFen(waiting)}`
            ) : (
              cellText(cell)
            )}
          </div>
        )
      })}
      <div role="gridcell" className="dues-cell">
        {showFen(row.payable)}
      </div>
      <div role="gridcell" className="dues-cell">
        {showFen(row.paid)}
      </div>
      <div role="gridcell" className={`dues-cell${row.owing > 0 ? ' is-owing' : ''}`}>
        {row.owing > 0 ? showFen(row.owing) : ''}
      </div>
    </div>
  )
}

const LEAVING = new Set(['Enter', 'Tab', 'Escape', 'ArrowUp', 'ArrowDown'])

interface CellInputProps {
  label: string
  value: string
  onChange: (text: string) => void
  onLeave: (key: string) => void
}

function CellInput({ label, value, onChange, onLeave }: CellInputProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  return (
    <input
      ref={input}
      aria-label={label}
      inputMode="decimal"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onMouseDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (!LEAVING.has(event.key)) return
        event.preventDefault()
        event.stopPropagation()
        onLeave(event.shiftKey && event.key === 'Tab' ? 'shift+Tab' : event.key)
      }}
    />
  )
}
