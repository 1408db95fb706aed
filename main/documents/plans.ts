import type { FormPlan } from './form-sheet.ts'
import type { ActivityPlan } from './papers/activity-record.ts'
import type { BallotsPlan } from './papers/ballots.ts'
import type { CoverPlan } from './papers/cover.ts'
import type { ReceiptsPlan } from './papers/dues-receipts.ts'
import type { StatementPlan } from './papers/dues-statement.ts'
import type { CardsPlan } from './papers/member-card.ts'
import type { MinutesPlan } from './papers/minutes.ts'
import type { QuarterNotePlan } from './papers/quarter-note.ts'
import type { ResolutionPlan } from './papers/resolution.ts'
import type { SignInPlan } from './papers/sign-in-sheet.ts'
import type { VoucherPlan } from './papers/voucher.ts'
import type { SheetPlan } from './workbook.ts'

/** 一次会议的一份：签到表或会议记录。 */
export type OnePaper = (SignInPlan & { kind: 'signInSheet' }) | (MinutesPlan & { kind: 'minutes' })

type Workbook = { kind: 'workbook'; sheets: (SheetPlan | FormPlan)[] }
type Activity = ActivityPlan & { kind: 'activity' }
type LedgerTable = { kind: 'ledgerTable'; sheets: SheetPlan[]; demo: boolean }

/** 册子里的一份：归在哪一章、目录里怎样写、多少内容。 */
export interface BinderPart {
  chapter: string
  title: string
  /** 例：'18 行'、'2026年3月5日'。 */
  extent: string
  paper: LedgerTable | Activity | (MinutesPlan & { kind: 'minutes' })
}

/** 年度台账册：封面与各份；目录在排定以后才写。 */
export interface BinderPlan {
  cover: CoverPlan
  parts: BinderPart[]
  /** 页脚左边的话。 */
  mark: string
  demo: boolean
}

/** 包里的一份：在包里的路径，制作时报的名字。 */
export interface PackedFile {
  path: string
  title: string
  plan: Workbook | LedgerTable | Activity
}

/** 交给工人的一份活：只有数据，行已取好、已按级别遮好。 */
export type Plan =
  | Workbook
  | LedgerTable
  | { kind: 'pack'; files: PackedFile[] }
  | (BinderPlan & { kind: 'binder' })
  | OnePaper
  | { kind: 'bundle'; title: string; papers: OnePaper[] }
  | Activity
  | (BallotsPlan & { kind: 'ballots' })
  | (CardsPlan & { kind: 'memberCards' })
  | (ReceiptsPlan & { kind: 'duesReceipts' })
  | (ResolutionPlan & { kind: 'resolution' })
  | (StatementPlan & { kind: 'duesStatement' })
  | (VoucherPlan & { kind: 'voucher' })
  | (QuarterNotePlan & { kind: 'quarterNote' })

export interface Work {
  id: number
  /** 省略时只把字体和库准备好。 */
  plan?: Plan
  /** 到哪些文件夹里找本机字体。 */
  fontFolders: string[]
}

export type Word =
  | { id: number; progress: number; doing?: string }
  | { id: number; bytes: Uint8Array; notes: string[] }
  | { id: number; ready: true }
  | { id: number; error: string }
