import type { Room } from '../../../shared/contract.ts'
import { applicantsExamples } from './applicants.ts'
import { appraisalExamples } from './appraisal.ts'
import { attachmentsExamples } from './attachments.ts'
import { attendanceExamples } from './attendance.ts'
import { awardsExamples } from './awards.ts'
import { circumstancesExamples } from './circumstances.ts'
import { decisionsExamples } from './decisions.ts'
import { documentsExamples } from './documents.ts'
import { draftsExamples } from './drafts.ts'
import { duesExamples } from './dues.ts'
import { fieldsExamples } from './fields.ts'
import { financesExamples } from './finances.ts'
import { historyExamples } from './history.ts'
import { importsExamples } from './imports.ts'
import { meetingsExamples } from './meetings.ts'
import { membersExamples } from './members.ts'
import { organizationsExamples } from './organizations.ts'
import { outlinesExamples } from './outlines.ts'
import { particularsExamples } from './particulars.ts'
import { rectificationExamples } from './rectification.ts'
import type { ExamplesOf } from './room.ts'
import { talksExamples } from './talks.ts'
import { votesExamples } from './votes.ts'

/** 全部例子，一个房间一个文件；少一个房间不能编译。 */
export const examples: ExamplesOf<Room> = {
  ...organizationsExamples,
  ...membersExamples,
  ...applicantsExamples,
  ...fieldsExamples,
  ...awardsExamples,
  ...circumstancesExamples,
  ...meetingsExamples,
  ...attendanceExamples,
  ...attachmentsExamples,
  ...duesExamples,
  ...votesExamples,
  ...outlinesExamples,
  ...decisionsExamples,
  ...financesExamples,
  ...appraisalExamples,
  ...particularsExamples,
  ...rectificationExamples,
  ...talksExamples,
  ...historyExamples,
  ...importsExamples,
  ...documentsExamples,
  ...draftsExamples,
}
