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
