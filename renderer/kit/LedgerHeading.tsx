// biome-ignore-all lint/a11y/useSemanticElements: 同 LedgerTable，grid 的角色
// biome-ignore-all lint/a11y/useFocusableInteractive: 焦点在整张表上
import type { Sort } from './sorting.ts'

interface HeadingProps {
  label: string
  field: string
  align: string
  /** 不动的一列离左边多远。 */
  sticky: number | undefined
  sort: Sort | undefined
  onSort?: (sort: Sort | undefined) => void
}

/** 一列的标题；点一下升序，再点降序，再点还原。 */
export function LedgerHeading({ label, field, align, sticky, sort, onSort }: HeadingProps) {
  const mine = sort?.field === field ? sort : undefined
  const next: Sort | undefined = !mine ? { field, down: false } : mine.down ? undefined : { field, down: true }
  return (
    <div
      role="columnheader"
      aria-sort={mine ? (mine.down ? 'descending' : 'ascending') : 'none'}
      className={`cell cell-${align}${sticky === undefined ? '' : ' cell-sticky'}`}
      style={sticky === undefined ? undefined : { left: sticky }}
    >
      {onSort ? (
        <button
          type="button"
          className="sorter"
          onClick={() => onSort(next)}
          title={!mine ? '点一下排序' : mine.down ? '还原次序' : '倒过来'}
        >
          {label}
          <span aria-hidden="true">{mine ? (mine.down ? ' ↓' : ' ↑') : ''}</span>
        </button>
      ) : (
        label
      )}
    </div>
  )
}
