import type { Decision, Speech } from '../../shared/meetings/contract.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'

/** 会议的几份清单，各自一行的内容；次序从 1 起连着。 */
interface Entries {
  meetingKind: { code: string }
  agendaItem: { text: string }
  speech: Speech
  decision: Decision
}
type ListTable = keyof Entries

const rowsOf = (db: Reader, table: ListTable, meetingId: number) =>
  db
    .selectFrom(table as 'speech')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('ordinal')
    .execute()

/** 一份清单的内容，按次序。 */
export async function entriesOf<T extends ListTable>(db: Reader, table: T, meetingId: number): Promise<Entries[T][]> {
  const rows = await rowsOf(db, table, meetingId)
  return rows.map(({ id: _id, uid: _uid, meetingId: _meeting, ordinal: _ordinal, ...entry }) => entry as unknown as Entries[T])
}

/**
 * 换成这几类，按次序。类型不重样，逐行改会中途撞上（党员大会、党课 → 党课、主题党日），所以位置变了的先删后加。
 */
export async function replaceKinds(db: Writer, meetingId: number, codes: readonly string[]): Promise<void> {
  const wanted = [...new Set(codes)]
  const standing = await entriesOf(db, 'meetingKind', meetingId)
  const kept = wanted.map((code, index) => standing[index]?.code === code)
  await db
    .deleteFrom('meetingKind')
    .where('meetingId', '=', meetingId)
    .where(
      'ordinal',
      'not in',
      kept.flatMap((keeps, index) => (keeps ? [index + 1] : [])),
    )
    .execute()
  for (const [index, code] of wanted.entries())
    if (!kept[index])
      await db
        .insertInto('meetingKind')
        .values({ uid: newUid(), meetingId, ordinal: index + 1, code })
        .execute()
}

/** 换成新的内容：同一位置的改，多出来的加，少了的删，没变的不动（操作记录里只有真正的改动）。 */
export async function replaceEntries<T extends Exclude<ListTable, 'meetingKind' | 'decision'>>(
  db: Writer,
  table: T,
  meetingId: number,
  entries: readonly Entries[T][],
): Promise<void> {
  const standing = await rowsOf(db, table, meetingId)
  for (const row of standing.slice(entries.length).reverse())
    await db
      .deleteFrom(table as 'speech')
      .where('id', '=', row.id)
      .execute()
  for (const [index, entry] of entries.entries()) {
    const row = standing[index]
    if (!row)
      await db
        .insertInto(table as 'speech')
        .values({ uid: newUid(), meetingId, ordinal: index + 1, ...entry } as never)
        .execute()
    else if (Object.entries(entry).some(([key, value]) => row[key as keyof typeof row] !== value))
      await db
        .updateTable(table as 'speech')
        .set(entry as never)
        .where('id', '=', row.id)
        .execute()
  }
}

export const removeEntries = async (db: Writer, meetingId: number): Promise<void> => {
  for (const table of ['meetingKind', 'agendaItem', 'speech', 'decision', 'correction'] as const)
    await db.deleteFrom(table).where('meetingId', '=', meetingId).execute()
}
