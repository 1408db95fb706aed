import { applicantsService } from './applicants/service.ts'
import { appraisalService } from './appraisal/service.ts'
import { attachmentsService } from './attachments/service.ts'
import { attendanceService } from './attendance/service.ts'
import { awardsService } from './awards/service.ts'
import { circumstancesService } from './circumstances/service.ts'
import type { Services } from './core/services.ts'
import { decisionsService } from './decisions/service.ts'
import { documentsService } from './documents/service.ts'
import { draftsService } from './drafts/service.ts'
import { duesService } from './dues/service.ts'
import { fieldsService } from './fields/service.ts'
import { filesService } from './files/service.ts'
import { financesService } from './finances/service.ts'
import { historyService } from './history/service.ts'
import { importsService } from './imports/service.ts'
import { jobsService } from './jobs/service.ts'
import { meetingsService } from './meetings/service.ts'
import { membersService } from './members/service.ts'
import { organizationsService } from './organizations/service.ts'
import { outlinesService } from './outlines/service.ts'
import { particularsService } from './particulars/service.ts'
import { rectificationService } from './rectification/service.ts'
import { talksService } from './talks/service.ts'
import { votesService } from './votes/service.ts'

/** 每个房间的服务；少一个不能编译。 */
export const services: Services = {
  organizations: organizationsService,
  members: membersService,
  applicants: applicantsService,
  fields: fieldsService,
  awards: awardsService,
  circumstances: circumstancesService,
  meetings: meetingsService,
  attendance: attendanceService,
  attachments: attachmentsService,
  dues: duesService,
  votes: votesService,
  outlines: outlinesService,
  decisions: decisionsService,
  finances: financesService,
  particulars: particularsService,
  rectification: rectificationService,
  talks: talksService,
  appraisal: appraisalService,
  history: historyService,
  imports: importsService,
  documents: documentsService,
  files: filesService,
  drafts: draftsService,
  jobs: jobsService,
}
