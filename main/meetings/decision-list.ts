import type { Decision } from '../../shared/meetings/contract.ts'
import { refuse } from '../core/refuse.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'

const rowsOf = (db: Reader, meetingId: number) =>
  db.selectFrom('decision').selectAll().where('meetingId', '=', meetingId).orderBy('ordinal').execute()

const isDone = async (db: Reader, decisionId: number) =>
  (await db.selectFrom('decisionCompletion').select('id').where('decisionId', '=', decisionId).executeTakeFirst()) !== undefined

/**
 * 换成新的议定事项：内容没变的还是那一条（它的办结跟着它），其余照次序改，多出来的加，少了的删；办结过的不能改写、不能删。
 * 次序从 1 起连着；先挪到后面再落位，中途不相撞。
 */
export async function replaceDecisions(db: Writer, meetingId: number, wanted: readonly Decision[]): Promise<void> {
  const free = new Map((await rowsOf(db, meetingId)).map((row) => [row.id, row]))
  const done = new Set<number>()
  for (const id of free.keys()) if (await isDone(db, id)) done.add(id)
  const claim = (matches: (row: { id: number; text: string }) => boolean) => {
    const found = [...free.values()].find(matches)
    if (found) free.delete(found.id)
    return found
  }
  const kept = wanted.map((one) => claim(({ text }) => text === one.text))
  for (const [at, row] of kept.entries()) kept[at] = row ?? claim(({ id }) => !done.has(id))
  for (const { id } of free.values()) {
    if (done.has(id)) refuse('meetings.decisionDone')
    await db.deleteFrom('decision').where('id', '=', id).execute()
  }
  const moved = kept.flatMap((row, at) => (row && row.ordinal !== at + 1 ? [row.id] : []))
  for (const [at, id] of moved.entries())
    await db
      .updateTable('decision')
      .set({ ordinal: 10_000 + at })
      .where('id', '=', id)
      .execute()
  for (const [at, { text, responsible, due }] of wanted.entries()) {
    const row = kept[at]
    const values = { ordinal: at + 1, text, responsible, due }
    if (!row)
      await db
        .insertInto('decision')
        .values({ uid: newUid(), meetingId, ...values })
        .execute()
    else if (row.ordinal !== at + 1 || row.text !== text || row.responsible !== responsible || row.due !== due)
      await db.updateTable('decision').set(values).where('id', '=', row.id).execute()
  }
}
