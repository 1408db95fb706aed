import * as sheets from 'xlsx'
import { type RawBook, type RawCell, type RawMerge, type RawRow, type RawSheet, UNCALCULATED } from '../../../shared/imports/raw.ts'
import { chineseBuiltins, dateShape } from './number-formats.ts'
import { withOldStrings } from './old-strings.ts'

/** SheetJS 的类型没有写出的部分。 */
interface Loose {
  parse_zip(container: unknown, options: sheets.ParsingOptions): sheets.WorkBook
  SSF: { parse_date_code(value: number, options: { date1904: boolean }): DateParts | null }
}
interface DateParts {
  y: number
  m: number
  d: number
  H: number
  M: number
}
type StyledCell = sheets.CellObject & { XF?: { numFmtId?: number } }

const loose = sheets as unknown as Loose
const options: sheets.ParsingOptions = {
  dense: true,
  cellNF: true,
  cellStyles: true,
  cellText: false,
  cellDates: false,
  cellFormula: false,
  cellHTML: false,
  raw: true,
}
const MOST_SHEETS = 60
const two = (value: number) => String(value).padStart(2, '0')

const dayText = ({ y, m, d }: DateParts) => `${y}-${two(m)}-${two(d)}`

/** 数值格：日期格式的译成日子或年月，其余原样。Excel 显示出来的文字从不当作值。 */
function numberCell(value: number, format: string | undefined, date1904: boolean): RawCell {
  const plain: RawCell = { kind: 'number', text: String(value), number: value, ...(format && format !== 'General' && { format }) }
  const shape = format ? dateShape(format) : undefined
  if (!shape) return plain
  if (shape === 'time' && value < 1) {
    const minutes = Math.round(value * 1440)
    return { ...plain, kind: 'time', text: `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}` }
  }
  const parts = value >= 1 ? loose.SSF.parse_date_code(value, { date1904 }) : null
  if (!parts || parts.y > 2200) return plain
  if (shape === 'year') return { kind: 'text', text: `${parts.y}年` }
  return shape === 'month'
    ? { ...plain, kind: 'month', text: dayText(parts).slice(0, 7) }
    : { ...plain, kind: 'date', text: dayText(parts) }
}

const errorWords: Record<number, string> = { 0: '#NULL!', 7: '#DIV/0!', 15: '#VALUE!', 23: '#REF!', 29: '#NAME?', 36: '#NUM!', 42: '#N/A' }

function cellOf(cell: StyledCell, date1904: boolean): RawCell | undefined {
  const { t, v } = cell
  if (t === 'e') return { kind: 'error', text: errorWords[Number(v)] ?? '#ERROR' }
  if (t === 'b') return { kind: 'bool', text: v ? '是' : '否' }
  if (t === 'n' && typeof v === 'number' && Number.isFinite(v)) {
    const builtin = cell.XF?.numFmtId
    return numberCell(v, typeof cell.z === 'string' ? cell.z : builtin === undefined ? undefined : chineseBuiltins[builtin], date1904)
  }
  if (v instanceof Date) return { kind: 'date', text: v.toISOString().slice(0, 10) }
  const text = v === undefined || v === null ? '' : String(v).replace(/\r\n?/g, '\n')
  if (text === UNCALCULATED) return { kind: 'error', text }
  return text.trim() === '' ? undefined : { kind: 'text', text }
}

function sheetOf(name: string, hidden: boolean, sheet: sheets.WorkSheet, date1904: boolean): RawSheet {
  const dense = (sheet['!data'] ?? []) as (StyledCell | undefined)[][]
  const rows: RawRow[] = []
  dense.forEach((row, at) => {
    const cells: [number, RawCell][] = []
    row?.forEach((cell, column) => {
      const read = cell && cellOf(cell, date1904)
      if (read) cells.push([column, read])
    })
    if (cells.length > 0) rows.push({ at, cells })
  })
  const merges = (sheet['!merges'] ?? []).map(({ s, e }): RawMerge => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
  const hiddenOf = (list: ({ hidden?: boolean } | undefined)[] | undefined) =>
    (list ?? []).flatMap((item, at) => (item?.hidden ? [at] : []))
  return {
    name,
    hidden,
    rows,
    merges: merges.slice(0, 50_000),
    hiddenRows: hiddenOf(sheet['!rows']),
    hiddenColumns: hiddenOf(sheet['!cols']),
  }
}

function bookOf(book: sheets.WorkBook): RawBook {
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const told = book.Workbook?.Sheets ?? []
  return {
    sheets: book.SheetNames.slice(0, MOST_SHEETS).flatMap((name, at) => {
      const sheet = book.Sheets[name]
      return sheet ? [sheetOf(name, (told[at]?.Hidden ?? 0) > 0, sheet, date1904)] : []
    }),
  }
}

const encoder = new TextEncoder()
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** 内置中文格式写进样式表，读取器才分得清“年月”和“日”。 */
function withChineseFormats(styles: string): string {
  const own = new Set([...styles.matchAll(/numFmtId="(\d+)"\s+formatCode=/g)].map((found) => Number(found[1])))
  const added = Object.entries(chineseBuiltins)
    .filter(([id]) => !own.has(Number(id)))
    .map(
      ([id, code]) =>
        `<numFmt numFmtId="${id}" formatCode="${Buffer.from(encoder.encode(code.replaceAll('"', '&quot;'))).toString('latin1')}"/>`,
    )
    .join('')
  if (/<numFmts[^>]*[^/]>/.test(styles)) return styles.replace(/<numFmts[^>]*[^/]>/, (open) => open + added)
  return styles.replace(/<numFmts[^>]*\/>/, '').replace(/(<styleSheet[^>]*>)/, (open) => `${open}<numFmts>${added}</numFmts>`)
}

/** 只有样式、没有内容的格占去大半内存（“已用区域”远超数据），先去掉。 */
const withoutStyledBlanks = (xml: string) => xml.replace(/<c\s[^<>]*\/>/g, '')

/** 有公式而没有结果的格，读取器当作空格丢掉；换成一句认得的话。 */
const withUncalculated = (xml: string) =>
  xml.replace(/(<c\s[^<>]*)>\s*<f\b(?:[^<>]*\/>|[^<>]*>[^<]*<\/f>)\s*(?:<v\s*\/>|<v>\s*<\/v>)?\s*<\/c>/g, (whole, open: string) =>
    /\st="(?!n")/.test(open) ? whole : `${open.replace(/\st="n"/, '')} t="str"><v>${UNCALCULATED}</v></c>`,
  )

/** 已经安全解开的 OOXML（或 ODS）各部分 → 原样表格。 */
export function readParts(entries: Map<string, Uint8Array>): RawBook {
  const container = sheets.CFB.utils.cfb_new()
  for (const [name, bytes] of entries) {
    const rewrite = /(^|\/)styles\.xml$/i.test(name)
      ? withChineseFormats
      : /worksheets\/[^/]+\.xml$/i.test(name)
        ? (xml: string) => withUncalculated(withoutStyledBlanks(xml))
        : undefined
    const content = rewrite && entries.has('[Content_Types].xml') ? Buffer.from(rewrite(latin1(bytes)), 'latin1') : Buffer.from(bytes)
    sheets.CFB.utils.cfb_add(container, `/${name}`, content, { unsafe: true })
  }
  return bookOf(loose.parse_zip(container, { ...options, type: 'buffer' }))
}

/** 旧式二进制（.xls、旧 .et）→ 原样表格。 */
export const readBinary = (bytes: Uint8Array): RawBook => withOldStrings(bookOf(sheets.read(bytes, { ...options, type: 'buffer' })))

/** 网页表格与 XML 2003 表格（内容是文字的“.xls”）→ 原样表格。 */
export const readMarkup = (text: string): RawBook => bookOf(sheets.read(text, { ...options, type: 'string' }))

/** 复合文档里是否有加密的 OOXML。 */
export function compoundOf(bytes: Uint8Array): 'encrypted' | 'workbook' | 'other' {
  const container = sheets.CFB.read(bytes, { type: 'buffer' })
  const has = (path: string) => sheets.CFB.find(container, path) !== null && sheets.CFB.find(container, path) !== undefined
  if (has('EncryptedPackage') || has('EncryptionInfo')) return 'encrypted'
  return has('Workbook') || has('/Book') || has('ETData') ? 'workbook' : 'other'
}
