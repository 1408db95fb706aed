import { showFen } from '../kit/money.ts'
import type { Refusal } from '../kit/refusal.ts'
import type { Day, Fen, Month } from '../kit/values.ts'
import { readFen } from '../ledger/reading.ts'
import { refusal } from '../refusals.ts'
import { Amount, type Direction } from './contract.ts'

/** 导入要对照的账：账户、科目、已结的月份、已有的收支，和每个账户逐日的进出。 */
export interface Books {
  accounts: { id: number; name: string; kind: 'cash' | 'bank'; openedOn: Day; closedOn: Day | null }[]
  categories: { id: number; direction: Direction; name: string; retired: boolean }[]
  closed: Month[]
  entries: BookEntry[]
  moves: { accountId: number; day: Day; amount: Fen; opening: boolean }[]
}

/** 账上的一笔收支；红字冲销的金额是负数。 */
export interface BookEntry {
  id: number
  number: number
  side: Direction
  day: Day
  amount: Fen
  summary: string
  note: string
  accountId: number
  /** 冲销了哪一张；自己有没有被冲。 */
  reverses: number | null
  reversed: boolean
}

/** 文件里的一笔：哪一边、多少（红字为负）、记在哪里。 */
export interface Wanted {
  side: Direction
  amount: Fen
  day: Day
  summary: string
  number: string
  account: string
  category: string
}

/** 这一笔怎么办：已有；记上（科目没有的新增）；冲销账上或文件里的某一笔；不能记。 */
export type Plan<Line> =
  | { do: 'skip'; entry: BookEntry }
  | { do: 'post'; accountId: number; category: { id: number } | { name: string } }
  | { do: 'reverse'; of: { voucherId: number } | { line: Line } }
  | { do: 'refuse'; field: string; text: string | Refusal }

const NOTED = '原凭证号 '
/** 原来的凭证号写在备注里：本账的号码连续，不照抄。例：noteOf(['午餐'], '记-12') → '午餐；原凭证号 记-12' */
export const noteOf = (said: readonly string[], number: string): string =>
  [...said.filter(Boolean), ...(number ? [NOTED + number] : [])].join('；')

const notedNumber = (note: string) =>
  note
    .split('；')
    .find((part) => part.startsWith(NOTED))
    ?.slice(NOTED.length)
const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '')
const digits = (number: string) => number.replace(/\D/g, '').replace(/^0+/, '')

/** 冲销凭证的摘要里，括号内是原来的话。 */
const spoken = (entry: BookEntry) => (entry.reverses === null ? undefined : /^冲销第 \d+ 号（(.*)）$/.exec(entry.summary)?.[1])

const dated = ({ day, side, amount }: Pick<Wanted, 'day' | 'side' | 'amount'>) => `${day} ${side} ${amount}`
/** 同一天、同一边、同样金额的里面，摘要相同、凭证号没有说不同的，就是同一笔。 */
const sameEntry = (wanted: Wanted, entry: BookEntry): boolean => {
  if (![entry.summary, spoken(entry)].some((text) => text !== undefined && plain(text) === plain(wanted.summary))) return false
  const noted = notedNumber(entry.note)
  return noted === undefined || wanted.number === '' || plain(noted) === plain(wanted.number)
}

/** 号码也对得上的在前。 */
const byNumber = (wanted: Wanted) => (one: BookEntry, other: BookEntry) => {
  const rank = ({ note, number }: BookEntry) =>
    wanted.number !== '' && (notedNumber(note) === wanted.number || digits(wanted.number) === String(number)) ? 0 : 1
  return rank(one) - rank(other)
}

/** 各账户逐日的进出。 */
function balances(moves: Books['moves']) {
  const days = new Map<number, Map<Day, Fen>>()
  const add = (accountId: number, day: Day, amount: Fen) => {
    const own = days.get(accountId) ?? new Map<Day, Fen>()
    days.set(accountId, own.set(day, (own.get(day) ?? 0) + amount))
  }
  for (const { accountId, day, amount } of moves) add(accountId, day, amount)
  const at = (accountId: number, day: Day) => {
    let sum = 0
    for (const [on, amount] of days.get(accountId) ?? []) if (on <= day) sum += amount
    return sum
  }
  /** 从那天起，日终结余最少的时候还有多少。 */
  const least = (accountId: number, from: Day) => {
    let [sum, low] = [0, Number.POSITIVE_INFINITY]
    for (const [on, amount] of [...(days.get(accountId) ?? [])].sort(([one], [other]) => (one < other ? -1 : 1))) {
      if (on > from) low = Math.min(low, sum)
      sum += amount
    }
    return Math.min(low, sum)
  }
  return { add, at, least }
}

interface Given<Line> {
  books: Books
  today: Day
  choices: Readonly<Record<string, string>>
  wantedOf: (line: Line) => Wanted
  /** 已有的认不认：录入时认过了，不再认一遍。 */
  recognise: boolean
}

const accountWord = { cash: /^(现金|库存现金|钱箱|备用金)$/, bank: /^(银行|银行存款|对公账户|转账)$/ }

/**
 * 一批外来的账怎么记：认出已有的，其余按日期先后、同一天按文件里的次序排好（付不出的等当天的收入进来），
 * 每一笔记上之后账户哪一天日终都不会是负数；不能记的说出为什么。
 * @returns 每一行怎么办，要记的按记账的先后
 */
export function planEntries<Line extends object>(lines: readonly Line[], given: Given<Line>): Map<Line, Plan<Line>> {
  const { books, today, choices, wantedOf, recognise } = given
  const plans = new Map<Line, Plan<Line>>()
  const money = balances(books.moves)
  const free = Map.groupBy(recognise ? books.entries : [], dated)
  const fresh: { line: Line; wanted: Wanted; accountId: number }[] = []
  const reversed = new Set<BookEntry | Line>()

  const accountFor = (name: string) => {
    if (name === '') return books.accounts.find((account) => account.name === choices.account)
    const named = books.accounts.find((account) => plain(account.name) === plain(name))
    const ofKind = books.accounts.filter(({ kind }) => accountWord[kind].test(plain(name)))
    return named ?? (ofKind.length === 1 ? ofKind[0] : undefined)
  }
  const categoryFor = ({ side, category }: Wanted) => {
    const name = category || choices[side] || ''
    const found = books.categories.find((one) => one.direction === side && plain(one.name) === plain(name))
    return { name, found }
  }

  const whyNot = ({ day, amount, side, ...wanted }: Wanted): Plan<Line> | undefined => {
    const no = (field: string, text: string | Refusal): Plan<Line> => ({ do: 'refuse', field, text })
    const account = accountFor(wanted.account)
    if (!account)
      return no(
        'account',
        books.accounts.length === 0 ? '还没有账户，请先在“经费”里立账' : `没有名为“${wanted.account}”的账户，请改成已有的或先开立`,
      )
    if (!Amount.safeParse(Math.abs(amount)).success) return no(side, '金额太大')
    if (day > today) return no('day', refusal('finances.inFuture', { day }))
    if (books.closed.includes(day.slice(0, 7))) return no('day', refusal('finances.monthClosed', { month: day.slice(0, 7) }))
    if (day < account.openedOn) return no('day', refusal('finances.beforeOpening', { name: account.name, on: account.openedOn }))
    if (account.closedOn !== null && day > account.closedOn)
      return no('account', refusal('finances.accountClosed', { name: account.name, on: account.closedOn }))
    const { name, found } = categoryFor({ day, amount, side, ...wanted })
    if (found?.retired && amount > 0) return no('category', refusal('finances.categoryRetired', { category: name }))
    return name === '' && amount > 0 ? no('category', '没有写科目') : undefined
  }

  const short = (accountId: number, { day, side }: Wanted, out: Fen): Plan<Line> | undefined => {
    const balance = money.at(accountId, day)
    const account = books.accounts.find(({ id }) => id === accountId)?.name ?? ''
    if (balance < out) return { do: 'refuse', field: side, text: refusal('finances.shortOf', { account, balance, amount: out }) }
    return money.least(accountId, day) < out ? { do: 'refuse', field: side, text: refusal('finances.overspent') } : undefined
  }

  /** 红字：找它冲的那一笔。摘要写明第几号的按号；不然同样金额的只有一笔才算。 */
  const original = (wanted: Wanted): { entry: BookEntry } | { line: Line; accountId: number } | string => {
    const size = -wanted.amount
    const fits = (day: Day, side: Direction, amount: Fen) => side === wanted.side && amount === size && day <= wanted.day
    const old = books.entries
      .filter((entry) => entry.reverses === null && !entry.reversed && !reversed.has(entry) && fits(entry.day, entry.side, entry.amount))
      .map((entry) => ({ entry, numbers: [notedNumber(entry.note), String(entry.number)], summary: entry.summary }))
    const earlier = fresh
      .filter(({ line, wanted: one }) => !reversed.has(line) && one.amount > 0 && fits(one.day, one.side, one.amount))
      .map(({ line, accountId, wanted: one }) => ({ line, accountId, numbers: [one.number], summary: one.summary }))
    const all = [...old, ...earlier]
    const told = /第?\s*([\w-]*\d+)\s*[号#]/.exec(wanted.summary)?.[1]
    const named = told === undefined ? [] : all.filter(({ numbers }) => numbers.some((one) => one && digits(one) === digits(told)))
    const alike = all.filter(({ summary }) => plain(wanted.summary).includes(plain(summary)))
    const [found] = [named, alike, all].filter((each) => each.length === 1)
    if (found?.[0]) return found[0]
    return all.length === 0
      ? `红字 ${showFen(wanted.amount)} 前面没有同样金额的一笔可冲。如果是退款，请改成收入一栏的正数`
      : `红字 ${showFen(wanted.amount)} 前面有 ${all.length} 笔同样金额的，分不清冲的是哪一笔，请在摘要里写明“冲销第几号”`
  }

  /** 记上一笔；等得着当天别的（收入、要冲的那一笔）时，先不拒绝。 */
  const take = (line: Line): Plan<Line> => {
    const wanted = wantedOf(line)
    if (wanted.amount < 0) {
      const found = original(wanted)
      if (typeof found === 'string') return { do: 'refuse', field: wanted.side, text: found }
      const accountId = 'entry' in found ? found.entry.accountId : found.accountId
      const why = wanted.side === 'income' ? short(accountId, wanted, -wanted.amount) : undefined
      if (why) return why
      money.add(accountId, wanted.day, wanted.side === 'income' ? wanted.amount : -wanted.amount)
      reversed.add('entry' in found ? found.entry : found.line)
      return { do: 'reverse', of: 'entry' in found ? { voucherId: found.entry.id } : { line: found.line } }
    }
    const accountId = accountFor(wanted.account)?.id ?? 0
    const why = wanted.side === 'expense' ? short(accountId, wanted, wanted.amount) : undefined
    if (why) return why
    money.add(accountId, wanted.day, wanted.side === 'income' ? wanted.amount : -wanted.amount)
    fresh.push({ line, wanted, accountId })
    const { name, found } = categoryFor(wanted)
    return { do: 'post', accountId, category: found ? { id: found.id } : { name } }
  }

  const waiting: Line[] = []
  for (const line of lines) {
    const wanted = wantedOf(line)
    const candidates = free.get(dated(wanted)) ?? []
    const [known] = candidates.filter((entry) => sameEntry(wanted, entry)).sort(byNumber(wanted))
    if (known) candidates.splice(candidates.indexOf(known), 1)
    const plan: Plan<Line> | undefined = known ? { do: 'skip', entry: known } : whyNot(wanted)
    if (plan) plans.set(line, plan)
    else waiting.push(line)
  }
  const byDay = Map.groupBy(waiting, (line) => wantedOf(line).day)
  for (const [, today_] of [...byDay].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const late = today_.filter((line) => {
      const plan = take(line)
      if (plan.do !== 'refuse') plans.set(line, plan)
      return plan.do === 'refuse'
    })
    for (const line of late) plans.set(line, take(line))
  }
  return plans
}

/** 一行上的收入、支出，以分计；没有写是零。例：fenOn({ income: '1,234.50' }, 'income') → 123450 */
export const fenOn = (values: Readonly<Record<string, string>>, side: Direction): Fen => {
  const reading = readFen(values[side] ?? '')
  return 'value' in reading ? (reading.value ?? 0) : 0
}
