import { kindNames } from '../../shared/meetings/rules.ts'
import { hoursStanding } from '../../shared/particulars/rules.ts'
import { refuse } from '../core/refuse.ts'
import type { Reader, Service } from '../core/services.ts'
import * as meetings from '../meetings/repository.ts'
import { yearRows } from '../meetings/rows.ts'
import * as members from '../members/repository.ts'
import { dayOfLedger } from '../members/rows.ts'
import { committeeMembers } from '../organizations/repository.ts'
import { educationStandards, meetingKindsOfPack } from '../rules/packs.ts'
import * as particulars from './repository.ts'

/** 要写的会议：没有归档，算这一类。 */
async function writable(db: Reader, meetingId: number, kind: string) {
  const meeting = (await meetings.find(db, meetingId)) ?? refuse('meetings.notFound')
  if (meeting.status === 'archived') refuse('meetings.archived')
  if (meeting.voidedReason !== null) refuse('meetings.voided')
  if (!meeting.codes.split(',').includes(kind)) refuse('particulars.otherKind', { kind: kindNames([kind], meetingKindsOfPack()) })
  return meeting
}

/** 一年里已召开的某一类会议，附它自己的几项；没填的也在内，facts 为空，台账上留着空格。 */
async function heldWith<Facts>(
  db: Reader,
  { organizationId, year }: { organizationId: number; year: number },
  kind: string,
  factsOf: (db: Reader, meetingId: number) => Promise<Facts | null>,
) {
  const held = (await meetings.listByYear(db, organizationId, year)).filter(
    ({ status, voidedReason, codes }) => status !== 'planned' && voidedReason === null && codes.split(',').includes(kind),
  )
  const rows = await yearRows(db, organizationId, year, held)
  const filled = await Promise.all(rows.map(async (row) => ({ row, facts: await factsOf(db, row.id) })))
  return filled.map(({ row: { id: meetingId, organizationName, day, topic, present, expected }, facts }) => ({
    held: { meetingId, organizationName, day, topic, present, filled: facts !== null },
    expected,
    facts,
  }))
}

export const particularsService: Service<'particulars'> = {
  standards: () => {
    const { themeDayParts, memberHours, committeeHours } = educationStandards()
    return { themeDayParts, memberHours, committeeHours }
  },

  page: async ({ db }, { meetingId }) => ({
    lecture: await particulars.lectureOf(db, meetingId),
    themeDay: await particulars.themeDayOf(db, meetingId),
    orgLife: await particulars.orgLifeOf(db, meetingId),
  }),

  lectures: async ({ db }, scope) =>
    (await heldWith(db, scope, 'lecture', particulars.lectureOf)).map(({ held, facts }) => ({
      ...held,
      title: facts?.title ?? held.topic,
      lecturer: facts?.lecturer ?? '',
      lecturerPost: facts?.lecturerPost ?? '',
      hours: facts?.hours ?? null,
      note: facts?.note ?? '',
    })),

  themeDays: async ({ db }, scope) =>
    (await heldWith(db, scope, 'themeDay', particulars.themeDayOf)).map(({ held, expected, facts }) => ({
      ...held,
      expected,
      parts: facts?.parts.join('、') ?? '',
      reading: facts?.reading ?? '',
      highlights: facts?.highlights ?? '',
      shortcomings: facts?.shortcomings ?? '',
    })),

  orgLives: async ({ db }, scope) =>
    (await heldWith(db, scope, 'orgLife', particulars.orgLifeOf)).map(({ held, facts }) => ({
      ...held,
      theme: facts?.theme ?? '',
      study: facts?.study ?? '',
      talkPairs: facts?.talkPairs ?? null,
      talkTimes: facts?.talkTimes ?? null,
      opinions: facts ? facts.sources.reduce((sum, { count }) => sum + count, 0) : null,
      examinations: facts?.examinations.length ?? null,
      criticisms: facts?.criticisms.length ?? null,
    })),

  async hours({ db, today }, { organizationId, year }) {
    const day = dayOfLedger(year, today)
    const heard = new Map((await particulars.lecturesHeard(db, year)).map((row) => [row.memberId, row]))
    const committee = new Set(await committeeMembers(db, organizationId, day))
    return (await members.list(db, { organizationId, day })).map(({ id, name, branchName }) => {
      const own = heard.get(id)
      const hours = Number(own?.halfHours ?? 0) / 2
      const onCommittee = committee.has(id)
      const standing = hoursStanding(hours, onCommittee, educationStandards())
      return { memberId: id, name, branchName, onCommittee, lectures: Number(own?.lectures ?? 0), hours, ...standing }
    })
  },

  async writeLecture({ db, subject }, { meetingId, lecture }) {
    await writable(db, meetingId, 'lecture')
    await particulars.putLecture(db, meetingId, lecture)
    subject(`${lecture.title}（${lecture.lecturer}）`)
    return { meetingId }
  },

  async writeThemeDay({ db, subject }, { meetingId, themeDay }) {
    const { topic } = await writable(db, meetingId, 'themeDay')
    await particulars.putThemeDay(db, meetingId, themeDay)
    subject(topic)
    return { meetingId }
  },

  async writeOrgLife({ db, subject }, { meetingId, orgLife }) {
    const { topic } = await writable(db, meetingId, 'orgLife')
    await particulars.putOrgLife(db, meetingId, orgLife)
    subject(topic)
    return { meetingId }
  },
}
