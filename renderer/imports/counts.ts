import type { PreviewRow, SheetKind, SheetPreview } from '../../shared/imports/contract.ts'

export const kindWords: Record<SheetKind, string> = {
  table: '名单',
  form: '单人表格',
  statistics: '统计表',
  empty: '空表',
  locked: '有密码',
}

/** 共 = 可导入 + 有错 + 跳过。 */
export interface Counts {
  total: number
  ready: number
  warned: number
  wrong: number
  skipped: number
  updating: number
}

export function countsOf({ rows, skipped }: SheetPreview): Counts {
  const good = rows.filter(({ errors }) => errors.length === 0)
  return {
    total: rows.length + skipped.length,
    ready: good.length,
    warned: good.filter(({ warnings }) => warnings.length > 0).length,
    wrong: rows.length - good.length,
    skipped: skipped.length,
    updating: good.filter(({ matches }) => matches !== null).length,
  }
}

export type Filter = 'all' | 'warned' | 'wrong' | 'skipped'

/** 检查表上的一行：要导入的人，或跳过的行与原因。 */
export type Line = { row: number; person: PreviewRow } | { row: number; person: null; reason: string }

export function linesOf({ rows, skipped }: SheetPreview, filter: Filter): Line[] {
  const people: Line[] = rows
    .filter(
      ({ errors, warnings }) =>
        filter === 'all' ||
        (filter === 'wrong' && errors.length > 0) ||
        (filter === 'warned' && errors.length === 0 && warnings.length > 0),
    )
    .map((person) => ({ row: person.row, person }))
  const others: Line[] = filter === 'all' || filter === 'skipped' ? skipped.map(({ row, reason }) => ({ row, person: null, reason })) : []
  return [...people, ...others].sort((a, b) => a.row - b.row)
}
