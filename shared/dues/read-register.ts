import { yearIn } from '../finances/journal-days.ts'
import type { Block } from '../imports/blocks.ts'
import type { BodyReader } from '../imports/body-reader.ts'
import type { TableHead } from '../imports/find-table.ts'
import { addressOf, type Grid } from '../imports/grid.ts'
import { lexiconOf } from '../imports/headings.ts'
import type { ReadRow } from '../imports/member-checks.ts'
import { readBody } from '../imports/read-body.ts'
import { showFen, sumOf } from '../kit/money.ts'
import { readFen } from '../ledger/reading.ts'
import { fenIn, MONTH_FIELDS } from './import-ledger.ts'

const columnOf = (block: Block, field: string) => [...block.fields].find(([, one]) => one === field)?.[0]

/** 年份：月份上面的组头、标题、表名里写的；没有写的为空，由人先定的那一年算。 */
function yearOf(grid: Grid, head: TableHead | undefined): number | undefined {
  const groups = [...(head?.paths.values() ?? [])].flatMap((path) => path.slice(0, -1))
  const titles = grid.rows.filter((row) => row < (head?.top ?? 0)).flatMap((row) => grid.filled(row).map((at) => grid.text(row, at)))
  return [...groups, ...titles, grid.sheet.name].map(yearIn).find((year) => year !== undefined)
}

/** 表下面又有写着年份的小标题：那一行起是另一年的。例：“2025年度党费收缴台账” */
const yearTitles = (grid: Grid, head: TableHead | undefined) =>
  grid.rows.flatMap((row) => {
    const [column, ...rest] = row > (head?.bottom ?? -1) ? grid.filled(row) : []
    const text = column === undefined || rest.length > 0 ? '' : grid.text(row, column)
    const year = text.length <= 40 && /党费|台账|缴|交/.test(text) && !/[:：]/.test(text) ? yearIn(text) : undefined
    return year === undefined ? [] : [{ row: row + 1, year }]
  })

const paidIn = ({ values }: Pick<ReadRow, 'values'>) => sumOf(MONTH_FIELDS.map((field) => fenIn(values[field])))

/** 全年实交与十二格相加不同的，提醒。 */
function checkTotal(row: ReadRow): void {
  const written = row.values.paid
  if (written === undefined || fenIn(written) === paidIn(row)) return
  row.warnings.push({
    field: 'paid',
    cell: row.cells.paid ?? `第 ${row.row} 行`,
    text: `全年实交写的是 ${written}，十二个月相加是 ${showFen(paidIn(row))}`,
  })
}

/** 合计行：每一月的合计与上面各人相加对照，写成跳过的原因。 */
function totalsSaid(grid: Grid, block: Block, row: number, people: readonly ReadRow[]): string {
  const above = people.filter((person) => person.row < row + 1)
  if (above.some(({ errors }) => errors.length > 0)) return '合计行，上面有读不懂的，没有核对'
  const wrong = [...MONTH_FIELDS, 'paid'].flatMap((field) => {
    const at = columnOf(block, field)
    const reading = readFen(at === undefined ? '' : grid.text(row, at))
    const sum = field === 'paid' ? sumOf(above.map(paidIn)) : sumOf(above.map(({ values }) => fenIn(values[field])))
    const label = field === 'paid' ? '全年' : `${Number(field.slice(1))}月`
    return 'value' in reading && reading.value !== null && reading.value !== sum
      ? [`${label}写的是 ${showFen(reading.value)}，上面相加是 ${showFen(sum)}（${addressOf(row, at ?? 0)}）`]
      : []
  })
  return wrong.length === 0 ? '合计行，与上面各人相符' : `合计行，${wrong.join('；')}`
}

const read: BodyReader['read'] = (grid, head, blocks, given) => {
  const outcome = readBody(grid, head, [...blocks], lexiconOf(given.ledger), given)
  const [block] = blocks
  const titles = yearTitles(grid, head)
  const sectionOf = (row: number) => titles.findLast((title) => title.row < row)
  const first = yearOf(grid, head)
  const monthly = !block || MONTH_FIELDS.some((field) => columnOf(block, field) !== undefined)
  for (const row of outcome.people) {
    row.values.year = String(sectionOf(row.row)?.year ?? first ?? '')
    if (monthly) checkTotal(row)
    else row.errors.push({ field: 'name', cell: row.cells.name ?? `第 ${row.row} 行`, text: '没有找到一月到十二月的列，没有可记的' })
  }
  const plain = (text: string) => text.replace(/\s/g, '')
  const isTotal = (row: number) => grid.filled(row).some((at) => /^(合计|总计)$/.test(plain(grid.text(row, at))))
  return {
    ...outcome,
    skipped: outcome.skipped.map(({ row, reason }) =>
      block && reason === '合计行' && isTotal(row - 1)
        ? {
            row,
            reason: totalsSaid(
              grid,
              block,
              row - 1,
              outcome.people.filter((one) => one.row > (sectionOf(row)?.row ?? 0)),
            ),
          }
        : { row, reason },
    ),
  }
}

const advise: BodyReader['advise'] = ({ grid, head, blocks = [], people = [] }) => {
  const fields = new Set(blocks.flatMap((block) => [...block.fields.values()]))
  if (grid.lastRow < 0) return '空的工作表，没有内容。'
  if (!head || !fields.has('name')) return '没有找到党费收缴台账的表头（姓名、1月至12月）。请选择每人一行、每月一格的表。'
  if (!MONTH_FIELDS.some((field) => fields.has(field))) return '没有找到一月到十二月的列，请在下面指明。'
  if (people.length === 0) return '表头认得，但下面还没有人。'
  const year = people[0]?.values.year
  return `读到 ${people.length} 人，实交合计 ${showFen(sumOf(people.map(paidIn)))} 元。${year ? `按标题里的 ${year} 年记。` : '标题里没有年份，按上面先定的年份记。'}`
}

/** 党费收缴台账（templates.md §15）：一人一行，十二个月各一格。 */
export const registerBody: BodyReader = { read, advise }
