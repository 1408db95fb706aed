import type { Column } from '../ledger/columns.ts'
import { folded, foldedMarks } from '../ledger/reading.ts'
import { type RawCell, UNCALCULATED } from './raw.ts'

/** 一格读下来：规范后的文字（没有填为空串），可能附提醒；或者读不懂的原因。 */
export type CellReading = { text: string; warning?: string } | { problem: string }

const EARLIEST_SERIAL = 3654
const LATEST_SERIAL = 73_050

/** Excel 的日期序列号 → 日子。例：dayOfSerial(29281) //=> '1980-03-01' */
export const dayOfSerial = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)

const isSerial = (value: number) => value >= EARLIEST_SERIAL && value <= LATEST_SERIAL

/** 数字写成的日期：19800301、198003、1980.3，或没有设成日期格式的序列号。 */
function dateFromNumber(cell: RawCell, value: number, read: Column<unknown>['read']): CellReading {
  if (isSerial(value)) {
    const day = dayOfSerial(value)
    return { text: day, warning: `“${cell.text}”是没有设成日期格式的数字，按 Excel 的日期读作 ${day}，请核对` }
  }
  const decimals = /\.(0+)/.exec(cell.format ?? '')?.[1]?.length ?? 0
  const shown = decimals === 2 ? spoken(read(value.toFixed(2))) : undefined
  if (shown && 'text' in shown) return shown
  const reading = spoken(read(String(value)))
  const ambiguous = /^\d{4}\.1$/.test(String(value)) && 'text' in reading
  return ambiguous ? { ...reading, warning: `“${cell.text}”是数字，Excel 会去掉末尾的 0，可能是 1 月也可能是 10 月，请核对` } : reading
}

const spoken = (reading: ReturnType<Column<unknown>['read']>): CellReading =>
  'problem' in reading
    ? reading
    : { text: typeof reading.value === 'string' ? reading.value : '', ...(reading.warning && { warning: reading.warning }) }

function readDate(cell: RawCell, column: Column<unknown>): CellReading {
  if (cell.kind === 'date') return spoken(column.read(cell.text))
  if (cell.kind === 'month') {
    const day = cell.number === undefined ? undefined : dayOfSerial(cell.number)
    const more = day?.startsWith(cell.text) && !day.endsWith('-01') ? `表里只显示年月，格子里存的是 ${day}，按年月读取` : undefined
    return { text: cell.text, ...(more && { warning: more }) }
  }
  if (cell.kind === 'number' && cell.number !== undefined) return dateFromNumber(cell, cell.number, column.read)
  const plain = foldedMarks(cell.text).trim()
  if (/^\d{5}(\.\d+)?$/.test(plain) && isSerial(Number(plain))) return dateFromNumber({ ...cell, text: plain }, Number(plain), column.read)
  return spoken(column.read(cell.text))
}

/** 像 1.10105E+17：数字的末几位已经丢了。 */
export const isScientific = (text: string): boolean => /^\d(\.\d+)?e\+?\d+$/i.test(foldedMarks(text).trim())

/** 错误格说的话。 */
export const whyNoValue = ({ text }: RawCell): string =>
  text === UNCALCULATED
    ? '这一格是公式，文件里没有存下算出的结果，请用 Excel 或 WPS 打开、保存一次再导入'
    : `这一格是公式错误 ${text}，请在表格里改成实际的内容`

/**
 * 按列的种类读一格。
 * @example readCell({ kind: 'number', text: '198003', number: 198003 }, dayOrMonth('出生日期')) //=> { text: '1980-03' }
 */
export function readCell(cell: RawCell, column: Column<unknown>): CellReading {
  if (cell.kind === 'error') return { problem: whyNoValue(cell) }
  switch (column.kind) {
    case 'day':
    case 'dayOrMonth':
    case 'month':
      return readDate(cell, column)
    case 'choice':
    case 'yesNo': {
      const reading = column.read(cell.text)
      return 'problem' in reading ? reading : { text: reading.value === null ? '' : column.show(reading.value as never) }
    }
    case 'money': {
      const reading = column.read(cell.text)
      return 'problem' in reading ? reading : { text: column.show(reading.value as never) }
    }
    default: {
      const reading = column.read(tidy(cell.text))
      return 'problem' in reading ? reading : { text: reading.value === null ? '' : String(reading.value) }
    }
  }
}

/** 每行去掉两端空白，空行不要；半角化。 */
const tidy = (text: string) =>
  folded(text)
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
