import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'

export const mappings = (db: Reader, ledger: string) =>
  db.selectFrom('importMapping').select(['headerPath', 'field']).where('ledger', '=', ledger).orderBy('id').execute()

/** 记住一个对应；已有的改掉，没变的不写。 */
export async function remember(db: Writer, ledger: string, headerPath: string, field: string | null): Promise<void> {
  const known = await db
    .selectFrom('importMapping')
    .select(['id', 'field'])
    .where('ledger', '=', ledger)
    .where('headerPath', '=', headerPath)
    .executeTakeFirst()
  if (!known) await db.insertInto('importMapping').values({ uid: newUid(), ledger, headerPath, field }).execute()
  else if (known.field !== field) await db.updateTable('importMapping').set({ field }).where('id', '=', known.id).execute()
}
