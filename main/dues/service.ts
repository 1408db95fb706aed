import { monthsOf, workingOf } from '../../shared/dues/rules.ts'
import { modeWords, unitWords } from '../../shared/dues/words.ts'
import { yearsOf } from '../../shared/dues/years.ts'
import { sumOf } from '../../shared/kit/money.ts'
import { refuse } from '../core/refuse.ts'
import type { Service } from '../core/services.ts'
import { duesStandards } from '../rules/packs.ts'
import { lackingIn } from './assess.ts'
import { baseRows, basesOfMember, removeBase, setBases } from './base-rows.ts'
import { assessing, collect, reverse } from './collect.ts'
import { exempt, unexempt } from './exemptions.ts'
import { fundRows, recordMovement, reverseMovement } from './fund.ts'
import { gridOf } from './grid.ts'
import { linesOf, paymentRow, paymentRows, receiptRows } from './payment-rows.ts'
import { close, reopen } from './periods.ts'
import { organizationNames, practicesOf, writePractice } from './practices.ts'
import { reassign, reassignment } from './reassign.ts'
import { issueReceipts, markPrinted, receiptsOfPayments, voidReceipt } from './receipts.ts'
import * as dues from './repository.ts'
import { postedRows, registerRows, summaryOf } from './year-sheets.ts'

export const duesService: Service<'dues'> = {
  standards: () => duesStandards(),
  practice: async ({ db, today }, { organizationId, month = today.slice(0, 7) }) => (await practicesOf(db))(organizationId, month) ?? null,
  grid: ({ db, today }, scope) => gridOf(db, scope, today),
  summary: ({ db, today }, scope) => summaryOf(db, scope, today),
  register: ({ db, today }, scope) => registerRows(db, scope, today),
  bases: ({ db, today }, scope) => baseRows(db, scope, today),
  payments: ({ db }, scope) => paymentRows(db, scope),
  receipts: ({ db }, scope) => receiptRows(db, scope),
  fund: ({ db, today }, scope) => fundRows(db, scope, today),
  posted: ({ db, today }, scope) => postedRows(db, scope, today),

  async preview({ db }, { organizationId, ...base }) {
    const practice = (await practicesOf(db))(organizationId, base.fromMonth)
    if (!practice) return refuse('dues.noPractice', { branch: (await organizationNames(db)).get(organizationId) ?? '' })
    return workingOf(base, practice.rounding, duesStandards())
  },

  async member({ db, today }, { memberId, year }) {
    const months = monthsOf(year)
    const { assess, personOf } = await assessing(db, [memberId], months, today)
    const person = personOf(memberId)
    const assessed = months.map((month) => ({ month, ...assess(person, month) }))
    const now =
      assess(person, today.slice(0, 7)).organizationId ??
      assessed.findLast((one) => one.bookedAt !== undefined)?.bookedAt ??
      refuse('dues.notMember', { name: person.name, month: String(year) })
    // 往年的写那一年最后归哪里收，不随后来的调动
    const then = year < Number(today.slice(0, 4)) ? (assessed.findLast((one) => one.bookedAt !== undefined)?.bookedAt ?? now) : now
    const row = (await gridOf(db, { organizationId: now, year }, today)).find((one) => one.memberId === memberId)
    const payments = await dues.paymentsOf(db, memberId)
    const receipts = await receiptsOfPayments(
      db,
      payments.map(({ id }) => id),
    )
    return {
      memberId,
      name: person.name,
      organizationId: now,
      branchName: (await organizationNames(db)).get(then) ?? '',
      months: assessed.map(({ month, cell, working }) => ({ month, cell, working: working ?? null })),
      bases: await basesOfMember(db, memberId, now),
      payments: payments
        .map((payment) => paymentRow(payment, receipts))
        .filter(({ paidOn, lines }) => paidOn.startsWith(String(year)) || lines.some(({ month }) => month.startsWith(String(year)))),
      owing: sumOf(assessed.map(({ month, cell }) => (month < today.slice(0, 7) ? lackingIn(cell) : 0))),
      arrears: row?.arrears ?? 0,
    }
  },

  ofMember: async ({ db }, { memberId }) => yearsOf((await dues.paymentsOf(db, memberId)).flatMap(({ packed }) => linesOf(packed))),

  async choosePractice({ db, subject }, { organizationId, fromMonth, ...practice }) {
    const name = (await organizationNames(db)).get(organizationId) ?? refuse('organizations.notFound')
    const known = duesStandards().items
    const unknown = practice.items.find((code) => !known.some((item) => item.code === code))
    if (unknown) refuse('dues.unknownItem', { code: unknown })
    const id = await writePractice(db, organizationId, fromMonth, practice)
    subject(`${name} ${modeWords[practice.rounding.mode]}到${unitWords[practice.rounding.unit]}`)
    return { id }
  },

  setBases,
  removeBase,
  collect,
  exempt,
  unexempt,
  reverse,
  reassignment,
  reassign,
  issueReceipts,
  voidReceipt,
  markPrinted,
  recordMovement,
  reverseMovement,
  close,
  reopen,
}
