import type { PreviewRow, RowState, SheetKind, SheetPreview } from '../../shared/imports/contract.ts'

export const kindWords: Record<SheetKind, string> = {
  table: '名单',
  form: '单人表格',
  statistics: '统计表',
  empty: '空表',
  locked: '有密码',
}

export const stateWords: Record<RowState, string> = { added: '新增', updated: '更新', unchanged: '没有变化', doubtful: '有疑问' }

/** 共 = 新增 + 更新 + 没有变化 + 有疑问 + 跳过。 */
export type Counts = Record<RowState | 'total' | 'skipped' | 'warned', number>

export function countsOf({ rows, skipped }: SheetPreview): Counts {
  const of = (state: RowState) => rows.filter((row) => row.state === state).length
  return {
    total: rows.length + skipped.length,
    added: of('added'),
    updated: of('updated'),
    unchanged: of('unchanged'),
    doubtful: of('doubtful'),
    skipped: skipped.length,
    warned: rows.filter((row) => row.state !== 'doubtful' && row.warnings.length > 0).length,
  }
}

/** 几张表合起来的数目。 */
export const sumOf = (counts: readonly Counts[]): Counts => {
  const sum = (key: keyof Counts) => counts.reduce((total, each) => total + each[key], 0)
  return {
    total: sum('total'),
    added: sum('added'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    doubtful: sum('doubtful'),
    skipped: sum('skipped'),
    warned: sum('warned'),
  }
}

/** 真会写进去的行。 */
export const enteringOf = ({ added, updated }: Counts) => added + updated

/** 几项相加的一句，零的不写，第一项总写。例：新增 18 + 有疑问 2 + 跳过 2 */
export const addends = (counts: Counts): { word: string; count: number }[] =>
  (
    [
      ['新增', counts.added],
      ['更新', counts.updated],
      ['没有变化', counts.unchanged],
      ['有疑问', counts.doubtful],
      ['跳过', counts.skipped],
    ] as const
  )
    .map(([word, count]) => ({ word, count }))
    .filter(({ count }, index) => count > 0 || index === 0)

export type Filter = 'all' | 'warned' | 'skipped' | RowState

/** 检查表上的一行：要导入的行，或跳过的行与原因。 */
export type Line = { row: number; entry: PreviewRow } | { row: number; entry: null; reason: string }

export function linesOf({ rows, skipped }: SheetPreview, filter: Filter): Line[] {
  const shown = (row: PreviewRow) =>
    filter === 'all' || row.state === filter || (filter === 'warned' && row.state !== 'doubtful' && row.warnings.length > 0)
  const entries: Line[] = rows.filter(shown).map((entry) => ({ row: entry.row, entry }))
  const others: Line[] = filter === 'all' || filter === 'skipped' ? skipped.map(({ row, reason }) => ({ row, entry: null, reason })) : []
  return [...entries, ...others].sort((a, b) => a.row - b.row)
}
