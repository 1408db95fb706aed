import type { Plan } from '../../shared/meetings/contract.ts'
import { whyCannotArchive, whyCannotHold } from '../../shared/meetings/rules.ts'
import { detachAppraisal } from '../appraisal/detach.ts'
import { clearAttachments } from '../attachments/clear.ts'
import { removeReported } from '../attendance/reported.ts'
import { clearSheet, sheetOf } from '../attendance/sheet.ts'
import { refuse, refuseWhen } from '../core/refuse.ts'
import type { Reader, Service, Writer } from '../core/services.ts'
import * as organizations from '../organizations/repository.ts'
import { clearParticulars } from '../particulars/clear.ts'
import { detachRectification } from '../rectification/detach.ts'
import { holidays } from '../rules/packs.ts'
import { clearVotes } from '../votes/clear.ts'
import { clashesOf } from './clashes.ts'
import { replaceDecisions } from './decision-list.ts'
import { gaps, gapsByBranch } from './gaps.ts'
import { allKinds, audienceOf } from './kinds.ts'
import { entriesOf, removeEntries, replaceEntries, replaceKinds } from './lists.ts'
import * as meetings from './repository.ts'
import { oneRow, yearRows } from './rows.ts'

const existing = async (db: Reader, id: number) => (await meetings.find(db, id)) ?? refuse('meetings.notFound')

/** 一年里开过的会；作废的不算。 */
const heldIn = async (db: Reader, organizationId: number, year: number) =>
  (await meetings.listByYear(db, organizationId, year)).filter((meeting) => meeting.status !== 'planned' && meeting.voidedReason === null)

/** 开会那天组织还在（已撤销的组织可以补录撤销之前的会）；小组是那个支部的。 */
async function refuseWrongPlace(db: Reader, { organizationId, groupId, day }: Plan): Promise<void> {
  const { dissolvedOn } = (await organizations.find(db, organizationId)) ?? refuse('organizations.notFound')
  if (dissolvedOn && day >= dissolvedOn) refuse('organizations.dissolved', { on: dissolvedOn })
  if (groupId === null) return
  const group = (await organizations.find(db, groupId)) ?? refuse('organizations.notFound')
  if (group.kind !== 'group' || group.parentId !== organizationId) refuse('meetings.groupElsewhere', { group: group.name })
}

async function refuseWrongPlan(db: Reader, plan: Plan): Promise<void> {
  await refuseWrongPlace(db, plan)
  const kinds = await allKinds(db)
  const unknown = plan.kinds.find((code) => !kinds.some((kind) => kind.code === code))
  if (unknown) refuse('meetings.unknownKind', { kind: unknown })
  if (audienceOf(plan.kinds, kinds) === 'group' && plan.groupId === null) refuse('meetings.needsGroup')
  if (plan.startsAt && plan.endsAt && plan.endsAt < plan.startsAt) refuse('meetings.endsBeforeStart')
}

async function writePlan(db: Writer, id: number, plan: Plan): Promise<void> {
  await replaceKinds(db, id, plan.kinds)
  await replaceEntries(
    db,
    'agendaItem',
    id,
    plan.agenda.map((text) => ({ text })),
  )
}

const sorted = (codes: readonly string[]) => [...new Set(codes)].sort().join(',')

/** 确认召开之后，决定“谁应到”的几项不能再改。 */
const changesAudience = (meeting: meetings.StoredMeeting, plan: Plan) =>
  meeting.day !== plan.day ||
  meeting.organizationId !== plan.organizationId ||
  meeting.groupId !== plan.groupId ||
  sorted(meeting.codes.split(',')) !== sorted(plan.kinds)

async function hold(db: Writer, meeting: meetings.StoredMeeting, today: string, now: string): Promise<string> {
  const sheet = await sheetOf(db, meeting)
  const expected = sheet.filter((row) => row.expected)
  const stranger = sheet.find((row) => !row.expected && row.state !== null && row.state !== 'observer')
  if (stranger) refuse('attendance.notExpected', { name: stranger.name })
  const unmarked = expected.filter((row) => row.state === null).map((row) => row.name)
  refuseWhen(whyCannotHold({ status: meeting.status, day: meeting.day, expected: expected.length, unmarked }, today))
  await meetings.setStatus(db, meeting.id, { status: 'held', recordedAt: now, expectedCount: expected.length })
  return `${meeting.topic} 应到 ${expected.length} 人`
}

export const meetingsService: Service<'meetings'> = {
  kinds: ({ db }) => allKinds(db),

  listByYear: async ({ db }, { organizationId, year }) =>
    yearRows(db, organizationId, year, await meetings.listByYear(db, organizationId, year)),

  async unarchived({ db }, { organizationId, year }) {
    const open = await meetings.unarchived(db, organizationId, year)
    const archived = await meetings.archivedIn(db, organizationId, year)
    const rowsIn = (at: number) => {
      const some = open.filter(({ day }) => Number(day.slice(0, 4)) === at)
      return some.length === 0 ? [] : yearRows(db, organizationId, at, some)
    }
    return { rows: [...(await rowsIn(year - 1)), ...(await rowsIn(year))], archived }
  },

  inMonth: ({ db }, { organizationId, month }) => meetings.inMonth(db, organizationId, month),

  register: async ({ db }, { organizationId, year }) => yearRows(db, organizationId, year, await heldIn(db, organizationId, year)),

  async page({ db }, { id }) {
    const meeting = await existing(db, id)
    return {
      meeting: await oneRow(db, meeting),
      groupId: meeting.groupId,
      agenda: (await entriesOf(db, 'agendaItem', id)).map((item) => item.text),
      speeches: await entriesOf(db, 'speech', id),
      decisions: await entriesOf(db, 'decision', id),
      corrections: (await meetings.corrections(db, id)).map(({ ordinal: _, ...correction }) => correction),
    }
  },

  gaps: ({ db, today }, scope) => gaps(db, scope, today),
  gapsByBranch: ({ db, today }, scope) => gapsByBranch(db, scope, today),

  async lastOfKind({ db }, { organizationId, kind }) {
    const last = await meetings.lastOfKind(db, organizationId, kind)
    if (!last) return null
    const { id, day, topic, place, host, recorder, startsAt, endsAt } = last
    const agenda = (await entriesOf(db, 'agendaItem', id)).map((item) => item.text)
    return { id, day, topic, place, host, recorder, startsAt, endsAt, agenda }
  },

  clashes: ({ db }, wanted) => clashesOf(db, wanted),

  holidays: () => holidays(),

  async addKind({ db, subject }, kind) {
    if ((await allKinds(db)).some(({ name }) => name === kind.name)) refuse('meetings.kindExists', { name: kind.name })
    subject(kind.name)
    return { code: `own-${await meetings.insertOwnKind(db, kind)}` }
  },

  async plan({ db, subject }, plan) {
    await refuseWrongPlan(db, plan)
    const id = await meetings.insert(db, plan)
    await writePlan(db, id, plan)
    subject(plan.topic)
    return { id }
  },

  async planSeries({ db, subject }, { plan, days }) {
    const ids: number[] = []
    for (const day of [...new Set(days)].sort()) {
      await refuseWrongPlan(db, { ...plan, day })
      const id = await meetings.insert(db, { ...plan, day })
      await writePlan(db, id, plan)
      ids.push(id)
    }
    subject(`${plan.topic} ${ids.length} 次`)
    return { ids }
  },

  async amend({ db, subject }, { id, plan }) {
    const meeting = await existing(db, id)
    if (meeting.status === 'archived') refuse('meetings.archived')
    if (meeting.status === 'held' && changesAudience(meeting, plan)) refuse('meetings.audienceFixed')
    await refuseWrongPlan(db, plan)
    await meetings.update(db, id, plan)
    await writePlan(db, id, plan)
    subject(plan.topic)
    return { id }
  },

  async writeMinutes({ db, subject }, { id, speeches, decisions }) {
    const { status, topic } = await existing(db, id)
    if (status === 'archived') refuse('meetings.archived')
    await replaceEntries(db, 'speech', id, speeches)
    await replaceDecisions(db, id, decisions)
    subject(topic)
    return { id }
  },

  async hold({ db, today, now, subject }, { id }) {
    subject(await hold(db, await existing(db, id), today, now))
    return { id }
  },

  async reopen({ db, subject }, { id }) {
    const { status, topic } = await existing(db, id)
    if (status === 'archived') refuse('meetings.archived')
    if (status !== 'held') refuse('meetings.notHeld')
    await meetings.setStatus(db, id, { status: 'planned', recordedAt: null, expectedCount: null })
    await removeReported(db, id)
    subject(topic)
    return { id }
  },

  async archive({ db, subject }, { id }) {
    const { status, topic } = await existing(db, id)
    refuseWhen(whyCannotArchive({ status, speeches: await entriesOf(db, 'speech', id), decisions: await entriesOf(db, 'decision', id) }))
    await meetings.setStatus(db, id, { status: 'archived' })
    subject(topic)
    return { id }
  },

  async unarchive({ db, subject }, { id, reason }) {
    const { status, topic } = await existing(db, id)
    if (status !== 'archived') refuse('meetings.notArchived')
    await meetings.setStatus(db, id, { status: 'held' })
    subject(`${topic}（${reason}）`)
    return { id }
  },

  async correct({ db, now, actor, subject }, { id, text }) {
    const { status, topic } = await existing(db, id)
    if (status !== 'archived') refuse('meetings.notArchived')
    await meetings.insertCorrection(db, id, { at: now, actor, text })
    subject(topic)
    return { id }
  },

  async void({ db, now, actor, subject }, { id, reason }) {
    const { status, topic, voidedReason } = await existing(db, id)
    if (voidedReason !== null) refuse('meetings.voided')
    if (status === 'planned') refuse('meetings.onlyHeldVoid')
    await meetings.insertVoiding(db, id, { reason, at: now, actor })
    subject(`${topic}（${reason}）`)
    return { id }
  },

  async unvoid({ db, subject }, { id }) {
    const { topic, voidedReason } = await existing(db, id)
    if (voidedReason === null) refuse('meetings.notVoided')
    await meetings.removeVoiding(db, id)
    subject(topic)
    return { id }
  },

  async remove({ db, subject }, { id }) {
    const { status, topic } = await existing(db, id)
    if (status !== 'planned') refuse(status === 'archived' ? 'meetings.archived' : 'meetings.alreadyHeld')
    await clearSheet(db, id)
    await clearAttachments(db, { owner: 'meeting', ownerId: id })
    await clearVotes(db, id)
    await clearParticulars(db, id)
    await detachRectification(db, id)
    await detachAppraisal(db, id)
    await removeEntries(db, id)
    await meetings.remove(db, id)
    subject(topic)
    return { id }
  },
}
