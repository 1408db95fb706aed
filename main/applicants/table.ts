import type { Generated } from 'kysely'
import type { Gender } from '../../shared/members/contract.ts'

export interface ApplicantTable {
  id: Generated<number>
  uid: string
  organizationId: number
  name: string
  /** 全拼与首字母，写入时算好，供边输边搜。 */
  pinyin: string
  initials: string
  idNumber: string | null
  gender: Gender | null
  ethnicity: string | null
  birthDay: string | null
  education: string | null
  employer: string | null
  mobile: string | null
  nativePlace: string | null
  appliedOn: string | null
  talkedOn: string | null
  activistOn: string | null
  filedOn: string | null
  mentors: string | null
  candidateOn: string | null
  postedFrom: string | null
  postedUntil: string | null
  introducers: string | null
  training: string | null
  trainingDays: number | null
  trainingHours: number | null
  note: string | null
  /** 支部大会通过之日；有它就有 memberId。 */
  acceptedOn: string | null
  memberId: number | null
  endedOn: string | null
  endedReason: string | null
}
