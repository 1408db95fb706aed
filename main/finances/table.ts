import type { Generated } from 'kysely'
import type { AccountKind, CheckKind, Direction, MoneySource, ProjectKind, VoucherKind } from '../../shared/finances/contract.ts'

interface Row {
  id: Generated<number>
  uid: string
}

export interface AccountTable extends Row {
  organizationId: number
  kind: AccountKind
  name: string
  openedOn: string
  closedOn: string | null
}

export interface CategoryTable extends Row {
  organizationId: number
  direction: Direction
  name: string
  retired: Generated<number>
}

export interface ProjectTable extends Row {
  organizationId: number
  kind: ProjectKind
  name: string
  startedOn: string
  endedOn: string | null
  note: string
}

export interface VoucherTable extends Row {
  organizationId: number
  kind: VoucherKind
  year: number
  number: number | null
  day: string
  summary: string
  source: MoneySource | null
  projectId: number | null
  meetingId: number | null
  decidedBy: number | null
  counterparty: string
  handler: string
  witness: string
  approver: string
  papers: number
  note: string
  reverses: number | null
}

/** 正为借、负为贷。账户与科目都空的是期初权益。 */
export interface PostingTable extends Row {
  organizationId: number
  voucherId: number
  ordinal: number
  day: string
  accountId: number | null
  categoryId: number | null
  amount: number
}

export interface PeriodCloseTable extends Row {
  organizationId: number
  month: string
  closedAt: string
  closedBy: string
  reopenedAt: string | null
  reopenedBy: string | null
  reopenReason: string | null
}

export interface BalanceCheckTable extends Row {
  organizationId: number
  accountId: number
  kind: CheckKind
  day: string
  amount: number
  checkedBy: string
  note: string
}

export interface BankLineTable extends Row {
  accountId: number
  day: string
  amount: number
  summary: string
  postingId: number | null
}

export interface BudgetTable extends Row {
  organizationId: number
  year: number
  categoryId: number
  amount: number
}

export interface BudgetApprovalTable extends Row {
  organizationId: number
  year: number
  approvedBy: string
  approvedOn: string
  meetingId: number | null
}

export interface CareRecipientTable extends Row {
  voucherId: number
  ordinal: number
  memberId: number | null
  name: string
  situation: string
  amount: number
}
