import type { Reader, Writer } from '../core/services.ts'
import type { DraftTable } from './table.ts'

export const find = (db: Reader, key: string) => db.selectFrom('draft').selectAll().where('key', '=', key).executeTakeFirst()

export const keep = (db: Writer, draft: DraftTable) =>
  db
    .insertInto('draft')
    .values(draft)
    .onConflict((clash) => clash.column('key').doUpdateSet({ at: draft.at, content: draft.content }))
    .execute()

export const discard = (db: Writer, key: string) => db.deleteFrom('draft').where('key', '=', key).execute()
