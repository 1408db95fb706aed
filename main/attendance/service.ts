import type { AttendanceRow, Mark } from '../../shared/attendance/contract.ts'
import { tallyMeetings, tallyPeople, yearOfKind } from '../../shared/attendance/rules.ts'
import { refuse } from '../core/refuse.ts'
import type { CommandContext, Reader, Service } from '../core/services.ts'
import type * as meetings from '../meetings/repository.ts'
import * as members from '../members/repository.ts'
import { exclusionService } from './exclusion-service.ts'
import { occasionOf } from './expected.ts'
import { guestService } from './guests.ts'
import { makeupService } from './makeups.ts'
import { openMeeting } from './meeting.ts'
import * as attendance from './repository.ts'
import { sheetOf } from './sheet.ts'
import { summaryOf, yearOf } from './year.ts'

/** 只留下真正改变的登记。 */
const changing = (marks: readonly Mark[], rows: ReadonlyMap<number, Pick<AttendanceRow, 'state' | 'reason'>>) =>
  marks.filter(({ memberId, state, reason }) => {
    const now = rows.get(memberId)
    return (now?.state ?? null) !== state || (state !== null && (now?.reason ?? '') !== reason)
  })

async function refuseWrongMarks(
  db: Reader,
  meeting: meetings.StoredMeeting,
  rows: ReadonlyMap<number, AttendanceRow>,
  marks: readonly Mark[],
) {
  const held = meeting.status !== 'planned'
  const chosen = (await occasionOf(db, meeting)).audience === 'chosen'
  for (const { memberId, state } of marks) {
    const row = rows.get(memberId)
    const name = row?.name ?? (await members.find(db, memberId))?.name ?? refuse('members.notFound')
    if (held && row?.expected && state === null) refuse('attendance.cannotClear')
    if (row?.expected && state === 'observer' && (held || !chosen)) refuse('attendance.expectedCannotObserve', { name })
    const joins = state !== null && state !== 'observer'
    if (joins && row?.exclusion) refuse('attendance.excluded')
    if (joins && !row?.expected && (held || !chosen)) refuse('attendance.notExpected', { name })
  }
}

/** 登记一批人；没有变化的不写。 */
async function record({ db, subject }: CommandContext, meeting: meetings.StoredMeeting, marks: readonly Mark[]) {
  const sheet = new Map((await sheetOf(db, meeting)).map((row) => [row.memberId, row]))
  const wanted = changing([...new Map(marks.map((mark) => [mark.memberId, mark])).values()], sheet)
  await refuseWrongMarks(db, meeting, sheet, wanted)
  const standing = new Map((await attendance.marksOf(db, meeting.id)).map((mark) => [mark.memberId, mark.id]))
  const fresh: Parameters<typeof attendance.insertMarks>[2][number][] = []
  const gone: number[] = []
  for (const { memberId, state, reason } of wanted) {
    const markId = standing.get(memberId)
    if (state === null) markId !== undefined && gone.push(markId)
    else if (markId === undefined) fresh.push({ memberId, state, reason })
    else await attendance.updateMark(db, markId, { state, reason })
  }
  await attendance.insertMarks(db, meeting.id, fresh)
  await attendance.removeMarks(db, gone)
  subject(`${meeting.topic} ${wanted.length === 1 ? (sheet.get(wanted[0]?.memberId ?? 0)?.name ?? '1 人') : `${wanted.length} 人`}`)
  return { changed: wanted.length }
}

export const attendanceService: Service<'attendance'> = {
  ...exclusionService,
  ...guestService,
  ...makeupService,

  year: ({ db, today }, scope) => yearOf(db, scope, today),
  summary: ({ db }, scope) => summaryOf(db, scope),
  byPerson: async ({ db, today }, { meetingKind, ...scope }) => tallyPeople(yearOfKind(await yearOf(db, scope, today), meetingKind)),
  byMeeting: async ({ db, today }, { meetingKind, ...scope }) => tallyMeetings(yearOfKind(await yearOf(db, scope, today), meetingKind)),

  sheet: async ({ db }, { meetingId }) => sheetOf(db, await openMeeting(db, meetingId, { archived: true })),

  async mark(context, { meetingId, marks }) {
    return record(context, await openMeeting(context.db, meetingId), marks)
  },

  async allPresent(context, { meetingId }) {
    const meeting = await openMeeting(context.db, meetingId, { archived: true })
    if (meeting.status !== 'planned') refuse('meetings.notPlanned')
    const unmarked = (await sheetOf(context.db, meeting)).filter((row) => row.expected && row.state === null)
    return record(
      context,
      meeting,
      unmarked.map(({ memberId }) => ({ memberId, state: 'present', reason: '' })),
    )
  },
}
