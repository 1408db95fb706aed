import { sql } from 'kysely'
import type { Reader, Writer } from '../core/services.ts'

/** 撤销与重做自己也是操作，但不是可以再撤的“一件事”。 */
const BOOKKEEPING = ['history.undo', 'history.redo']

const operations = (db: Reader) =>
  db
    .selectFrom('operation')
    .select(['operation.id', 'at', 'command', 'title', 'subject', 'undoes', 'undoneBy'])
    .select(sql<string>`case when actor_post = '' then actor else actor || '（' || actor_post || '）' end`.as('actor'))

/** 连同各改了几处；一步里改过几十万行的，要数上一阵。 */
const counted = (db: Reader) =>
  operations(db).select((eb) =>
    eb
      .selectFrom('change')
      .select((c) => c.fn.countAll<number>().as('n'))
      .whereRef('change.operationId', '=', 'operation.id')
      .as('changes'),
  )

export const list = (db: Reader, { before, limit, text }: { before?: number | undefined; limit: number; text: string }) => {
  let rows = counted(db).orderBy('operation.id', 'desc').limit(limit)
  if (before) rows = rows.where('operation.id', '<', before)
  if (text) {
    const within = (column: string) => sql<boolean>`instr(${sql.ref(column)}, ${text}) > 0`
    rows = rows.where((eb) => eb.or(['title', 'subject', 'actor'].map(within)))
  }
  return rows.execute()
}

export const find = (db: Reader, id: number) => counted(db).where('operation.id', '=', id).executeTakeFirst()

const withChanges = (db: Reader) =>
  operations(db)
    .where('command', '<>', 'core.migrate')
    .where((eb) => eb.exists(eb.selectFrom('change').select('change.id').whereRef('change.operationId', '=', 'operation.id')))
    .orderBy('operation.id', 'desc')
    .limit(1)

export const last = (db: Reader) => operations(db).orderBy('operation.id', 'desc').limit(1).executeTakeFirst()

export const nextToUndo = (db: Reader) =>
  withChanges(db).where('command', 'not in', BOOKKEEPING).where('undoneBy', 'is', null).executeTakeFirst()

/** 最近一次还没有重做的撤销；其后又做了别的改动就没有了。 */
export const nextToRedo = async (db: Reader) => {
  const undo = await withChanges(db).where('command', '=', 'history.undo').where('undoneBy', 'is', null).executeTakeFirst()
  const act = await withChanges(db).where('command', 'not in', BOOKKEEPING).executeTakeFirst()
  return undo && (!act || undo.id > act.id) ? undo : undefined
}

/** 这一步之后还有别的步子算数（它后面做了又撤掉的不算）。 */
export const followed = async (db: Reader, id: number): Promise<boolean> =>
  (await withChanges(db)
    .where('operation.id', '>', id)
    .where('undoneBy', 'is', null)
    .where((eb) => eb.or([eb('undoes', 'is', null), eb('undoes', '<', id)]))
    .executeTakeFirst()) !== undefined

export const changesOf = (db: Reader, operationId: number, limit = Number.MAX_SAFE_INTEGER) =>
  db.selectFrom('change').selectAll().where('operationId', '=', operationId).orderBy('id').limit(limit).execute()

export const markUndone = (db: Writer, id: number, undoneBy: number | null) =>
  db.updateTable('operation').set({ undoneBy }).where('id', '=', id).execute()

export const markUndoing = (db: Writer, id: number, undoes: number) =>
  db.updateTable('operation').set({ undoes }).where('id', '=', id).execute()
