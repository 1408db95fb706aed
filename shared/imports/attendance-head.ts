import type { Grid } from './grid.ts'
import { isSerialHeading, normalHeading } from './headings.ts'
import { type When, whenIn, whenOf } from './when.ts'

/** 一列记号：表头各级文字，说到的日子，或者只说到的月份。 */
export interface MarkColumn {
  column: number
  header: string
  day: string | undefined
  startsAt: string | undefined
  month: string | undefined
  /** 表头的日子可能读错：数字写成的 5.2。 */
  warning: string | undefined
}

/** 并排的一块：姓名一列，各列记号，事由，合计。 */
export interface AttendanceBlock {
  name: number
  left: number
  right: number
  groupName: number | undefined
  branchName: number | undefined
  reason: number | undefined
  marks: MarkColumn[]
  totals: { column: number; header: string }[]
  /** 出席、请假、缺席各占一列打勾的：列与它说的状态。 */
  states: { column: number; word: string }[]
}

export interface AttendanceHead {
  top: number
  bottom: number
  blocks: AttendanceBlock[]
}

const nameHeading =
  /^(党员)?姓名(签名)?$|^(日期|时间|会议|活动|内容|项目|次数)姓名$|^姓名(日期|时间|会议|活动|内容|项目|次数|出勤情况)$|^名字$|^(参会|参加|应到|与会|签到|出席)人员(姓名)?$|^党员(名单)?$/
const signHeading = /^(签到时间|签名|签字|签到|签到处|签名处|本人签[名字]|签名签到|手签)$/
const markHeading =
  /^(签到状态|出勤|出勤情况|考勤|考勤情况|出席|出席情况|到会|到会情况|参会情况|参加情况|是否到会|是否参加|是否出席|签到情况|状态|到课情况)$/
const reasonHeading = /^(备注|备考|说明|请假原因|请假事由|事由|原因|缺席原因|未到原因|请假缺席原因|缺席原因说明)$/
const totalHeading = /合计|小计|总计|累计|次数|出勤率|到会率|参会率|^(应到|实到|应出勤|实出勤|请假|缺席|迟到|出勤天数|得分|积分)$/
const stateHeading = /^(请假|事假|病假|公假|缺席|缺勤|旷会|迟到|线上|列席|补课)$/

/** 列里打的是勾，不是次数。 */
const ticked = (grid: Grid, bottom: number, column: number) =>
  grid.rows.some((row) => row > bottom && /^[√✓✔●]$/.test(grid.text(row, column)))

const groupHeading = /^(所在|所属)?(党小组|小组|班组|组别)(名称)?$/
const branchHeading = /^(所在|所属)?(党支部|支部)(名称)?$/
const weekday = /^[(（]?(星期|周|礼拜)?[一二三四五六日天][)）]?$/
const dateLike = /月|^\d{1,2}[日号]?$|\d[.\-/]\d|^\d{4,8}$|(星期|周)[一二三四五六日天]|^[一二三四五六日天]$/
const occasionLike = /党课|大会|支委|党日|小组会|组织生活|第.{1,3}次|上午|下午|活动|会议|学习/

const personLike = /^[\u3400-\u9fff·]{2,8}$/
const plain = (grid: Grid, row: number, column: number) => normalHeading(grid.text(row, column)).replace(/[/\\|]/g, '')

/** 表头是“姓名”、下面几行像人名的那一行；并排的几块各有一个“姓名”。 */
function anchorOf(grid: Grid): { row: number; names: number[] } | undefined {
  for (const row of grid.rows.slice(0, 60)) {
    const names = grid.filled(row).filter((column) => nameHeading.test(plain(grid, row, column)))
    const people = (column: number) =>
      Array.from({ length: 12 }, (_, at) => (grid.own(row + 1 + at, column)?.text ?? '').replace(/\s/g, '')).some(
        (text) => personLike.test(text) && !nameHeading.test(text),
      )
    if (names.some(people)) return { row, names }
  }
  return undefined
}

function extentOf(grid: Grid, row: number, names: readonly number[]): { top: number; bottom: number } {
  const first = names[0] ?? 0
  let [top, bottom] = [grid.mergeAt(row, first)?.top ?? row, grid.mergeAt(row, first)?.bottom ?? row]
  const right = (at: number) => grid.filled(at).filter((column) => column > first)
  const headed = (at: number) => {
    const texts = right(at).map((column) => grid.text(at, column).replace(/\s/g, ''))
    return (
      texts.length > 0 &&
      texts.filter((text) => dateLike.test(text) || occasionLike.test(text) || weekday.test(text)).length >= texts.length * 0.5
    )
  }
  while (
    bottom - row < 3 &&
    grid.filled(bottom + 1).length > 0 &&
    grid.filled(bottom + 1).every((column) => column > first) &&
    headed(bottom + 1)
  )
    bottom += 1
  while (row - top < 2 && top > 0 && right(top - 1).length > 0 && grid.filled(top - 1).every((column) => column > first) && headed(top - 1))
    top -= 1
  return { top, bottom }
}

/** 各级表头；合并的、只写在组头最左一格的都往右带。 */
function partsOf(grid: Grid, column: number, { top, bottom }: { top: number; bottom: number }, from: number): string[] {
  const parts: string[] = []
  for (let row = top; row <= bottom; row++) {
    let text = grid.text(row, column)
    for (let left = column - 1; text === '' && row < bottom && left > from; left--) {
      const here = grid.text(row, left)
      if (here !== '') text = grid.mergeAt(row, left) && !grid.mergeAt(row, column) ? ' ' : here
    }
    if (text.trim() !== '' && parts.at(-1) !== text && !weekday.test(text.replace(/\s/g, ''))) parts.push(text.trim())
  }
  return parts
}

/** 数字写成的 5.2，可能是 5.20：只有这一种要说。 */
const lostZero = (warning: string | undefined) => (warning?.includes('末尾的 0') ? warning : undefined)

const monthWords = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** 表头说到的日子：一格写全的，“3月”下面“5日”的，只有月份的。 */
function dateOf(
  grid: Grid,
  column: number,
  parts: readonly string[],
  { bottom }: { bottom: number },
  said: Said,
): Pick<MarkColumn, 'day' | 'startsAt' | 'month' | 'warning'> {
  const cell = grid.at(bottom, column)
  const whole = /^\d{1,2}[日号]?$/
  const lone = parts.length === 1 && whole.test(parts[0] ?? '')
  const tries: When[] = []
  if (cell && cell.kind !== 'text' && cell.kind !== 'month' && !whole.test(cell.text)) tries.push(whenOf(cell, said.year))
  tries.push(whenIn(parts.join(' '), said.year), whenIn(parts.join(''), said.year))
  if (lone && said.month) tries.push(whenIn(`${said.month}-${(parts[0] ?? '').replace(/\D/g, '')}`))
  for (const when of tries)
    if ('day' in when && when.day) return { day: when.day, startsAt: when.startsAt, month: undefined, warning: lostZero(when.warning) }
  const text = parts.join('').replace(/\s/g, '')
  const month = /(?<!\d)(\d{1,2})月/.exec(text)?.[1] ?? monthWords.findIndex((word) => new RegExp(`(^|[^十])${word}月`).test(text)) + 1
  const year = /(\d{4})[年-]/.exec(text)?.[1] ?? said.year
  return {
    day: undefined,
    startsAt: undefined,
    month: Number(month) > 0 && year ? `${year}-${String(month).padStart(2, '0')}` : undefined,
    warning: undefined,
  }
}

/** 标题说的年份与年月。 */
export interface Said {
  year: number | undefined
  month: string | undefined
}

function blockOf(
  grid: Grid,
  name: number,
  left: number,
  right: number,
  extent: { top: number; bottom: number },
  said: Said,
): AttendanceBlock {
  const block: AttendanceBlock = {
    name,
    left,
    right,
    groupName: undefined,
    branchName: undefined,
    reason: undefined,
    marks: [],
    totals: [],
    states: [],
  }
  const signs: MarkColumn[] = []
  for (let column = left; column <= right; column++) {
    const parts = column === name ? [] : partsOf(grid, column, extent, left - 1)
    const leaf = normalHeading(parts.at(-1) ?? '')
    const whole = normalHeading(parts.join(''))
    if (parts.length === 0 || isSerialHeading(parts)) continue
    const dated = dateOf(grid, column, parts, extent, said)
    const header = dated.day && /^\d{5}$/.test(parts.join('')) ? dated.day : parts.join(' ')
    const mark = { column, header, ...dated }
    if (stateHeading.test(leaf) && ticked(grid, extent.bottom, column)) block.states.push({ column, word: leaf })
    else if (groupHeading.test(leaf)) block.groupName ??= column
    else if (branchHeading.test(leaf)) block.branchName ??= column
    else if (reasonHeading.test(leaf)) block.reason ??= column
    else if (dated.day) block.marks.push(mark)
    else if (/^实到$/.test(leaf) && ticked(grid, extent.bottom, column)) signs.unshift(mark)
    else if (totalHeading.test(leaf) || totalHeading.test(whole)) block.totals.push({ column, header: parts.join(' ') })
    else if (markHeading.test(leaf)) signs.unshift(mark)
    else if (signHeading.test(leaf)) signs.push(mark)
    else if (column > name && (dated.month || occasionLike.test(whole))) block.marks.push(mark)
  }
  if (block.marks.length === 0) block.marks = signs.slice(0, 1).map((mark) => ({ ...mark, day: undefined, month: undefined }))
  return block
}

/**
 * 找考勤表、签到表的表头：“姓名”一行，加上它上面的月份、下面的日子与星期；并排几块各自成块。没有为 undefined。
 * @example findAttendance(grid, { year: 2024, month: undefined })?.blocks[0]?.marks[0]?.day → '2024-03-05'
 */
export function findAttendance(grid: Grid, said: Said): AttendanceHead | undefined {
  const anchor = anchorOf(grid)
  if (!anchor) return undefined
  const { row, names } = anchor
  const extent = extentOf(grid, row, names)
  const serialBefore = (name: number) => (isSerialHeading([grid.text(row, name - 1)]) ? name - 1 : name)
  const blocks = names.map((name, at) => {
    const next = names[at + 1]
    return blockOf(
      grid,
      name,
      at === 0 ? 0 : serialBefore(name),
      next === undefined ? grid.lastColumn : serialBefore(next) - 1,
      extent,
      said,
    )
  })
  return { ...extent, blocks }
}
