import { columnsOf, type Ledger } from '../ledger/define.ts'
import { advise } from './advice.ts'
import { type Block, blocksOf } from './blocks.ts'
import { readCell } from './cells.ts'
import { classify } from './classify.ts'
import type { Adjustments, SheetPreview, UnderstoodRow } from './contract.ts'
import { findTable, type TableHead } from './find-table.ts'
import { type Grid, gridOf, letterOf } from './grid.ts'
import { headerKey, headerText, lexiconOf } from './headings.ts'
import type { ReadRow } from './member-checks.ts'
import type { RawSheet } from './raw.ts'
import { readBody, type Understanding } from './read-body.ts'
import { listsNonMembers } from './titles.ts'

export const noAdjustments: Adjustments = { fields: {}, cells: {}, leaveOut: [], answers: {}, columns: {}, changes: {} }

/** 看懂了的一张表，还没有与台账对照。 */
export type Understood = Omit<SheetPreview, 'rows'> & { rows: UnderstoodRow[] }

/** 这一列的值多半读得懂，短而含糊的表头（类别、状态）才算数；没有值时算数。 */
function fitsValues(grid: Grid, head: TableHead, ledger: Ledger) {
  return (column: number, field: string) => {
    const description = columnsOf(ledger).find((found) => found.field === field)?.column
    const cells = grid.rows
      .filter((row) => row > head.bottom)
      .slice(0, 50)
      .flatMap((row) => grid.own(row, column) ?? [])
    const readable = cells.filter((cell) => description && !('problem' in readCell(cell, description)))
    return readable.length >= cells.length * 0.5
  }
}

const samplesOf = (grid: Grid, head: TableHead | undefined, column: number) =>
  grid.rows
    .filter((row) => row > (head?.bottom ?? -1))
    .slice(0, 30)
    .flatMap((row) => grid.own(row, column)?.text.trim().slice(0, 60) ?? [])
    .slice(0, 3)

function columnsFor(grid: Grid, head: TableHead | undefined, blocks: Block[], given: Understanding): SheetPreview['columns'] {
  const fieldOf = new Map(blocks.flatMap((block) => [...block.fields]))
  const columns = new Set([...(head?.paths.keys() ?? []), ...fieldOf.keys()])
  return [...columns]
    .sort((a, b) => a - b)
    .map((column) => {
      const path = head?.paths.get(column) ?? []
      const chosen = Object.hasOwn(given.adjustments.fields, letterOf(column))
      return {
        letter: letterOf(column),
        header: headerText(path),
        field: fieldOf.get(column) ?? null,
        samples: samplesOf(grid, head, column),
        remembered: !chosen && given.remembered.has(headerKey(path)) && fieldOf.has(column),
      }
    })
}

const chosenOf = (grid: Grid, fields: Adjustments['fields']) =>
  new Map(
    Array.from({ length: grid.lastColumn + 1 }, (_, column) => column).flatMap((column) =>
      Object.hasOwn(fields, letterOf(column)) ? [[column, fields[letterOf(column)] ?? null] as const] : [],
    ),
  )

/** 没有表头：每一列都等人指定。 */
const bareBlock = (grid: Grid, chosen: ReadonlyMap<number, string | null>): Block => ({
  left: 0,
  right: grid.lastColumn,
  fields: new Map(Array.from({ length: grid.lastColumn + 1 }, (_, column) => [column, chosen.get(column) ?? null])),
})

/** 发展党员的进度表：有申请、积极分子这些列，有入党时间一列而这个人是空的，也没有写类别。 */
const stillDeveloping = (head: TableHead | undefined, { values, cells }: ReadRow): boolean =>
  cells.joinedOn !== undefined &&
  !values.joinedOn &&
  !values.fullMemberOn &&
  !values.category &&
  [...(head?.paths.values() ?? [])].some((path) => /积极分子|发展对象|入党申请|申请入党/.test(path.at(-1) ?? ''))

const understoodRow = ({ row, values, warnings, errors, cells }: ReadRow): UnderstoodRow => ({
  row,
  at: cells.name ?? Object.values(cells)[0] ?? `第 ${row} 行`,
  values,
  warnings,
  errors,
})

/**
 * 看懂一张原样的表：找表头、对应字段、逐行读值与核对。行数守恒：表头以下的行 = 可导入 + 有错 + 跳过。
 * 不接触名册；是否已有此人由服务补上。
 * @example understand(sheet, { ledger: membersLedger, adjustments: noAdjustments, remembered: new Map(), today: '2026-03-05' }).kind //=> 'table'
 */
export function understand(sheet: RawSheet, given: Understanding): Understood {
  const grid = gridOf(sheet, given.adjustments.cells)
  const lexicon = lexiconOf(given.ledger)
  const head = findTable(grid, lexicon)
  const kind = classify(grid, head, lexicon)
  if (kind !== 'table')
    return { name: sheet.name, kind, advice: advise(kind, { grid }), headerRows: [], columns: [], rows: [], skipped: [] }
  const chosen = chosenOf(grid, given.adjustments.fields)
  const blocks = head
    ? blocksOf(grid, head, lexicon, { remembered: given.remembered, chosen }, fitsValues(grid, head, given.ledger))
    : [bareBlock(grid, chosen)]
  const { people, skipped } = readBody(grid, head, blocks, lexicon, given)
  for (const row of people)
    if (stillDeveloping(head, row))
      row.errors.push({
        field: 'joinedOn',
        cell: row.cells.joinedOn ?? `第 ${row.row} 行`,
        text: '没有入党时间，像是还在发展过程中，不登记为党员；如已入党请填上入党时间',
      })
  if (listsNonMembers(grid, head, blocks))
    for (const row of people)
      row.errors.push({ field: 'category', cell: row.cells.name ?? `第 ${row.row} 行`, text: '标题说的是还没有入党的人，不登记为党员' })
  return {
    name: sheet.name,
    kind,
    advice: advise(kind, { grid, head, blocks, people }),
    headerRows: head ? Array.from({ length: head.bottom - head.top + 1 }, (_, at) => head.top + at + 1) : [],
    columns: columnsFor(grid, head, blocks, given),
    rows: people.map(understoodRow),
    skipped,
  }
}

/** 人改过的列所在的表头键，导入后记住。 */
export function chosenHeaders(sheet: RawSheet, given: Understanding): { headerPath: string; field: string | null }[] {
  const grid = gridOf(sheet)
  const head = findTable(grid, lexiconOf(given.ledger))
  return [...chosenOf(grid, given.adjustments.fields)].flatMap(([column, field]) => {
    const key = headerKey(head?.paths.get(column) ?? [])
    return key ? [{ headerPath: key, field }] : []
  })
}
