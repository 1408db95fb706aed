import { z } from 'zod'
import type { RawRow, RawSheet } from './raw.ts'

const CELLS = 2_000_000
const Position = z.int().min(0).max(100_000)

/** 从 WPS、Excel、Word 粘贴来的一张表：逐行逐格的文字，和合并的格。 */
export const PastedTable = z.strictObject({
  rows: z
    .array(z.array(z.string().max(5000)).max(500))
    .min(1)
    .max(100_000)
    .refine((rows) => rows.reduce((sum, row) => sum + row.length, 0) <= CELLS, '粘贴的内容太多，请存成文件再导入'),
  merges: z
    .array(z.strictObject({ top: Position, left: Position, bottom: Position, right: Position }))
    .max(100_000)
    .default([]),
})
export type PastedTable = z.infer<typeof PastedTable>

/** 粘贴来的表和文件里的一张表一样往下走。例：sheetOfPasted({ rows: [['姓名'], ['张三']], merges: [] }).rows.length → 2 */
export const sheetOfPasted = ({ rows, merges }: PastedTable): RawSheet => ({
  name: '粘贴的表',
  hidden: false,
  rows: rows.map((cells, at) => ({
    at,
    cells: cells.flatMap((text, column): RawRow['cells'] => (text.trim() === '' ? [] : [[column, { kind: 'text', text }]])),
  })),
  merges,
  hiddenRows: [],
  hiddenColumns: [],
})

/**
 * 剪贴板里的纯文字 → 行与格：制表符分格，引号里可以换行。没有制表符的是一列。
 * @example textRows('姓名\t手机\n张三\t"1\n2"') → [['姓名', '手机'], ['张三', '1\n2']]
 */
export function textRows(text: string): string[][] {
  const rows: string[][] = []
  let [row, cell, quoted, started] = [[] as string[], '', false, false]
  const endCell = () => {
    row.push(cell)
    ;[cell, started] = ['', false]
  }
  const endRow = () => {
    endCell()
    rows.push(row)
    row = []
  }
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '')
  for (let at = 0; at < plain.length; at += 1) {
    const char = plain[at] ?? ''
    if (quoted && char === '"' && plain[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (quoted && char === '"') quoted = false
    else if (!quoted && char === '"' && !started) [quoted, started] = [true, true]
    else if (!quoted && char === '\t') endCell()
    else if (!quoted && char === '\n') endRow()
    else [cell, started] = [cell + char, true]
  }
  endRow()
  return rows
}
