import type { Generated } from 'kysely'
import type { Adjust, Kind, Rounding } from '../../shared/dues/bases.ts'
import type { MovementKind } from '../../shared/dues/fund.ts'
import type { LineKind, Method } from '../../shared/dues/payments.ts'

interface Recorded {
  id: Generated<number>
  uid: string
}

export interface DuesPracticeTable extends Recorded {
  organizationId: number
  fromMonth: string
  roundingUnit: Rounding['unit']
  roundingMode: Rounding['mode']
  adjust: Adjust
  /** 计入的项目，JSON。 */
  items: string
  remitShare: number | null
  book: string
}

export interface DuesBaseTable extends Recorded {
  memberId: number
  fromMonth: string
  kind: Kind
  base: number
  amount: number | null
  /** 各项金额，JSON。 */
  items: string
  approval: string
  note: string
  pack: string
}

export interface DuesPeriodTable extends Recorded {
  organizationId: number
  month: string
  closed: number
  reason: Generated<string>
}

/** 定下来的应交：免交的，与结账时定的；其余按基数现算。 */
export interface DueTable extends Recorded {
  organizationId: number
  memberId: number
  month: string
  payable: number
  exempt: Generated<number>
  reason: Generated<string>
  approval: Generated<string>
  settled: Generated<number>
}

export interface DuesPaymentTable extends Recorded {
  organizationId: number
  memberId: number
  paidOn: string
  method: Method
  collector: string
  payer: string
  advanced: number
  note: string
  /** 应交与自愿多交之和；大额党费另列。 */
  ordinary: number
  large: number
  reverses: number | null
}

export interface DuesPaymentLineTable extends Recorded {
  paymentId: number
  memberId: number
  month: string
  kind: LineKind
  amount: number
}

interface Numbered extends Recorded {
  organizationId: number
  year: number
  number: number
  /** 开出它的那次操作。 */
  batch: number
}

export interface DuesReceiptTable extends Numbered {
  book: string
  paymentId: number
  issuedOn: string
  printed: Generated<number>
  voided: Generated<number>
  voidReason: Generated<string>
}

export interface DuesMovementTable extends Numbered {
  book: Generated<string>
  kind: MovementKind
  day: string
  summary: string
  amount: number
  purpose: string | null
  meetingId: number | null
  fromMonth: string | null
  toMonth: string | null
  counterparty: string
  slipNo: string
  receiptNo: string
  handler: string
  approver: string
  papers: number
  reverses: number | null
}
