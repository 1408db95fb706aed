import type { AttendanceRow, Guest } from '../../shared/attendance/contract.ts'
import { exclusionWords, stateWords } from '../../shared/attendance/words.ts'
import type { Wanted } from '../../shared/documents/contract.ts'
import { maskPhone } from '../../shared/documents/rules.ts'
import type { Id } from '../../shared/kit/values.ts'
import type { MeetingPage, MeetingRow } from '../../shared/meetings/contract.ts'
import { particularSections } from '../../shared/particulars/words.ts'
import { matterOnPaper } from '../../shared/votes/words.ts'
import { printableOf } from '../attachments/printable.ts'
import { refuse } from '../core/refuse.ts'
import type { TaskContext } from '../core/services.ts'
import { attachedOf } from './attached.ts'
import { fileName } from './file-name.ts'
import type { Composed } from './ledger-papers.ts'
import { recordTitle, signInTitle } from './meeting-titles.ts'
import { minutesForm } from './minutes-form.ts'
import { numeral } from './numeral.ts'
import type { MinutesPlan } from './papers/minutes.ts'
import { plainDay } from './plain-day.ts'
import { signInWorkbook } from './sign-in-workbook.ts'
import { unfilledIn } from './unfilled.ts'

/** 时间写到时分起止。例：clock('14:30') // '14时30分' */
const clock = (time: string): string => {
  const [hour, minute] = time.split(':')
  return `${Number(hour)}时${minute}分`
}
const spanOf = ({ day, startsAt, endsAt }: MeetingRow): string =>
  plainDay(day) + (startsAt ? clock(startsAt) : '') + (startsAt && endsAt ? `至${clock(endsAt)}` : '')

/** 录入时间，按本机的钟。 */
const localInstant = (at: string): string => {
  const when = new Date(at)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${when.getFullYear()}年${when.getMonth() + 1}月${when.getDate()}日 ${two(when.getHours())}:${two(when.getMinutes())}`
}

const withReasons = (rows: readonly AttendanceRow[], held: boolean): string =>
  rows.length > 0 ? rows.map(({ name, reason }) => (reason ? `${name}（${reason}）` : name)).join('、') : held ? '无' : ''

/** 例：'周全（街道组织委员）' */
const guestWords = ({ name, post }: Guest) => (post ? `${name}（${post}）` : name)
const ofGuestKind = (guests: readonly Guest[], kind: Guest['kind']) => guests.filter((guest) => guest.kind === kind).map(guestWords)

/** 不计入应到的人，连理由与依据：记录要经得起查。 */
const excludedWords = (rows: readonly AttendanceRow[]): string =>
  rows
    .flatMap(({ name, exclusion }) => {
      if (!exclusion) return []
      const { reason, basis, approvedBy, adoptedAt } = exclusion
      const grounds = [basis, approvedBy && `${approvedBy}同意`, adoptedAt && `${adoptedAt}通过`].filter(Boolean).join('，')
      return [`${name}（${exclusionWords[reason]}；依据：${grounds}）`]
    })
    .join('；')

const inState = (rows: readonly AttendanceRow[], state: AttendanceRow['state']) => rows.filter((row) => row.state === state)

/** 带上日期、小组与主题，一个文件夹里不重名。 */
const nameOf = (
  { organizationName, groupName, day, kindNames, topic }: MeetingRow,
  what: string,
  today: string,
  format: 'xlsx' | 'pdf' = 'pdf',
) => fileName([organizationName + (groupName ?? ''), `${day.replaceAll('-', '')}${kindNames}${what}`, topic], today, format)

/** 名单下面的几行；不计入应到的只写姓名，理由写在会议记录里。 */
const apartLines = (rows: readonly AttendanceRow[], guests: readonly Guest[]) =>
  [
    { label: '到会指导的上级领导', text: ofGuestKind(guests, 'superior').join('、') },
    { label: '列席人员', text: [...inState(rows, 'observer').map(({ name }) => name), ...ofGuestKind(guests, 'guest')].join('、') },
    { label: '请假人员', text: withReasons(inState(rows, 'leave'), false) },
    { label: '不计入应到', text: rows.flatMap(({ name, exclusion }) => (exclusion ? [name] : [])).join('、') },
  ].filter(({ text }) => text !== '')

/** 空白签到表：应到名单在前，已知列席的人在后；请假的在备注里注明。 */
export async function composeSignIn(
  { app, today, session }: TaskContext,
  wanted: Extract<Wanted, { kind: 'signInSheet' }>,
): Promise<Composed> {
  const { meetingId } = wanted
  const [{ meeting }, rows, guests] = await Promise.all([
    app.meetings.page({ id: meetingId }),
    app.attendance.sheet({ meetingId }),
    app.attendance.guests({ meetingId }),
  ])
  const listed = [
    ...rows.filter(({ expected }) => expected),
    ...rows.filter(({ expected, exclusion, state }) => !expected && (exclusion === null || state === 'observer')),
  ]
  const { columns, spareRows, about, byGroup, online, makeup, mostRows, format } = wanted
  const sheet = {
    title: signInTitle(meeting),
    topic: meeting.topic,
    time: spanOf(meeting),
    place: meeting.place,
    host: meeting.host,
    expected: meeting.nameless ? meeting.expected : listed.filter(({ expected }) => expected).length,
    people: [
      ...listed.map(({ name, employer, mobile, floatingTo, groupName, state, expected }) => ({
        name,
        unit: employer ?? '',
        phone: maskPhone(mobile ?? ''),
        place: floatingTo ?? '',
        group: groupName ?? '',
        note: !expected ? '列席' : state === 'leave' ? '请假' : '',
      })),
      ...guests.map(({ kind, name, post }) => ({
        ...{ name, unit: post, phone: '', place: '', group: '列席与上级领导' },
        note: kind === 'guest' ? '列席' : '上级',
      })),
    ],
    apart: apartLines(rows, guests),
    ...{ columns, spareRows, about, byGroup, online, makeup, mostRows },
    demo: session.describe()?.demo ?? false,
    voided: meeting.voidedReason !== null,
  }
  return {
    plan: format === 'pdf' ? { kind: 'signInSheet', ...sheet } : { kind: 'workbook', sheets: [signInWorkbook(sheet)] },
    name: nameOf(meeting, '签到表', today, format),
    notes: listed.length === 0 ? ['应到名单是空的，只印了空行。'] : [],
  }
}

/** 从原台账导入、只有人数的会。 */
const unnamed = (count: number) => (count > 0 ? `${count} 人（原台账没有逐人的名单）` : '无')

const discussionsOf = ({ agenda, speeches }: MeetingPage): MinutesPlan['discussions'] => {
  const loose = speeches.filter(({ agendaNo }) => agendaNo === null || agendaNo > agenda.length)
  if (speeches.length === 0) return []
  return [
    ...(loose.length > 0 ? [{ item: '', speeches: loose }] : []),
    ...agenda.map((item, index) => ({
      item: `（${numeral(index + 1)}）${item}`,
      speeches: speeches.filter(({ agendaNo }) => agendaNo === index + 1),
    })),
  ]
}

const remarksOf = ({ status, backfilled, recordedAt, voidedReason }: MeetingRow): string[] => [
  ...(voidedReason !== null ? [`本次会议已作废，原因：${voidedReason}`] : []),
  ...(status === 'planned' ? ['（筹备中，尚未确认召开，本记录未定稿）'] : []),
  ...(backfilled && recordedAt ? [`本记录为补录，录入时间：${localInstant(recordedAt)}`] : []),
]

const countsOf = (meeting: MeetingRow): string[] => [
  `应到 ${meeting.expected} 人`,
  ...(meeting.unmarked > 0 ? [`未登记 ${meeting.unmarked} 人`] : []),
  ...(meeting.unmarked < meeting.expected || meeting.expected === 0
    ? [
        `实到 ${meeting.present} 人${meeting.online > 0 ? `（线上 ${meeting.online} 人）` : ''}`,
        `请假 ${meeting.onLeave} 人`,
        `缺席 ${meeting.absent} 人`,
      ]
    : []),
  ...(meeting.observers > 0 ? [`列席 ${meeting.observers} 人`] : []),
  ...(meeting.superiors > 0 ? [`上级领导 ${meeting.superiors} 人`] : []),
  ...(meeting.excluded > 0 ? [`不计入应到 ${meeting.excluded} 人`] : []),
  ...(meeting.rate !== null && meeting.unmarked === 0 ? [`出席率 ${meeting.rate.toFixed(1)}%`] : []),
]

/** 一次会议的记录，附出勤名单。 */
export async function recordOf(
  { app, today, session }: TaskContext,
  id: Id,
): Promise<Composed & { plan: MinutesPlan & { kind: 'minutes' }; meeting: MeetingRow }> {
  const [page, rows, guests, kinds, votes, particulars] = await Promise.all([
    app.meetings.page({ id }),
    app.attendance.sheet({ meetingId: id }),
    app.attendance.guests({ meetingId: id }),
    app.meetings.kinds({}),
    app.votes.listByMeeting({ meetingId: id }),
    app.particulars.page({ meetingId: id }),
  ])
  const { meeting } = page
  const held = meeting.status !== 'planned'
  const expected = rows.filter((row) => row.expected)
  const floating = expected.filter((row) => row.floating).length
  const limited = new Set(await app.circumstances.limitedMobility({ day: meeting.day }))
  const slow = expected.filter(({ memberId }) => limited.has(memberId)).length
  const observers = inState(rows, 'observer')
  const { reader } = session.file ?? refuse('core.noLedger')
  const { attached, notes } = attachedOf(await printableOf(reader, { owner: 'meeting', ownerId: id }))
  return {
    plan: {
      kind: 'minutes',
      title: recordTitle(meeting),
      organization: meeting.organizationName + (meeting.groupName ?? ''),
      kinds: kinds
        .filter(({ own, code }) => !own || meeting.kinds.includes(code))
        .map(({ code, name }) => ({ name, ticked: meeting.kinds.includes(code) })),
      topic: meeting.topic,
      time: spanOf(meeting),
      place: meeting.place,
      host: meeting.host,
      recorder: meeting.recorder,
      counts: countsOf(meeting),
      floating: meeting.nameless ? '（没有逐人的名单）' : `流动党员 ${floating} 人，行动不便党员 ${slow} 人`,
      observers:
        [...observers.map(({ name }) => name), ...ofGuestKind(guests, 'guest')].join('、') ||
        (meeting.nameless ? unnamed(meeting.observers) : held ? '无' : ''),
      superiors: ofGuestKind(guests, 'superior').join('、'),
      excluded: excludedWords(rows),
      onLeave: meeting.nameless ? unnamed(meeting.onLeave) : withReasons(inState(rows, 'leave'), held),
      absent: meeting.nameless ? unnamed(meeting.absent) : withReasons(inState(rows, 'absent'), held),
      agenda: page.agenda,
      discussions: discussionsOf(page),
      particulars: particularSections(particulars, meeting.kinds, false).map(({ title, facts }) => ({ title, facts })),
      votes: votes.map((vote) => ({ matter: matterOnPaper(vote), sentence: vote.sentence, article: vote.article })),
      decisions: page.decisions.map(({ text, responsible, due }) => ({ text, responsible, due: due ? plainDay(due) : '' })),
      corrections: page.corrections.map(({ at, actor, text }) => ({ when: localInstant(at), who: actor, text })),
      remarks: remarksOf(meeting),
      attendance: [...expected, ...observers.filter((row) => !row.expected)].map(({ name, groupName, state, reason }) => ({
        name,
        group: groupName ?? '',
        state: state ? stateWords[state] : '未登记',
        reason,
      })),
      attached,
      demo: session.describe()?.demo ?? false,
      voided: meeting.voidedReason !== null,
    },
    name: nameOf(meeting, '记录', today),
    notes: [...(held ? [] : ['会议还在筹备中，这份记录没有定稿。']), ...notes],
    meeting,
  }
}

/** 会议记录：PDF，或一张可以接着改的工作表。 */
export async function composeMinutes(context: TaskContext, { meetingId, format }: Extract<Wanted, { kind: 'minutes' }>): Promise<Composed> {
  const { plan, name, notes: said, meeting } = await recordOf(context, meetingId)
  const unfilled = meeting.status === 'planned' ? [] : unfilledIn(plan)
  const notes = [...said, ...(unfilled.length > 0 ? [`没有填的留着空，可以手写：${unfilled.join('、')}。`] : [])]
  if (format === 'pdf') return { plan, name, notes }
  return {
    plan: { kind: 'workbook', sheets: [minutesForm(plan, meeting, '会议记录')] },
    name: nameOf(meeting, '记录', context.today, 'xlsx'),
    notes: [...notes, ...withoutPictures([plan])],
  }
}

/** 工作簿里不放图片，照实说。 */
export const withoutPictures = (plans: readonly MinutesPlan[]): string[] => {
  const count = plans.reduce((sum, { attached: { photos, scans } }) => sum + photos.length + scans.length, 0)
  return count > 0 ? [`有 ${count} 张照片、扫描件不在工作簿里，要连它们一起印请用 PDF。`] : []
}
