import type { CellNote, PreviewRow, SheetPreview } from '../../shared/imports/contract.ts'

/** 控制台 `import --dry-run --json` 的一张表；别人的脚本照着它写，形状不变。 */
export interface DryRunSheet {
  name: string
  kind: SheetPreview['kind']
  headerRows: number[]
  columns: { header: string; field: string | null }[]
  rows: { row: number; values: Record<string, string>; warnings: string[]; errors: string[] }[]
  skipped: { row: number; reason: string }[]
}

/** 这一行为什么不导入：读不懂的格，要人在界面上回答的。 */
export const whyDoubtful = ({ at, errors, question }: PreviewRow): string[] => [
  ...errors.map(sentence),
  ...(question ? [`${at} ${question.text}？请在界面上导入时回答，或在表里写明`] : []),
]

/** 与已有的不同、没有采用的各项。 */
const notTaken = ({ at, changes }: PreviewRow): string[] =>
  changes.flatMap(({ field, from, to, taken }) => (taken ? [] : [`${at} ${field} 原有“${from}”，文件里是“${to}”，没有采用`]))

const sentence = ({ cell, text }: CellNote) => `${cell} ${text}`

/**
 * 预览 → 干跑的 JSON。行号从 1 起，与 Excel 一致；日子 YYYY-MM-DD，年月 YYYY-MM。
 * @example dryRun(previews) //=> { sheets: [{ name: '名册', kind: 'table', headerRows: [3], … }] }
 */
export const dryRun = (sheets: readonly SheetPreview[]): { sheets: DryRunSheet[] } => ({
  sheets: sheets.map(({ name, kind, headerRows, columns, rows, skipped }) => ({
    name,
    kind,
    headerRows,
    columns: columns.map(({ header, field }) => ({ header, field })),
    rows: rows.map((row) => ({
      row: row.row,
      values: row.values,
      warnings: [...row.warnings.map(sentence), ...notTaken(row)],
      errors: whyDoubtful(row),
    })),
    skipped,
  })),
})

/** 整个文件上了锁：一张 kind 为 locked 的表。 */
export const lockedFile = (name: string): { sheets: DryRunSheet[] } => ({
  sheets: [{ name, kind: 'locked', headerRows: [], columns: [], rows: [], skipped: [] }],
})
