import type { Generated } from 'kysely'

/** 人改过的表头对应；headerPath 是规范后的表头文字（含组头），field 为空是有意不导入。 */
export interface ImportMappingTable {
  id: Generated<number>
  uid: string
  ledger: string
  headerPath: string
  field: string | null
}
