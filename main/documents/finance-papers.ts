import type { Wanted } from '../../shared/documents/contract.ts'
import type { VoucherPage } from '../../shared/finances/contract.ts'
import { sourceWords, voucherWords } from '../../shared/finances/words.ts'
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
  const side = (sign: 1 | -1) =>
    postings
      .filter(({ amount }) => amount * sign > 0)
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
      amount: voucher.income + voucher.expense,
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
