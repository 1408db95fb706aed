import type { TableHead } from './find-table.ts'
import type { Grid } from './grid.ts'
import {
  aboutOthers,
  type HeaderPath,
  headerKey,
  isOthersPhone,
  isSerialHeading,
  type Lexicon,
  type Match,
  matchHeader,
  matchText,
} from './headings.ts'
import { subjectOf } from './titles.ts'

/** 并排的一块：同样的表头在右边重复一遍时，一张表有几块；列从 0 起，含首尾。 */
export interface Block {
  left: number
  right: number
  /** 列 → 字段；不导入的列为 null。 */
  fields: Map<number, string | null>
}

export interface Mapping {
  /** 人这次或上次定的：规范表头 → 字段。 */
  remembered: ReadonlyMap<string, string | null>
  /** 人这次改的：列字母对应的列号 → 字段。 */
  chosen: ReadonlyMap<number, string | null>
}

interface Candidate extends Match {
  column: number
}

/** 表头连成的几段：中间空着整列（没有表头也没有内容）就断开。 */
function regionsOf(grid: Grid, head: TableHead): [number, number][] {
  const used = new Set<number>(head.paths.keys())
  for (const path of head.paths.keys()) {
    for (let right = path + 1; right <= grid.lastColumn && !head.paths.has(right) && grid.text(head.bottom, right) !== ''; right++)
      used.add(right)
  }
  for (const row of grid.rows)
    if (row > head.bottom)
      for (const column of grid.filled(row)) if (head.paths.has(column - 1) || head.paths.has(column + 1)) used.add(column)
  const regions: [number, number][] = []
  for (const column of [...used].sort((a, b) => a - b)) {
    const last = regions.at(-1)
    if (last && column === last[1] + 1) last[1] = column
    else regions.push([column, column])
  }
  return regions
}

/** 隔着空列的一段，每一行都跟着名单里的人：还是这张名单（中间只是空了一列），不是旁边的代码表。 */
function widened(grid: Grid, head: TableHead, home: [number, number], others: [number, number][]): [number, number] {
  const within = (row: number, [left, right]: [number, number]) => grid.filled(row).some((column) => column >= left && column <= right)
  const next = others[0]
  if (!next) return home
  const rows = grid.rows.filter((row) => row > head.bottom && within(row, next))
  const people = grid.rows.filter((row) => row > head.bottom && within(row, home))
  return next[0] === home[1] + 2 && rows.length >= people.length * 0.5 && rows.every((row) => within(row, home))
    ? widened(grid, head, [home[0], next[1]], others.slice(1))
    : home
}

/** 认重复用的键：组头说的是别人时整条都算，否则只看叶子（正式党员 | 姓名 与 预备党员 | 姓名 是并排的两块）。 */
const keyAt = (head: TableHead, column: number) => {
  const path = head.paths.get(column) ?? []
  return headerKey(aboutOthers(path) ? path : path.slice(-1))
}

const textsIn = (head: TableHead, left: number, right: number) =>
  Array.from({ length: right - left + 1 }, (_, at) => keyAt(head, left + at))

/** 另一个“姓名”从哪一列起算新的一块：逐列与第一块相同，或者它前面重新起了序号、空了一列。 */
function repeatsOf(head: TableHead, nameColumn: number, left: number): number[] {
  const key = keyAt(head, nameColumn)
  const again = [...head.paths.keys()].filter((column) => column > nameColumn && keyAt(head, column) === key).sort((a, b) => a - b)
  const first = again[0]
  if (first === undefined) return []
  const width = first - nameColumn
  const pattern = textsIn(head, left, left + width - 1)
  return again.flatMap((name) => {
    const start = name - (nameColumn - left)
    const here = textsIn(head, start, start + width - 1)
    const agree = pattern.every((one, at) => one === here[at] || one === '' || here[at] === '')
    const equal = pattern.filter((one, at) => one !== '' && one === here[at]).length
    if (agree && (equal >= 2 || pattern.filter(Boolean).length === 1)) return [start]
    if (isSerialHeading(head.paths.get(name - 1) ?? [])) return [name - 1]
    return head.paths.has(name - 1) ? [] : [name]
  })
}

/** 员工花名册里的“转正时间”是试用期转正，与入党无关：有入职、试用而没有一处说到党。 */
const aboutJobs = (head: TableHead) => {
  const all = [...head.paths.values()].flat().join(' ')
  return /入职|试用|离职/.test(all) && !/党/.test(all)
}

/** 每个字段至多一列（可以占几列的除外）：分高的先挑，同分取左边的。标题说是发展对象的，“确定时间”就是发展对象确定时间。 */
function assign(
  grid: Grid,
  head: TableHead,
  [left, right]: [number, number],
  lexicon: Lexicon,
  fits: (column: number, field: string) => boolean,
): Map<number, string | null> {
  const columns = Array.from({ length: right - left + 1 }, (_, at) => left + at).filter((column) => head.paths.has(column))
  const jobWords = aboutJobs(head)
  const subject = subjectOf(grid, head)
  const candidates = columns.flatMap((column): Candidate[] => {
    const path = head.paths.get(column) as HeaderPath
    const match = (subject && matchText(subject + (path.at(-1) ?? ''), lexicon)) || matchHeader(path, lexicon)
    if (!match || (match.field === 'fullMemberOn' && jobWords) || hiddenCodes(grid, head, column, columns)) return []
    if (isOthersPhone(head.paths.get(column - 1) ?? [], match.field)) return []
    if (!match.vague || fits(column, match.field)) return [{ ...match, column }]
    const spare = match.field === 'standing' && fits(column, 'category')
    return spare ? [{ ...match, field: 'category', score: match.score - 20, column }] : []
  })
  const fields = new Map<number, string | null>(columns.map((column) => [column, null]))
  const taken = new Set<string>()
  for (const { column, field, many } of candidates.sort((a, b) => b.score - a.score || a.column - b.column)) {
    if (taken.has(field) && !many) continue
    taken.add(field)
    fields.set(column, field)
  }
  return fields
}

/** 隐藏的列如果在没有别的内容的行里也有字，就是下拉选项用的代码表，不是人的资料。 */
function hiddenCodes(grid: Grid, head: TableHead, column: number, columns: number[]): boolean {
  if (!grid.sheet.hiddenColumns.includes(column)) return false
  const visible = columns.filter((other) => !grid.sheet.hiddenColumns.includes(other))
  return grid.rows.some(
    (row) => row > head.bottom && grid.own(row, column) !== undefined && visible.every((other) => grid.own(row, other) === undefined),
  )
}

/** 人改过的对应盖过机器判断；同一字段原来占着的列让出来（可以占几列的不用让）。 */
function override(block: Block, column: number, field: string | null, many: ReadonlySet<string>): void {
  if (field !== null && !many.has(field))
    for (const [other, held] of block.fields) if (held === field && other !== column) block.fields.set(other, null)
  block.fields.set(column, field)
}

/** 表头 → 一块或并排的几块，每块的列对应到字段。没有“姓名”的表整张是一块。 */
export function blocksOf(
  grid: Grid,
  head: TableHead,
  lexicon: Lexicon,
  mapping: Mapping,
  fits: (column: number, field: string) => boolean,
): Block[] {
  const regions = regionsOf(grid, head)
  const nameIn = ([left, right]: [number, number]) =>
    [...head.paths.keys()]
      .sort((a, b) => a - b)
      .find((column) => column >= left && column <= right && matchHeader(head.paths.get(column) as HeaderPath, lexicon)?.field === 'name')
  const named = regions.find((region) => nameIn(region) !== undefined)
  const home =
    named &&
    widened(
      grid,
      head,
      named,
      regions.filter((region) => region[0] > named[1] && nameIn(region) === undefined),
    )
  const [first, last] = [regions[0]?.[0] ?? 0, regions.at(-1)?.[1] ?? 0]
  const starts = home ? repeatsOf(head, nameIn(home) as number, home[0]) : []
  const area: [number, number] = home ?? [first, last]
  const lefts = [area[0], ...starts]
  const endOf = (column: number) =>
    (home && column <= home[1] ? home : undefined)?.[1] ?? regions.find(([left, right]) => column >= left && column <= right)?.[1] ?? column
  const blocks = lefts.map((left, at): Block => {
    const next = lefts[at + 1]
    const right = next === undefined ? endOf(left) : Math.min(next - 1, endOf(next - 1))
    return { left, right, fields: assign(grid, head, [left, right], lexicon, fits) }
  })
  const many = new Set([...lexicon.values()].flatMap((match) => (match.many ? [match.field] : [])))
  for (const block of blocks) {
    for (const column of block.fields.keys()) {
      const known = mapping.remembered.get(headerKey(head.paths.get(column) ?? []))
      if (known !== undefined) override(block, column, known, many)
    }
    for (const [column, field] of mapping.chosen) if (column >= block.left && column <= block.right) override(block, column, field, many)
  }
  return blocks
}
