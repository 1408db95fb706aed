// biome-ignore-all lint/a11y/useSemanticElements: 只画看得见的行，不能用 table；焦点在整张表上
// biome-ignore-all lint/a11y/useFocusableInteractive: 焦点在整张表上
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react'
import type { GridRow } from '../../shared/dues/contract.ts'
import { readFen } from '../../shared/ledger/reading.ts'
import { say } from '../kit/say.ts'
import { DuesLine, type Spot } from './DuesLine.tsx'
import { keyOf, lackOf, type Pending, pasted, whyNotFill } from './pending.ts'

export interface DuesGridHandle {
  focus(): void
  go(spot: Spot): void
}

interface DuesGridProps {
  ref?: Ref<DuesGridHandle>
  rows: readonly GridRow[]
  /** 正在过的月（从 0 起），不在这一年为 -1。 */
  thisMonth: number
  pending: Pending
  onPending: (pending: Pending) => void
  onSpot: (spot: Spot, months: readonly [number, number]) => void
  onBase: (row: GridRow) => void
}

const ROW = 32
const WIDTHS = [104, 62, ...Array<number>(12).fill(58), 78, 78, 70]
const TEMPLATE = WIDTHS.map((width) => `minmax(${width}px, ${width}fr)`).join(' ')
const TOTAL = WIDTHS.reduce((sum, width) => sum + width, 0)

const STEPS: Record<string, readonly [number, number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Enter: [1, 0],
  Tab: [0, 1],
  'shift+Tab': [0, -1],
}

/** 全年网格，像电子表格：方向键走，打数字就填，空格按应交填，Shift 或按着鼠标选一片，贴 Excel 的一块。填的都先待着，核对之后一次入账。 */
export function DuesGrid({ ref, rows, thisMonth, pending, onPending, onSpot, onBase }: DuesGridProps) {
  const frame = useRef<HTMLDivElement>(null)
  /** 在格子上按下了鼠标，还没放开。 */
  const dragging = useRef(false)
  const [spot, setSpot] = useState<Spot>({ row: 0, column: Math.max(0, thisMonth) })
  const [anchor, setAnchor] = useState<Spot>(spot)
  const [typed, setTyped] = useState<string>()
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 12,
    scrollPaddingStart: ROW,
  })
  const between = (a: number, b: number): readonly [number, number] => [Math.min(a, b), Math.max(a, b)]
  const [fromRow, toRow] = between(anchor.row, spot.row)
  const columns = between(anchor.column, spot.column)

  const go = (to: Spot, extend = false) => {
    const next = {
      row: Math.max(0, Math.min(rows.length - 1, to.row)),
      column: Math.max(0, Math.min(11, to.column)),
    }
    setTyped(undefined)
    setSpot(next)
    if (!extend) setAnchor(next)
    virtual.scrollToIndex(next.row, { align: 'auto' })
    onSpot(next, extend ? between(anchor.column, next.column) : [next.column, next.column])
  }
  useImperativeHandle(ref, () => ({ focus: () => frame.current?.focus(), go }))

  const here = rows[spot.row]
  const cell = here?.cells[spot.column]
  const begin = (text: string) => {
    const why = cell && whyNotFill(cell)
    if (why) return say.refused(why)
    setTyped(text)
  }
  const settle = (key: string) => {
    frame.current?.focus()
    const text = typed
    setTyped(undefined)
    if (key === 'Escape' || !here || text === undefined) return
    const reading = readFen(text)
    if ('problem' in reading) return say.refused(reading.problem)
    const { [keyOf(here.memberId, spot.column)]: _, ...rest } = pending
    onPending(reading.value !== null && reading.value > 0 ? { ...rest, [keyOf(here.memberId, spot.column)]: reading.value } : rest)
    const [down, right] = STEPS[key] ?? [0, 0]
    go({ row: spot.row + down, column: spot.column + right })
  }
  const everySelected = (act: (row: GridRow, column: number) => void) => {
    for (let row = fromRow; row <= toRow; row += 1)
      for (let column = columns[0]; column <= columns[1]; column += 1) {
        const target = rows[row]
        if (target) act(target, column)
      }
  }
  /** 选中的格都按还差的填上。 */
  const fill = () => {
    const next = { ...pending }
    everySelected((row, column) => {
      const lack = row.cells[column] ? lackOf(row.cells[column]) : 0
      if (lack > 0) next[keyOf(row.memberId, column)] = lack
    })
    if (Object.keys(next).length === Object.keys(pending).length && cell)
      say.refused(whyNotFill(cell) ?? '这里不差党费。要多交，直接打金额。')
    onPending(next)
  }
  const clear = () => {
    const next = { ...pending }
    everySelected((row, column) => delete next[keyOf(row.memberId, column)])
    onPending(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey || rows.length === 0) return
    const step = STEPS[event.key === 'Tab' && event.shiftKey ? 'shift+Tab' : event.key]
    // 走到头再按 Tab，就离开这张表
    if (event.key === 'Tab' && (event.shiftKey ? spot.column === 0 : spot.column === 11)) return
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 400) / ROW) - 2)
    const far = {
      PageDown: { ...spot, row: spot.row + page },
      PageUp: { ...spot, row: spot.row - page },
      Home: { ...spot, column: 0 },
      End: { ...spot, column: 11 },
    }[event.key]
    if (step) go({ row: spot.row + step[0], column: spot.column + step[1] }, event.shiftKey && event.key.startsWith('Arrow'))
    else if (far) go(far)
    else if (/^[0-9.]$/.test(event.key)) begin(event.key)
    else if (event.key === ' ') fill()
    else if (event.key === 'Delete' || event.key === 'Backspace') clear()
    else if (event.key.toLowerCase() === 'b' && here) onBase(here)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={frame}
      className="dues-grid"
      role="grid"
      tabIndex={0}
      aria-label="党费全年网格"
      aria-rowcount={rows.length + 1}
      aria-colcount={17}
      aria-multiselectable
      aria-activedescendant={here ? `dues-${here.memberId}-${spot.column}` : undefined}
      onKeyDown={onKeyDown}
      onMouseUp={() => {
        dragging.current = false
      }}
      onMouseLeave={() => {
        dragging.current = false
      }}
      onPaste={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        const { cells, skipped } = pasted(event.clipboardData.getData('text'), rows, spot.row, spot.column)
        onPending({ ...pending, ...cells })
        if (skipped > 0) say.refused(`有 ${skipped} 格没有填上：不像金额，或那一格不收党费。`)
      }}
    >
      <div className="dues-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: TEMPLATE, minWidth: TOTAL }}>
        {['姓名', '月应交', ...Array.from({ length: 12 }, (_, at) => `${at + 1}月`), '全年应交', '实交', '欠'].map((label, at) => (
          <div
            key={label}
            role="columnheader"
            className={`dues-cell${at === 0 ? ' dues-name' : ''}${at === thisMonth + 2 && thisMonth >= 0 ? ' is-now' : ''}`}
          >
            {label}
          </div>
        ))}
      </div>
      <div className="dues-rows" role="rowgroup" style={{ height: virtual.getTotalSize(), minWidth: TOTAL }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          const inside = item.index >= fromRow && item.index <= toRow
          return (
            row && (
              <DuesLine
                key={row.memberId}
                row={row}
                at={item.index}
                top={item.start}
                height={ROW}
                template={TEMPLATE}
                pending={pending}
                selected={inside ? columns : undefined}
                cursor={item.index === spot.row ? spot.column : undefined}
                typed={item.index === spot.row ? typed : undefined}
                onPoint={(column, extend) => {
                  dragging.current = true
                  go({ row: item.index, column }, extend)
                }}
                onDrag={(column) => dragging.current && go({ row: item.index, column }, true)}
                onTyped={setTyped}
                onLeave={settle}
                onBase={() => onBase(row)}
              />
            )
          )
        })}
      </div>
    </div>
  )
}
