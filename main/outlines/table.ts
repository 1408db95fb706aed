import type { Generated } from 'kysely'

export interface OutlineTable {
  id: Generated<number>
  uid: string
  organizationId: number
  kind: string
  /** 一行一项。 */
  items: string
}
