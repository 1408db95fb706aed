import type { TableHead } from './find-table.ts'
import type { Grid } from './grid.ts'
import { type HeaderPath, headerKey, type Lexicon, type Match, matchHeader } from './headings.ts'

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

const keyAt = (head: TableHead, column: number) => headerKey(head.paths.get(column) ?? [])

/** 与第一块逐列相同（允许右边缺几列）的重复段从哪些列开始。 */
function repeatsOf(head: TableHead, nameColumn: number, left: number): number[] {
  const key = keyAt(head, nameColumn)
  const again = [...head.paths.keys()].filter((column) => column > nameColumn && keyAt(head, column) === key)
  const first = again[0]
  if (first === undefined) return []
  const width = first - nameColumn
  const columns = Array.from({ length: width }, (_, at) => left + at).filter((column) => column + width > nameColumn)
  const same = again.filter((name) => {
    const shift = name - nameColumn
    const pairs = columns.map((column) => [keyAt(head, column), keyAt(head, column + shift)] as const)
    const equal = pairs.filter(([one, other]) => one !== '' && one === other).length
    const named = pairs.filter(([one]) => one !== '').length
    return pairs.every(([one, other]) => one === other || other === '' || one === '') && (equal >= 2 || named === 1)
  })
  return same.map((name) => name - (nameColumn - left))
}

/** 每个字段至多一列：分高的先挑，同分取左边的。 */
function assign(
  grid: Grid,
  head: TableHead,
  [left, right]: [number, number],
  lexicon: Lexicon,
  fits: (column: number, field: string) => boolean,
): Map<number, string | null> {
  const columns = Array.from({ length: right - left + 1 }, (_, at) => left + at).filter((column) => head.paths.has(column))
  const candidates = columns.flatMap((column): Candidate[] => {
    const match = matchHeader(head.paths.get(column) as HeaderPath, lexicon)
    return match && (!match.vague || fits(column, match.field)) && !hiddenCodes(grid, head, column, columns) ? [{ ...match, column }] : []
  })
  const fields = new Map<number, string | null>(columns.map((column) => [column, null]))
  const taken = new Set<string>()
  for (const { column, field } of candidates.sort((a, b) => b.score - a.score || a.column - b.column)) {
    if (taken.has(field)) continue
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

/** 人改过的对应盖过机器判断；同一字段原来占着的列让出来。 */
function override(block: Block, column: number, field: string | null): void {
  if (field !== null) for (const [other, held] of block.fields) if (held === field && other !== column) block.fields.set(other, null)
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
  const home = regions.find((region) => nameIn(region) !== undefined)
  const [first, last] = [regions[0]?.[0] ?? 0, regions.at(-1)?.[1] ?? 0]
  const starts = home ? repeatsOf(head, nameIn(home) as number, home[0]) : []
  const area: [number, number] = home ?? [first, last]
  const lefts = [area[0], ...starts]
  const blocks = lefts.map((left, at): Block => {
    const width = (lefts[1] ?? left) - area[0]
    const limit = at + 1 < lefts.length ? (lefts[at + 1] as number) - 1 : starts.length > 0 ? Math.min(left + width - 1, last) : area[1]
    return { left, right: limit, fields: assign(grid, head, [left, limit], lexicon, fits) }
  })
  for (const block of blocks) {
    for (const column of block.fields.keys()) {
      const known = mapping.remembered.get(keyAt(head, column))
      if (known !== undefined) override(block, column, known)
    }
    for (const [column, field] of mapping.chosen) if (column >= block.left && column <= block.right) override(block, column, field)
  }
  return blocks
}
