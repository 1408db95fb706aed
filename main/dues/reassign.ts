import type { Reassignment } from '../../shared/dues/payments.ts'
import { reassignSentence } from '../../shared/dues/reassign.ts'
import { yuan } from '../../shared/kit/money.ts'
import type { Day } from '../../shared/kit/values.ts'
import { refuse } from '../core/refuse.ts'
import type { CommandContext, Reader } from '../core/services.ts'
import { assessing, freshOf, redOf, reversible } from './collect.ts'
import { linesOf } from './payment-rows.ts'
import { closedThrough, organizationNames } from './practices.ts'
import { findReceipt, issue, receiptNo, voidReceiptOf } from './receipts.ts'
import * as dues from './repository.ts'

/**
 * 一笔记错了人，改记到另一人要写的两笔：那一人的一笔和抵掉原来的红字，同一天，账上的结余哪天都不变。
 * 收款的月没有结账，两笔都照原来的收款日期（不算补交）；结了账，记在今天。
 */
async function worked(db: Reader, today: Day, { paymentId, memberId }: Reassignment, reason: string) {
  const payment = await reversible(db, paymentId)
  if (payment.memberId === memberId) refuse('dues.sameMember', { name: payment.memberName })
  const closed = await closedThrough(db, payment.organizationId)
  const on = closed !== null && payment.paidOn.slice(0, 7) <= closed ? today : payment.paidOn
  const months = linesOf(payment.packed).map(({ month, amount }) => ({ month, amount }))
  const { assess, personOf } = await assessing(
    db,
    [memberId],
    months.map(({ month }) => month),
    today,
  )
  const person = personOf(memberId)
  const note = [`改记自${payment.memberName}`, reason, payment.note].filter((part) => part !== '').join('：')
  const fresh = await freshOf(
    db,
    { memberId, months, payer: payment.payer === person.name ? '' : payment.payer, advanced: payment.advanced === 1, note },
    { paidOn: on, method: payment.method, collector: payment.collector, assess, person, given: new Map() },
  )
  if (fresh.organizationId !== payment.organizationId) {
    const branch = (await organizationNames(db)).get(fresh.organizationId) ?? ''
    refuse('dues.reassignElsewhere', { name: person.name, branch })
  }
  return { payment, person, on, fresh }
}

/** 按下去会怎样，写成一句话；不能改记的当场说出来。 */
export async function reassignment({ db, today }: { db: Reader; today: Day }, wanted: Reassignment) {
  const { payment, person, on, fresh } = await worked(db, today, wanted, '')
  const receipt = payment.receiptId === null ? undefined : await findReceipt(db, payment.receiptId)
  return {
    sentence: reassignSentence({
      ...{ from: payment.memberName, to: person.name, paidOn: payment.paidOn, on, lines: fresh.lines },
      receiptNo: receipt ? receiptNo(receipt) : '',
    }),
  }
}

/** 改记到另一人：红字与重记一次做完、一次撤销；原来有收据的，作废后另开新号。 */
export async function reassign(
  { db, today, operationId, subject }: CommandContext,
  { reason, ...wanted }: Reassignment & { reason: string },
) {
  const { payment, person, on, fresh } = await worked(db, today, wanted, reason)
  // 先记新的再抵旧的：党费账的结余中途也不会少
  const [id = 0] = await dues.insertPayments(db, [fresh, redOf(payment, { on, reason: `改记到${person.name}：${reason}` })])
  if (payment.receiptId !== null) {
    await voidReceiptOf(db, payment.receiptId, `改记到${person.name}：${reason}`)
    await issue(db, [{ id, organizationId: fresh.organizationId }], { issuedOn: today, batch: operationId })
  }
  subject(`${payment.memberName} 改为 ${person.name} ${yuan(payment.ordinary + payment.large)}（${reason}）`)
  return { id }
}
