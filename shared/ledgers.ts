import { activistsLedger, applicantsLedger, candidatesLedger } from './applicants/ledger.ts'
import { appraisalLedger } from './appraisal/ledger.ts'
import { absenceLedger, meetingAttendanceLedger, personAttendanceLedger } from './attendance/ledger.ts'
import { awardsLedger } from './awards/ledger.ts'
import { hardshipLedger, lostLedger } from './circumstances/ledger.ts'
import { decisionsLedger } from './decisions/ledger.ts'
import { duesBasesLedger, duesFundLedger, duesPaymentsLedger, duesPostedLedger, duesRegisterLedger } from './dues/ledger.ts'
import { bookLedger, budgetLedger, careLedger, categoryLedger, donationLedger, noticeLedger } from './finances/ledger.ts'
import type { Ledger } from './ledger/define.ts'
import { registerLedger } from './meetings/ledger.ts'
import { membersLedger, rosterLedger } from './members/ledger.ts'
import { hoursLedger, lecturesLedger, orgLivesLedger, themeDaysLedger } from './particulars/ledger.ts'
import { rectificationLedger } from './rectification/ledger.ts'
import { talkCoverageLedger, talksLedger } from './talks/ledger.ts'
import { votesLedger } from './votes/ledger.ts'

/** 全部台账，按架子上的顺序。 */
export const ledgers: readonly Ledger[] = [
  rosterLedger,
  membersLedger,
  activistsLedger,
  candidatesLedger,
  applicantsLedger,
  awardsLedger,
  hardshipLedger,
  lostLedger,
  registerLedger,
  duesRegisterLedger,
  duesBasesLedger,
  duesPaymentsLedger,
  duesFundLedger,
  duesPostedLedger,
  votesLedger,
  decisionsLedger,
  personAttendanceLedger,
  meetingAttendanceLedger,
  absenceLedger,
  bookLedger,
  categoryLedger,
  budgetLedger,
  noticeLedger,
  donationLedger,
  careLedger,
  lecturesLedger,
  hoursLedger,
  themeDaysLedger,
  orgLivesLedger,
  rectificationLedger,
  talksLedger,
  talkCoverageLedger,
  appraisalLedger,
]

/** 按代号找台账；没有为 undefined。例：ledgerNamed('register')?.title → '三会一课台账' */
export const ledgerNamed = (id: string) => ledgers.find((ledger) => ledger.id === id)
