import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'

/** 几份清单各自一行的内容；次序从 1 起连着。 */
interface Entries {
  themeDayPart: { text: string }
  opinionSource: { source: string; count: number }
  selfExamination: { speaker: string; text: string }
  criticism: { critic: string; criticised: string; text: string }
}
type ListTable = keyof Entries

const lists = ['themeDayPart', 'opinionSource', 'selfExamination', 'criticism'] as const satisfies readonly ListTable[]

const rowsOf = (db: Reader, table: ListTable, meetingId: number) =>
  db
    .selectFrom(table as 'criticism')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('ordinal')
    .execute()

/** 一份清单的内容，按次序。 */
export async function listOf<T extends ListTable>(db: Reader, table: T, meetingId: number): Promise<Entries[T][]> {
  const rows = await rowsOf(db, table, meetingId)
  return rows.map(({ id: _id, uid: _uid, meetingId: _meeting, ordinal: _ordinal, ...entry }) => entry as unknown as Entries[T])
}

/** 换成新的内容：没变的不动，操作记录里只有真正的改动。 */
export async function replaceList<T extends ListTable>(db: Writer, table: T, meetingId: number, entries: readonly Entries[T][]) {
  const standing = await rowsOf(db, table, meetingId)
  const name = table as 'criticism'
  for (const { id } of standing.slice(entries.length).reverse()) await db.deleteFrom(name).where('id', '=', id).execute()
  for (const [index, entry] of entries.entries()) {
    const row = standing[index]
    if (!row)
      await db
        .insertInto(name)
        .values({ uid: newUid(), meetingId, ordinal: index + 1, ...entry } as never)
        .execute()
    else if (Object.entries(entry).some(([key, value]) => row[key as keyof typeof row] !== value))
      await db
        .updateTable(name)
        .set(entry as never)
        .where('id', '=', row.id)
        .execute()
  }
}

export const clearLists = async (db: Writer, meetingId: number): Promise<void> => {
  for (const table of lists)
    await db
      .deleteFrom(table as 'criticism')
      .where('meetingId', '=', meetingId)
      .execute()
}
