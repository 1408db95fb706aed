import type { Fen } from '../../shared/kit/values.ts'
import { readDay, readFen } from '../../shared/ledger/reading.ts'

/** 对账单的一行：收为正、付为负。 */
export interface StatementLine {
  day: string
  amount: Fen
  summary: string
}

const dayIn = (cell: string): string | null => {
  const read = readDay(cell.trim().slice(0, 10))
  return 'problem' in read ? null : read.value
}
const fenIn = (cell: string): Fen | null => {
  const read = readFen(cell.trim())
  return 'problem' in read ? null : read.value
}

/**
 * 粘贴来的对账单：每行一个日期、一列带正负的金额，或收入、支出两列；其余的字作摘要。看不懂的行数另算。
 * 表头里“支出/借方/付”在“收入/贷方/收”前面的，两列金额照它的次序。
 * @example statementLines('日期\t摘要\t收入\t支出\n2026-03-02\t拨款\t500.00\t').lines → [{ day: '2026-03-02', amount: 50000, summary: '拨款' }]
 */
export function statementLines(text: string): { lines: StatementLine[]; unread: number } {
  const rows = text
    .split(/\r?\n/)
    .map((line) => line.split(/\t|,(?=\s*[-\d￥"]|[^,]*$)/).map((cell) => cell.replaceAll('"', '').trim()))
    .filter((cells) => cells.some((cell) => cell !== ''))
  const header = rows.find((cells) => !cells.some((cell) => dayIn(cell) !== null)) ?? []
  const at = (words: RegExp) => header.findIndex((cell) => words.test(cell))
  const [income, expense] = [at(/收入|贷方|存入|收方/), at(/支出|借方|支取|付方|转出/)]
  const lines: StatementLine[] = []
  let unread = 0
  for (const cells of rows) {
    if (cells === header) continue
    const line = income >= 0 && expense >= 0 ? twoColumns(cells, income, expense) : oneColumn(cells, at(/金额|发生额/))
    if (line) lines.push(line)
    else unread += 1
  }
  return { lines, unread }
}

const described = (cells: readonly string[], amount: Fen): StatementLine | undefined => {
  const day = cells.map(dayIn).find((found) => found !== null)
  if (!day || amount === 0) return undefined
  const words = cells.filter((cell) => cell !== '' && dayIn(cell) === null && fenIn(cell) === null)
  return { day, amount, summary: words.join(' ').slice(0, 200) }
}

const twoColumns = (cells: readonly string[], income: number, expense: number) =>
  described(cells, (fenIn(cells[income] ?? '') ?? 0) - (fenIn(cells[expense] ?? '') ?? 0))

const oneColumn = (cells: readonly string[], known: number) => {
  const amounts = cells.filter((cell) => cell !== '' && dayIn(cell) === null).map(fenIn)
  return described(cells, (known >= 0 ? fenIn(cells[known] ?? '') : amounts.find((amount) => amount !== null)) ?? 0)
}
