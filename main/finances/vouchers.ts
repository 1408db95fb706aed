import type { Client } from '../../shared/contract.ts'
import type { Entry, Particulars } from '../../shared/finances/contract.ts'
import { directionWords } from '../../shared/finances/words.ts'
import { sumOf, yuan } from '../../shared/kit/money.ts'
import type { Taken } from '../../shared/kit/procedure.ts'
import { refuse } from '../core/refuse.ts'
import type { CommandContext, Reader, Writer } from '../core/services.ts'
import * as meetings from '../meetings/repository.ts'
import { closedMonths } from './closing.ts'
import * as books from './repository.ts'

export const existingAccount = async (db: Reader, id: number) => (await books.findAccount(db, id)) ?? refuse('finances.accountNotFound')
export const existingVoucher = async (db: Reader, id: number) => (await books.findVoucher(db, id)) ?? refuse('finances.voucherNotFound')

/** 那天能在这个账户上记账。 */
async function usableAccount(db: Reader, organizationId: number, id: number, day: string) {
  const account = await existingAccount(db, id)
  if (account.organizationId !== organizationId) refuse('finances.elsewhere', { what: account.name })
  if (account.closedOn !== null && day > account.closedOn) refuse('finances.accountClosed', { name: account.name, on: account.closedOn })
  if (day < account.openedOn) refuse('finances.beforeOpening', { name: account.name, on: account.openedOn })
  return account
}

async function usableCategory(db: Reader, { organizationId, categoryId, direction }: Entry) {
  const category = (await books.findCategory(db, categoryId)) ?? refuse('finances.categoryNotFound')
  if (category.organizationId !== organizationId) refuse('finances.elsewhere', { what: category.name })
  if (category.direction !== direction) refuse('finances.wrongDirection', { category: category.name, direction: directionWords[direction] })
  if (category.retired) refuse('finances.categoryRetired', { category: category.name })
  return category
}

async function refuseWrongReferences(db: Reader, organizationId: number, { projectId, meetingId, decidedBy }: Particulars) {
  const project = projectId === null ? undefined : ((await books.findProject(db, projectId)) ?? refuse('finances.projectNotFound'))
  if (project && project.organizationId !== organizationId) refuse('finances.elsewhere', { what: project.name })
  for (const id of [meetingId, decidedBy]) if (id !== null && !(await meetings.find(db, id))) refuse('meetings.notFound')
}

async function refuseWrongDay(db: Reader, organizationId: number, day: string, today: string) {
  if (day > today) refuse('finances.inFuture', { day })
  const month = day.slice(0, 7)
  if ((await closedMonths(db, organizationId)).includes(month)) refuse('finances.monthClosed', { month })
}

/** 付得出：那天日终的结余够；之后各天够不够由触发器守。 */
async function refuseShort(db: Reader, account: { id: number; name: string }, day: string, amount: number) {
  const balance = await books.balanceOn(db, account.id, day)
  if (balance < amount) refuse('finances.shortOf', { account: account.name, balance, amount })
}

/** 记一笔收入或支出。 */
export async function post({ db, today, subject }: CommandContext, entry: Entry) {
  const { organizationId, direction, day, summary, amount, accountId, categoryId, source, recipients, ...particulars } = entry
  const account = await usableAccount(db, organizationId, accountId, day)
  await usableCategory(db, entry)
  if (source === null) refuse('finances.sourceNeeded')
  await refuseWrongReferences(db, organizationId, particulars)
  await refuseWrongDay(db, organizationId, day, today)
  const helped = sumOf(recipients.map((recipient) => recipient.amount))
  if (recipients.length > 0 && helped !== amount) refuse('finances.recipientsDiffer', { sum: helped, amount })
  if (direction === 'expense') await refuseShort(db, account, day, amount)
  const number = await books.nextNumber(db, organizationId, Number(day.slice(0, 4)))
  const into = direction === 'income' ? amount : -amount
  const id = await books.insertVoucher(
    db,
    { organizationId, kind: direction, number, day, summary, source, ...particulars, reverses: null },
    [
      { accountId, amount: into },
      { categoryId, amount: -into },
    ],
  )
  await books.insertRecipients(db, id, recipients)
  subject(`第 ${number} 号 ${summary} ${directionWords[direction]} ${yuan(amount)}`)
  return { id, number }
}

const plain = { counterparty: '', witness: '', approver: '', papers: 0, note: '', projectId: null, meetingId: null, decidedBy: null }

/** 在自己的两个账户之间转：取现、存现。不算收入支出。 */
export async function transfer(
  { db, today, subject }: CommandContext,
  { organizationId, day, summary, amount, fromId, toId, handler }: Taken<Client['finances']['transfer']['procedure']>,
) {
  if (fromId === toId) refuse('finances.sameAccount')
  const from = await usableAccount(db, organizationId, fromId, day)
  await usableAccount(db, organizationId, toId, day)
  await refuseWrongDay(db, organizationId, day, today)
  await refuseShort(db, from, day, amount)
  const number = await books.nextNumber(db, organizationId, Number(day.slice(0, 4)))
  const id = await books.insertVoucher(
    db,
    { organizationId, kind: 'transfer', number, day, summary, source: null, ...plain, handler, reverses: null },
    [
      { accountId: fromId, amount: -amount },
      { accountId: toId, amount },
    ],
  )
  subject(`第 ${number} 号 ${summary} ${yuan(amount)}`)
  return { id, number }
}

/** 红字冲销：同样的分录反着记一遍。 */
export async function reverse({ db, today, subject }: CommandContext, { id, day, reason }: { id: number; day: string; reason: string }) {
  const voucher = await existingVoucher(db, id)
  if (voucher.kind === 'opening' || voucher.reverses !== null) refuse('finances.cannotReverse')
  const reversal = await books.reversalOf(db, id)
  if (reversal) refuse('finances.alreadyReversed', { number: reversal.number ?? 0 })
  if (day < voucher.day) refuse('finances.reverseTooEarly', { day: voucher.day })
  await refuseWrongDay(db, voucher.organizationId, day, today)
  const number = await books.nextNumber(db, voucher.organizationId, Number(day.slice(0, 4)))
  const { id: _, uid: __, year: ___, number: original, ...same } = voucher
  const sides = (await books.postingsOf(db, id)).map(({ accountId, categoryId, amount }) => ({ accountId, categoryId, amount: -amount }))
  for (const { accountId } of sides) if (accountId !== null) await usableAccount(db, voucher.organizationId, accountId, day)
  const summary = `冲销第 ${original} 号（${reason}）`.slice(0, 200)
  const fresh = await books.insertVoucher(db, { ...same, number, day, summary, papers: 0, note: '', reverses: id }, sides)
  subject(`第 ${number} 号 ${summary}`)
  return { id: fresh, number }
}

/** 冲销与被冲销的两张用在同一个项目、同一次会议上，那里的合计才相抵。 */
async function annotatePair(db: Writer, voucher: NonNullable<Awaited<ReturnType<typeof books.findVoucher>>>, wanted: Particulars) {
  const pairId = voucher.reverses ?? (await books.reversalOf(db, voucher.id))?.id
  if (pairId === undefined) return
  const pair = await existingVoucher(db, pairId)
  const { projectId, meetingId, decidedBy } = wanted
  if (pair.projectId === projectId && pair.meetingId === meetingId && pair.decidedBy === decidedBy) return
  const month = pair.day.slice(0, 7)
  if ((await closedMonths(db, pair.organizationId)).includes(month)) refuse('finances.monthClosed', { month })
  await books.annotate(db, pairId, { projectId, meetingId, decidedBy })
}

/** 补上不影响账目的几项。 */
export async function annotate({ db, subject }: CommandContext, { id, particulars }: { id: number; particulars: Particulars }) {
  const voucher = await existingVoucher(db, id)
  await refuseWrongReferences(db, voucher.organizationId, particulars)
  const month = voucher.day.slice(0, 7)
  if ((await closedMonths(db, voucher.organizationId)).includes(month)) refuse('finances.monthClosed', { month })
  await books.annotate(db, id, particulars)
  await annotatePair(db, voucher, particulars)
  subject(voucher.number === null ? voucher.summary : `第 ${voucher.number} 号 ${voucher.summary}`)
  return { id }
}
