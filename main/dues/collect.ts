import type { CollectDraft, Method, PaymentDraft } from '../../shared/dues/payments.ts'
import { monthsBetween, splitPayment } from '../../shared/dues/rules.ts'
import { yuan } from '../../shared/kit/money.ts'
import type { Day, Month } from '../../shared/kit/values.ts'
import { refuse } from '../core/refuse.ts'
import type { CommandContext, Reader } from '../core/services.ts'
import { duesStandards } from '../rules/packs.ts'
import { type Assess, assessor } from './assess.ts'
import { linesOf } from './payment-rows.ts'
import { type Person, peopleOf, these } from './people.ts'
import { organizationNames, practicesOf } from './practices.ts'
import { issue, voidReceiptOf } from './receipts.ts'
import * as dues from './repository.ts'

/** 这些人在这些月份的账与算法。 */
export async function assessing(db: Reader, memberIds: readonly number[], months: readonly Month[], today: Day) {
  const sorted = [...months].sort()
  const people = await peopleOf(db, these(memberIds), sorted[0] ?? today.slice(0, 7), sorted.at(-1) ?? today.slice(0, 7))
  const assess = assessor(duesStandards(), await practicesOf(db), today)
  const personOf = (id: number) => people.get(id) ?? refuse('members.notFound')
  return { assess, personOf }
}

/** 一格能不能收；能收给出归哪个组织、还差多少。 */
async function collectable(db: Reader, assess: Assess, person: Person, month: Month): Promise<{ organizationId: number; owed: number }> {
  const { cell, organizationId, working } = assess(person, month)
  const { name } = person
  if (organizationId === undefined) return refuse('dues.notMember', { name, month })
  if (cell.state === 'exempt' && cell.payable === 0 && working?.amount !== 0) refuse('dues.exempted', { name, month })
  if (working === undefined && cell.state !== 'before' && cell.state !== 'suspended') await refuseUnset(db, organizationId, name, month)
  return { organizationId, owed: Math.max(0, cell.payable - cell.paid) }
}

async function refuseUnset(db: Reader, organizationId: number, name: string, month: Month): Promise<void> {
  const practices = await practicesOf(db)
  if (!practices(organizationId, month)) refuse('dues.noPractice', { branch: (await organizationNames(db)).get(organizationId) ?? '' })
  refuse('dues.noBase', { name, month })
}

const merged = (months: PaymentDraft['months']): PaymentDraft['months'] => {
  const sums = new Map<Month, number>()
  for (const { month, amount } of months) sums.set(month, (sums.get(month) ?? 0) + amount)
  return [...sums].sort(([a], [b]) => a.localeCompare(b)).map(([month, amount]) => ({ month, amount }))
}

/** 记一笔要知道的：怎样收的，各人的账，同一批里各人各月已经记了多少。 */
interface Collecting {
  paidOn: Day
  method: Method
  collector: string
  assess: Assess
  person: Person
  given: Map<string, number>
}

/** 一个人的一笔：各月能不能收，应交多少、多出多少。 */
export async function freshOf(
  db: Reader,
  payment: PaymentDraft,
  { paidOn, method, collector, assess, person, given }: Collecting,
): Promise<dues.FreshPayment> {
  const { largeFrom, lateMonths } = duesStandards()
  const note = payment.note.trim()
  if (payment.advanced && note === '') refuse('dues.advancedNeedsNote', { name: person.name })
  let organizationId = 0
  const parts: { month: Month; amount: number; owed: number }[] = []
  for (const { month, amount } of merged(payment.months)) {
    const cell = await collectable(db, assess, person, month)
    if (monthsBetween(month, paidOn.slice(0, 7)) > lateMonths && cell.owed > 0 && note === '')
      refuse('dues.lateNeedsNote', { name: person.name, month, limit: lateMonths })
    organizationId = cell.organizationId
    // 同一批里同一个人分两笔交同一个月，后一笔只补还差的
    const key = `${person.id}/${month}`
    const owed = Math.max(0, cell.owed - (given.get(key) ?? 0))
    given.set(key, (given.get(key) ?? 0) + amount)
    parts.push({ month, amount, owed })
  }
  const lines = splitPayment(parts, largeFrom)
  const total = (kinds: readonly string[]) => lines.reduce((sum, line) => (kinds.includes(line.kind) ? sum + line.amount : sum), 0)
  return {
    organizationId,
    memberId: person.id,
    ...{ paidOn, method, collector, payer: payment.payer, note },
    advanced: Number(payment.advanced),
    ordinary: total(['due', 'extra']),
    large: total(['large']),
    reverses: null,
    lines,
  }
}

/** 收一批：一次操作；每人一笔，各月归属分明。 */
export async function collect(context: CommandContext, { paidOn, method, collector, payments, receipts }: CollectDraft) {
  const { db, today, operationId, subject } = context
  if (paidOn > today) refuse('dues.paidInFuture', { day: paidOn })
  const months = payments.flatMap((payment) => payment.months.map(({ month }) => month))
  const { assess, personOf } = await assessing(
    db,
    payments.map(({ memberId }) => memberId),
    months,
    today,
  )
  const fresh: dues.FreshPayment[] = []
  const given = new Map<string, number>()
  for (const payment of payments)
    fresh.push(await freshOf(db, payment, { paidOn, method, collector, assess, person: personOf(payment.memberId), given }))
  const paymentIds = await dues.insertPayments(db, fresh)
  if (receipts)
    await issue(
      db,
      fresh.map(({ organizationId }, at) => ({ id: paymentIds[at] ?? 0, organizationId })),
      { issuedOn: paidOn, batch: operationId },
    )
  const amount = fresh.reduce((sum, one) => sum + one.ordinary + one.large, 0)
  const [only] = payments.length === 1 ? payments : []
  subject(`${only ? personOf(only.memberId).name : `${payments.length} 笔`} ${yuan(amount)}`)
  return { paymentIds, amount, large: fresh.reduce((sum, { large }) => sum + large, 0) }
}

/** 冲销一笔交费：红字一笔，两头相连；它的收据随之作废，号留着。 */
export async function reverse(
  { db, today, subject }: CommandContext,
  { paymentId, on, reason, method }: { paymentId: number; on: Day; reason: string; method?: dues.FreshPayment['method'] | undefined },
) {
  const payment = await reversible(db, paymentId)
  if (on > today) refuse('dues.paidInFuture', { day: on })
  if (on < payment.paidOn) refuse('dues.reversedBefore', { day: payment.paidOn })
  const [id = 0] = await dues.insertPayments(db, [redOf(payment, { on, reason, method })])
  if (payment.receiptId !== null) await voidReceiptOf(db, payment.receiptId, `冲销：${reason}`)
  subject(`${payment.memberName} ${yuan(payment.ordinary + payment.large)}（${reason}）`)
  return { id }
}

/** 还能冲销的一笔。 */
export async function reversible(db: Reader, paymentId: number): Promise<dues.StoredPayment> {
  const payment = (await dues.findPayment(db, paymentId)) ?? refuse('dues.paymentNotFound')
  if (payment.reverses !== null) refuse('dues.isReversal')
  if (payment.reversedBy !== null) refuse('dues.alreadyReversed')
  return payment
}

/** 抵掉一笔的红字：各项与原来的相反。 */
export const redOf = (
  payment: dues.StoredPayment,
  { on, reason, method }: { on: Day; reason: string; method?: Method | undefined },
): dues.FreshPayment => ({
  organizationId: payment.organizationId,
  memberId: payment.memberId,
  paidOn: on,
  method: method ?? payment.method,
  collector: payment.collector,
  payer: payment.payer,
  advanced: payment.advanced,
  note: reason,
  ordinary: -payment.ordinary,
  large: -payment.large,
  reverses: payment.id,
  lines: linesOf(payment.packed).map((line) => ({ ...line, amount: -line.amount })),
})
