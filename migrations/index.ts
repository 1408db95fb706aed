import type { Kysely } from 'kysely'
import * as history from './0001-history.ts'
import * as organizations from './0002-organizations.ts'
import * as members from './0003-members.ts'
import * as meetings from './0004-meetings.ts'
import * as attendance from './0005-attendance.ts'
import * as importMappings from './0006-import-mappings.ts'
import * as drafts from './0007-drafts.ts'
import * as guards from './0008-guards.ts'
import * as customFields from './0009-custom-fields.ts'
import * as awardsAndCircumstances from './0010-awards-and-circumstances.ts'
import * as absences from './0011-absences.ts'
import * as attachments from './0012-attachments.ts'
import * as dues from './0013-dues.ts'
import * as votes from './0014-votes.ts'
import * as voidingAndCompletion from './0015-voiding-and-completion.ts'
import * as finances from './0016-finances.ts'
import * as terms from './0017-terms.ts'
import * as particulars from './0018-particulars.ts'
import * as rectification from './0019-rectification.ts'
import * as talks from './0020-talks.ts'
import * as appraisal from './0021-appraisal.ts'
import * as outlines from './0022-outlines.ts'
import * as applicants from './0023-applicants.ts'
import * as reportedHeadcounts from './0024-reported-headcounts.ts'
import * as appraisalFinishing from './0025-appraisal-finishing.ts'
import * as duesDailyBalance from './0026-dues-daily-balance.ts'

export interface Migration {
  name: string
  up(db: Kysely<any>): Promise<void>
}

/** 按次序的全部迁移；落地之后冻结，只在末尾添加。第 n 个做完，user_version 就是 n。 */
export const migrations: readonly Migration[] = [
  { name: '0001-history', ...history },
  { name: '0002-organizations', ...organizations },
  { name: '0003-members', ...members },
  { name: '0004-meetings', ...meetings },
  { name: '0005-attendance', ...attendance },
  { name: '0006-import-mappings', ...importMappings },
  { name: '0007-drafts', ...drafts },
  { name: '0008-guards', ...guards },
  { name: '0009-custom-fields', ...customFields },
  { name: '0010-awards-and-circumstances', ...awardsAndCircumstances },
  { name: '0011-absences', ...absences },
  { name: '0012-attachments', ...attachments },
  { name: '0013-dues', ...dues },
  { name: '0014-votes', ...votes },
  { name: '0015-voiding-and-completion', ...voidingAndCompletion },
  { name: '0016-finances', ...finances },
  { name: '0017-terms', ...terms },
  { name: '0018-particulars', ...particulars },
  { name: '0019-rectification', ...rectification },
  { name: '0020-talks', ...talks },
  { name: '0021-appraisal', ...appraisal },
  { name: '0022-outlines', ...outlines },
  { name: '0023-applicants', ...applicants },
  { name: '0024-reported-headcounts', ...reportedHeadcounts },
  { name: '0025-appraisal-finishing', ...appraisalFinishing },
  { name: '0026-dues-daily-balance', ...duesDailyBalance },
]
