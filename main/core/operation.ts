import type { Actor } from '../../shared/files/contract.ts'
import type { Writer } from './handles.ts'
import { newUid } from './uid.ts'

/** 记下“谁、何时、做什么”，此后这个事务里的每处改动都归它。 */
export async function beginOperation(
  db: Writer,
  { at, actor, command, title }: { at: string; actor: Actor; command: string; title: string },
): Promise<number> {
  const { id } = await db
    .insertInto('operation')
    .values({ uid: newUid(), at, actor: actor.name, actorPost: actor.post, command, title })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.updateTable('currentOperation').set({ operationId: id }).execute()
  return id
}

export async function endOperation(db: Writer, id: number, subject: string): Promise<void> {
  if (subject) await db.updateTable('operation').set({ subject }).where('id', '=', id).execute()
  await db.updateTable('currentOperation').set({ operationId: null }).execute()
}
