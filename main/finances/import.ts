import { type Direction, MoneySource } from '../../shared/finances/contract.ts'
import { journalImport } from '../../shared/finances/import-ledger.ts'
import { type Books, fenOn, noteOf, type Plan, planEntries, type Wanted } from '../../shared/finances/import-plan.ts'
import { journalBody } from '../../shared/finances/read-journal.ts'
import { sourceWords } from '../../shared/finances/words.ts'
import type { Ask, CellNote } from '../../shared/imports/contract.ts'
import { chosenHeaders, understand } from '../../shared/imports/understand.ts'
import { showFen, sumOf } from '../../shared/kit/money.ts'
import type { Fen } from '../../shared/kit/values.ts'
import { readChoice } from '../../shared/ledger/reading.ts'
import { explain } from '../../shared/refusals.ts'
import type { CommandContext, Reader, Writer } from '../core/services.ts'
import { entering } from '../imports/entering.ts'
import type { Finding, ReadLine, Setting, Target } from '../imports/target.ts'
import { booksOf, totalsOf } from './import-rows.ts'
import { startingCategories } from './pack.ts'
import * as books from './repository.ts'
import { annotate, existingVoucher, post, reverse } from './vouchers.ts'

type Line = Pick<ReadLine, 'row' | 'values'>

const wantedOf = ({ values }: Line): Wanted => {
  const side: Direction = values.income === undefined ? 'expense' : 'income'
  const { day = '', summary = '', number = '', account = '', category = '' } = values
  return { side, amount: fenOn(values, side), day, summary, number, account, category }
}

const plan = (lines: readonly Line[], existing: Books, { choices, today }: Setting, recognise: boolean) =>
  planEntries(lines, { books: existing, today, choices, wantedOf, recognise })

/** 别的说法也认得的资金来源；认不得的不猜，记作人选的那一种，原话留在备注里。 */
const alsoSources: Record<string, MoneySource> = {
  ...{ 财政拨款: 'fiscal', 财政资金: 'fiscal', 单位拨款: 'unit', 单位经费: 'unit', 行政经费: 'unit', 会员会费: 'dues' },
  ...{ 返还党费: 'refund', 自筹资金: 'self', 党员自筹: 'self', 捐赠: 'donation', 捐款: 'donation', 赞助: 'donation' },
}
const sourceOf = (text: string): MoneySource | undefined => {
  const reading = readChoice(text, sourceWords, alsoSources)
  return 'value' in reading ? (reading.value ?? undefined) : undefined
}
const chosenSource = ({ choices }: Setting): MoneySource =>
  MoneySource.options.find((source) => sourceWords[source] === choices.source) ?? 'other'

const noteFor = ({ values: { note = '', source = '', number = '' } }: Line) =>
  noteOf([note, source !== '' && sourceOf(source) === undefined ? `资金来源：${source}` : ''], number)

const note = (line: Line, field: string, text: string): CellNote => ({ field, cell: `第 ${line.row} 行`, text })

const transferLike = /^(提现|取现|存现|提取现金|提取?备用金|现金存入?银行|存入?银行|银行取款|转存)/

/** 记得上，但值得看一眼的；新科目只在头一回说。 */
function doubts(line: Line, category: { id: number } | { name: string }, setting: Setting, founded: Set<string>): CellNote[] {
  const { summary = '', source = '', category: named = '' } = line.values
  const said: CellNote[] = []
  if (named !== '' && 'name' in category && !founded.has(category.name)) {
    founded.add(category.name)
    said.push(note(line, 'category', `科目“${category.name}”是新的，导入时新增`))
  }
  if (source !== '' && sourceOf(source) === undefined)
    said.push(note(line, 'source', `“${source}”不在可选的来源里，记作“${sourceWords[chosenSource(setting)]}”，原话写进备注`))
  if (transferLike.test(summary))
    said.push(note(line, 'summary', '像是自己两个账户之间转钱，不是收入支出；如果是，不要导入这一行，用“取现、存现”记'))
  return said
}

/** 第一笔之前文件里有多少，与账上那时有多少；不同的说出来，往下的结余都会差这么多。 */
function openingDiffers(line: Line, { moves, accounts }: Books, { choices }: Setting): CellNote[] {
  const account = accounts.find(({ name }) => name === choices.account)
  if (!line.values.balance || !account) return []
  const { day = '', balance = '' } = line.values
  const before = fenOn({ income: balance }, 'income') - fenOn(line.values, 'income') + fenOn(line.values, 'expense')
  const held = (own: (id: number) => boolean) =>
    sumOf(moves.filter((move) => own(move.accountId) && (move.opening || move.day < day)).map(({ amount }) => amount))
  const book = held((id) => id === account.id)
  if (before === book || before === held(() => true)) return []
  const text = `这一笔之前，表里的结余是 ${showFen(before)}，账上“${account.name}”是 ${showFen(book)}，差 ${showFen(before - book)}；请核对期初`
  return [note(line, 'balance', text)]
}

function findingFor(line: Line, planned: Plan<Line>, setting: Setting, founded: Set<string>): Finding {
  if (planned.do === 'skip')
    return { is: 'known', record: { id: planned.entry.id, name: `第 ${planned.entry.number} 号` }, differences: [] }
  if (planned.do === 'refuse')
    return { is: 'wrong', errors: [note(line, planned.field, typeof planned.text === 'string' ? planned.text : explain(planned.text))] }
  if (noteFor(line).length > 200) return { is: 'wrong', errors: [note(line, 'note', '备注连同原凭证号超过 200 字，请写短些')] }
  if (planned.do === 'reverse') return { is: 'new', warnings: [note(line, wantedOf(line).side, '红字：记作冲销前面的那一笔')] }
  return { is: 'new', warnings: doubts(line, planned.category, setting, founded) }
}

/** 没有写科目的记作什么：已有的科目里选，没有“其他”的可以新增一个。 */
async function categoryAsk(db: Reader, organizationId: number, direction: Direction): Promise<Ask> {
  const own = (await books.categories(db, organizationId)).filter((each) => each.direction === direction && each.retired === 0)
  const other = startingCategories().findLast((each) => each.direction === direction)?.name ?? ''
  const choices = [...new Set([...own.map(({ name }) => name), other])]
  const chosen = choices.find((name) => name.startsWith('其他')) ?? other
  return { key: direction, label: direction === 'income' ? '没写科目的收入' : '没写科目的支出', choices, chosen }
}

/** 文件里写了而账上没有的科目，用到哪个新增哪个。 */
function founding(db: Writer, organizationId: number) {
  const founded = new Map<string, number>()
  return async (direction: Direction, name: string) => {
    const key = `${direction} ${name}`
    const id = founded.get(key) ?? (await books.insertCategory(db, { organizationId, direction, name }))
    founded.set(key, id)
    return id
  }
}

const particularsOf = (line: Line) => {
  const { counterparty = '', handler = '', witness = '', approver = '', papers = '0' } = line.values
  const links = { projectId: null, meetingId: null, decidedBy: null }
  return { counterparty, handler, witness, approver, papers: Number(papers), note: noteFor(line), ...links }
}

/** 按排好的先后逐笔记账，与“记账”“红字冲销”同一套函数；再从账上读出真记了多少。 */
async function enter(context: CommandContext, lines: readonly Line[], existing: Books, setting: Setting): Promise<readonly Fen[]> {
  const { organizationId } = setting
  const categoryNamed = founding(context.db, organizationId)
  const posted = new Map<Line, number>()
  for (const [line, planned] of entering(context.job, [...plan(lines, existing, setting, false)])) {
    const { side, day, amount, summary } = wantedOf(line)
    if (planned.do === 'post') {
      const categoryId = 'id' in planned.category ? planned.category.id : await categoryNamed(side, planned.category.name)
      const source = sourceOf(line.values.source ?? '') ?? chosenSource(setting)
      const money = { organizationId, direction: side, day, summary, amount, accountId: planned.accountId, categoryId, source }
      posted.set(line, (await post(context, { ...money, recipients: [], ...particularsOf(line) })).id)
    } else if (planned.do === 'reverse') {
      const original = 'voucherId' in planned.of ? planned.of.voucherId : (posted.get(planned.of.line) ?? 0)
      const { id } = await reverse(context, { id: original, day, reason: summary.slice(0, 180) })
      const { projectId, meetingId, decidedBy } = await existingVoucher(context.db, original)
      await annotate(context, { id, particulars: { ...particularsOf(line), projectId, meetingId, decidedBy } })
      posted.set(line, id)
    } else throw new Error(`row ${line.row} was accepted and cannot be posted`)
  }
  const { income, expense } = await totalsOf(context.db, [...posted.values()])
  return [income, expense]
}

/** 外来的收支台账怎样记进账里。 */
export const financesTarget: Target<Books> = {
  ledger: journalImport,
  reading: {
    understand: (sheet, given) => understand(sheet, given, journalBody),
    chosenHeaders: (sheet, given) => chosenHeaders(sheet, given, journalBody),
  },

  async asks(db, organizationId) {
    const accounts = (await books.accounts(db, organizationId, '9999-12-31')).filter(({ closedOn }) => closedOn === null)
    const [first] = accounts
    if (!first) return []
    return [
      { key: 'account', label: '记在哪个账户', choices: accounts.map(({ name }) => name), chosen: first.name },
      await categoryAsk(db, organizationId, 'income'),
      await categoryAsk(db, organizationId, 'expense'),
      { key: 'source', label: '没写来源的', choices: Object.values(sourceWords), chosen: sourceWords.other },
    ]
  },

  sums: [
    { label: '收入合计', of: (values) => fenOn(values, 'income') },
    { label: '支出合计', of: (values) => fenOn(values, 'expense') },
  ],

  existing: (db, { organizationId, today }) => booksOf(db, organizationId, today),

  compare(rows, existing, setting) {
    const plans = plan(rows, existing, setting, true)
    const [first] = rows
    const founded = new Set<string>()
    return rows.map((row) => {
      const planned = plans.get(row)
      if (!planned) throw new Error(`row ${row.row} has no plan`)
      const finding = findingFor(row, planned, setting, founded)
      const opening = row === first && planned.do !== 'skip' ? openingDiffers(row, existing, setting) : []
      return { ...finding, warnings: [...(finding.warnings ?? []), ...opening] }
    })
  },

  enter: (context, entries, existing, setting) =>
    enter(
      context,
      entries.map(({ row }) => row),
      existing,
      setting,
    ),
}
