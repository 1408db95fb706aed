import type { Block } from '../imports/blocks.ts'
import { readCell } from '../imports/cells.ts'
import type { TableHead } from '../imports/find-table.ts'
import { addressOf, type Grid } from '../imports/grid.ts'
import type { RawCell } from '../imports/raw.ts'
import { withDigits } from '../ledger/chinese-numerals.ts'
import { day as dayColumn } from '../ledger/columns.ts'
import { folded, foldedMarks } from '../ledger/reading.ts'

/** 一行的日子：读懂了（可附提醒）；没有写；或读不懂的原因。 */
export type DayReading = { day: string; warning?: string; cell: string } | { problem: string; cell: string } | { blank: true; cell: string }

const column = dayColumn('日期')
const ditto = /^(["'〃″＂“”]+|同上|同前)$/
const two = (n: number) => String(n).padStart(2, '0')

/** 文字里写明的年份；写了两个不同的不算。例：yearIn('二〇二五年度收支台账') → 2025 */
export const yearIn = (text: string): number | undefined => {
  const digits = foldedMarks(text).replace(/[一二][〇零○一二三四五六七八九]{3}(?=年)/g, (year) =>
    [...year.replace(/[零○]/g, '〇')].map((char) => '〇一二三四五六七八九'.indexOf(char)).join(''),
  )
  const years = new Set([...digits.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)\s*年?/g)].map(([, year]) => Number(year)))
  return years.size === 1 ? [...years][0] : undefined
}

/** 年份写在月、日上面的组头里，或表上面的标题、表名里。 */
function yearOf(grid: Grid, head: TableHead | undefined, columns: readonly number[]): number | undefined {
  const groups = columns.flatMap((at) => head?.paths.get(at)?.slice(0, -1) ?? []).join(' ')
  const titles = grid.rows
    .filter((row) => row < (head?.top ?? 0))
    .flatMap((row) => grid.filled(row).map((at) => grid.text(row, at)))
    .filter((text) => text.length <= 60)
  return yearIn(groups) ?? titles.map(yearIn).find((year) => year !== undefined) ?? yearIn(grid.sheet.name)
}

/** 月、日合写而没有年的。3.1 这样的数字末尾可能丢了 0，不猜。例：monthAndDay({ kind: 'text', text: '3月5日' }) → [3, 5] */
function monthAndDay({ kind, text }: RawCell): [number, number] | undefined {
  const plain = withDigits(foldedMarks(text).trim())
  if (kind === 'number' && /^\d{1,2}\.[123]$/.test(plain)) return undefined
  const parts = /^(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*[日号]?$/.exec(plain)
  return parts ? [Number(parts[1]), Number(parts[2])] : undefined
}

/**
 * 逐行读日子，从上往下记着年、月：月日分两格的、只写月日的，年份取自标题；空着的随上一行，都说出来。
 * @example createDayReader(grid, head, block).read(5) //=> { day: '2026-03-05', cell: 'A6' }
 */
export function createDayReader(grid: Grid, head: TableHead | undefined, block: Block) {
  const at = (field: string) => [...block.fields].find(([, one]) => one === field)?.[0]
  const [whole, years, months, days] = [at('day'), at('yearPart'), at('monthPart'), at('dayPart')]
  let year = yearOf(
    grid,
    head,
    [whole, months, days].filter((one) => one !== undefined),
  )
  let last: { year: number; month: number; day: number } | undefined

  const cellAt = (row: number, column: number | undefined): RawCell | undefined => {
    if (column === undefined) return undefined
    const merge = grid.mergeAt(row, column)
    const cell =
      grid.own(row, column) ?? (merge && merge.left === column && merge.top > (head?.bottom ?? -1) ? grid.at(row, column) : undefined)
    return cell && !ditto.test(folded(cell.text).trim()) ? cell : undefined
  }
  const settle = (found: { year: number; month: number; day: number }, cell: string, warning?: string): DayReading => {
    const reading = column.read(`${found.year}-${two(found.month)}-${two(found.day)}`)
    if ('problem' in reading || reading.value === null) return { problem: 'problem' in reading ? reading.problem : '没有日期', cell }
    last = found
    return { day: reading.value, cell, ...(warning && { warning }) }
  }
  const carried = (cell: string): DayReading =>
    last
      ? { day: `${last.year}-${two(last.month)}-${two(last.day)}`, cell, warning: '日期空着，随上面一行，请核对' }
      : { blank: true, cell }
  /** 没写年份的月日：用标题里的年；从年末回到年初的，不猜是哪一年。 */
  const withYear = (month: number, day: number, cell: string): DayReading => {
    if (year === undefined) return { problem: `“${month}月${day}日”没有年份，标题里也没有，请写成 2026-03-05`, cell }
    if (last?.year === year && last.month >= 11 && month <= 2)
      return { problem: `月份从 ${last.month} 月回到 ${month} 月，像是跨了年，请在日期里写上年份`, cell }
    return settle({ year, month, day }, cell)
  }

  const fromParts = (row: number): DayReading => {
    const cell = addressOf(row, days ?? months ?? 0)
    const number = (column: number | undefined) => {
      const text = foldedMarks(cellAt(row, column)?.text ?? '').replace(/[年月日号份\s]/g, '')
      return text === '' ? undefined : Number(text)
    }
    const [writtenYear, month, day] = [number(years), number(months), number(days)]
    if (month === undefined && day === undefined) return carried(cell)
    if (writtenYear !== undefined && writtenYear >= 1900) year = writtenYear
    const text = [month, day].filter((one) => one !== undefined).join('月')
    if ([month, day].some((one) => one !== undefined && !Number.isInteger(one))) return { problem: '月、日要写数字', cell }
    if (day === undefined) return { problem: `只有 ${text} 月，没有日`, cell }
    if (month !== undefined) return withYear(month, day, cell)
    if (!last) return { problem: `只有 ${day} 日，没有月份`, cell }
    if (day < last.day) return { problem: `只写了 ${day} 日，比上一行的 ${last.day} 日早，请写上月份`, cell }
    return settle({ ...last, day }, cell)
  }

  const fromWhole = (row: number, column_: number): DayReading => {
    const [raw, cell] = [cellAt(row, column_), addressOf(row, column_)]
    if (!raw) return carried(cell)
    const short = raw.kind === 'text' || raw.kind === 'number' ? monthAndDay(raw) : undefined
    if (short) return withYear(...short, cell)
    const reading = readCell(raw, column)
    if ('problem' in reading) return { problem: reading.problem, cell }
    if (reading.text === '') return carried(cell)
    const [y = 0, m = 0, d] = reading.text.split('-').map(Number)
    if (d === undefined) return { problem: `“${raw.text}”缺少日`, cell }
    year = y
    return settle({ year: y, month: m, day: d }, cell, reading.warning)
  }

  return {
    read: (row: number): DayReading => (whole === undefined ? fromParts(row) : fromWhole(row, whole)),
    /** 表中间单独一行写着年份（2026年3月）：下面的按它。 */
    divide: (text: string) => {
      year = yearIn(text) ?? year
    },
  }
}
