import type { Generated } from 'kysely'
import type { Category, Gender, Standing } from '../../shared/members/contract.ts'

export interface MemberTable {
  id: Generated<number>
  uid: string
  name: string
  /** 全拼与首字母，写入时算好，供边输边搜。 */
  pinyin: string
  initials: string
  idNumber: string | null
  gender: Gender | null
  ethnicity: string | null
  birthDay: string | null
  education: string | null
  joinedOn: string | null
  fullMemberOn: string | null
  job: string | null
  mobile: string | null
  phone: string | null
  address: string | null
  outOfContact: Generated<number>
  outOfContactSince: string | null
  floating: Generated<number>
  floatingTo: string | null
  nativePlace: string | null
  workStartedOn: string | null
  partyPost: string | null
  employer: string | null
  school: string | null
  introducers: string | null
  duesStandard: string | null
  duesPaidThrough: string | null
  family: string | null
  specialty: string | null
  honours: string | null
  homeInvestment: string | null
  note: string | null
}

interface Dated {
  id: Generated<number>
  uid: string
  memberId: number
  /** 从哪天起；起始不详为空。 */
  fromDay: string | null
}

/** 编入哪个支部；空为已不在本台账的任何支部。 */
export interface MemberBranchTable extends Dated {
  organizationId: number | null
}
export interface MemberGroupTable extends Dated {
  organizationId: number | null
}
export interface MemberCategoryTable extends Dated {
  category: Category
}
export interface MemberStandingTable extends Dated {
  standing: Standing
}
