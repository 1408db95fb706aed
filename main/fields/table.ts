import type { Generated } from 'kysely'
import type { FieldKind, FieldPrivacy } from '../../shared/fields/contract.ts'

export interface CustomFieldTable {
  id: Generated<number>
  uid: string
  name: string
  kind: FieldKind
  /** 单选的说法，一行一个。 */
  options: string
  privacy: FieldPrivacy
  ordinal: number
}

/** 一名党员的一项；没有填就没有这一行。 */
export interface CustomValueTable {
  id: Generated<number>
  uid: string
  fieldId: number
  memberId: number
  value: string
}
