import type { CellNote, SheetPreview } from '../../shared/imports/contract.ts'

/** 控制台 `import --dry-run --json` 的一张表；别人的脚本照着它写，形状不变。 */
export interface DryRunSheet {
  name: string
  kind: SheetPreview['kind']
  headerRows: number[]
  columns: { header: string; field: string | null }[]
  rows: { row: number; values: Record<string, string>; warnings: string[]; errors: string[] }[]
  skipped: { row: number; reason: string }[]
}

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
    rows: rows.map(({ row, values, warnings, errors }) => ({
      row,
      values,
      warnings: warnings.map(sentence),
      errors: errors.map(sentence),
    })),
    skipped,
  })),
})

/** 整个文件上了锁：一张 kind 为 locked 的表。 */
export const lockedFile = (name: string): { sheets: DryRunSheet[] } => ({
  sheets: [{ name, kind: 'locked', headerRows: [], columns: [], rows: [], skipped: [] }],
})
