import { z } from 'zod'
import finances from '../../../assets/sample/finances.json' with { type: 'json' }
import { AccountKind, Direction, MoneySource, ProjectKind } from '../../../shared/finances/contract.ts'
import { Fen } from '../../../shared/kit/values.ts'

const when = { monthsAgo: z.int().min(0).max(12), day: z.int().min(1).max(31) }

const Entry = z.strictObject({
  ...when,
  key: z.string().optional(),
  direction: Direction,
  summary: z.string(),
  amount: Fen.positive(),
  account: z.string(),
  category: z.string(),
  source: MoneySource,
  project: z.string().optional(),
  counterparty: z.string().default(''),
  handler: z.string().default('沈知秋'),
  approver: z.string().default(''),
  papers: z.int().default(1),
  recipients: z.array(z.strictObject({ name: z.string(), situation: z.string(), amount: Fen.positive() })).default([]),
})
const Transfer = z.strictObject({
  ...when,
  account: z.string(),
  to: z.string(),
  summary: z.string(),
  amount: Fen.positive(),
  handler: z.string(),
})
const Reversal = z.strictObject({ ...when, reverses: z.string(), reason: z.string() })

const Source = z.strictObject({
  organization: z.string(),
  accounts: z.array(z.strictObject({ name: z.string(), kind: AccountKind, opening: Fen })),
  projects: z.array(z.strictObject({ name: z.string(), kind: ProjectKind, note: z.string() })),
  budget: z.strictObject({ approvedBy: z.string(), lines: z.record(z.string(), Fen) }),
  entries: z.array(z.union([Entry, Transfer, Reversal])),
})

/** 演示台账的经费底稿；逐项核对，写错就不能建立演示台账。 */
export const financesSource = () => Source.parse(finances)
