import type { FormPlan } from './form-sheet.ts'
import type { ReceiptsPlan } from './papers/dues-receipts.ts'
import type { StatementPlan } from './papers/dues-statement.ts'
import type { CardsPlan } from './papers/member-card.ts'
import type { MinutesPlan } from './papers/minutes.ts'
import type { ResolutionPlan } from './papers/resolution.ts'
import type { SignInPlan } from './papers/sign-in-sheet.ts'
import type { VoucherPlan } from './papers/voucher.ts'
import type { SheetPlan } from './workbook.ts'

/** 一次会议的一份：签到表或会议记录。 */
export type OnePaper = (SignInPlan & { kind: 'signInSheet' }) | (MinutesPlan & { kind: 'minutes' })

/** 交给工人的一份活：只有数据，行已取好、已按级别遮好。 */
export type Plan =
  | { kind: 'workbook'; sheets: (SheetPlan | FormPlan)[] }
  | { kind: 'ledgerTable'; sheets: SheetPlan[]; demo: boolean }
  | OnePaper
  | { kind: 'bundle'; title: string; papers: OnePaper[] }
  | (CardsPlan & { kind: 'memberCards' })
  | (ReceiptsPlan & { kind: 'duesReceipts' })
  | (ResolutionPlan & { kind: 'resolution' })
  | (StatementPlan & { kind: 'duesStatement' })
  | (VoucherPlan & { kind: 'voucher' })

export interface Work {
  id: number
  /** 省略时只把字体和库准备好。 */
  plan?: Plan
  /** 到哪些文件夹里找本机字体。 */
  fontFolders: string[]
}

export type Word =
  | { id: number; progress: number }
  | { id: number; bytes: Uint8Array; notes: string[] }
  | { id: number; ready: true }
  | { id: number; error: string }
