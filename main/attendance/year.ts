import { sql } from 'kysely'
import type { Absence, AttendanceSummary, AttendanceYear, YearMark } from '../../shared/attendance/contract.ts'
import { endOfYear } from '../../shared/kit/calendar.ts'
import type { LedgerScope } from '../../shared/kit/scope.ts'
import type { Day } from '../../shared/kit/values.ts'
import { attendanceRate, kindNames } from '../../shared/meetings/rules.ts'
import { toldApart } from '../../shared/members/namesakes.ts'
import type { Reader } from '../core/services.ts'
import { allKinds } from '../meetings/kinds.ts'
import * as meetings from '../meetings/repository.ts'
import { groupRowAsOf, rowAsOf } from '../members/as-of.ts'
import * as members from '../members/repository.ts'
import { withParts } from '../organizations/repository.ts'
import { reportedOf } from './reported.ts'

/** 一年里开过的会；作废的不算。 */
const heldIn = async (db: Reader, { organizationId, year }: LedgerScope) =>
  (await meetings.listByYear(db, organizationId, year)).filter(({ status, voidedReason }) => status !== 'planned' && voidedReason === null)

const heldBetween = (organizationId: number, from: Day, until: Day) =>
  sql<boolean>`meeting.status <> 'planned' and meeting.organization_id in ${withParts(organizationId)}
    and not exists (select 1 from meeting_voiding where meeting_id = meeting.id)
    and meeting.day between ${from} and ${until}`

const heldThen = ({ organizationId, year }: LedgerScope) => heldBetween(organizationId, `${year}-01-01`, endOfYear(year))

const marksIn = (db: Reader, scope: LedgerScope) =>
  db
    .selectFrom('attendance')
    .innerJoin('meeting', 'meeting.id', 'attendance.meetingId')
    .leftJoin('makeup', (join) =>
      join.onRef('makeup.meetingId', '=', 'attendance.meetingId').onRef('makeup.memberId', '=', 'attendance.memberId'),
    )
    .select(['attendance.memberId', 'attendance.meetingId'])
    .select(sql<YearMark>`attendance.state || iif(makeup.id is null, '', 'MadeUp')`.as('mark'))
    .where(heldThen(scope))
    .execute()

/** 没有列席的不计入应到的人；列席了的已按列席数过。 */
const excludedIn = (db: Reader, scope: LedgerScope) =>
  db
    .selectFrom('exclusion')
    .innerJoin('meeting', 'meeting.id', 'exclusion.meetingId')
    .select(['exclusion.memberId', 'exclusion.meetingId', sql<YearMark>`'excluded'`.as('mark')])
    .where(heldThen(scope))
    .where(
      sql<boolean>`not exists (select 1 from attendance a where a.meeting_id = exclusion.meeting_id and a.member_id = exclusion.member_id)`,
    )
    .execute()

const peopleOn = (db: Reader, ids: readonly number[], day: Day) =>
  db
    .selectFrom('member as m')
    .leftJoin('memberBranch as b', (join) => join.on('b.id', '=', rowAsOf('member_branch', sql<number>`m.id`, day)))
    .leftJoin('organization as branch', 'branch.id', 'b.organizationId')
    .leftJoin('memberGroup as g', (join) => join.on('g.id', '=', groupRowAsOf(sql<number>`m.id`, day)))
    .leftJoin('organization as grp', 'grp.id', 'g.organizationId')
    .select(['m.id as memberId', 'm.name', 'm.birthDay', 'm.pinyin', 'm.initials', 'branch.name as branchName', 'grp.name as groupName'])
    .where('m.id', 'in', ids)
    .orderBy('m.id')
    .execute()

/**
 * 一年的考勤：名册里的人（年末，本年为今天）与那一年到过会的人，调走了的也在，所以各项都合得上。
 * 只有人数、没有名单的会（从原台账导入的）不在内，否则按人与按会议的合计对不上。
 */
export async function yearOf(db: Reader, scope: LedgerScope, today: Day): Promise<AttendanceYear> {
  const { organizationId, year } = scope
  const end = endOfYear(year)
  const day = end < today ? end : today
  const kinds = await allKinds(db)
  const marks = Map.groupBy([...(await marksIn(db, scope)), ...(await excludedIn(db, scope))], ({ memberId }) => memberId)
  const ids = [...new Set([...(await members.list(db, { organizationId, day })).map(({ id }) => id), ...marks.keys()])]
  const nameless = await reportedOf(db, scope)
  const named = (await heldIn(db, scope)).filter(({ id }) => !nameless.has(id))
  return {
    meetings: named.map(({ id, day: on, topic, codes, organizationId: at, organizationName, groupName }) => ({
      meetingId: id,
      day: on,
      topic,
      kinds: codes.split(','),
      kindNames: kindNames(codes.split(','), kinds),
      organizationId: at,
      organizationName,
      groupName,
    })),
    people: toldApart(await peopleOn(db, ids, day)).map(({ birthDay: _, ...person }) => ({
      ...person,
      marks: (marks.get(person.memberId) ?? []).map(({ meetingId, mark }) => [meetingId, mark]),
    })),
  }
}

const isOpen = sql<boolean>`attendance.state in ('leave', 'absent') and makeup.id is null`

const openIn = (db: Reader, held: ReturnType<typeof heldBetween>) =>
  db
    .selectFrom('attendance')
    .innerJoin('meeting', 'meeting.id', 'attendance.meetingId')
    .leftJoin('makeup', (join) =>
      join.onRef('makeup.meetingId', '=', 'attendance.meetingId').onRef('makeup.memberId', '=', 'attendance.memberId'),
    )
    .select([
      sql<number>`count(*) filter (where ${isOpen})`.as('open'),
      sql<number>`count(distinct iif(${isOpen}, attendance.member_id, null))`.as('peopleOpen'),
    ])
    .where(held)

/** 与 yearOf 同一批登记，只数数；上年十二月没有补课的另数，过了年仍要补。例：{ expected: 10, present: 9, rate: 90, open: 1, peopleOpen: 1, … } */
export async function summaryOf(db: Reader, scope: LedgerScope): Promise<AttendanceSummary> {
  const counts = await openIn(db, heldThen(scope))
    .select([
      sql<number>`count(*) filter (where attendance.state <> 'observer')`.as('expected'),
      sql<number>`count(*) filter (where attendance.state in ('present', 'late', 'online'))`.as('present'),
    ])
    .executeTakeFirstOrThrow()
  const { organizationId, year } = scope
  const lastDecember = await openIn(db, heldBetween(organizationId, `${year - 1}-12-01`, endOfYear(year - 1))).executeTakeFirstOrThrow()
  return { ...counts, rate: attendanceRate(counts.present, counts.expected), lastDecember }
}

/** 一年里的请假与缺席，按会议日期，连同补课。 */
export async function absencesOf(db: Reader, { meetingKind, ...scope }: LedgerScope & { meetingKind: string | null }): Promise<Absence[]> {
  const kinds = await allKinds(db)
  const codes = new Map((await heldIn(db, scope)).map((meeting) => [meeting.id, meeting.codes.split(',')]))
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('meeting', 'meeting.id', 'attendance.meetingId')
    .innerJoin('member', 'member.id', 'attendance.memberId')
    .innerJoin('organization', 'organization.id', 'meeting.organizationId')
    .leftJoin('makeup', (join) =>
      join.onRef('makeup.meetingId', '=', 'attendance.meetingId').onRef('makeup.memberId', '=', 'attendance.memberId'),
    )
    .select(['attendance.id', 'attendance.meetingId', 'attendance.memberId', 'member.name', 'member.birthDay'])
    .select('organization.name as branchName')
    .select(['meeting.day', 'meeting.topic', 'attendance.state', 'attendance.reason'])
    .select(['makeup.day as madeUpOn', 'makeup.content', 'makeup.taughtBy', 'makeup.confirmedBy'])
    .where(heldThen(scope))
    .where('attendance.state', 'in', ['leave', 'absent'])
    .orderBy('meeting.day')
    .orderBy('meeting.id')
    .orderBy('attendance.memberId')
    .execute()
  const people = toldApart([...new Map(rows.map(({ memberId, name, birthDay }) => [memberId, { memberId, name, birthDay }])).values()])
  const asides = new Map(people.map(({ memberId, aside }) => [memberId, aside]))
  return rows
    .filter(({ meetingId }) => meetingKind === null || codes.get(meetingId)?.includes(meetingKind))
    .map(({ birthDay: _, ...row }) => ({
      ...row,
      aside: asides.get(row.memberId) ?? '',
      kindNames: kindNames(codes.get(row.meetingId) ?? [], kinds),
    }))
}
