import { candidatesFor, matchBank } from '../../shared/finances/discrepancies.ts'
import { checkWords } from '../../shared/finances/words.ts'
import { sumOf, yuan } from '../../shared/kit/money.ts'
import { refuse } from '../core/refuse.ts'
import type { CommandContext, Reader } from '../core/services.ts'
import * as bank from './bank.ts'
import * as closing from './closing.ts'
import { matchWithinDays } from './pack.ts'
import * as books from './repository.ts'
import { existingAccount } from './vouchers.ts'

/** 记下点到的数。对不上也记：差多少、差在哪里是下一步的事。 */
export async function recordCheck(
  { db, today, actor, subject }: CommandContext,
  { accountId, kind, day, amount, note }: { accountId: number; kind: 'count' | 'statement'; day: string; amount: number; note: string },
) {
  const { organizationId, name, openedOn } = await existingAccount(db, accountId)
  if (day > today) refuse('finances.inFuture', { day })
  if (day < openedOn) refuse('finances.beforeOpening', { name, on: openedOn })
  const id = await closing.keepCheck(db, { organizationId, accountId, kind, day, amount, checkedBy: actor, note })
  const difference = amount - (await books.balanceOn(db, accountId, day))
  subject(`${name} ${day} ${checkWords[kind]} ${yuan(amount)}${difference === 0 ? '，相符' : `，差 ${yuan(difference)}`}`)
  return { id, difference }
}

export async function withdrawCheck({ db, subject }: CommandContext, { id }: { id: number }) {
  const check = (await closing.findCheck(db, id)) ?? refuse('finances.checkNotFound')
  if (check.kind === 'carry') refuse('finances.carryFixed')
  await closing.removeChecks(db, [id])
  subject(`${check.day} ${checkWords[check.kind]}`)
  return { id }
}

export async function candidates(db: Reader, { accountId, day, difference }: { accountId: number; day: string; difference: number }) {
  await existingAccount(db, accountId)
  const moves = await bank.movesOn(db, accountId, day)
  return candidatesFor(
    difference,
    moves.map(({ kind: _, ...move }) => move),
  )
}

/** 录入对账单各行，金额相同、日子相近、只有一个候选的随手勾上。 */
export async function enterBankLines(
  { db, subject }: CommandContext,
  { accountId, lines }: { accountId: number; lines: readonly { day: string; amount: number; summary: string }[] },
) {
  const { name } = await existingAccount(db, accountId)
  const last =
    lines
      .map(({ day }) => day)
      .toSorted()
      .at(-1) ?? ''
  const ids: { id: number; day: string; amount: number }[] = []
  for (const line of lines) ids.push({ id: await bank.insertLine(db, { accountId, ...line }), day: line.day, amount: line.amount })
  const within = matchWithinDays()
  const open = await bank.unmatched(db, accountId, `${Number(last.slice(0, 4)) + 1}-12-31`)
  const found = matchBank(
    ids,
    open.map(({ postingId, day, amount }) => ({ id: postingId, day, amount })),
    within,
  )
  for (const [line, posting] of found) await bank.match(db, line, posting)
  subject(`${name} ${lines.length} 行，勾对 ${found.size} 行`)
  return { added: lines.length, matched: found.size }
}

export async function matchBankLine({ db, subject }: CommandContext, { id, postingId }: { id: number; postingId: number | null }) {
  const line = (await bank.findLine(db, id)) ?? refuse('finances.lineNotFound')
  if (postingId !== null) {
    const posting = await bank.findPosting(db, postingId)
    if (posting?.accountId !== line.accountId) refuse('finances.voucherNotFound')
    if (posting && posting.amount !== line.amount) refuse('finances.amountsDiffer', { line: line.amount, book: posting.amount })
    const other = await bank.lineMatching(db, postingId)
    if (other && other.id !== id) refuse('finances.matchedElsewhere')
  }
  await bank.match(db, id, postingId)
  subject(`${line.day} ${yuan(line.amount)}`)
  return { id }
}

export async function removeBankLine({ db, subject }: CommandContext, { id }: { id: number }) {
  const line = (await bank.findLine(db, id)) ?? refuse('finances.lineNotFound')
  await bank.removeLine(db, id)
  subject(`${line.day} ${yuan(line.amount)}`)
  return { id }
}

/** 某天的余额调节：账面减去账上有对账单没有的 = 对账单减去对账单有账上没有的。 */
export async function reconciliation(db: Reader, { accountId, until }: { accountId: number; until: string }) {
  await existingAccount(db, accountId)
  const lines = await bank.lines(db, accountId, until)
  const opening = (await bank.movesOn(db, accountId, until)).filter(({ kind }) => kind === 'opening').map(({ amount }) => amount)
  return {
    book: await books.balanceOn(db, accountId, until),
    bank: sumOf(opening) + sumOf(lines.map(({ amount }) => amount)),
    lines,
    unmatched: await bank.unmatched(db, accountId, until, until),
  }
}
