import type { AttendanceState } from '../../shared/attendance/contract.ts'
import { pastAttendanceLedger } from '../../shared/attendance/past-ledger.ts'
import { stateWords } from '../../shared/attendance/words.ts'
import type { CellNote } from '../../shared/imports/contract.ts'
import { understandAttendance } from '../../shared/imports/past-attendance.ts'
import type { Plan } from '../../shared/meetings/contract.ts'
import { isPresent } from '../../shared/meetings/rules.ts'
import { explain, refusal } from '../../shared/refusals.ts'
import type { CommandContext, Writer } from '../core/services.ts'
import { entering } from '../imports/entering.ts'
import { createPlacer } from '../imports/place.ts'
import type { Answer, Difference, Entry, Finding, ReadLine, Setting, Target } from '../imports/target.ts'
import type { KnownMeeting } from '../meetings/known.ts'
import { holdPast, insertPast, reopenPast } from '../meetings/past.ts'
import * as meetings from '../meetings/repository.ts'
import { type KnownAttendance, type KnownMark, type KnownName, knownAttendance } from './known.ts'
import * as attendance from './repository.ts'
import { sheetOf } from './sheet.ts'

type Values = ReadLine['values']

const stateOf = ({ state }: Values) => (Object.keys(stateWords) as AttendanceState[]).find((key) => stateWords[key] === state) ?? 'absent'

const told = ({ name, branchName, groupName, birthDay }: KnownName) => [name, branchName, groupName, birthDay].filter(Boolean).join(' ')

/** 名册里叫这个名字的：本组织的在先；写了小组、支部的再按它分。 */
function namesakes({ people, scope }: KnownAttendance, { name, groupName, branchName }: Values): KnownName[] {
  const all = people.filter((person) => person.name === name)
  const here = all.filter(({ organizationId }) => organizationId !== null && scope.includes(organizationId))
  const pool = here.length > 0 ? here : all
  const within = pool.filter((person) => (groupName && person.groupName === groupName) || (branchName && person.branchName === branchName))
  return pool.length > 1 && within.length > 0 ? within : pool
}

/** 一个人在表上的几格一起答：答了一格，同一行同一人的都算。 */
function answersIn(rows: readonly ReadLine[], answer: Answer): (row: ReadLine) => number | undefined {
  const given = new Map<string, number>()
  const keyOf = ({ line, values }: ReadLine) => `${line} ${values.name}`
  for (const row of rows) {
    const answered = answer(row)
    if (typeof answered === 'number') given.set(keyOf(row), answered)
  }
  return (row) => given.get(keyOf(row))
}

interface Who {
  person: KnownName
  warnings: CellNote[]
}

const note = (row: ReadLine, text: string, field: string | null): CellNote => ({ field, cell: `第 ${row.row} 行`, text })

function whoIs(row: ReadLine, known: KnownAttendance, answered: number | undefined): Who | Finding {
  const found = namesakes(known, row.values)
  const [only] = found
  if (!only) return { is: 'wrong', errors: [note(row, `名册里没有“${row.values.name}”，没有登记；先登记党员，或改成名册里的写法`, 'name')] }
  const chosen = found.length === 1 ? only : found.find(({ id }) => id === answered)
  if (!chosen)
    return {
      is: 'unsure',
      question: {
        text: `名册里有 ${found.length} 位“${only.name}”，是哪一位`,
        choices: found.map((one) => ({ id: one.id, label: told(one) })),
        none: null,
      },
    }
  const elsewhere = chosen.organizationId === null || !known.scope.includes(chosen.organizationId)
  return {
    person: chosen,
    warnings: elsewhere ? [note(row, `现在在“${chosen.branchName ?? '（不在任何支部）'}”，照原表登记`, 'name')] : [],
  }
}

/** 已登记过的：一样就没有变化；不同的由人选，补了课的、要增减应到的不改。 */
function markedFinding(row: ReadLine, { person, warnings }: Who, mark: KnownMark, meeting: KnownMeeting): Finding {
  const [state, reason] = [stateOf(row.values), row.values.reason ?? '']
  const record = { id: person.id, name: person.name }
  const differences: Difference[] = []
  const said = [...warnings]
  const moves = (mark.state === 'observer') !== (state === 'observer') && meeting.status !== 'planned'
  const kept =
    mark.state === state
      ? undefined
      : meeting.status === 'archived'
        ? '那次会议已经归档，没有改'
        : mark.madeUp
          ? '已经补了课，出勤没有改'
          : moves
            ? '会议已确认召开，应到人数已定，列席与应到之间没有改'
            : undefined
  if (kept) said.push(note(row, `原来登记的是${stateWords[mark.state]}，文件里是${stateWords[state]}；${kept}`, 'state'))
  else if (mark.state !== state) differences.push({ field: 'state', from: stateWords[mark.state], to: stateWords[state], overwrites: true })
  if (reason !== '' && mark.reason !== reason && meeting.status !== 'archived' && (kept === undefined || mark.state === state))
    differences.push({ field: 'reason', from: mark.reason, to: reason, overwrites: mark.reason !== '' || mark.state !== state })
  return { is: 'known', record, differences, warnings: said }
}

/** 还没有登记的：筹备中的照应到名单，已召开的补进去、应到随之加一。 */
function freshFinding(row: ReadLine, who: Who, meeting: KnownMeeting, known: KnownAttendance): Finding {
  const wrong = (text: string): Finding => ({ is: 'wrong', errors: [note(row, text, 'topic')] })
  const state = stateOf(row.values)
  if (meeting.status === 'archived') return wrong('那次会议已经归档，没有登记；确需补上，请先取消归档')
  if (meeting.status === 'planned') {
    const expected = known.expected.find(({ meetingId }) => meetingId === meeting.id)?.memberIds
    const listed = expected === undefined || expected.includes(who.person.id)
    if (!listed && state !== 'observer') return wrong(explain(refusal('attendance.notExpected', { name: who.person.name })))
    if (expected?.includes(who.person.id) && state === 'observer')
      return wrong(explain(refusal('attendance.expectedCannotObserve', { name: who.person.name })))
    return { is: 'new', warnings: who.warnings }
  }
  if (meeting.reported || state === 'observer') return { is: 'new', warnings: who.warnings }
  if (known.marks.some(({ meetingId, madeUp }) => meetingId === meeting.id && madeUp))
    return wrong(explain(refusal('attendance.hasMakeups')))
  return { is: 'new', warnings: [...who.warnings, note(row, '会议已确认召开，补登记这个人，应到随之加一', 'topic')] }
}

/** 一次会登记下来之后，要说给人听的：筹备的还差谁，原台账的人数与名单对不对得上。 */
function afterwards(
  meeting: KnownMeeting,
  rows: readonly { row: ReadLine; memberId: number }[],
  known: KnownAttendance,
): string | undefined {
  const counted = rows.filter(({ row }) => row.values.state !== stateWords.observer)
  if (meeting.status === 'planned') {
    const expected = known.expected.find(({ meetingId }) => meetingId === meeting.id)?.memberIds ?? []
    const marked = new Set([
      ...known.marks.filter(({ meetingId }) => meetingId === meeting.id).map(({ memberId }) => memberId),
      ...counted.map(({ memberId }) => memberId),
    ])
    const left = expected.filter((id) => !marked.has(id)).flatMap((id) => known.people.find((person) => person.id === id)?.name ?? [])
    return left.length === 0
      ? undefined
      : `“${meeting.topic}”应到里还有 ${left.length} 人没有登记（${left.slice(0, 5).join('、')}${left.length > 5 ? ' 等' : ''}），导入后仍是筹备，登记完再确认召开`
  }
  if (!meeting.reported || counted.length === 0) return undefined
  const present = counted.filter(({ row }) => isPresent(stateOf(row.values))).length
  return meeting.reported.expected === counted.length && meeting.reported.present === present
    ? undefined
    : `原台账写应到 ${meeting.reported.expected} 实到 ${meeting.reported.present}，名单上应到 ${counted.length} 实到 ${present}；导入后以名单为准`
}

const planOf = (
  branchId: number,
  { kind = 'other', topic = '', day = '', startsAt, endsAt, place = '', host = '', recorder = '' }: Values,
): Plan => ({
  organizationId: branchId,
  groupId: null,
  kinds: [kind],
  topic,
  day,
  startsAt: startsAt ?? null,
  endsAt: startsAt && endsAt && endsAt > startsAt ? endsAt : null,
  place,
  host,
  recorder,
  agenda: [],
})

const countedIn = async (db: Writer, id: number) => (await attendance.statesOf(db, id)).filter((state) => state !== 'observer').length

/** 登记一次会：新的会、只有人数的会以名单上的人为应到；筹备的登记齐了就确认召开，不齐仍是筹备。 */
async function enterMeeting(
  { db, now }: CommandContext,
  meeting: KnownMeeting | number,
  marks: { memberId: number; state: AttendanceState; reason: string }[],
) {
  const [id, standing] = typeof meeting === 'number' ? [meeting, undefined] : [meeting.id, meeting]
  const recordedAt = standing?.recordedAt ?? now
  const grows = marks.some(({ state }) => state !== 'observer')
  if (standing?.status === 'held' && grows) await reopenPast(db, id)
  await attendance.insertMarks(db, id, marks)
  if (standing?.status === 'held' && !grows) return
  if (standing?.status === 'planned') {
    const found = await meetings.find(db, id)
    const sheet = found ? await sheetOf(db, found) : []
    if (!sheet.some(({ expected }) => expected) || sheet.some(({ expected, state }) => expected && state === null)) return
  }
  await holdPast(db, id, await countedIn(db, id), recordedAt)
}

/**
 * 外来的签到表、考勤表怎样成为逐人的出勤。名字只认名册里的，对不上的列出来，从不新建人；没有的会新建成已召开的，
 * 应到就是表上的人（那天谁该到，以当时的名单为准）。与已登记的不同由人选；重复导入什么也不变。
 */
export const pastAttendanceTarget: Target<KnownAttendance> = {
  ledger: pastAttendanceLedger,
  reading: { understand: understandAttendance, chosenHeaders: () => [] },
  existing: (db, setting) => knownAttendance(db, setting),

  compare(rows, known, setting, answer) {
    const answered = answersIn(rows, answer)
    const byId = new Map(known.meetings.map((meeting) => [String(meeting.id), meeting]))
    const marks = new Map(known.marks.map((mark) => [`${mark.meetingId} ${mark.memberId}`, mark]))
    const seen = new Map<string, ReadLine>()
    const placed = placeOf(known, setting)
    const fresh = new Map<string, { row: ReadLine; memberId: number; at: number }[]>()
    const findings = rows.map((row, at): Finding => {
      const who = whoIs(row, known, answered(row))
      if ('is' in who) return who
      const key = `${row.values.meeting} ${who.person.id}`
      const twin = seen.get(key)
      if (twin)
        return { is: 'wrong', errors: [note(row, `与${twin.line}的“${twin.values.name}”是同一个人、同一次会，请留下其中一格`, 'name')] }
      seen.set(key, row)
      const meeting = byId.get(row.values.meeting ?? '')
      if (!meeting && 'problem' in placed) return { is: 'wrong', errors: [note(row, placed.problem, 'topic')] }
      const mark = meeting && marks.get(`${meeting.id} ${who.person.id}`)
      if (meeting && mark) return markedFinding(row, who, mark, meeting)
      const finding: Finding = meeting ? freshFinding(row, who, meeting, known) : { is: 'new', warnings: who.warnings }
      if (finding.is === 'new' && meeting)
        fresh.set(String(meeting.id), [...(fresh.get(String(meeting.id)) ?? []), { row, memberId: who.person.id, at }])
      return finding.is === 'new' ? { ...finding, settled: { member: String(who.person.id) } } : finding
    })
    for (const [id, entries] of fresh) {
      const meeting = byId.get(id)
      const [first] = entries
      const said = meeting && first ? afterwards(meeting, entries, known) : undefined
      const finding = first && findings[first.at]
      if (said && first && finding)
        findings[first.at] = { ...finding, warnings: [...(finding.warnings ?? []), note(first.row, said, 'topic')] }
    }
    return findings
  },

  async enter(context, entries, known, setting) {
    const { db, job } = context
    const byId = new Map(known.meetings.map((meeting) => [String(meeting.id), meeting]))
    const placed = placeOf(known, setting)
    const added = Map.groupBy(
      entries.filter(({ id }) => id === null),
      ({ row }) => row.values.meeting ?? '',
    )
    for (const [key, rows] of entering(job, [...added])) {
      const [first] = rows
      const standing = byId.get(key)
      if (!first || (!standing && 'problem' in placed)) continue
      const meeting = standing ?? (await insertPast(db, planOf('branch' in placed ? placed.branch.id : 0, first.row.values)))
      await enterMeeting(context, meeting, rows.map(markOf))
    }
    const changed = entries.filter(({ id }) => id !== null)
    for (const entry of entering(job, changed)) await update(db, entry, known)
  },
}

const markOf = ({ row }: Entry) => ({ memberId: Number(row.values.member), state: stateOf(row.values), reason: row.values.reason ?? '' })

/** 新的会开在哪个支部。 */
const placeOf = ({ organizations }: KnownAttendance, { organizationId }: Setting) => createPlacer(organizations, organizationId)({})

async function update(db: Writer, { id, row, taken }: Entry, { marks }: KnownAttendance) {
  const mark = marks.find(({ meetingId, memberId }) => meetingId === Number(row.values.meeting) && memberId === id)
  if (!mark) return
  const state = taken.has('state') ? stateOf(row.values) : mark.state
  await attendance.updateMark(db, mark.id, { state, reason: taken.has('reason') ? (row.values.reason ?? '') : mark.reason })
}
