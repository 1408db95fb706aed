import type { LineKind, PaymentLine, PaymentRow, ReceiptRow } from '../../shared/dues/payments.ts'
import { monthWords } from '../../shared/dues/rules.ts'
import type { LedgerScope } from '../../shared/kit/scope.ts'
import type { Reader } from '../core/services.ts'
import { receiptNo, receiptsFor, receiptsOfPayments, type StoredReceipt } from './receipts.ts'
import * as dues from './repository.ts'

export const linesOf = (packed: string): PaymentLine[] =>
  packed.split(';').map((line) => {
    const [month = '', kind = '', amount] = line.split(',')
    return { month, kind: kind as LineKind, amount: Number(amount) }
  })

const sumOfKind = (lines: readonly PaymentLine[], kind: LineKind) =>
  lines.reduce((sum, line) => (line.kind === kind ? sum + line.amount : sum), 0)

export const paymentRow = (payment: dues.StoredPayment, receipts: ReadonlyMap<number, StoredReceipt>): PaymentRow => {
  const { organizationId: _, ordinary, packed, advanced, receiptId, ...row } = payment
  const lines = linesOf(packed).sort((a, b) => a.month.localeCompare(b.month))
  const receipt = receiptId === null ? undefined : receipts.get(receiptId)
  return {
    ...row,
    advanced: advanced === 1,
    amount: ordinary + payment.large,
    months: monthWords(lines.map(({ month }) => month)),
    lines,
    due: sumOfKind(lines, 'due'),
    extra: sumOfKind(lines, 'extra'),
    large: payment.large,
    receiptId,
    receiptNo: receipt ? receiptNo(receipt) : '',
  }
}

/** 收缴明细：一年里收的每一笔，冲销的也在；收据跨年才补开的，号也写出来。 */
export async function paymentRows(db: Reader, scope: LedgerScope): Promise<PaymentRow[]> {
  const [payments, receipts] = [await dues.paymentsIn(db, scope), await receiptsFor(db, scope)]
  const elsewhere = payments.flatMap(({ id, receiptId }) => (receiptId !== null && !receipts.has(receiptId) ? [id] : []))
  const known = new Map([...receipts, ...(await receiptsOfPayments(db, elsewhere))])
  return payments.map((payment) => paymentRow(payment, known))
}

/** 一年的收据，按号。 */
export async function receiptRows(db: Reader, scope: LedgerScope): Promise<ReceiptRow[]> {
  const receipts = await receiptsFor(db, scope)
  return [...receipts.values()].map((receipt) => {
    const lines = linesOf(receipt.packed)
    return {
      id: receipt.id,
      number: receipt.number,
      receiptNo: receiptNo(receipt),
      issuedOn: receipt.issuedOn,
      paymentId: receipt.paymentId,
      memberName: receipt.memberName,
      branchName: receipt.branchName,
      months: monthWords(lines.map(({ month }) => month)),
      amount: receipt.ordinary + receipt.large,
      collector: receipt.collector,
      method: receipt.method,
      payer: receipt.payer,
      printed: receipt.printed,
      voided: receipt.voided === 1,
      voidReason: receipt.voidReason,
    }
  })
}
