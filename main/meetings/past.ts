import type { Plan } from '../../shared/meetings/contract.ts'
import { insertReported, type Reported, removeReported } from '../attendance/reported.ts'
import type { Writer } from '../core/services.ts'
import { replaceDecisions } from './decision-list.ts'
import { replaceEntries, replaceKinds } from './lists.ts'
import type { StoredMeeting } from './repository.ts'
import * as meetings from './repository.ts'

/** 会上说的与定的；已有的留着，只接着加。 */
export interface Minutes {
  speeches: readonly string[]
  decisions: readonly string[]
}

/** 补录一次会议的安排；还没有人数，仍是筹备。 */
export async function insertPast(db: Writer, plan: Plan): Promise<number> {
  const id = await meetings.insert(db, plan)
  await replaceKinds(db, id, plan.kinds)
  await replaceEntries(
    db,
    'agendaItem',
    id,
    plan.agenda.map((text) => ({ text })),
  )
  return id
}

export async function writeMinutes(db: Writer, id: number, { speeches, decisions }: Minutes): Promise<void> {
  if (speeches.length > 0)
    await replaceEntries(
      db,
      'speech',
      id,
      speeches.map((text) => ({ agendaNo: null, speaker: '', text })),
    )
  if (decisions.length > 0)
    await replaceDecisions(
      db,
      id,
      decisions.map((text) => ({ text, responsible: '', due: null })),
    )
}

/** 确认召开，照给的应到；录入时间是 recordedAt。 */
export const holdPast = (db: Writer, id: number, expectedCount: number, recordedAt: string) =>
  meetings.setStatus(db, id, { status: 'held', recordedAt, expectedCount })

/** 退回筹备，原台账的人数去掉：接着要换上别的，一次操作里做完。 */
export async function reopenPast(db: Writer, id: number): Promise<void> {
  await meetings.setStatus(db, id, { status: 'planned', recordedAt: null, expectedCount: null })
  await removeReported(db, id)
}

/** 照原台账的人数确认召开：只有数，没有名单。 */
export async function holdReported(db: Writer, id: number, counts: Reported, recordedAt: string): Promise<void> {
  await insertReported(db, id, counts)
  await holdPast(db, id, counts.expected, recordedAt)
}

/** 原台账的人数改了：换上，录入时间不变。 */
export async function replaceReported(db: Writer, { id, recordedAt }: StoredMeeting, counts: Reported, now: string): Promise<void> {
  await reopenPast(db, id)
  await holdReported(db, id, counts, recordedAt ?? now)
}
