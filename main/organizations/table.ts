import type { Generated } from 'kysely'
import type { OrganizationKind, PostTitle } from '../../shared/organizations/contract.ts'

export interface OrganizationTable {
  id: Generated<number>
  uid: string
  parentId: number | null
  kind: OrganizationKind
  name: string
  foundedOn: string | null
  dissolvedOn: string | null
  /** 本届班子届满之日；没有填为空。 */
  termUntil: Generated<string | null>
  /** 届满前几天提醒；空为照规则包。 */
  termNoticeDays: Generated<number | null>
  /** 联合党支部覆盖几个单位。 */
  units: Generated<number | null>
}

export interface PostTable {
  id: Generated<number>
  uid: string
  organizationId: number
  memberId: number
  title: PostTitle
  fromDay: string
  untilDay: string | null
}
