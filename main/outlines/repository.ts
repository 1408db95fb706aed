import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'

export const find = (db: Reader, organizationId: number, kind: string) =>
  db.selectFrom('outline').selectAll().where('organizationId', '=', organizationId).where('kind', '=', kind).executeTakeFirst()

export const insert = (db: Writer, organizationId: number, kind: string, items: string) =>
  db.insertInto('outline').values({ uid: newUid(), organizationId, kind, items }).execute()

export const update = (db: Writer, id: number, items: string) => db.updateTable('outline').set({ items }).where('id', '=', id).execute()

export const remove = (db: Writer, id: number) => db.deleteFrom('outline').where('id', '=', id).execute()
