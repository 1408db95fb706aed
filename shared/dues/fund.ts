import { z } from 'zod'
import { Day, Fen, Id, Line, Month, Name } from '../kit/values.ts'

/** 党费账上收缴之外的收支：期初、上级下拨、返还、利息；上缴、大额党费上缴、使用。 */
export const MovementKind = z.enum(['opening', 'allocated', 'returned', 'interest', 'remitted', 'largeRemitted', 'used'])
export type MovementKind = z.infer<typeof MovementKind>

export const MovementDraft = z.strictObject({
  organizationId: Id,
  kind: MovementKind,
  day: Day,
  summary: Name,
  amount: Fen.min(1),
  /** 使用的去向（五类之一）。 */
  purpose: z.string().max(30).nullable().default(null),
  /** 集体研究决定的会议。 */
  meetingId: Id.nullable().default(null),
  /** 上缴所属的期间。 */
  fromMonth: Month.nullable().default(null),
  toMonth: Month.nullable().default(null),
  /** 对方单位。 */
  counterparty: Line.default(''),
  /** 缴款单号、收据号。 */
  slipNo: Line.default(''),
  receiptNo: Line.default(''),
  handler: Line.default(''),
  approver: Line.default(''),
  /** 票据张数。 */
  papers: z.int().min(0).max(999).default(0),
})
export type MovementDraft = z.infer<typeof MovementDraft>

/** 上缴与使用台账的一行；收缴按月汇成一行，movementId 为空。 */
export const FundRow = z.object({
  movementId: Id.nullable(),
  organizationName: z.string(),
  day: Day,
  /** 凭证号，年内连着；收缴汇总行为空。 */
  number: z.int().nullable(),
  what: z.string(),
  summary: z.string(),
  income: Fen.nullable(),
  expense: Fen.nullable(),
  /** 党费账结余，不含大额党费。 */
  balance: Fen,
  /** 大额党费单列。 */
  large: Fen.nullable(),
  period: z.string(),
  purpose: z.string(),
  meeting: z.string(),
  counterparty: z.string(),
  slipNo: z.string(),
  receiptNo: z.string(),
  handler: z.string(),
  approver: z.string(),
  papers: z.int().nullable(),
  reversed: z.boolean(),
})
export type FundRow = z.infer<typeof FundRow>
