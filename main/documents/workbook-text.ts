import { showFen } from '../../shared/kit/money.ts'
import type { SheetCell, SheetColumn } from './workbook.ts'

/** 一格最多多少字，Excel 的上限。 */
const LONGEST_TEXT = 32_767

/** 列号（从 0 起）的字母。例：letterOf(27) // 'AB' */
export const letterOf = (index: number): string =>
  (index < 26 ? '' : letterOf(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

/** XML 里放不下的：控制符（制表、换行除外）与半个代理对。 */
const UNWRITABLE = /[[\p{Cc}\p{Cs}\ufffe\uffff]--[\t\n\r]]/gv

/** 表的名字最长 31 个 UTF-16 码元：一个 𬭎（扩展区的字）算两个。 */
const LONGEST_SHEET_NAME = 31

/** 装得下的开头几个字，不把一个字切成两半。 */
function fitting(text: string, length: number): string {
  let kept = ''
  for (const char of text) {
    if (kept.length + char.length > length) break
    kept += char
  }
  return kept
}

/**
 * 表的名字：去掉 Excel 不许的字符、首尾的引号与空白，至多 31 个字；history 是 Excel 自己用的。
 * @example sheetName('党员[2026]') // '党员 2026'
 */
export const sheetName = (text: string): string => {
  const written = text.replace(UNWRITABLE, ' ').replace(/[[\]:*?/\\\t\n\r]/g, ' ')
  const name = fitting(written.replace(/^['\s]+/, ''), LONGEST_SHEET_NAME).replace(/['\s]+$/, '')
  return name === '' ? '表' : /^history$/i.test(name) ? `${name}表` : name
}

/** 某张表的某处，表名一律带引号。例：placeIn("1 支部's 会", 'A1') // "'1 支部''s 会'!A1" */
export const placeIn = (name: string, place: string) => `'${sheetName(name).replaceAll("'", "''")}'!${place}`

/**
 * 一格里的文字：去掉写不进的，超长截断。Excel 把 _x0041_ 当作转义，照 ECMA-376 把下划线本身转义，读回来才是原文。
 * @example cellText('编号_x0041_') // '编号_x005F_x0041_'
 */
export const cellText = (text: string): string =>
  text
    .replace(UNWRITABLE, '')
    .replaceAll('\r\n', '\n')
    .slice(0, LONGEST_TEXT)
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')

/** 一列数字的合计；先化成万分之一的整数再加，没有小数的尾差。例：totalOf([0.1, 0.2, null, '免']) // 0.3 */
export const totalOf = (cells: readonly SheetCell[]): number =>
  cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? Math.round(cell * 10_000) : 0), 0) / 10_000

/** 一格印出来的字，与工作簿里看见的相同。例：shownCell(1234.5, 'money') // '1,234.50' */
export const shownCell = (cell: SheetCell, format: SheetColumn['format']): string => {
  if (typeof cell !== 'number') return cell ?? ''
  return format === 'percent' ? `${cell.toFixed(1)}%` : format === 'money' ? showFen(Math.round(cell * 100)) : String(cell)
}

/** 一行里排开的几段字，第几段靠哪边：头一段靠左，末一段靠右，中间的居中。例：sideOf(1, 2) → 'right' */
export const sideOf = (index: number, count: number): 'left' | 'center' | 'right' =>
  index === 0 ? 'left' : index === count - 1 ? 'right' : 'center'

/** 表下注明代码的意思。例：'学历代码：14 硕士研究生毕业；20 大学本科。' */
export const codeNotes = (columns: readonly Pick<SheetColumn, 'label' | 'words'>[]): string[] =>
  columns.flatMap(({ label, words = {} }) => {
    const listed = Object.entries(words).map(([code, word]) => `${code} ${word}`)
    return listed.length > 0 ? [`${label}代码：${listed.join('；')}。`] : []
  })
