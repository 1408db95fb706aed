import type { Wanted } from '../../shared/documents/contract.ts'
import type { Cell, MemberDues } from '../../shared/dues/contract.ts'
import { methodWords } from '../../shared/dues/words.ts'
import { showFen, sumOf } from '../../shared/kit/money.ts'
import { moneyWords } from '../../shared/kit/money-words.ts'
import { showDay } from '../../shared/ledger/columns.ts'
import { refuse } from '../core/refuse.ts'
import type { TaskContext } from '../core/services.ts'
import { fileName } from './file-name.ts'
import { type Composed, organizationName } from './ledger-papers.ts'
import type { Statement } from './papers/dues-statement.ts'

/** 收据：照要的次序；印过的写补打，作废的写作废。 */
export async function composeReceipts(
  { app, today, session }: TaskContext,
  { organizationId, year, receiptIds, perPage }: Extract<Wanted, { kind: 'duesReceipts' }>,
): Promise<Composed> {
  const rows = new Map((await app.dues.receipts({ organizationId, year })).map((row) => [row.id, row]))
  const chosen = receiptIds.map((id) => rows.get(id) ?? refuse('dues.receiptNotFound'))
  return {
    plan: {
      kind: 'duesReceipts',
      perPage,
      receipts: chosen.map((row) => ({
        no: row.receiptNo,
        day: showDay(row.issuedOn),
        name: row.memberName,
        months: row.months,
        words: moneyWords(row.amount),
        figure: showFen(row.amount),
        method: methodWords[row.method],
        payer: row.payer,
        collector: row.collector,
        unit: row.branchName,
        voided: row.voided,
        reprint: row.printed > 0,
      })),
      demo: session.describe()?.demo ?? false,
    },
    name: fileName(
      [
        chosen[0]?.branchName ?? '',
        '党费收据',
        chosen.length === 1 ? (chosen[0]?.receiptNo ?? '') : `${chosen[0]?.receiptNo}等${chosen.length}张`,
      ],
      today,
      'pdf',
    ),
    notes: chosen.some(({ printed }) => printed > 0) ? ['有的收据印过，这次印作“补打”。'] : [],
  }
}

const stateWords: Record<Cell['state'], string> = {
  outside: '不归本支部收',
  before: '党费交至之前',
  suspended: '停止党籍',
  unset: '未核定',
  exempt: '免交',
  paid: '交清',
  part: '未交足',
  owing: '欠交',
  open: '待收',
  future: '未到',
}

const remarksFor = (page: MemberDues, month: string): string =>
  page.payments
    .filter(({ reverses, reversedBy, lines }) => reverses === null && reversedBy === null && lines.some((line) => line.month === month))
    .map(({ paidOn, method, receiptNo }) => [paidOn, methodWords[method], receiptNo].filter(Boolean).join(' '))
    .join('；')

/** 一人一年的一页。 */
async function statementOf({ app }: TaskContext, memberId: number, year: number): Promise<Statement> {
  const page = await app.dues.member({ memberId, year })
  const paidIn = ({ paid, extra = 0, large = 0 }: Cell) => paid + extra + large
  const workings = page.months.flatMap(({ month, working }, at) =>
    working && working.sentence !== page.months[at - 1]?.working?.sentence ? [`${Number(month.slice(5))}月起：${working.sentence}`] : [],
  )
  return {
    unit: page.branchName,
    name: page.name,
    months: page.months.map(({ month, cell }) => ({
      month: `${Number(month.slice(5))}月`,
      payable: cell.payable > 0 ? showFen(cell.payable) : '',
      paid: paidIn(cell) > 0 ? showFen(paidIn(cell)) : '',
      state: `${stateWords[cell.state]}${cell.late ? '（补）' : ''}`,
      remarks: remarksFor(page, month),
    })),
    total: {
      payable: showFen(sumOf(page.months.map(({ cell }) => cell.payable))),
      paid: showFen(sumOf(page.months.map(({ cell }) => paidIn(cell)))),
      owing: showFen(page.owing),
    },
    bases: workings,
  }
}

const statements = ({ today, session }: TaskContext, year: number, sheets: Statement[], about: readonly string[]): Composed => ({
  plan: {
    kind: 'duesStatement',
    title: `${year}年度党费交纳明细`,
    sheets,
    on: showDay(today),
    demo: session.describe()?.demo ?? false,
  },
  name: fileName(about, today, 'pdf'),
  notes: [],
})

/** 一人一年明细。 */
export async function composeStatement(
  context: TaskContext,
  { memberId, year }: Extract<Wanted, { kind: 'duesStatement' }>,
): Promise<Composed> {
  const sheet = await statementOf(context, memberId, year)
  return statements(context, year, [sheet], [sheet.unit, `${sheet.name}${year}年度党费明细`])
}

/** 全支部的一人一年明细，照网格的次序，一人一页。 */
export async function composeStatements(
  context: TaskContext,
  { organizationId, year }: Extract<Wanted, { kind: 'duesStatements' }>,
): Promise<Composed> {
  const rows = await context.app.dues.grid({ organizationId, year })
  if (rows.length === 0) refuse('dues.nobody', { year })
  const sheets: Statement[] = []
  for (const [at, { memberId, name }] of rows.entries()) {
    await context.job.checkpoint()
    context.job.progress(at / rows.length, `取数：${name}`)
    sheets.push(await statementOf(context, memberId, year))
  }
  return statements(context, year, sheets, [await organizationName(context, organizationId), `${year}年度党费明细`, `${rows.length}人`])
}
