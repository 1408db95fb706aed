import type { RawBook } from '../../../shared/imports/raw.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: 单字节的全部取值
const narrow = /^[\u0000-\u00ff]*$/
const high = /[\u0080-\u00ff]/

/** 按 GB18030 解；不成就照原样。 */
function decoded(text: string): string {
  if (!high.test(text)) return text
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(Buffer.from(text, 'latin1'))
  } catch {
    return text
  }
}

/**
 * Excel 95 以前的 .xls（许多旧系统导出的就是）文字按系统编码存，读出来是“ÐÕÃû”。整本没有一个汉字、只有这种字节时，按 GB18030 解回来。
 * 例：一格“ÐÕÃû” → “姓名”。
 */
export function withOldStrings(book: RawBook): RawBook {
  const texts = book.sheets.flatMap((sheet) => sheet.rows.flatMap(({ cells }) => cells.map(([, cell]) => cell.text)))
  if (!texts.some((text) => high.test(text)) || !texts.every((text) => narrow.test(text))) return book
  return {
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      name: narrow.test(sheet.name) ? decoded(sheet.name) : sheet.name,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map(([column, cell]) => [column, { ...cell, text: decoded(cell.text) }]),
      })),
    })),
  }
}
