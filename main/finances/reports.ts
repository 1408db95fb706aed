import { sql } from 'kysely'
import type {
  BalanceCheck,
  CareLine,
  CategoryLine,
  DonationLine,
  NoticeLine,
  Project,
  QuarterReport,
  TrialLine,
} from '../../shared/finances/contract.ts'
import { sourceWords } from '../../shared/finances/words.ts'
import { endOfMonth, endOfYear } from '../../shared/kit/calendar.ts'
import { sumOf } from '../../shared/kit/money.ts'
import type { Day } from '../../shared/kit/values.ts'
import type { Reader } from '../core/services.ts'
import { approvalOf, budgetLines } from './budgets.ts'
import { checksOf, closedMonths } from './closing.ts'
import { accounts } from './repository.ts'

/** 从哪天到哪天，含首尾。 */
interface Period {
  from: Day
  until: Day
}
const wholeYear = (year: number): Period => ({ from: `${year}-01-01`, until: endOfYear(year) })

/** 试算表：各账户、各科目、期初权益到年末的借贷余额；借方合计等于贷方合计，账才是平的。 */
export async function trialBalance(db: Reader, organizationId: number, year: number): Promise<TrialLine[]> {
  const rows = await db
    .selectFrom('posting')
    .leftJoin('account', 'account.id', 'posting.accountId')
    .leftJoin('category', 'category.id', 'posting.categoryId')
    .select([sql<string>`coalesce(account.name, category.name, '期初权益')`.as('title'), sql<number>`sum(posting.amount)`.as('sum')])
    .where('posting.organizationId', '=', organizationId)
    .where('posting.day', '<=', endOfYear(year))
    .groupBy(['posting.accountId', 'posting.categoryId'])
    .orderBy(sql`account.id is null`)
    .orderBy(sql`category.id is null`)
    .orderBy('account.id')
    .orderBy('category.id')
    .execute()
  return rows.map(({ title, sum }) => ({ title, debit: Math.max(0, sum), credit: Math.max(0, -sum) }))
}

export const categorySummary = (db: Reader, organizationId: number, year: number) => summaryIn(db, organizationId, wholeYear(year))

async function summaryIn(db: Reader, organizationId: number, { from, until }: Period): Promise<CategoryLine[]> {
  const rows = await db
    .selectFrom('posting')
    .innerJoin('category', 'category.id', 'posting.categoryId')
    .select([
      'direction',
      'category.name as category',
      sql<number>`count(distinct voucher_id)`.as('vouchers'),
      sql<number>`sum(posting.amount)`.as('sum'),
    ])
    .where('posting.organizationId', '=', organizationId)
    .where('posting.day', '>=', from)
    .where('posting.day', '<=', until)
    .groupBy('category.id')
    .orderBy(sql`direction = 'expense'`)
    .orderBy('category.id')
    .execute()
  return rows.map(({ sum, ...row }) => ({
    ...row,
    income: row.direction === 'income' ? 0 - sum : 0,
    expense: row.direction === 'expense' ? sum : 0,
  }))
}

/** 收入按资金来源的合计。 */
const bySource = (db: Reader, organizationId: number, { from, until }: Period) =>
  db
    .selectFrom('posting')
    .innerJoin('voucher', 'voucher.id', 'posting.voucherId')
    .innerJoin('category', 'category.id', 'posting.categoryId')
    .select(['voucher.source', sql<number>`-sum(posting.amount)`.as('sum')])
    .where('posting.organizationId', '=', organizationId)
    .where('direction', '=', 'income')
    .where('posting.day', '>=', from)
    .where('posting.day', '<=', until)
    .groupBy('voucher.source')
    .execute()

/** 年度公示：上年结转、收入按来源、支出按科目、年末结余。不含个人姓名。 */
export async function notice(db: Reader, organizationId: number, year: number, carried: number): Promise<NoticeLine[]> {
  const summary = await categorySummary(db, organizationId, year)
  const sources = await bySource(db, organizationId, wholeYear(year))
  const [income, expense] = [summary.reduce((sum, line) => sum + line.income, 0), summary.reduce((sum, line) => sum + line.expense, 0)]
  const spent = summary.filter(({ direction }) => direction === 'expense')
  return [
    { item: '上年结转', amount: carried, note: '' },
    { item: '本年收入', amount: income, note: '' },
    ...sources.map(({ source, sum }) => ({ item: `其中：${source ? sourceWords[source] : '未注明来源'}`, amount: sum, note: '' })),
    { item: '本年支出', amount: expense, note: '' },
    ...spent.map(({ category, expense: amount, vouchers }) => ({ item: `其中：${category}`, amount, note: `${vouchers} 笔` })),
    { item: '年末结余', amount: carried + income - expense, note: '' },
  ]
}

export const donations = async (db: Reader, organizationId: number, year: number): Promise<DonationLine[]> => {
  const rows = await db
    .selectFrom('voucher')
    .innerJoin('posting', (join) => join.onRef('posting.voucherId', '=', 'voucher.id').on('posting.categoryId', 'is not', null))
    .leftJoin('project', 'project.id', 'voucher.projectId')
    .select(['voucher.day', 'voucher.number', 'counterparty as donor', 'summary', 'handler', 'voucher.note'])
    .select([sql<string>`coalesce(project.name, '')`.as('project'), sql<number>`-posting.amount`.as('amount')])
    .where('voucher.organizationId', '=', organizationId)
    .where('voucher.year', '=', year)
    .where('voucher.kind', '=', 'income')
    .where('source', '=', 'donation')
    .orderBy('voucher.day')
    .orderBy('voucher.number')
    .execute()
  return rows.map(({ number, ...row }) => ({ ...row, number: number ?? 0 }))
}

/** 关爱慰问：每名受助人一行；冲销了的凭证不列。 */
export const care = async (db: Reader, organizationId: number, year: number): Promise<CareLine[]> => {
  const rows = await db
    .selectFrom('careRecipient')
    .innerJoin('voucher', 'voucher.id', 'careRecipient.voucherId')
    .leftJoin('voucher as reversal', 'reversal.reverses', 'voucher.id')
    .leftJoin('project', 'project.id', 'voucher.projectId')
    .select([
      'voucher.day',
      'voucher.number',
      'careRecipient.name',
      'situation',
      'careRecipient.amount',
      'voucher.summary',
      'voucher.handler',
    ])
    .select(sql<string>`coalesce(project.name, '')`.as('project'))
    .where('voucher.organizationId', '=', organizationId)
    .where('voucher.year', '=', year)
    .where('reversal.id', 'is', null)
    .orderBy('voucher.day')
    .orderBy('voucher.number')
    .orderBy('ordinal')
    .execute()
  return rows.map(({ number, ...row }) => ({ ...row, number: number ?? 0 }))
}

/** 各项目至今的收支与受助人次。 */
export async function projects(db: Reader, organizationId: number): Promise<Project[]> {
  const { rows } = await sql<Project>`
    select project.id, project.kind, project.name, started_on, ended_on, project.note,
      coalesce(-sum(posting.amount) filter (where direction = 'income'), 0) as income,
      coalesce(sum(posting.amount) filter (where direction = 'expense'), 0) as expense,
      count(distinct voucher.id) as vouchers,
      (select count(*) from care_recipient join voucher as paid on paid.id = voucher_id
        where paid.project_id = project.id and not exists (select 1 from voucher as undone where undone.reverses = paid.id)) as helped
    from project left join voucher on voucher.project_id = project.id
      left join posting on posting.voucher_id = voucher.id and posting.category_id is not null
      left join category on category.id = posting.category_id
    where project.organization_id = ${organizationId} group by project.id order by project.id`.execute(db as never)
  return rows
}

const LARGEST = 5

/** 支出最大的几笔；冲销与被冲销的不算。 */
const largestIn = async (db: Reader, organizationId: number, { from, until }: Period): Promise<QuarterReport['largest']> => {
  const rows = await db
    .selectFrom('voucher')
    .innerJoin('posting', (join) => join.onRef('posting.voucherId', '=', 'voucher.id').on('posting.categoryId', 'is not', null))
    .leftJoin('voucher as reversal', 'reversal.reverses', 'voucher.id')
    .select(['voucher.day', 'voucher.number', 'voucher.summary', 'voucher.approver', 'posting.amount'])
    .where('voucher.organizationId', '=', organizationId)
    .where('voucher.kind', '=', 'expense')
    .where('voucher.reverses', 'is', null)
    .where('reversal.id', 'is', null)
    .where('voucher.day', '>=', from)
    .where('voucher.day', '<=', until)
    .orderBy('posting.amount', 'desc')
    .orderBy('voucher.id')
    .limit(LARGEST)
    .execute()
  return rows.map(({ number, ...row }) => ({ ...row, number: number ?? 0 }))
}

/** 某天日终各账户的余额；那时还没有开立的不在内。 */
const balancesOn = async (db: Reader, organizationId: number, day: Day) =>
  (await accounts(db, organizationId, day)).filter(({ openedOn }) => openedOn <= day).map(({ name, balance }) => ({ name, balance }))

/** 一个季度的经费情况，交监事会。期初是季度首日之前的余额，加上季内开立账户的期初。 */
export async function quarterReport(db: Reader, organizationId: number, year: number, quarter: number): Promise<QuarterReport> {
  const months = [0, 1, 2].map((at) => `${year}-${String(quarter * 3 - 2 + at).padStart(2, '0')}`)
  const period = { from: `${months[0]}-01`, until: endOfMonth(months[2] ?? '') }
  const summary = await summaryIn(db, organizationId, period)
  const held = await balancesOn(db, organizationId, period.until)
  const [income, expense] = [sumOf(summary.map((line) => line.income)), sumOf(summary.map((line) => line.expense))]
  const balance = sumOf(held.map((each) => each.balance))
  const approval = await approvalOf(db, organizationId, year)
  const closed = await closedMonths(db, organizationId)
  const budget = await budgetLines(db, organizationId, year, period.until)
  const within = ({ day }: BalanceCheck) => day >= period.from && day <= period.until
  return {
    ...period,
    opening: balance - income + expense,
    income,
    expense,
    balance,
    accounts: held,
    sources: (await bySource(db, organizationId, period)).map(({ source, sum }) => ({ source, amount: sum })),
    categories: summary
      .filter(({ direction }) => direction === 'expense')
      .map(({ category, vouchers, expense: amount }) => ({ category, vouchers, amount })),
    approvedBy: approval?.approvedBy ?? '',
    approvedOn: approval?.approvedOn ?? null,
    budget: budget.filter(({ planned }) => planned !== 0),
    largest: await largestIn(db, organizationId, period),
    open: months.filter((month) => !closed.includes(month)),
    checks: (await checksOf(db, organizationId)).filter(within).toReversed(),
  }
}
