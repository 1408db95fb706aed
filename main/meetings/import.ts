import { noneWords } from '../../shared/imports/answers.ts'
import type { CellNote, Question } from '../../shared/imports/contract.ts'
import { chosenMeetingHeaders, understandMeetings } from '../../shared/imports/past-meetings.ts'
import type { MeetingKind, Plan } from '../../shared/meetings/contract.ts'
import { kindsIn } from '../../shared/meetings/kind-words.ts'
import { pastMeetingsLedger } from '../../shared/meetings/past-ledger.ts'
import { audienceOf } from '../../shared/meetings/rules.ts'
import type { Writer } from '../core/services.ts'
import { entering } from '../imports/entering.ts'
import { createPlacer, type Place } from '../imports/place.ts'
import type { Entry, Finding, ReadLine, Setting, Target } from '../imports/target.ts'
import { type KnownMeeting, type KnownMeetings, knownMeetings } from './known.ts'
import { holdReported, insertPast, replaceReported, writeMinutes } from './past.ts'
import { countsOf, type Differing, differencesFrom, minutesOf } from './past-differences.ts'
import * as meetings from './repository.ts'

/** 一行说的是哪个支部、哪个小组、哪几类的哪次会。 */
interface Subject {
  branch: Place
  groupId: number | null
  groupName: string | null
  kinds: MeetingKind[]
  topic: string
  warning?: string
}
type Values = ReadLine['values']

const note = (row: ReadLine, text: string, field: string | null): CellNote => ({ field, cell: row.at, text })
const plain = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '')

/** 写了小组名，或类型里带着“第一党小组会”；支部只有一个小组就是它。 */
function groupOf(
  { organizations }: KnownMeetings,
  branch: Place,
  chosen: number | null,
  { groupName = '', kindNames = '', topic = '' }: Values,
) {
  const groups = organizations.filter(({ kind, parentId }) => kind === 'group' && parentId === branch.id)
  const named =
    groups.find(({ name }) => plain(groupName) === plain(name)) ??
    groups.find(({ name }) => plain(`${kindNames}${topic}`).includes(plain(name)))
  return { groups, group: named ?? groups.find(({ id }) => id === chosen) ?? (groups.length === 1 ? groups[0] : undefined) }
}

/** 三种问题各用一段号：已有的会议用自己的 id。 */
const KINDS = 1_000_000_000
const GROUPS = 2_000_000_000

/** 看不出是哪一类、哪个小组的，问人；人答过的照答案。 */
function subjectOf(row: ReadLine, known: KnownMeetings, setting: Setting, answered: number | null | undefined): Subject | Finding {
  const { values } = row
  const placed = createPlacer(
    known.organizations,
    setting.organizationId,
  )({
    ...(values.organizationName && { branchName: values.organizationName }),
  })
  if ('problem' in placed) return { is: 'wrong', errors: [note(row, placed.problem, 'organizationName')] }
  const ask = (text: string, choices: Question['choices']): Finding => ({ is: 'unsure', question: { text, choices, none: null } })
  const said = kindsIn(values.kindNames ?? '', known.kinds)
  const read = said.length > 0 ? said : kindsIn(values.topic ?? '', known.kinds)
  const kinds = read.length > 0 ? read : known.kinds.filter((_, at) => answered === KINDS + at)
  if (kinds.length === 0)
    return ask(
      values.kindNames ? `“${values.kindNames}”是哪一类会议` : '没有写类型，是哪一类会议',
      known.kinds.map(({ name }, at) => ({ id: KINDS + at, label: name })),
    )
  const { branch, group: chosen, warning } = placed
  const needsGroup =
    audienceOf(
      kinds.map(({ code }) => code),
      known.kinds,
    ) === 'group'
  const { groups, group } = groupOf(known, branch, chosen && 'id' in chosen ? chosen.id : null, values)
  const settled = group ?? groups.find(({ id }) => answered === GROUPS + id)
  if (needsGroup && !settled)
    return groups.length === 0
      ? { is: 'wrong', errors: [note(row, `“${branch.name}”还没有党小组，请先在“组织”里新建，再导入党小组会`, 'groupName')] }
      : ask(
          '是哪个党小组的会',
          groups.map(({ id, name }) => ({ id: GROUPS + id, label: name })),
        )
  const topic = values.topic || kinds.map(({ name }) => name).join('、')
  return {
    branch,
    groupId: needsGroup ? (settled?.id ?? null) : null,
    groupName: needsGroup ? (settled?.name ?? null) : null,
    kinds,
    topic,
    ...(warning && { warning }),
  }
}

/** 同一天、同一支部（小组）的；同类或同名的才像是同一次。 */
const alike = ({ branch, groupId, kinds, topic }: Subject, day: string, all: readonly KnownMeeting[]) =>
  all.filter(
    (meeting) =>
      meeting.day === day &&
      meeting.organizationId === branch.id &&
      meeting.groupId === groupId &&
      (plain(meeting.topic) === plain(topic) || kinds.some(({ code }) => meeting.kinds.includes(code))),
  )

const isSame = (meeting: KnownMeeting, { topic, kinds }: Subject) =>
  plain(meeting.topic) === plain(topic) && kinds.some(({ code }) => meeting.kinds.includes(code))

function findingFor(
  row: ReadLine,
  subject: Subject,
  found: { same: KnownMeeting | undefined; like: KnownMeeting[] },
  answered: number | null | undefined,
): Finding {
  const warnings = subject.warning ? [note(row, subject.warning, 'organizationName')] : []
  const chosen = found.same ?? found.like.find(({ id }) => id === answered)
  if (chosen) {
    const { differences, told } = differencesFrom(row.values, subject.topic, chosen)
    return {
      is: 'known',
      record: { id: chosen.id, name: chosen.topic },
      differences,
      warnings: [...warnings, ...told.map((text) => note(row, text, null))],
    }
  }
  if (found.like.length > 0 && (answered === undefined || (answered !== null && answered < KINDS)))
    return {
      is: 'unsure',
      question: {
        text: '那天已有同类的会议，是同一次吗',
        choices: found.like.map(({ id, topic, startsAt }) => ({ id, label: [topic, startsAt].filter(Boolean).join(' ') })),
        none: noneWords.meeting,
      },
      warnings,
    }
  const kindNames = subject.kinds.map(({ name }) => name).join('、')
  const { topic, branch, groupName } = subject
  return { is: 'new', warnings, settled: { kindNames, topic, organizationName: branch.name, ...(groupName && { groupName }) } }
}

const planOf = (
  { branch, groupId, kinds, topic }: Subject,
  { day = '', startsAt, endsAt, place = '', host = '', recorder = '' }: Values,
): Plan => ({
  organizationId: branch.id,
  groupId,
  kinds: kinds.map(({ code }) => code),
  topic,
  day,
  startsAt: startsAt ?? null,
  endsAt: endsAt ?? null,
  place,
  host,
  recorder,
  agenda: [],
})

/** 更新已有的那一次：只动选定的几项。 */
async function update(db: Writer, meeting: KnownMeeting, { row, taken }: Entry, now: string) {
  const { values } = row
  const wanted = (field: Differing) => taken.has(field)
  const text = (field: 'topic' | 'place' | 'host' | 'recorder') => (wanted(field) ? (values[field] ?? '') : meeting[field])
  const time = (field: 'startsAt' | 'endsAt') => (wanted(field) ? (values[field] ?? null) : meeting[field])
  const plan = {
    topic: text('topic'),
    place: text('place'),
    host: text('host'),
    recorder: text('recorder'),
    startsAt: time('startsAt'),
    endsAt: time('endsAt'),
  }
  if (['topic', 'place', 'host', 'recorder', 'startsAt', 'endsAt'].some((field) => taken.has(field)))
    await meetings.update(db, meeting.id, { ...meeting, ...plan, agenda: [] })
  const { speeches, decisions } = minutesOf(values)
  const added = (kept: readonly string[], more: readonly string[], take: boolean) =>
    take ? [...kept, ...more.filter((one) => !kept.includes(one))] : []
  await writeMinutes(db, meeting.id, {
    speeches: added(meeting.speeches, speeches, wanted('minutes')),
    decisions: added(meeting.decisions, decisions, wanted('decisions')),
  })
  const counts = countsOf(values, meeting.reported)
  if (wanted('status')) await holdReported(db, meeting.id, counts, now)
  if (wanted('expected')) await replaceReported(db, meeting, counts, now)
}

/**
 * 外来的三会一课台账怎样成为开过的会。只有人数、没有名单，所以不编出勤：人数照原台账另存（应到 = 实到 + 请假 + 缺席），
 * 会议直接是已召开，录入时间是今天，因此按补录标明；以后导入签到表，名单就取代这些数。
 * 同一支部、同一天、同类、同议题的是同一次，只说出不同，重复导入什么也不变。
 */
export const pastMeetingsTarget: Target<KnownMeetings> = {
  ledger: pastMeetingsLedger,
  reading: { understand: understandMeetings, chosenHeaders: chosenMeetingHeaders },
  existing: (db) => knownMeetings(db),

  compare(rows, known, setting, answer) {
    const claimed = new Map<number, ReadLine>()
    const fresh = new Map<string, ReadLine>()
    return rows.map((row) => {
      const subject = subjectOf(row, known, setting, answer(row))
      if ('is' in subject) return subject
      const like = alike(subject, row.values.day ?? '', known.meetings)
      const same =
        like.find((meeting) => isSame(meeting, subject) && !claimed.has(meeting.id)) ?? like.find((meeting) => isSame(meeting, subject))
      const finding = findingFor(row, subject, { same, like }, answer(row))
      const key = [subject.branch.id, subject.groupId, row.values.day, plain(subject.topic), row.values.startsAt].join(' ')
      const twin = finding.is === 'known' ? claimed.get(finding.record.id) : finding.is === 'new' ? fresh.get(key) : undefined
      if (twin) return { is: 'wrong', errors: [note(row, `与${twin.line}是同一次会议，请留下其中一行`, 'topic')] }
      if (finding.is === 'known') claimed.set(finding.record.id, row)
      if (finding.is === 'new') fresh.set(key, row)
      return finding
    })
  },

  async enter({ db, now, job }, entries, known, setting) {
    const byId = new Map(known.meetings.map((meeting) => [meeting.id, meeting]))
    for (const entry of entering(job, entries)) {
      const meeting = entry.id === null ? undefined : byId.get(entry.id)
      if (meeting) {
        await update(db, meeting, entry, now)
        continue
      }
      const subject = subjectOf({ ...entry.row, line: '' }, known, setting, undefined)
      if ('is' in subject) continue
      const id = await insertPast(db, planOf(subject, entry.row.values))
      await writeMinutes(db, id, minutesOf(entry.row.values))
      await holdReported(db, id, countsOf(entry.row.values), now)
    }
  },
}
