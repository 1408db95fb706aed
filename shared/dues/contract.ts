import { z } from 'zod'
import { command, query } from '../kit/procedure.ts'
import { LedgerScope } from '../kit/scope.ts'
import { Day, Fen, Id, Line, Month, Name, Year } from '../kit/values.ts'
import { BaseDraft, DuesStandards, Kind, PracticeDraft, Working } from './bases.ts'
import { FundRow, MovementDraft } from './fund.ts'
import { CollectDraft, Method, PaymentRow, Reassignment, ReceiptRow } from './payments.ts'
import { DuesYear } from './years.ts'

/**
 * 一格（一人一月）的样子：
 * outside 不归本支部收（未转入、已转出、未入党），before 党费交至之前，suspended 停止党籍，unset 没有核定基数，
 * exempt 免交，paid 交清，part 交了一部分，owing 欠，open 本月待收，future 还没到。
 */
export const CellState = z.enum(['outside', 'before', 'suspended', 'unset', 'exempt', 'paid', 'part', 'owing', 'open', 'future'])
export type CellState = z.infer<typeof CellState>

/** 一人一月。几千人就有几万格，没有的几样不写。 */
export const Cell = z.object({
  state: CellState,
  /** 应交。 */
  payable: Fen,
  /** 已交（冲销后的净数，不含多交）。 */
  paid: Fen,
  /** 自愿多交，与单列的大额党费；没有的不写。 */
  extra: Fen.optional(),
  large: Fen.optional(),
  /** 过了那个月才交的（补）；不是的不写。 */
  late: z.literal(true).optional(),
})
export type Cell = z.infer<typeof Cell>

export const GridRow = z.object({
  memberId: Id,
  name: z.string(),
  /** 同名的怎样分辨：'1985年生'；没有同名的为空。 */
  aside: z.string(),
  initials: z.string(),
  organizationId: Id,
  branchName: z.string(),
  /** 本年最近一个月的核定：类别、基数、比例（万分之几，定额的为空）、月应交；没有核定为空。 */
  kind: Kind.nullable(),
  base: Fen.nullable(),
  rate: z.int().nullable(),
  monthly: Fen.nullable(),
  /** 名册里写着的每月党费；没写、不是金额的不写。 */
  rosterMonthly: Fen.optional(),
  /** 一月到十二月。 */
  cells: z.array(Cell).length(12),
  payable: Fen,
  paid: Fen,
  /** 到上个月为止的欠交。 */
  owing: Fen,
  /** 到上个月为止连续欠几个月（跨年接着数）。 */
  arrears: z.int(),
})
export type GridRow = z.infer<typeof GridRow>

/** 一年的总数：应交 = 实交 − 超出应交 + 欠 + 未到期，一分不差。 */
export const Summary = z.object({
  payable: Fen,
  /** 实交：记在各月应交上的，不含自愿多交与大额党费。 */
  paid: Fen,
  /** 超出应交的：交过以后应交调低、改为免交的差额，平常为 0。 */
  over: Fen,
  /** 过了月的欠。 */
  owing: Fen,
  /** 未到期：本月与以后各月还没交的。 */
  coming: Fen,
  /** 欠交的人数，本月还没交的人数，没有核定基数的人数。 */
  peopleOwing: z.int(),
  peopleOpen: z.int(),
  peopleUnset: z.int(),
  /** 连续欠交的人，多的在前。 */
  arrears: z.array(z.object({ memberId: Id, name: z.string(), months: z.int(), owing: Fen })),
  large: Fen,
  extra: Fen,
  /** 党费账与大额党费的结余（到今天）。 */
  balance: Fen,
  largeBalance: Fen,
  /** 结账到哪个月；没有为空。 */
  closedThrough: Month.nullable(),
  /** 定过取整口径没有。 */
  practised: z.boolean(),
})
export type Summary = z.infer<typeof Summary>

/** 收缴台账的一格：实交的金额，或“免”“转”“停”。 */
const SheetCell = z.union([Fen, z.string()]).nullable()

export const RegisterRow = z.object({
  memberId: Id,
  name: z.string(),
  branchName: z.string(),
  kindName: z.string(),
  base: Fen.nullable(),
  /** 百分数，如 0.5。 */
  ratePercent: z.number().nullable(),
  monthly: Fen.nullable(),
  m01: SheetCell,
  m02: SheetCell,
  m03: SheetCell,
  m04: SheetCell,
  m05: SheetCell,
  m06: SheetCell,
  m07: SheetCell,
  m08: SheetCell,
  m09: SheetCell,
  m10: SheetCell,
  m11: SheetCell,
  m12: SheetCell,
  payable: Fen,
  paid: Fen,
  owing: Fen,
  note: z.string(),
})
export type RegisterRow = z.infer<typeof RegisterRow>

/** 公示表的一行：项目与金额，没有人名与收入。 */
export const PostedRow = z.object({ item: z.string(), amount: Fen.nullable(), note: z.string() })
export type PostedRow = z.infer<typeof PostedRow>

/** 党费核算表的一行：基数怎样算出来。 */
export const BaseRow = z.object({
  id: Id,
  memberId: Id,
  name: z.string(),
  branchName: z.string(),
  fromMonth: Month,
  kind: Kind,
  kindName: z.string(),
  additions: Fen,
  deductions: Fen,
  base: Fen,
  ratePercent: z.number().nullable(),
  monthly: Fen.nullable(),
  approval: z.string(),
  note: z.string(),
})
export type BaseRow = z.infer<typeof BaseRow>

export const MemberDues = z.object({
  memberId: Id,
  name: z.string(),
  /** 现在归哪个支部收。 */
  organizationId: Id,
  /** 往年是那一年最后归哪个支部收，今年同上。 */
  branchName: z.string(),
  months: z.array(z.object({ month: Month, cell: Cell, working: Working.nullable() })),
  bases: z.array(BaseRow),
  payments: z.array(PaymentRow),
  owing: Fen,
  arrears: z.int(),
})
export type MemberDues = z.infer<typeof MemberDues>

const one = z.object({ id: Id })
const cellOf = z.strictObject({ memberId: Id, month: Month })

export const dues = {
  /** 规则包里的档、项目、阶梯与用途。 */
  standards: query(z.strictObject({}), DuesStandards),
  /** 本支部（没有就向上级找）现行的口径；没有定过为空。 */
  practice: query(z.strictObject({ organizationId: Id, month: Month.optional() }), PracticeDraft.nullable()),
  /** 全年网格：本组织（含下级）每人十二个月。 */
  grid: query(LedgerScope, z.array(GridRow)),
  summary: query(LedgerScope, Summary),
  /** 一人一年。 */
  member: query(z.strictObject({ memberId: Id, year: Year }), MemberDues),
  /** 一个人历年交了多少，一年一行。 */
  ofMember: query(z.strictObject({ memberId: Id }), z.array(DuesYear)),
  /** 几种基数下应交多少，附算法；核定之前先看。 */
  preview: query(BaseDraft.extend({ organizationId: Id }), Working),
  register: query(LedgerScope, z.array(RegisterRow)),
  bases: query(LedgerScope, z.array(BaseRow)),
  payments: query(LedgerScope, z.array(PaymentRow)),
  receipts: query(LedgerScope, z.array(ReceiptRow)),
  fund: query(LedgerScope, z.array(FundRow)),
  posted: query(LedgerScope, z.array(PostedRow)),

  choosePractice: command('定党费口径', PracticeDraft.extend({ organizationId: Id, fromMonth: Month }), one),
  setBases: command('核定交费基数', z.strictObject({ bases: z.array(BaseDraft).min(1).max(5000) }), z.object({ changed: z.int() })),
  removeBase: command('删除误定基数', z.strictObject({ id: Id }), one),
  collect: command('收缴党费', CollectDraft, z.object({ paymentIds: z.array(Id), amount: Fen, large: Fen })),
  exempt: command(
    '登记免交',
    z.strictObject({ cells: z.array(cellOf).min(1).max(5000), reason: Name, approval: Line.default('') }),
    z.object({ changed: z.int() }),
  ),
  unexempt: command('取消免交', z.strictObject({ cells: z.array(cellOf).min(1).max(5000) }), z.object({ changed: z.int() })),
  reverse: command('冲销交费', z.strictObject({ paymentId: Id, on: Day, reason: Name, method: Method.optional() }), one),
  /** 改记到另一人会怎样，写成一句话。 */
  reassignment: query(Reassignment, z.object({ sentence: z.string() })),
  /** 记错了人：红字抵掉，照样记到另一人名下，一次做完。 */
  reassign: command('改记交费', Reassignment.extend({ reason: Name }), one),
  issueReceipts: command('开收据', z.strictObject({ paymentIds: z.array(Id).min(1).max(5000) }), z.object({ receiptIds: z.array(Id) })),
  voidReceipt: command('作废收据', z.strictObject({ receiptId: Id, reason: Name }), one),
  markPrinted: command('打印收据', z.strictObject({ receiptIds: z.array(Id).min(1).max(5000) }), z.object({ changed: z.int() })),
  recordMovement: command('记党费收支', MovementDraft, one),
  reverseMovement: command('冲销党费收支', z.strictObject({ movementId: Id, on: Day, reason: Name }), one),
  close: command('党费结账', z.strictObject({ organizationId: Id, through: Month }), z.object({ months: z.int() })),
  reopen: command('党费反结账', z.strictObject({ organizationId: Id, from: Month, reason: Name }), z.object({ months: z.int() })),
}
