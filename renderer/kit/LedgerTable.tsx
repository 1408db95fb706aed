// biome-ignore-all lint/a11y/useSemanticElements: 只画看得见的行，不能用 table，所以用 grid 的角色
// biome-ignore-all lint/a11y/useFocusableInteractive: 焦点在整张表上，由 aria-activedescendant 指行
import { useVirtualizer } from '@tanstack/react-virtual'
import { Checkbox } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from 'react'
import { columnsOf, type Ledger } from '../../shared/ledger/define.ts'
import { HANZI, layOut, leastOf, PAD, widthOf } from './column-width.ts'
import { LedgerHeading } from './LedgerHeading.tsx'
import { type ExtraColumn, LedgerRow } from './LedgerRow.tsx'
import { goalOf } from './row-keys.ts'
import { type Sort, sorted } from './sorting.ts'
import { useInnerWidth } from './use-inner-width.ts'

type Key = number | string

interface LedgerTableProps<Row> {
  ledger: Ledger
  rows: readonly Row[]
  rowKey: (row: Row) => Key
  /** 显示哪些字段、什么次序；省略为台账的全部列。 */
  columns?: readonly string[]
  extra?: readonly ExtraColumn<Row>[]
  /** 屏幕上另定的宽（约几个汉字）；省略时照台账。 */
  widths?: { readonly [field: string]: number }
  /** 某个字段另有画法；排序仍按台账的值。 */
  render?: { readonly [field: string]: (row: Row) => ReactNode }
  /** 点一行或按回车。 */
  onOpen?: (row: Row) => void
  /** 方向键走到一行（抽屉开着时跟着换人）。 */
  onMove?: (row: Row) => void
  /** 当前行。 */
  active?: Key | undefined
  /** 勾选的行；给了 onSelect 才有勾选框。 */
  selected?: readonly Key[]
  onSelect?: (keys: Key[]) => void
  sort?: Sort | undefined
  onSort?: (sort: Sort | undefined) => void
  /** 像素；省略时铺满父容器（Screen fill）。 */
  height?: number
  /** 没有行时的内容。 */
  empty?: ReactNode
  /** 读屏软件念的名字，默认台账的标题。 */
  label?: string
}

const ROW = 36
/** 勾选框那一列的宽。 */
const TICK = 40

/**
 * 台账的表：列、宽、写法都来自描述，只画看得见的行，五千行也跟手。
 * 方向键走，回车打开，空格勾选，点表头排序（汉字按拼音）。
 * @example <LedgerTable ledger={membersLedger} rows={rows} rowKey={(r) => r.id} columns={['name', 'mobile']} onOpen={open} />
 */
export function LedgerTable<Row extends object>(props: LedgerTableProps<Row>) {
  const { ledger, rows, rowKey, columns, extra = [], render = {}, onOpen, onMove, active, selected, onSelect, sort, onSort, height } = props
  const frame = useRef<HTMLDivElement>(null)
  const room = useInnerWidth(frame, rows.length > 0 || !props.empty)
  const shown = useMemo(() => {
    const all = columnsOf(ledger)
    const chosen = columns?.flatMap((field) => all.filter((column) => column.field === field))
    return chosen ?? all
  }, [ledger, columns])
  const ordered = useMemo(() => sorted(rows, ledger, sort), [rows, ledger, sort])
  const place = active === undefined ? -1 : ordered.findIndex((row) => rowKey(row) === active)
  const virtual = useVirtualizer({
    count: ordered.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 12,
    scrollPaddingStart: ROW,
  })

  /** 横着滚时，勾选框与第一列（姓名、日期）不动。 */
  const edge = onSelect ? TICK : 0
  const tracks = [
    ...shown.map(({ field, column }) => {
      const given = props.widths?.[field]
      const width = widthOf({ ...column, width: given ?? column.width }, given !== undefined)
      return { width, least: leastOf(column, width) }
    }),
    ...extra.map(({ width }) => ({ width: width * HANZI + PAD, least: width * HANZI + PAD })),
  ]
  const { template, total } = layOut(tracks, edge, room)
  const lineStyle = { gridTemplateColumns: template }

  const picked = useMemo(() => new Set(selected), [selected])
  const toggle = (row: Row) => {
    const key = rowKey(row)
    onSelect?.(picked.has(key) ? [...picked].filter((other) => other !== key) : [...picked, key])
  }
  useEffect(() => {
    if (place >= 0) virtual.scrollToIndex(place, { align: 'auto' })
  }, [place, virtual])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || ordered.length === 0) return
    const page = Math.floor((frame.current?.clientHeight ?? 400) / ROW) - 2
    const goal = goalOf(event.key, place, ordered.length - 1, page)
    const here = ordered[place]
    if (goal !== undefined) {
      event.preventDefault()
      const next = ordered[goal]
      if (next) (onMove ?? onOpen)?.(next)
    } else if (event.key === 'Enter' && here) onOpen?.(here)
    else if (event.key === ' ' && here && onSelect) {
      event.preventDefault()
      toggle(here)
    }
  }

  if (rows.length === 0 && props.empty) return <>{props.empty}</>
  return (
    <div
      ref={frame}
      className="ledger-table"
      style={height === undefined ? undefined : { height, flex: 'none' }}
      role="grid"
      tabIndex={0}
      aria-label={props.label ?? ledger.title}
      aria-rowcount={ordered.length + 1}
      aria-colcount={tracks.length + (onSelect ? 1 : 0)}
      aria-activedescendant={place >= 0 ? `row-${active}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className="ledger-head" role="row" aria-rowindex={1} style={{ ...lineStyle, minWidth: total }}>
        {onSelect && (
          <div role="columnheader" className="cell cell-center cell-sticky">
            <Checkbox
              aria-label="全选"
              checked={ordered.length > 0 && ordered.every((row) => picked.has(rowKey(row)))}
              indeterminate={picked.size > 0 && !ordered.every((row) => picked.has(rowKey(row)))}
              onChange={(event) => onSelect(event.target.checked ? ordered.map(rowKey) : [])}
            />
          </div>
        )}
        {shown.map(({ field, column }, index) => (
          <LedgerHeading
            key={field}
            label={column.label}
            field={field}
            sort={sort}
            {...(onSort ? { onSort } : {})}
            align={column.align}
            sticky={index === 0 ? edge : undefined}
          />
        ))}
        {extra.map((column, at) => (
          <div
            key={column.key}
            role="columnheader"
            className={`cell cell-${column.align ?? 'left'}${at === extra.length - 1 ? ' cell-end' : ''}`}
          >
            {column.label}
          </div>
        ))}
      </div>
      <div className="ledger-rows" role="rowgroup" style={{ height: virtual.getTotalSize(), minWidth: total }}>
        {virtual.getVirtualItems().map((item) => {
          const row = ordered[item.index]
          if (!row) return null
          const key = rowKey(row)
          return (
            <LedgerRow
              key={key}
              id={`row-${key}`}
              row={row}
              index={item.index + 2}
              start={item.start}
              height={ROW}
              template={template}
              shown={shown}
              extra={extra}
              render={render}
              edge={edge}
              active={key === active}
              picked={picked.has(key)}
              onToggle={onSelect && toggle}
              onOpen={onOpen}
            />
          )
        })}
      </div>
    </div>
  )
}
