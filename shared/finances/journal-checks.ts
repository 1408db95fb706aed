import type { CellNote } from '../imports/contract.ts'
import { showFen } from '../kit/money.ts'
import type { Fen } from '../kit/values.ts'

/** 表里的一行数：一笔账、期初（上年结转、承前页）、合计，或期末（结转下年、过次页）。空着为 null。 */
export interface Counted {
  row: number
  kind: 'entry' | 'opening' | 'month' | 'part' | 'total' | 'closing'
  label: string
  income: Fen | null
  expense: Fen | null
  balance: Fen | null
  /** 结余在哪一格。 */
  cell: string
  /** 这一笔的金额读不懂：这里起的数没法核对。 */
  unread: boolean
  warnings: CellNote[]
}

const repeated = '(结转|结余|余额|结存|转来|滚存){0,2}(数|额)?'
const opening = new RegExp(`^(\\d{2,4}年度?)?(上年|上期|上月|上季度?|上页|年初|月初|期初|承前|承上|接前|接上)(度|末|页)?${repeated}$`)
const closing = /^(结转|转入?|过)(下|次)(一?年|页|月|期)度?$|^(期末|月末|年末|年终|本月|本年|本期|当前)(结余|余额|结存)$/
const monthly = /^(\d{1,2}|[一二三四五六七八九十]{1,2}|本|当)?月份?(收支|发生额)?(合计|小计|总计|累计|计)$|^本月发生额$/
const partial = /^(本?页|本期|第?[一二三四1-4]季度|本季度?|上半年|下半年)?(收支)?(小计|合计)$/
const overall = /^(\d{4}年|截至?.{1,12}|自年初|本年|全年|年度|总)?度?(收支)?(累计|合计|总计|共计|总)$/

/** 摘要一格的话说这一行是什么。例：kindOfLabel('本月合计') → 'month'；kindOfLabel('购买学习书籍') → 'entry' */
export const kindOfLabel = (label: string): Counted['kind'] => {
  const plain = label.replace(/[\s:：()（）]/g, '')
  if (opening.test(plain)) return 'opening'
  if (closing.test(plain)) return 'closing'
  if (monthly.test(plain)) return 'month'
  if (/^(合计|总计|共计|累计)$/.test(plain)) return 'total'
  if (partial.test(plain)) return 'part'
  return overall.test(plain) ? 'total' : 'entry'
}

interface Since {
  income: Fen
  expense: Fen
  unread: boolean
}
const nothing = (): Since => ({ income: 0, expense: 0, unread: false })

/** 合计行与上面各行：哪里不符。期初写在收入里的表，合计可以含它，也可以不含。 */
function differing(line: Counted, since: Since, carried: Fen): string[] {
  return (['income', 'expense'] as const).flatMap((side) => {
    const written = line[side]
    const word = side === 'income' ? '收入' : '支出'
    if (written === null || written === since[side] || (side === 'income' && carried !== 0 && written === since.income + carried)) return []
    return [`${word}写的是 ${showFen(written)}，上面各行相加是 ${showFen(since[side])}，差 ${showFen(written - since[side])}`]
  })
}

/**
 * 从上往下核对：每一行的结余 = 上一行结余 + 收入 − 支出；合计与上面各行相加相符。
 * 断在哪一行只说那一行（往下按它写的接着算），提醒写在行上；合计、结转各行核对的结果按行号给出。
 * @example checkCounts([{ kind: 'opening', balance: 10000, … }, { kind: 'entry', income: 500, balance: 10400, … }]) 后一行的提醒：第 6 行结余应为 105.00，表里写的是 104.00
 */
export function checkCounts(lines: readonly Counted[]): Map<number, string> {
  const said = new Map<number, string>()
  const sums = { month: nothing(), part: nothing(), total: nothing() }
  let [running, carried, firstSeen]: [Fen | null, Fen, boolean] = [null, 0, false]
  let entry: Counted | undefined
  /** 合计行不导入，它的不符提醒在上面最近的一笔账上。 */
  const warn = (line: Counted, text: string, field: string) =>
    (line.kind === 'entry' ? line : entry)?.warnings.push({ field, cell: line.cell, text })
  const checkBalance = (line: Counted): boolean => {
    if (line.balance === null) return true
    const fits = running === null || running === line.balance
    if (!fits)
      warn(
        line,
        `第 ${line.row} 行${line.kind === 'entry' ? '' : `“${line.label}”`}结余应为 ${showFen(running ?? 0)}，表里写的是 ${showFen(line.balance)}`,
        'balance',
      )
    running = line.balance
    return fits
  }
  for (const line of lines) {
    if (line.kind === 'opening') {
      const amount = line.balance ?? (line.income === null && line.expense === null ? null : (line.income ?? 0) - (line.expense ?? 0))
      if (!firstSeen) carried = line.income ?? 0
      const fits = amount === null || running === null || running === amount
      if (!fits) warn(line, `第 ${line.row} 行“${line.label}”应为 ${showFen(running ?? 0)}，表里写的是 ${showFen(amount ?? 0)}`, 'balance')
      running = amount ?? running
      firstSeen = true
      said.set(
        line.row,
        amount === null ? `“${line.label}”没有写数` : `“${line.label}”${showFen(amount)}，只用来核对${fits ? '' : '，与上面的结余不符'}`,
      )
      continue
    }
    if (line.kind === 'entry') {
      for (const sum of Object.values(sums)) {
        sum.income += line.income ?? 0
        sum.expense += line.expense ?? 0
        sum.unread ||= line.unread
      }
      running = running === null || line.unread ? null : running + (line.income ?? 0) - (line.expense ?? 0)
      checkBalance(line)
      entry = line
      continue
    }
    const fits = checkBalance(line)
    const sum = line.kind === 'closing' ? undefined : sums[line.kind]
    if (!sum || line.kind === 'closing') {
      if (line.label.includes('年')) sums.total = nothing()
      said.set(line.row, `“${line.label}”，${fits ? '与上面的结余相符' : '与上面的结余不符'}`)
      continue
    }
    const wrong = sum.unread ? [] : differing(line, sum, carried)
    if (wrong.length > 0) warn(line, `第 ${line.row} 行“${line.label}”：${wrong.join('；')}`, 'summary')
    said.set(
      line.row,
      sum.unread
        ? `“${line.label}”，上面有读不懂的金额，没有核对`
        : `“${line.label}”，${wrong.length === 0 && fits ? '与上面各行相符' : [...wrong, ...(fits ? [] : ['结余不符'])].join('；')}`,
    )
    if (line.kind !== 'total') sums[line.kind] = nothing()
  }
  return said
}
