import type { AttendanceState } from '../../shared/attendance/contract.ts'
import type { Occasions } from '../../shared/imports/occasions.ts'
import type { Day } from '../../shared/kit/values.ts'
import type { Reader } from '../core/services.ts'
import { scopeOf } from '../imports/place.ts'
import type { Setting } from '../imports/target.ts'
import { type KnownMeeting, type KnownMeetings, knownMeetings } from '../meetings/known.ts'
import { everyone } from '../members/everyone.ts'
import { expectedAt } from './expected.ts'

export interface KnownMark {
  id: number
  meetingId: number
  memberId: number
  state: AttendanceState
  reason: string
  /** 补了课的，请假、缺席不能改。 */
  madeUp: boolean
}

export interface KnownName {
  id: number
  name: string
  organizationId: number | null
  branchName: string | null
  groupName: string | null
  birthDay: string | null
}

/** 对照签到表、考勤表用的底；scope 是所选的组织与它的下级。 */
export interface KnownAttendance extends KnownMeetings {
  occasions: Occasions
  scope: number[]
  people: KnownName[]
  marks: KnownMark[]
  /** 筹备中而日子已到的会，那天应到的人。 */
  expected: { meetingId: number; memberIds: number[] }[]
}

const marksIn = async (db: Reader): Promise<KnownMark[]> =>
  (
    await db
      .selectFrom('attendance')
      .leftJoin('makeup', (join) =>
        join.onRef('makeup.meetingId', '=', 'attendance.meetingId').onRef('makeup.memberId', '=', 'attendance.memberId'),
      )
      .select(['attendance.id', 'attendance.meetingId', 'attendance.memberId', 'state', 'reason', 'makeup.id as makeupId'])
      .execute()
  ).map(({ makeupId, ...mark }) => ({ ...mark, madeUp: makeupId !== null }))

async function expectedIn(db: Reader, meetings: readonly KnownMeeting[], today: Day): Promise<KnownAttendance['expected']> {
  const due = meetings.filter(({ status, day }) => status === 'planned' && day <= today)
  return [...(await expectedAt(db, due))].map(([meetingId, memberIds]) => ({ meetingId, memberIds: [...memberIds] }))
}

export async function knownAttendance(db: Reader, { organizationId, today }: Setting): Promise<KnownAttendance> {
  const known = await knownMeetings(db)
  const scope = scopeOf(known.organizations, organizationId)
  const mine = known.meetings.filter((meeting) => scope.has(meeting.organizationId))
  return {
    ...known,
    occasions: {
      meetings: mine.filter(({ day }) => day <= today).map(({ id, day, topic, kinds, startsAt }) => ({ id, day, topic, kinds, startsAt })),
      kinds: known.kinds,
    },
    scope: [...scope],
    people: (await everyone(db, today)).map(({ id, name, organizationId: at, branchName, groupName, birthDay }) => ({
      id,
      name,
      organizationId: at,
      branchName,
      groupName,
      birthDay: birthDay ?? null,
    })),
    marks: await marksIn(db),
    expected: await expectedIn(db, mine, today),
  }
}
