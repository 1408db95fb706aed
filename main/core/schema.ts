import type { ApplicantTable } from '../applicants/table.ts'
import type { AppraisalEntryTable, AppraisalRoundTable } from '../appraisal/table.ts'
import type { AttachmentTable, FileTable } from '../attachments/table.ts'
import type { AttendanceTable, ExclusionTable, GuestTable, MakeupTable, ReportedHeadcountTable } from '../attendance/table.ts'
import type { AwardTable } from '../awards/table.ts'
import type { CircumstanceTable } from '../circumstances/table.ts'
import type { DecisionCompletionTable } from '../decisions/table.ts'
import type { DraftTable } from '../drafts/table.ts'
import type {
  DuesBaseTable,
  DuesMovementTable,
  DuesPaymentLineTable,
  DuesPaymentTable,
  DuesPeriodTable,
  DuesPracticeTable,
  DuesReceiptTable,
  DueTable,
} from '../dues/table.ts'
import type { CustomFieldTable, CustomValueTable } from '../fields/table.ts'
import type {
  AccountTable,
  BalanceCheckTable,
  BankLineTable,
  BudgetApprovalTable,
  BudgetTable,
  CareRecipientTable,
  CategoryTable,
  PeriodCloseTable,
  PostingTable,
  ProjectTable,
  VoucherTable,
} from '../finances/table.ts'
import type { ChangeTable, CurrentOperationTable, OperationTable } from '../history/table.ts'
import type { ImportMappingTable } from '../imports/table.ts'
import type {
  AgendaItemTable,
  CorrectionTable,
  DecisionTable,
  MeetingKindTable,
  MeetingTable,
  MeetingVoidingTable,
  OwnKindTable,
  SpeechTable,
} from '../meetings/table.ts'
import type { MemberBranchTable, MemberCategoryTable, MemberGroupTable, MemberStandingTable, MemberTable } from '../members/table.ts'
import type { OrganizationTable, PostTable } from '../organizations/table.ts'
import type { OutlineTable } from '../outlines/table.ts'
import type {
  CriticismTable,
  LectureTable,
  OpinionSourceTable,
  OrgLifeTable,
  SelfExaminationTable,
  ThemeDayPartTable,
  ThemeDayTable,
} from '../particulars/table.ts'
import type { RectificationItemTable } from '../rectification/table.ts'
import type { TalkTable } from '../talks/table.ts'
import type { VoteCandidateTable, VoteTable } from '../votes/table.ts'

/** 全部表；法则测试把它与 PRAGMA table_info 对照。 */
export interface Schema {
  operation: OperationTable
  currentOperation: CurrentOperationTable
  change: ChangeTable
  draft: DraftTable
  organization: OrganizationTable
  post: PostTable
  member: MemberTable
  memberBranch: MemberBranchTable
  memberGroup: MemberGroupTable
  memberCategory: MemberCategoryTable
  memberStanding: MemberStandingTable
  applicant: ApplicantTable
  award: AwardTable
  circumstance: CircumstanceTable
  customField: CustomFieldTable
  customValue: CustomValueTable
  meeting: MeetingTable
  ownKind: OwnKindTable
  meetingKind: MeetingKindTable
  agendaItem: AgendaItemTable
  speech: SpeechTable
  decision: DecisionTable
  correction: CorrectionTable
  meetingVoiding: MeetingVoidingTable
  decisionCompletion: DecisionCompletionTable
  attendance: AttendanceTable
  exclusion: ExclusionTable
  guest: GuestTable
  makeup: MakeupTable
  reportedHeadcount: ReportedHeadcountTable
  file: FileTable
  attachment: AttachmentTable
  duesPractice: DuesPracticeTable
  duesBase: DuesBaseTable
  duesPeriod: DuesPeriodTable
  due: DueTable
  duesPayment: DuesPaymentTable
  duesPaymentLine: DuesPaymentLineTable
  duesReceipt: DuesReceiptTable
  duesMovement: DuesMovementTable
  vote: VoteTable
  voteCandidate: VoteCandidateTable
  lecture: LectureTable
  themeDay: ThemeDayTable
  themeDayPart: ThemeDayPartTable
  orgLife: OrgLifeTable
  opinionSource: OpinionSourceTable
  selfExamination: SelfExaminationTable
  criticism: CriticismTable
  rectificationItem: RectificationItemTable
  talk: TalkTable
  appraisalRound: AppraisalRoundTable
  appraisalEntry: AppraisalEntryTable
  outline: OutlineTable
  importMapping: ImportMappingTable
  account: AccountTable
  category: CategoryTable
  project: ProjectTable
  voucher: VoucherTable
  posting: PostingTable
  periodClose: PeriodCloseTable
  balanceCheck: BalanceCheckTable
  bankLine: BankLineTable
  budget: BudgetTable
  budgetApproval: BudgetApprovalTable
  careRecipient: CareRecipientTable
}
