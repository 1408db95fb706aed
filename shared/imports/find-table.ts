import type { Grid } from './grid.ts'
import { type HeaderPath, type Lexicon, looksLikeHeading, matchText, normalHeading } from './headings.ts'

/** 表头占的行与每列的各级文字；行列从 0 起。 */
export interface TableHead {
  top: number
  bottom: number
  paths: ReadonlyMap<number, HeaderPath>
}

const ROWS_SEARCHED = 60
const MOST_LEVELS = 4

/** 像数据而不像表头：号码、日期、长句、带冒号的填空。 */
const dataLike = (text: string) => /^[\d.,，%\-/年月日:\s]+$|\d{6,}|[:：]\s*$|[:：].{2,}/.test(text) || text.length > 60
const headLike = (text: string) =>
  normalHeading(text).length > 0 && normalHeading(text).length <= 20 && !dataLike(text.replace(/[(（].*$/s, ''))
/** 组头还可以是“阶段1：入党申请”“一、基本信息”。 */
const groupLike = (text: string) => headLike(text) || (/^(阶段|第?[一二三四五六七八九十\d]{1,2}[、.．部])/.test(text) && text.length <= 40)

interface Scored {
  row: number
  score: number
  known: number
  named: boolean
  /** 下面几行像人名的有几个。 */
  people: number
}

/** “姓名”下面几行像人名的有几个：考勤表、测评表的其余表头只是数字和等次。 */
const peopleUnder = (grid: Grid, row: number, column: number) =>
  Array.from({ length: 8 }, (_, at) => grid.text(row + 1 + at, column).replace(/\s/g, '')).filter((text) =>
    /^[\u3400-\u9fff]{2,4}$/.test(text),
  ).length

/** 一行有多像表头：认得的字段最重，“姓名”再加分，号码和日期减分。 */
function scoreOf(grid: Grid, row: number, lexicon: Lexicon): Scored {
  const texts = grid.filled(row).map((column) => grid.text(row, column))
  const matches = texts.map((text) => matchText(text, lexicon))
  const known = matches.filter(Boolean).length
  const common = texts.filter((text, at) => !matches[at] && looksLikeHeading(text)).length
  const heads = texts.filter(headLike).length
  const data = texts.filter((text, at) => !matches[at] && dataLike(text)).length
  const nameAt = matches.findIndex((match) => match?.field === 'name')
  const named = nameAt >= 0
  const people = named ? peopleUnder(grid, row, grid.filled(row)[nameAt] ?? 0) : 0
  const penalty = named ? Math.min(4, data * 2) : data * 2
  return {
    row,
    score: known * 3 + common * 1.5 + heads * 0.2 - penalty + (named ? 4 : 0),
    known: known + common * 0.5 + Math.min(1, people / 2),
    named,
    people,
  }
}

/** 最像表头的一行；同分取最上面（重复的表头在下面）。上面已有一张有人的名单时，下面的表头再宽也先读上面的。没有为 undefined。 */
function anchorOf(grid: Grid, lexicon: Lexicon): number | undefined {
  const scored = grid.rows.slice(0, ROWS_SEARCHED).map((row) => scoreOf(grid, row, lexicon))
  const enough = scored.filter(
    ({ row, score, known, named }) => score >= 3 && (known >= 2 || (named && (known > 1 || grid.filled(row).length <= 3))),
  )
  const best = Math.max(...enough.map(({ score }) => score))
  return enough.find(({ score, known, named, people }) => score >= best * 0.8 || (named && known >= 2 && people > 0))?.row
}

const widthOf = (grid: Grid, row: number) => {
  const filled = grid.filled(row)
  return (filled.at(-1) ?? 0) - (filled[0] ?? 0) + 1
}

/** 表头上面的落款：填报单位（盖章）、二〇二四年三月；合并了也不是组头。 */
const dateline = /盖章|公章|填报|填表|制表|报送|统计时间|截至|截止|[〇零○一二三四五六七八九\d]{4}年|页共/

/** 表头行上面一行是不是组头：有横向合并、又不是横跨全表的标题。 */
function isGroupRow(grid: Grid, row: number, anchor: number): boolean {
  const [filled, width] = [grid.filled(row), widthOf(grid, anchor)]
  const texts = filled.map((column) => grid.text(row, column))
  if (filled.length === 0 || !texts.every(groupLike) || texts.some((text) => dateline.test(text))) return false
  const spans = filled.map((column) => {
    const merge = grid.mergeAt(row, column)
    return merge && merge.top === row && merge.left === column ? merge.right - merge.left + 1 : 1
  })
  const widest = Math.max(...spans)
  return filled.length >= 2 ? widest >= 2 : widest >= 2 && widest < width * 0.7 && (filled[0] ?? 0) > (grid.filled(anchor)[0] ?? 0)
}

/** 没有合并的两级表头：下一行只在上一行的空格和组头下面有字。 */
function isLowerLevel(grid: Grid, row: number, lexicon: Lexicon): boolean {
  const [upper, lower] = [grid.filled(row - 1), grid.filled(row)]
  const isName = (text: string) => matchText(text, lexicon)?.field === 'name'
  const underGroups = lower.every((column) => {
    const above = grid.mergeAt(row - 1, column)
    return (
      above !== undefined &&
      above.right > above.left &&
      above.bottom === row - 1 &&
      grid.text(row, column).length <= 12 &&
      !isName(grid.text(row - 1, column))
    )
  })
  if (lower.length >= 2 && underGroups && upper.length >= 2) return true
  if (lower.length === 0 || lower.length >= upper.length + 20 || !lower.every((column) => headLike(grid.text(row, column)))) return false
  const known = lower.filter((column) => matchText(grid.text(row, column), lexicon) || looksLikeHeading(grid.text(row, column)))
  const first = lower[0] ?? 0
  const underGaps = lower.filter((column) => !grid.own(row - 1, column)).length
  const spread = lower.every(
    (column) => !grid.own(row - 1, column) || !grid.own(row - 1, column + 1) || grid.mergeAt(row - 1, column) !== undefined,
  )
  return known.length >= Math.max(1, lower.length * 0.5) && underGaps >= 1 && spread && first > (upper[0] ?? 0)
}

function extentOf(grid: Grid, anchor: number, lexicon: Lexicon): { top: number; bottom: number } {
  let [top, bottom] = [anchor, anchor]
  for (let grown = true; grown && bottom - top < MOST_LEVELS; ) {
    grown = false
    for (let row = top; row <= bottom; row++) {
      for (const column of grid.filled(row)) {
        const merge = grid.mergeAt(row, column)
        if (!merge || merge.bottom - merge.top >= MOST_LEVELS) continue
        if (merge.bottom > bottom) [bottom, grown] = [merge.bottom, true]
      }
    }
    if (bottom < grid.lastRow && isLowerLevel(grid, bottom + 1, lexicon)) [bottom, grown] = [bottom + 1, true]
    if (top > 0 && isGroupRow(grid, top - 1, anchor)) [top, grown] = [top - 1, true]
    const reaching = top > 0 && grid.filled(top - 1).some((column) => (grid.mergeAt(top - 1, column)?.bottom ?? 0) >= top)
    if (reaching) [top, grown] = [top - 1, true]
  }
  return { top, bottom }
}

/** 没有合并而只写在最左一格的组头，向右管到下一个组头。 */
function groupText(grid: Grid, row: number, column: number, top: number): string {
  const here = grid.text(row, column)
  if (here !== '') return here
  for (let left = column - 1; left >= 0 && left > column - 12; left--) {
    const text = grid.text(row, left)
    if (text === '') continue
    const merge = grid.mergeAt(row, left)
    const single = !merge || merge.right === merge.left
    return single && row >= top && !(merge && merge.bottom > row) ? text : ''
  }
  return ''
}

function pathOf(grid: Grid, column: number, top: number, bottom: number): HeaderPath {
  const leaf = Array.from({ length: bottom - top + 1 }, (_, at) => bottom - at).find((row) => grid.text(row, column) !== '')
  if (leaf === undefined || (grid.mergeAt(leaf, column)?.left ?? column) < column) return []
  const parts: string[] = []
  for (let row = top; row <= leaf; row++) {
    const merge = grid.mergeAt(row, column)
    if (merge && merge.right - merge.left > 100) continue
    const text = row === leaf ? grid.text(row, column) : groupText(grid, row, column, top)
    if (text !== '' && parts.at(-1) !== text) parts.push(text)
  }
  return parts
}

/**
 * 在标题行和说明行下面找表头：最像的一行，加上与它合并相连的组头和下级（至多四级）。没有表头为 undefined。
 * @example findTable(grid, lexicon)?.paths.get(3) //=> ['联系方式', '手机']
 */
export function findTable(grid: Grid, lexicon: Lexicon): TableHead | undefined {
  const anchor = anchorOf(grid, lexicon)
  if (anchor === undefined) return undefined
  const { top, bottom } = extentOf(grid, anchor, lexicon)
  const paths = new Map<number, HeaderPath>()
  for (let column = 0; column <= grid.lastColumn; column++) {
    const path = pathOf(grid, column, top, bottom)
    if (path.length > 0) paths.set(column, path)
  }
  return { top, bottom, paths }
}
