import { bookOf } from '../../shared/finances/rules.ts'
import { endOfYear } from '../../shared/kit/calendar.ts'
import { yuan } from '../../shared/kit/money.ts'
import { refuse } from '../core/refuse.ts'
import type { Reader, Service } from '../core/services.ts'
import * as meetings from '../meetings/repository.ts'
import { standingOrganization } from '../organizations/service.ts'
import * as budgets from './budgets.ts'
import * as checking from './checking.ts'
import * as closing from './closing.ts'
import { journalOf, listByMeeting, voucherRow } from './journal.ts'
import { startingCategories } from './pack.ts'
import * as periods from './periods.ts'
import * as reports from './reports.ts'
import * as books from './repository.ts'
import { annotate, existingAccount, existingVoucher, post, reverse, transfer } from './vouchers.ts'

const topicOf = async (db: Reader, id: number | null) => (id === null ? '' : ((await meetings.find(db, id))?.topic ?? ''))

/** 分录写成一行：账户、科目或期初权益的名字。 */
async function postingLines(db: Reader, voucherId: number) {
  const titles = async (accountId: number | null, categoryId: number | null) =>
    accountId !== null
      ? (await books.findAccount(db, accountId))?.name
      : categoryId !== null
        ? (await books.findCategory(db, categoryId))?.name
        : '期初权益'
  const lines = []
  for (const { accountId, categoryId, amount } of await books.postingsOf(db, voucherId))
    lines.push({ title: (await titles(accountId, categoryId)) ?? '', amount })
  return lines
}

async function voucherPage(db: Reader, id: number) {
  const stored = await existingVoucher(db, id)
  const voucher = (await voucherRow(db, id)) ?? refuse('finances.voucherNotFound')
  const sides = await books.postingsOf(db, id)
  const closed = await closing.closedMonths(db, stored.organizationId)
  return {
    voucher,
    organizationId: stored.organizationId,
    accountId: sides.find(({ accountId }) => accountId !== null)?.accountId ?? null,
    categoryId: sides.find(({ categoryId }) => categoryId !== null)?.categoryId ?? null,
    projectId: stored.projectId,
    meetingId: stored.meetingId,
    meetingTopic: await topicOf(db, stored.meetingId),
    decidedBy: stored.decidedBy,
    decisionTopic: await topicOf(db, stored.decidedBy),
    recipients: await books.recipientsOf(db, id),
    closed: closed.includes(stored.day.slice(0, 7)),
    postings: await postingLines(db, id),
  }
}

export const financesService: Service<'finances'> = {
  accounts: ({ db, today }, { organizationId }) => books.accounts(db, organizationId, today),
  categories: async ({ db }, { organizationId }) =>
    (await books.categories(db, organizationId)).map(({ retired, used, ...category }) => ({
      ...category,
      retired: retired === 1,
      used: used === 1,
    })),
  startingCategories: () => startingCategories(),
  projects: ({ db }, { organizationId }) => reports.projects(db, organizationId),
  async journal({ db }, { organizationId, year, accountId }) {
    const closed = await closing.closedMonths(db, organizationId)
    return { ...(await journalOf(db, organizationId, year, accountId)), closed: closed.filter((month) => month.startsWith(`${year}-`)) }
  },
  async book({ db, today }, { organizationId, year }) {
    const { carried, rows } = await journalOf(db, organizationId, year, null)
    return carried === 0 && rows.length === 0 ? [] : bookOf(carried, rows, today >= endOfYear(year))
  },
  voucher: ({ db }, { id }) => voucherPage(db, id),
  listByMeeting: ({ db }, { meetingId }) => listByMeeting(db, meetingId),
  trialBalance: ({ db }, { organizationId, year }) => reports.trialBalance(db, organizationId, year),
  categorySummary: ({ db }, { organizationId, year }) => reports.categorySummary(db, organizationId, year),
  async budget({ db }, { organizationId, year }) {
    const approval = await budgets.approvalOf(db, organizationId, year)
    return {
      approvedBy: approval?.approvedBy ?? '',
      approvedOn: approval?.approvedOn ?? null,
      meetingId: approval?.meetingId ?? null,
      lines: await budgets.budgetLines(db, organizationId, year),
    }
  },
  budgetLines: async ({ db }, { organizationId, year }) =>
    (await budgets.budgetLines(db, organizationId, year)).filter(({ planned, executed }) => planned !== 0 || executed !== 0),
  async notice({ db }, { organizationId, year }) {
    const { carried, rows } = await journalOf(db, organizationId, year, null)
    return carried === 0 && rows.length === 0 ? [] : reports.notice(db, organizationId, year, carried)
  },
  quarter: ({ db }, { organizationId, year, quarter }) => reports.quarterReport(db, organizationId, year, quarter),
  donations: ({ db }, { organizationId, year }) => reports.donations(db, organizationId, year),
  care: ({ db }, { organizationId, year }) => reports.care(db, organizationId, year),
  months: ({ db }, { organizationId, year }) => closing.monthsOf(db, organizationId, year),
  checks: ({ db }, { organizationId }) => closing.checksOf(db, organizationId),
  async balanceOn({ db }, { accountId, day }) {
    await existingAccount(db, accountId)
    return { book: await books.balanceOn(db, accountId, day) }
  },
  candidates: ({ db }, input) => checking.candidates(db, input),
  reconciliation: ({ db }, input) => checking.reconciliation(db, input),
  yearEnd: ({ db, today }, { organizationId, year }) => periods.yearEnd(db, today, organizationId, year),

  async openAccount({ db, today, subject }, { organizationId, kind, name, openedOn, opening }) {
    await standingOrganization(db, organizationId)
    if (openedOn > today) refuse('finances.inFuture', { day: openedOn })
    const id = await books.insertAccount(db, { organizationId, kind, name, openedOn })
    if (opening > 0)
      await books.insertVoucher(
        db,
        {
          ...{ organizationId, kind: 'opening', number: null, day: openedOn, summary: `${name}期初余额`, source: null, reverses: null },
          ...{
            projectId: null,
            meetingId: null,
            decidedBy: null,
            counterparty: '',
            handler: '',
            witness: '',
            approver: '',
            papers: 0,
            note: '',
          },
        },
        [{ accountId: id, amount: opening }, { amount: -opening }],
      )
    subject(`${name} ${yuan(opening)}`)
    return { id }
  },
  async closeAccount({ db, subject }, { id, on }) {
    const { name } = await existingAccount(db, id)
    const balance = await books.balanceOn(db, id, '9999-12-31')
    if (balance !== 0) refuse('finances.accountNotEmpty', { name, balance })
    await books.closeAccount(db, id, on)
    subject(name)
    return { id }
  },
  async addCategories({ db, subject }, { organizationId, categories }) {
    await standingOrganization(db, organizationId)
    const standing = await books.categories(db, organizationId)
    const ids: number[] = []
    for (const { direction, name } of categories) {
      if (standing.some((each) => each.direction === direction && each.name === name)) refuse('finances.nameTaken', { name })
      ids.push(await books.insertCategory(db, { organizationId, direction, name }))
    }
    subject(
      categories
        .map(({ name }) => name)
        .join('、')
        .slice(0, 60),
    )
    return { ids }
  },
  async retireCategory({ db, subject }, { id, retired }) {
    const { name } = (await books.findCategory(db, id)) ?? refuse('finances.categoryNotFound')
    await books.retireCategory(db, id, retired)
    subject(`${name}${retired ? '' : '（恢复使用）'}`)
    return { id }
  },
  async addProject({ db, subject }, project) {
    await standingOrganization(db, project.organizationId)
    subject(project.name)
    return { id: await books.insertProject(db, project) }
  },
  async endProject({ db, subject }, { id, on }) {
    const { name } = (await books.findProject(db, id)) ?? refuse('finances.projectNotFound')
    await books.endProject(db, id, on)
    subject(name)
    return { id }
  },
  post,
  transfer,
  reverse,
  annotate,
  async setBudget({ db, subject }, { organizationId, year, lines, approvedBy, approvedOn, meetingId }) {
    for (const { categoryId } of lines) {
      const category = (await books.findCategory(db, categoryId)) ?? refuse('finances.categoryNotFound')
      if (category.organizationId !== organizationId) refuse('finances.elsewhere', { what: category.name })
    }
    if (meetingId !== null && !(await meetings.find(db, meetingId))) refuse('meetings.notFound')
    const changed = await budgets.replaceBudget(db, organizationId, year, lines)
    if (approvedBy !== '' && approvedOn !== null)
      await budgets.keepApproval(db, { organizationId, year, approvedBy, approvedOn, meetingId })
    subject(`${year} 年 ${lines.length} 个科目`)
    return { changed }
  },
  recordCheck: checking.recordCheck,
  withdrawCheck: checking.withdrawCheck,
  enterBankLines: checking.enterBankLines,
  matchBankLine: checking.matchBankLine,
  removeBankLine: checking.removeBankLine,
  closeMonth: periods.closeMonth,
  reopenMonth: periods.reopenMonth,
  closeYear: periods.closeYear,
}
