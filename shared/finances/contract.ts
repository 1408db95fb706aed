import { z } from 'zod'
import { command, query } from '../kit/procedure.ts'
import { LedgerScope } from '../kit/scope.ts'
import { Day, Fen, Id, Instant, Line, Month, Name, Year } from '../kit/values.ts'

/** 钱放在哪里：现金、银行存款。 */
export const AccountKind = z.enum(['cash', 'bank'])
export type AccountKind = z.infer<typeof AccountKind>

export const Direction = z.enum(['income', 'expense'])
export type Direction = z.infer<typeof Direction>

/** 资金来源：财政、单位列支、会费、党费返还、自筹、捐助、其他。 */
export const MoneySource = z.enum(['fiscal', 'unit', 'dues', 'refund', 'self', 'donation', 'other'])
export type MoneySource = z.infer<typeof MoneySource>

/** 凭证：期初、收入、支出、账户间转账。 */
export const VoucherKind = z.enum(['opening', 'income', 'expense', 'transfer'])
export type VoucherKind = z.infer<typeof VoucherKind>

/** 项目：党建品牌（及其活动），关爱慰问。 */
export const ProjectKind = z.enum(['brand', 'care'])
export type ProjectKind = z.infer<typeof ProjectKind>

/** 核对的三种：盘点现金、银行对账、年度结转。 */
export const CheckKind = z.enum(['count', 'statement', 'carry'])
export type CheckKind = z.infer<typeof CheckKind>

/** 一笔钱，大于 0，以分计，不超过十亿元。 */
export const Amount = Fen.positive().max(100_000_000_000)

export const Account = z.object({
  id: Id,
  kind: AccountKind,
  name: z.string(),
  openedOn: Day,
  closedOn: Day.nullable(),
  /** 期初余额与今天的余额，以分计。 */
  opening: Fen,
  balance: Fen,
})
export type Account = z.infer<typeof Account>

export const Category = z.object({ id: Id, direction: Direction, name: z.string(), retired: z.boolean(), used: z.boolean() })
export type Category = z.infer<typeof Category>

export const Project = z.object({
  id: Id,
  kind: ProjectKind,
  name: z.string(),
  startedOn: Day,
  endedOn: Day.nullable(),
  note: z.string(),
  /** 至今的收入、支出、凭证张数；关爱慰问另有受助人次。 */
  income: Fen,
  expense: Fen,
  vouchers: z.int(),
  helped: z.int(),
})
export type Project = z.infer<typeof Project>

/** 日记账的一行：一张凭证。红字冲销的金额是负数，仍记在原来的一边。 */
export const JournalRow = z.object({
  voucherId: Id,
  kind: VoucherKind,
  day: Day,
  number: z.int().nullable(),
  summary: z.string(),
  income: Fen,
  expense: Fen,
  /** 滚算的结余：这一行之后账上有多少。 */
  balance: Fen,
  category: z.string(),
  source: MoneySource.nullable(),
  account: z.string(),
  project: z.string(),
  counterparty: z.string(),
  handler: z.string(),
  witness: z.string(),
  approver: z.string(),
  papers: z.int(),
  note: z.string(),
  /** 冲销了哪一号；又被哪一号冲销。 */
  reverses: z.int().nullable(),
  reversedBy: z.int().nullable(),
})
export type JournalRow = z.infer<typeof JournalRow>

/** 与一次会议有关的一张凭证：用于它，或只是由它研究决定。 */
export const MeetingSpending = JournalRow.omit({ balance: true }).extend({ decided: z.boolean() })
export type MeetingSpending = z.infer<typeof MeetingSpending>

export const Journal = z.object({
  /** 上年结转，以分计。 */
  carried: Fen,
  rows: z.array(JournalRow),
  /** 已结账的月份。 */
  closed: z.array(Month),
})
export type Journal = z.infer<typeof Journal>

/** 收支台账的一行：凭证之外还有上年结转、本月合计、本年累计、过完年的结转下年。 */
export const BookLine = JournalRow.pick({
  summary: true,
  balance: true,
  category: true,
  source: true,
  account: true,
  handler: true,
  witness: true,
  approver: true,
  note: true,
  counterparty: true,
  project: true,
}).extend({
  line: z.enum(['carried', 'voucher', 'month', 'year', 'carriedOver']),
  voucherId: Id.nullable(),
  reverses: z.int().nullable(),
  reversedBy: z.int().nullable(),
  day: Day.nullable(),
  number: z.int().nullable(),
  income: Fen.nullable(),
  expense: Fen.nullable(),
  papers: z.int().nullable(),
})
export type BookLine = z.infer<typeof BookLine>

export const Recipient = z.strictObject({
  memberId: Id.nullable().default(null),
  name: Name,
  situation: Line.default(''),
  amount: Amount,
})
export type Recipient = z.infer<typeof Recipient>

/** 凭证上不影响账目的几项，过账之后还能补。 */
const particulars = {
  counterparty: Line.default(''),
  handler: Line.default(''),
  witness: Line.default(''),
  approver: Line.default(''),
  papers: z.int().min(0).max(999).default(0),
  note: Line.default(''),
  projectId: Id.nullable().default(null),
  meetingId: Id.nullable().default(null),
  decidedBy: Id.nullable().default(null),
}
export const Particulars = z.strictObject(particulars)
export type Particulars = z.infer<typeof Particulars>

export const Entry = z.strictObject({
  organizationId: Id,
  direction: Direction,
  day: Day,
  summary: Name,
  amount: Amount,
  accountId: Id,
  categoryId: Id,
  source: MoneySource.nullable().default(null),
  /** 关爱慰问的受助人；写了就要与金额相等。 */
  recipients: z.array(Recipient).max(500).default([]),
  ...particulars,
})
export type Entry = z.infer<typeof Entry>

export const VoucherPage = z.object({
  voucher: JournalRow.omit({ balance: true }),
  organizationId: Id,
  accountId: Id.nullable(),
  categoryId: Id.nullable(),
  projectId: Id.nullable(),
  meetingId: Id.nullable(),
  meetingTopic: z.string(),
  decidedBy: Id.nullable(),
  decisionTopic: z.string(),
  recipients: z.array(Recipient),
  closed: z.boolean(),
  /** 底下的分录：正为借、负为贷，合计为零。 */
  postings: z.array(z.object({ title: z.string(), amount: Fen })),
})
export type VoucherPage = z.infer<typeof VoucherPage>

export const MonthState = z.object({
  month: Month,
  vouchers: z.int(),
  income: Fen,
  expense: Fen,
  balance: Fen,
  closedBy: z.string().nullable(),
  closedAt: Instant.nullable(),
  /** 重新打开过几次，最后一次为什么。 */
  reopened: z.int(),
  reopenReason: z.string(),
})
export type MonthState = z.infer<typeof MonthState>

export const BalanceCheck = z.object({
  id: Id,
  accountId: Id,
  accountName: z.string(),
  kind: CheckKind,
  day: Day,
  /** 核对时点到的数，与账上那天日终的数。 */
  amount: Fen,
  book: Fen,
  checkedBy: z.string(),
  note: z.string(),
})
export type BalanceCheck = z.infer<typeof BalanceCheck>

export const TrialLine = z.object({ title: z.string(), debit: Fen, credit: Fen })
export type TrialLine = z.infer<typeof TrialLine>

export const CategoryLine = z.object({ direction: Direction, category: z.string(), vouchers: z.int(), income: Fen, expense: Fen })
export type CategoryLine = z.infer<typeof CategoryLine>

export const BudgetLine = z.object({
  categoryId: Id,
  direction: Direction,
  category: z.string(),
  planned: Fen,
  executed: Fen,
  /** 还能用（收）多少；超了为负。 */
  remaining: Fen,
  /** 执行率，百分数一位小数；没有预算为空。 */
  rate: z.number().nullable(),
})
export type BudgetLine = z.infer<typeof BudgetLine>

export const Budget = z.object({
  approvedBy: z.string(),
  approvedOn: Day.nullable(),
  meetingId: Id.nullable(),
  lines: z.array(BudgetLine),
})
export type Budget = z.infer<typeof Budget>

export const NoticeLine = z.object({ item: z.string(), amount: Fen, note: z.string() })
export type NoticeLine = z.infer<typeof NoticeLine>

export const DonationLine = z.object({
  day: Day,
  number: z.int(),
  donor: z.string(),
  summary: z.string(),
  amount: Fen,
  project: z.string(),
  handler: z.string(),
  note: z.string(),
})
export type DonationLine = z.infer<typeof DonationLine>

export const CareLine = z.object({
  day: Day,
  number: z.int(),
  name: z.string(),
  situation: z.string(),
  amount: Fen,
  summary: z.string(),
  project: z.string(),
  handler: z.string(),
})
export type CareLine = z.infer<typeof CareLine>

export const BankLine = z.object({
  id: Id,
  day: Day,
  /** 收为正、付为负。 */
  amount: Fen,
  summary: z.string(),
  voucherId: Id.nullable(),
  number: z.int().nullable(),
})
export type BankLine = z.infer<typeof BankLine>

/** 账上有、对账单没有的一笔。 */
export const Unmatched = z.object({ postingId: Id, voucherId: Id, number: z.int().nullable(), day: Day, summary: z.string(), amount: Fen })
export type Unmatched = z.infer<typeof Unmatched>

export const Reconciliation = z.object({
  /** 账面余额与对账单余额（按已录的对账单行滚算）。 */
  book: Fen,
  bank: Fen,
  lines: z.array(BankLine),
  unmatched: z.array(Unmatched),
})
export type Reconciliation = z.infer<typeof Reconciliation>

export const YearEnd = z.object({
  months: z.array(MonthState),
  accounts: z.array(z.object({ accountId: Id, name: z.string(), balance: Fen })),
  income: Fen,
  expense: Fen,
  carried: Fen,
  balance: Fen,
  /** 结转之前要看一眼的：没结账的月份、对不上的核对。 */
  notes: z.array(z.string()),
})
export type YearEnd = z.infer<typeof YearEnd>

/** 一个季度的经费情况：期初、收支各多少、季末；预算执行算到季末。 */
export const QuarterReport = z.object({
  from: Day,
  until: Day,
  opening: Fen,
  income: Fen,
  expense: Fen,
  balance: Fen,
  accounts: z.array(z.object({ name: z.string(), balance: Fen })),
  sources: z.array(z.object({ source: MoneySource.nullable(), amount: Fen })),
  categories: z.array(z.object({ category: z.string(), vouchers: z.int(), amount: Fen })),
  approvedBy: z.string(),
  approvedOn: Day.nullable(),
  budget: z.array(BudgetLine),
  /** 支出最大的几笔；冲销了的不算。 */
  largest: z.array(z.object({ day: Day, number: z.int(), summary: z.string(), approver: z.string(), amount: Fen })),
  /** 没有结账的月份；季内的核对。 */
  open: z.array(Month),
  checks: z.array(BalanceCheck),
})
export type QuarterReport = z.infer<typeof QuarterReport>

const one = z.object({ id: Id })
const inYear = z.strictObject({ organizationId: Id, year: Year })

export const finances = {
  accounts: query(z.strictObject({ organizationId: Id }), z.array(Account)),
  categories: query(z.strictObject({ organizationId: Id }), z.array(Category)),
  /** 新立账时可以照用的科目名，来自规则包。 */
  startingCategories: query(z.strictObject({}), z.array(z.object({ direction: Direction, name: z.string() }))),
  projects: query(z.strictObject({ organizationId: Id }), z.array(Project)),
  /** 一年的日记账；accountId 省略是全部账户（账户间转账互相抵消，不列）。 */
  journal: query(inYear.extend({ accountId: Id.nullable().default(null) }), Journal),
  /** 党建经费收支台账的各行。 */
  book: query(LedgerScope, z.array(BookLine)),
  voucher: query(z.strictObject({ id: Id }), VoucherPage),
  /** 一次会议的开支，和在这次会上研究决定的；decided 是后一种。 */
  listByMeeting: query(z.strictObject({ meetingId: Id }), z.array(MeetingSpending)),
  trialBalance: query(inYear, z.array(TrialLine)),
  /** 科目汇总：只列有发生额的。 */
  categorySummary: query(LedgerScope, z.array(CategoryLine)),
  budget: query(inYear, Budget),
  /** 预算执行表的各行。 */
  budgetLines: query(LedgerScope, z.array(BudgetLine)),
  /** 年度公示表的各行。 */
  notice: query(LedgerScope, z.array(NoticeLine)),
  /** 季度经费情况报告。 */
  quarter: query(inYear.extend({ quarter: z.int().min(1).max(4) }), QuarterReport),
  donations: query(LedgerScope, z.array(DonationLine)),
  care: query(LedgerScope, z.array(CareLine)),
  months: query(inYear, z.array(MonthState)),
  checks: query(z.strictObject({ organizationId: Id }), z.array(BalanceCheck)),
  /** 某账户某天日终的账面数；盘点前看。 */
  balanceOn: query(z.strictObject({ accountId: Id, day: Day }), z.object({ book: Fen })),
  /** 差额可能出在哪几张凭证上，最像的在前。 */
  candidates: query(z.strictObject({ accountId: Id, day: Day, difference: Fen }), z.array(Unmatched.extend({ why: z.string() }))),
  reconciliation: query(z.strictObject({ accountId: Id, until: Day }), Reconciliation),
  /** 年终结转的预演：什么也不写。 */
  yearEnd: query(inYear, YearEnd),

  openAccount: command(
    '开立账户',
    z.strictObject({ organizationId: Id, kind: AccountKind, name: Name, openedOn: Day, opening: Fen.min(0).default(0) }),
    one,
  ),
  closeAccount: command('停用账户', z.strictObject({ id: Id, on: Day }), one),
  addCategories: command(
    '新增收支科目',
    z.strictObject({
      organizationId: Id,
      categories: z
        .array(z.strictObject({ direction: Direction, name: Name.max(30) }))
        .min(1)
        .max(60),
    }),
    z.object({ ids: z.array(Id) }),
  ),
  retireCategory: command('停用收支科目', z.strictObject({ id: Id, retired: z.boolean() }), one),
  addProject: command(
    '新增项目',
    z.strictObject({ organizationId: Id, kind: ProjectKind, name: Name, startedOn: Day, note: Line.default('') }),
    one,
  ),
  endProject: command('项目结束', z.strictObject({ id: Id, on: Day }), one),
  post: command('记账', Entry, z.object({ id: Id, number: z.int() })),
  transfer: command(
    '账户间转账',
    z.strictObject({ organizationId: Id, day: Day, summary: Name, amount: Amount, fromId: Id, toId: Id, handler: Line.default('') }),
    z.object({ id: Id, number: z.int() }),
  ),
  /** 红字冲销：同样的分录反着记一遍，两张互相指着。 */
  reverse: command('红字冲销', z.strictObject({ id: Id, day: Day, reason: Name }), z.object({ id: Id, number: z.int() })),
  annotate: command('补充凭证', z.strictObject({ id: Id, particulars: Particulars }), one),
  setBudget: command(
    '填写预算',
    z.strictObject({
      organizationId: Id,
      year: Year,
      lines: z.array(z.strictObject({ categoryId: Id, amount: Fen.min(0) })).max(200),
      approvedBy: Line.default(''),
      approvedOn: Day.nullable().default(null),
      meetingId: Id.nullable().default(null),
    }),
    z.object({ changed: z.int() }),
  ),
  recordCheck: command(
    '核对账户',
    z.strictObject({ accountId: Id, kind: CheckKind.exclude(['carry']), day: Day, amount: Fen, note: Line.default('') }),
    z.object({ id: Id, difference: Fen }),
  ),
  withdrawCheck: command('撤去核对', z.strictObject({ id: Id }), one),
  enterBankLines: command(
    '录入对账单',
    z.strictObject({
      accountId: Id,
      lines: z
        .array(z.strictObject({ day: Day, amount: Fen.refine((fen) => fen !== 0), summary: Line.default('') }))
        .min(1)
        .max(5000),
    }),
    z.object({ added: z.int(), matched: z.int() }),
  ),
  matchBankLine: command('勾对', z.strictObject({ id: Id, postingId: Id.nullable() }), one),
  removeBankLine: command('删除对账单行', z.strictObject({ id: Id }), one),
  closeMonth: command('月末结账', z.strictObject({ organizationId: Id, month: Month }), one),
  reopenMonth: command('重开月份', z.strictObject({ organizationId: Id, month: Month, reason: Name }), one),
  closeYear: command('年终结转', inYear, z.object({ months: z.int() })),
}
