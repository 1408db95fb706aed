// biome-ignore-all lint/a11y/useSemanticElements: 同 LedgerTable，grid 的角色
// biome-ignore-all lint/a11y/useFocusableInteractive: 焦点在整张表上
// biome-ignore-all lint/a11y/useKeyWithClickEvents: 键盘在整张表上听
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import type { columnsOf } from '../../shared/ledger/define.ts'

/** 台账描述之外的一列。 */
export interface ExtraColumn<Row> {
  key: string
  label: string
  /** 约几个汉字宽。 */
  width: number
  align?: 'left' | 'center' | 'right'
  render: (row: Row) => ReactNode
}

interface RowProps<Row> {
  id: string
  row: Row
  /** 读屏软件数的第几行，表头是第 1 行。 */
  index: number
  /** 离表头多远、多高，像素。 */
  start: number
  height: number
  template: string
  shown: ReturnType<typeof columnsOf>
  extra: readonly ExtraColumn<Row>[]
  render: { readonly [field: string]: (row: Row) => ReactNode }
  /** 不动的第一列离左边多远。 */
  edge: number
  active: boolean
  picked: boolean
  onToggle: ((row: Row) => void) | undefined
  onOpen: ((row: Row) => void) | undefined
}

/** 台账表的一行：勾选框、台账的列、另加的列。 */
export function LedgerRow<Row extends object>(props: RowProps<Row>) {
  const { id, row, index, start, height, template, shown, extra, render, edge, active, picked, onToggle, onOpen } = props
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index}
      aria-selected={onToggle ? picked : active}
      className={`ledger-row${active ? ' is-active' : ''}${picked ? ' is-picked' : ''}${onOpen ? ' is-openable' : ''}`}
      style={{ gridTemplateColumns: template, transform: `translateY(${start}px)`, height }}
      onClick={() => onOpen?.(row)}
    >
      {onToggle && (
        <div role="gridcell" className="cell cell-center cell-sticky" onClick={(event) => event.stopPropagation()}>
          <Checkbox tabIndex={-1} aria-label="选这一行" checked={picked} onChange={() => onToggle(row)} />
        </div>
      )}
      {shown.map(({ field, column }, at) => {
        const text = column.show((row as Record<string, unknown>)[field])
        return (
          <div
            key={field}
            role="gridcell"
            className={`cell cell-${column.align}${at === 0 ? ' cell-sticky' : ''}`}
            style={at === 0 ? { left: edge } : undefined}
            title={text}
          >
            {render[field]?.(row) ?? text}
          </div>
        )
      })}
      {extra.map((column, at) => (
        <div
          key={column.key}
          role="gridcell"
          className={`cell cell-${column.align ?? 'left'}${at === extra.length - 1 ? ' cell-end' : ''}`}
        >
          {column.render(row)}
        </div>
      ))}
    </div>
  )
}
