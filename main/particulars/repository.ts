import { sql } from 'kysely'
import type { Lecture, OrgLife, ThemeDay } from '../../shared/particulars/contract.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { clearLists, listOf, replaceList } from './lists.ts'

type BesideTable = 'lecture' | 'themeDay' | 'orgLife'

const beside = <T extends BesideTable>(db: Reader, table: T, meetingId: number) =>
  db.selectFrom(table as BesideTable).where('meetingId', '=', meetingId)

/** 有就改，没有就添；一次会议每类只有一行。 */
async function put(db: Writer, table: BesideTable, meetingId: number, facts: Record<string, unknown>): Promise<void> {
  const row = await beside(db, table, meetingId).select('id').executeTakeFirst()
  if (row)
    await db
      .updateTable(table as 'orgLife')
      .set(facts as never)
      .where('id', '=', row.id)
      .execute()
  else
    await db
      .insertInto(table as 'orgLife')
      .values({ uid: newUid(), meetingId, ...facts } as never)
      .execute()
}

export async function lectureOf(db: Reader, meetingId: number): Promise<Lecture | null> {
  const row = await db
    .selectFrom('lecture')
    .select(['title', 'lecturer', 'lecturerPost', 'halfHours', 'outline', 'note'])
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  if (!row) return null
  const { halfHours, ...lecture } = row
  return { ...lecture, hours: halfHours / 2 }
}

export async function themeDayOf(db: Reader, meetingId: number): Promise<ThemeDay | null> {
  const row = await db
    .selectFrom('themeDay')
    .select(['reading', 'highlights', 'shortcomings'])
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  return row ? { ...row, parts: (await listOf(db, 'themeDayPart', meetingId)).map(({ text }) => text) } : null
}

export async function orgLifeOf(db: Reader, meetingId: number): Promise<OrgLife | null> {
  const row = await db
    .selectFrom('orgLife')
    .select(['theme', 'study', 'talkPairs', 'talkTimes'])
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  if (!row) return null
  return {
    ...row,
    sources: await listOf(db, 'opinionSource', meetingId),
    examinations: await listOf(db, 'selfExamination', meetingId),
    criticisms: await listOf(db, 'criticism', meetingId),
  }
}

export const putLecture = (db: Writer, meetingId: number, { hours, ...lecture }: Lecture) =>
  put(db, 'lecture', meetingId, { ...lecture, halfHours: hours * 2 })

export async function putThemeDay(db: Writer, meetingId: number, { parts, ...themeDay }: ThemeDay): Promise<void> {
  await put(db, 'themeDay', meetingId, themeDay)
  await replaceList(
    db,
    'themeDayPart',
    meetingId,
    [...new Set(parts)].map((text) => ({ text })),
  )
}

export async function putOrgLife(db: Writer, meetingId: number, { sources, examinations, criticisms, ...orgLife }: OrgLife): Promise<void> {
  await put(db, 'orgLife', meetingId, orgLife)
  await replaceList(db, 'opinionSource', meetingId, sources)
  await replaceList(db, 'selfExamination', meetingId, examinations)
  await replaceList(db, 'criticism', meetingId, criticisms)
}

/** 会议要删除时，连同它各类自己的几项。 */
export async function clear(db: Writer, meetingId: number): Promise<void> {
  await clearLists(db, meetingId)
  for (const table of ['lecture', 'themeDay', 'orgLife'] as const)
    await db
      .deleteFrom(table as 'orgLife')
      .where('meetingId', '=', meetingId)
      .execute()
}

/** 一年里开过的党课，各人听了几次、合多少半学时：出席、迟到、线上都算听了；学时跟着人走，调来之前、总支开的都算。 */
export const lecturesHeard = (db: Reader, year: number) =>
  db
    .selectFrom('lecture')
    .innerJoin('meeting', 'meeting.id', 'lecture.meetingId')
    .innerJoin('attendance', 'attendance.meetingId', 'meeting.id')
    .innerJoin('meetingKind', (join) => join.onRef('meetingKind.meetingId', '=', 'meeting.id').on('meetingKind.code', '=', 'lecture'))
    .select('attendance.memberId')
    .select((eb) => [eb.fn.countAll<number>().as('lectures'), eb.fn.sum<number>('lecture.halfHours').as('halfHours')])
    .where('meeting.status', '<>', 'planned')
    .where(sql<boolean>`not exists (select 1 from meeting_voiding where meeting_id = meeting.id)`)
    .where('meeting.day', '>=', `${year}-01-01`)
    .where('meeting.day', '<=', `${year}-12-31`)
    .where('attendance.state', 'in', ['present', 'late', 'online'])
    .groupBy('attendance.memberId')
    .execute()
