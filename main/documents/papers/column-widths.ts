import { emsOf } from '../text-width.ts'
import type { SheetColumn } from '../workbook.ts'

/** 表里的字最大五号、最好不小于六号，磅。 */
export const SIZE = { most: 10.5, readable: 7.5 }
/** 一个半角字的列宽合几个字宽（em）。 */
const EM = 1 / 1.9
/** 长的文字列再窄也有几个字；整列空着的留着手写；表头至多折成几行。 */
const LEAST = { words: 5, blank: 3, headerLines: 3 }
/** 一串数字实际比 emsOf 估的（宁宽不窄）窄一点。 */
const DIGITS = 0.95

/** 年月日可以折在“年”后面，别处不折。 */
const DATED = /^(\d{4}年)(\d{2}月(?:\d{2}日)?)$/
const isDated = (cells: readonly string[]) =>
  cells.some((text) => DATED.test(text)) && cells.every((text) => text === '' || DATED.test(text))

/** 这一列最窄几个字：数、证件号、电话一类不折行，年月日折成两行，文字至少 LEAST.words 个字。 */
function leastOf({ label, format, total }: SheetColumn, cells: readonly string[]): number {
  const head = Math.max(...label.split('\n').map((line) => Math.ceil([...line].length / LEAST.headerLines)))
  const whole = (text: string) => format !== 'text' || !/\p{Script=Han}/u.test(text)
  const widest = cells.reduce((most, text) => {
    const [, year, rest] = DATED.exec(text) ?? []
    if (rest) return Math.max(most, emsOf(year ?? ''), emsOf(rest))
    return Math.max(most, whole(text) ? emsOf(text) * DIGITS : Math.min(emsOf(text), LEAST.words))
  }, 0)
  // 合计比哪一格都宽
  return Math.max(widest === 0 ? LEAST.blank : 2, head, widest + (total ? 1 : 0)) + 0.1
}

/** 同一组的数（十二个月的实交）一样宽：还没有数的月份，合计照样写得下，手写也够。 */
const alike = (columns: readonly SheetColumn[], least: readonly number[]): number[] =>
  columns.map(({ group, format }, at) =>
    group === undefined || format === 'text'
      ? (least[at] ?? 0)
      : Math.max(...least.filter((_, other) => columns[other]?.group === group && columns[other]?.format === format)),
  )

/**
 * 各列多宽、字多大，磅。照给的宽排，字不够大时让能折行的列窄一点，还不够才缩字。
 * @param room 各列一共的宽，不含格线与边空
 */
export function fitColumns(columns: readonly SheetColumn[], cells: readonly string[][], room: number): { size: number; widths: number[] } {
  const units = columns.reduce((sum, { width }) => sum + width, 0)
  const natural = Math.min(SIZE.most, room / units / EM)
  if (natural >= SIZE.readable) return { size: natural, widths: columns.map(({ width }) => (width / units) * room) }
  const inColumn = (at: number) => cells.map((row) => row[at] ?? '')
  const least = alike(
    columns,
    columns.map((column, at) => leastOf(column, inColumn(at))),
  )
  // 年月日折与不折之间再宽也没有用，宽的留给折行的文字
  const spare = columns.map(({ width }, at) => {
    const texts = inColumn(at)
    const useful = Math.min(width * EM, texts.reduce((most, text) => Math.max(most, emsOf(text)), 0) + 0.2)
    return isDated(texts) ? 0 : Math.max(0, useful - (least[at] ?? 0))
  })
  const [needed, wished] = [least, spare].map((each) => each.reduce((sum, width) => sum + width, 0)) as [number, number]
  const size = Math.min(SIZE.readable, room / needed)
  const left = room / size - needed
  return {
    size,
    widths: least.map((width, at) => (width + (wished > 0 ? (left * (spare[at] ?? 0)) / wished : left / least.length)) * size),
  }
}

/** 一格里的年月日放不下一行时，折在“年”后面。例：foldedDay('2026年03月05日', 5) // '2026年\n03月05日' */
export const foldedDay = (text: string, ems: number): string => (emsOf(text) > ems ? text.replace(DATED, '$1\n$2') : text)
