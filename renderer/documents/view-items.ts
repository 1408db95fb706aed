import type { LedgerScope } from '../../shared/kit/scope.ts'
import type { Ledger } from '../../shared/ledger/define.ts'
import { type Sort, sorted } from '../kit/sorting.ts'
import type { DocumentItem } from './DocumentButtons.tsx'

interface Seen<Row> {
  ledger: Ledger
  scope: LedgerScope
  columns: readonly string[]
  rows: readonly Row[]
  sort: Sort | undefined
}

/**
 * “导出所见”“打印所见”：屏幕上筛出来的行、选的列、排的次序，照样写成工作簿或 PDF。
 * @example <DocumentButtons menu="导出" items={viewItems({ ledger, scope, columns, rows, sort })} />
 */
export function viewItems<Row extends { id: number }>({ ledger, scope, columns, rows, sort }: Seen<Row>): DocumentItem[] {
  const keys = sorted(rows, ledger, sort).map(({ id }) => id)
  const seen = { kind: 'view' as const, ledger: ledger.id, scope, columns: [...columns], keys }
  return [
    { label: `导出所见的 ${rows.length} 行（Excel）`, wanted: { ...seen, format: 'xlsx' } },
    { label: `打印所见的 ${rows.length} 行（PDF）`, wanted: { ...seen, format: 'pdf' } },
  ]
}
