import type { Wanted } from '../../shared/documents/contract.ts'
import type { QuarterReport, VoucherPage } from '../../shared/finances/contract.ts'
import { checkWords, directionWords, sourceWords, voucherWords } from '../../shared/finances/words.ts'
import { showFen, yuan } from '../../shared/kit/money.ts'
import type { Fen } from '../../shared/kit/values.ts'
import type { TaskContext } from '../core/services.ts'
import { fileName } from './file-name.ts'
import { type Composed, organizationName } from './ledger-papers.ts'
import { plainDay } from './plain-day.ts'

/** 经手、依据各项；没有的不写。 */
const factsOf = ({ voucher, meetingTopic, decisionTopic }: VoucherPage): [string, string][] =>
  (
    [
      ['资金来源', voucher.source ? sourceWords[voucher.source] : ''],
      ['项目', voucher.project],
      [voucher.kind === 'income' ? '交款人' : '收款人', voucher.counterparty],
      ['用于活动', meetingTopic],
      ['集体研究', decisionTopic],
      ['冲销', voucher.reverses === null ? '' : `冲销第 ${voucher.reverses} 号`],
      ['备注', voucher.note],
    ] as [string, string][]
  ).filter(([, value]) => value !== '')

/** 一张凭证，带大写金额；红字金额写负数。 */
export async function composeVoucher(context: TaskContext, { voucherId }: Extract<Wanted, { kind: 'voucher' }>): Promise<Composed> {
  const page = await context.app.finances.voucher({ id: voucherId })
  const { voucher, postings } = page
  const unit = await organizationName(context, page.organizationId)
  const total = voucher.income + voucher.expense
  // 红字留在原来的一边，金额写负数：借、贷与被冲的那张相同
  const side = (sign: 1 | -1) =>
    postings
      .filter(({ amount }) => amount * sign * (total < 0 ? -1 : 1) > 0)
      .map(({ title }) => title)
      .join('、')
  const number = voucher.number === null ? '期初' : `${voucher.day.slice(0, 4)} 年第 ${voucher.number} 号`
  return {
    plan: {
      kind: 'voucher',
      unit,
      title: `${voucherWords[voucher.kind]}凭证`,
      number,
      day: plainDay(voucher.day),
      summary: voucher.summary,
      amount: total,
      debit: side(1),
      credit: side(-1),
      facts: factsOf(page),
      papers: `${voucher.papers} 张`,
      recipients: page.recipients.map(({ name, amount }) => ({ name, amount })),
      demo: context.session.describe()?.demo ?? false,
    },
    name: fileName([unit, `${voucherWords[voucher.kind]}凭证`, number], context.today, 'pdf'),
    notes: [],
  }
}

const share = (amount: Fen, whole: Fen) => (whole === 0 ? '' : `${((amount * 100) / whole).toFixed(1)}%`)

/** 季内点过的数；没有点过的照实说。 */
const checkSentences = ({ checks }: QuarterReport): string[] =>
  checks.length === 0
    ? ['本季度没有盘点现金、核对银行的记录。']
    : checks.map(
        ({ day, accountName, kind, amount, book }) =>
          `${plainDay(day)}${accountName}${checkWords[kind]} ${yuan(amount)}，${amount === book ? '与账面相符' : `账面 ${yuan(book)}，差 ${yuan(amount - book)}`}。`,
      )

/** 季度经费情况报告：数都从账上来，签字处留给人。 */
export async function composeQuarterNote(
  context: TaskContext,
  { organizationId, year, quarter }: Extract<Wanted, { kind: 'quarterNote' }>,
): Promise<Composed> {
  const report = await context.app.finances.quarter({ organizationId, year, quarter })
  const unit = await organizationName(context, organizationId)
  const name = `${year}年第${'一二三四'[quarter - 1]}季度`
  const { opening, income, expense, balance, accounts, approvedBy, approvedOn, budget, open } = report
  const held = accounts.map((account) => `${account.name} ${yuan(account.balance)}`).join('，')
  return {
    plan: {
      kind: 'quarterNote',
      unit,
      title: `关于${name}党建经费收支情况的报告`,
      lead: `现将${name}（${plainDay(report.from)}至${plainDay(report.until)}）党建经费收支情况报告如下。`,
      overview: `期初结余 ${yuan(opening)}，本季度收入 ${yuan(income)}，支出 ${yuan(expense)}，季末结余 ${yuan(balance)}${accounts.length > 1 ? `（${held}）` : ''}。`,
      income: report.sources.map(({ source, amount }) => [
        source ? sourceWords[source] : '未注明来源',
        showFen(amount),
        share(amount, income),
      ]),
      incomeTotal: showFen(income),
      expense: report.categories.map(({ category, vouchers, amount }) => [
        category,
        String(vouchers),
        showFen(amount),
        share(amount, expense),
      ]),
      expenseTotal: showFen(expense),
      budgetLead:
        budget.length === 0
          ? `${year} 年没有填写预算。`
          : approvedBy && approvedOn
            ? `${year} 年预算由${approvedBy}于 ${plainDay(approvedOn)}通过，截至季末：`
            : `截至季末：`,
      budget: budget.map(({ direction, category, planned, executed, remaining, rate }) => [
        `${directionWords[direction]}　${category}`,
        showFen(planned),
        showFen(executed),
        showFen(remaining),
        rate === null ? '' : `${rate.toFixed(1)}%`,
      ]),
      largest: report.largest.map(({ day, number, summary, approver, amount }) => [
        plainDay(day).slice(5),
        String(number),
        summary,
        approver,
        showFen(amount),
      ]),
      checks: checkSentences(report),
      day: plainDay(context.today),
      demo: context.session.describe()?.demo ?? false,
    },
    name: fileName([unit, '季度经费情况报告', name], context.today, 'pdf'),
    notes: [
      ...(context.today <= report.until ? ['这个季度还没有过完，数还会变。'] : []),
      ...(open.length > 0 && context.today > report.until
        ? [`${open.map((month) => `${Number(month.slice(5))} 月`).join('、')}还没有结账，结账以后再定稿。`]
        : []),
    ],
  }
}
