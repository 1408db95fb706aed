import type { Generated } from 'kysely'

export interface OperationTable {
  id: Generated<number>
  uid: string
  at: string
  actor: string
  actorPost: Generated<string>
  command: string
  title: string
  subject: Generated<string>
  undoes: number | null
  undoneBy: number | null
}

export interface CurrentOperationTable {
  id: number
  operationId: number | null
}

export interface ChangeTable {
  id: Generated<number>
  operationId: number
  tableName: string
  rowId: number
  before: string | null
  after: string | null
}
