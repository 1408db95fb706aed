import { z } from 'zod'
import { Day, Fen, Id, Line, Month } from '../kit/values.ts'

/** 怎样交的。没有“工资代扣”：不得扣缴（中组发〔2008〕3号第十四条）。 */
export const Method = z.enum(['cash', 'transfer', 'wechat', 'alipay', 'other'])
export type Method = z.infer<typeof Method>

/** 一笔里的一行：归哪个月、多少、算什么。 */
export const LineKind = z.enum(['due', 'extra', 'large'])
export type LineKind = z.infer<typeof LineKind>
export const PaymentLine = z.object({ month: Month, amount: Fen, kind: LineKind })
export type PaymentLine = z.infer<typeof PaymentLine>

/** 一个人这一次交的：每月多少；超过应交的部分记自愿多交，一次多交到规定数额的记大额党费。 */
export const PaymentDraft = z.strictObject({
  memberId: Id,
  months: z
    .array(z.strictObject({ month: Month, amount: Fen.min(1) }))
    .min(1)
    .max(36),
  /** 代交的人；本人交的为空。 */
  payer: Line.default(''),
  /** 垫交：要写说明。 */
  advanced: z.boolean().default(false),
  note: Line.default(''),
})
export type PaymentDraft = z.infer<typeof PaymentDraft>

export const CollectDraft = z.strictObject({
  paidOn: Day,
  method: Method,
  /** 收款人。 */
  collector: Line.min(1),
  payments: z.array(PaymentDraft).min(1).max(5000),
  /** 同时开收据。 */
  receipts: z.boolean(),
})
export type CollectDraft = z.infer<typeof CollectDraft>

/** 一笔记错了人：哪一笔，改记到谁。 */
export const Reassignment = z.strictObject({ paymentId: Id, memberId: Id })
export type Reassignment = z.infer<typeof Reassignment>

export const PaymentRow = z.object({
  id: Id,
  memberId: Id,
  memberName: z.string(),
  branchName: z.string(),
  paidOn: Day,
  method: Method,
  collector: z.string(),
  payer: z.string(),
  advanced: z.boolean(),
  note: z.string(),
  amount: Fen,
  /** 归属，写成话：“2026年3月至5月”。 */
  months: z.string(),
  lines: z.array(PaymentLine),
  /** 应交部分、自愿多交、大额党费。 */
  due: Fen,
  extra: Fen,
  large: Fen,
  receiptNo: z.string(),
  receiptId: Id.nullable(),
  /** 冲销的是哪一笔；被哪一笔冲销。 */
  reverses: Id.nullable(),
  reversedBy: Id.nullable(),
})
export type PaymentRow = z.infer<typeof PaymentRow>

export const ReceiptRow = z.object({
  id: Id,
  number: z.int(),
  receiptNo: z.string(),
  issuedOn: Day,
  paymentId: Id,
  memberName: z.string(),
  branchName: z.string(),
  months: z.string(),
  amount: Fen,
  collector: z.string(),
  method: Method,
  payer: z.string(),
  /** 打印过几次；再印就写补打。 */
  printed: z.int(),
  voided: z.boolean(),
  voidReason: z.string(),
})
export type ReceiptRow = z.infer<typeof ReceiptRow>
