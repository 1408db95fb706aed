import type { Grade } from '../../shared/documents/contract.ts'
import { veil } from '../../shared/documents/rules.ts'
import type { Column } from '../../shared/ledger/columns.ts'
import { columnsOf, type Ledger } from '../../shared/ledger/define.ts'

export interface GradedColumn {
  field: string
  column: Column<unknown>
}

/**
 * 一本台账在某个级别里的各列：不该出现的列拿掉，该打码的列换成打码的写法；取数与合计不变。
 * @example gradedColumns(rosterLedger, 'posted') // 没有身份证、电话、住址各列
 */
export const gradedColumns = (ledger: Ledger, grade: Grade): GradedColumn[] =>
  columnsOf(ledger).flatMap(({ field, column }) => {
    const seen = veil(column.privacy, grade)
    if (!seen) return []
    return column.privacy === 'open'
      ? [{ field, column }]
      : [{ field, column: { ...column, show: (value: unknown) => seen(column.show(value)) } }]
  })
