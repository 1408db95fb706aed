import { sumOf } from '../kit/money.ts'
import type { Refusal } from '../kit/refusal.ts'
import type { Day, Fen, Month } from '../kit/values.ts'
import { refusal } from '../refusals.ts'
import type { BookLine, BudgetLine, JournalRow } from './contract.ts'

/** 日记账逐行滚算结余。例：withBalance(10000, [{ income: 5000, expense: 0 }])[0]?.balance → 15000 */
export const withBalance = <Row extends { income: Fen; expense: Fen }>(carried: Fen, rows: readonly Row[]): (Row & { balance: Fen })[] => {
  let balance = carried
  return rows.map((row) => {
    balance += row.income - row.expense
    return { ...row, balance }
  })
}

const blank = {
  voucherId: null,
  reverses: null,
  reversedBy: null,
  number: null,
  category: '',
  source: null,
  account: '',
  project: '',
  counterparty: '',
  handler: '',
  witness: '',
  approver: '',
  papers: null,
  note: '',
} as const

const totalsOf = (rows: readonly Pick<JournalRow, 'income' | 'expense'>[]) => ({
  income: sumOf(rows.map(({ income }) => income)),
  expense: sumOf(rows.map(({ expense }) => expense)),
})

/**
 * 收支台账的各行：首行上年结转，每个有账的月末本月合计与本年累计；一年过完（over）才有末行结转下年（templates.md §17）。
 * 本年累计的收入减支出加上年结转，就是那时的结余。
 * @param rows 已滚算结余的日记账，按日期
 * @example bookOf(10000, [], false)[0] → { line: 'carried', summary: '上年结转', balance: 10000, … }
 */
export function bookOf(carried: Fen, rows: readonly JournalRow[], over: boolean): BookLine[] {
  const months = [...Map.groupBy(rows, ({ day }) => day.slice(0, 7))]
  let total = { income: 0, expense: 0 }
  const lines = months.flatMap(([month, entries]): BookLine[] => {
    const inMonth = totalsOf(entries)
    total = { income: total.income + inMonth.income, expense: total.expense + inMonth.expense }
    const balance = entries.at(-1)?.balance ?? carried
    return [
      ...entries.map(({ kind: _, ...entry }) => ({
        ...entry,
        income: entry.income || null,
        expense: entry.expense || null,
        line: 'voucher' as const,
      })),
      { ...blank, line: 'month', day: null, summary: `${Number(month.slice(5))}月合计`, ...inMonth, balance },
      { ...blank, line: 'year', day: null, summary: '本年累计', ...total, balance },
    ]
  })
  const balance = carried + total.income - total.expense
  return [
    { ...blank, line: 'carried', day: null, summary: '上年结转', income: null, expense: null, balance: carried },
    ...lines,
    ...(over ? [{ ...blank, line: 'carriedOver' as const, day: null, summary: '结转下年', income: null, expense: null, balance }] : []),
  ]
}

/** 执行率，百分数一位小数；没有预算为空。例：executionRate(5000, 8000) → 62.5 */
export const executionRate = (executed: Fen, planned: Fen): number | null =>
  planned === 0 ? null : Math.round((executed * 1000) / planned) / 10

/** 一行预算的执行。例：budgetLine({ planned: 8000, executed: 5000, … }) → remaining 3000，rate 62.5 */
export const budgetLine = (line: Omit<BudgetLine, 'remaining' | 'rate'>): BudgetLine => ({
  ...line,
  remaining: line.planned - line.executed,
  rate: executionRate(line.executed, line.planned),
})

interface Closing {
  today: Day
  month: Month
  /** 最早有账的月份；没有账户为空。 */
  first: Month | null
  closed: readonly Month[]
  /** 这个月末之前（含）对不上的核对。 */
  failing: readonly { account: string; day: Day; amount: Fen; book: Fen }[]
}

const nextMonth = (month: Month): Month => {
  const [year = 0, at = 1] = month.split('-').map(Number)
  return at === 12 ? `${year + 1}-01` : `${year}-${String(at + 1).padStart(2, '0')}`
}

/** 从 first 起最早没有结账的月份。例：firstOpenMonth('2026-01', ['2026-01']) → '2026-02' */
export const firstOpenMonth = (first: Month, closed: readonly Month[]): Month => {
  let month = first
  while (closed.includes(month)) month = nextMonth(month)
  return month
}

/**
 * 为什么还不能结这个月；可以则为 undefined。月份要过完，从最早没结的结起，点过的现金与对账单都要对得上。
 * @example whyCannotClose({ today: '2026-03-31', month: '2026-03', first: '2026-01', closed: ['2026-01', '2026-02'], failing: [] })?.code → 'finances.monthNotOver'
 */
export const whyCannotClose = ({ today, month, first, closed, failing }: Closing): Refusal | undefined => {
  if (first === null) return refusal('finances.nothingToClose')
  if (closed.includes(month)) return refusal('finances.alreadyClosed', { month })
  if (today.slice(0, 7) <= month) return refusal('finances.monthNotOver', { month })
  const open = firstOpenMonth(first, closed)
  if (open < month) return refusal('finances.earlierOpen', { month: open })
  const [wrong] = failing
  return wrong && refusal('finances.checkFails', wrong)
}

/** 为什么不能重开这个月；从最后结的往前开。例：whyCannotReopen('2026-01', ['2026-01', '2026-02'])?.code → 'finances.laterClosed' */
export const whyCannotReopen = (month: Month, closed: readonly Month[]): Refusal | undefined => {
  if (!closed.includes(month)) return refusal('finances.notClosed', { month })
  const later = closed.filter((each) => each > month).toSorted()[0]
  return later === undefined ? undefined : refusal('finances.laterClosed', { month: later })
}
