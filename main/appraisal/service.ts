import type { Entry, Round, SummaryRow } from '../../shared/appraisal/contract.ts'
import {
  excellentMost,
  excellentRate,
  gradedOf,
  shareTotal,
  sumOf,
  validBallots,
  whyCannotFinish,
  whyCannotTally,
} from '../../shared/appraisal/rules.ts'
import { gradeWords, UNGRADED } from '../../shared/appraisal/words.ts'
import { refuse, refuseWhen } from '../core/refuse.ts'
import type { Reader, Service, Writer } from '../core/services.ts'
import * as meetings from '../meetings/repository.ts'
import * as members from '../members/repository.ts'
import { standingOrganization } from '../organizations/service.ts'
import { appraisalStandards, pack } from '../rules/packs.ts'
import * as appraisal from './repository.ts'

const existing = async (db: Reader, id: number) => (await appraisal.find(db, id)) ?? refuse('appraisal.notFound')

/** 那天党籍正常的党员。 */
const normalOn = async (db: Reader, organizationId: number, day: string) =>
  (await members.list(db, { organizationId, day })).filter(({ standing }) => standing === 'normal')

async function shown(db: Reader, stored: appraisal.StoredRound): Promise<{ round: Round; entries: Entry[] }> {
  const { issued, returned, spoiled, meetingTopic, ...round } = stored
  const entries = await appraisal.entriesOf(db, stored)
  const people = { participants: entries.length, everyone: (await normalOn(db, round.organizationId, round.day)).length }
  const total = shareTotal({ basis: round.basis, ...people })
  const graded = gradedOf(entries)
  return {
    entries,
    round: {
      ...round,
      ...people,
      meetingTopic: meetingTopic ?? '',
      ballots: issued === null || returned === null || spoiled === null ? null : { issued, returned, spoiled },
      graded: graded.length,
      excellent: graded.filter(({ grade }) => grade === 'excellent').length,
      excellentMost: excellentMost(total, appraisalStandards().excellentOneIn),
      ungraded: graded.filter(({ grade }) => grade === null).length,
      untallied: graded.filter(({ votes }) => votes === null).length,
    },
  }
}

const summaryOf = ({ name, organizationName, graded, selfGrade, votes, grade, opinion, note }: Entry): SummaryRow => ({
  organizationName,
  name,
  selfGrade,
  excellent: votes?.excellent ?? null,
  qualified: votes?.qualified ?? null,
  basicallyQualified: votes?.basicallyQualified ?? null,
  unqualified: votes?.unqualified ?? null,
  abstained: votes?.abstained ?? null,
  valid: votes ? sumOf(votes) : null,
  excellentRate: votes ? excellentRate(votes) : null,
  result: graded ? (grade ? gradeWords[grade] : '') : UNGRADED,
  opinion,
  signature: '',
  note,
})

const labelOf = ({ organizationName, year }: Pick<Round, 'organizationName' | 'year'>) => `${organizationName} ${year} 年`

/** 还能写的一轮：没有办结。 */
async function writable(db: Reader, id: number) {
  const round = await existing(db, id)
  if (round.finishedOn !== null) refuse('appraisal.finished')
  return round
}

/** 那次会议是这个支部的，没有作废。 */
async function refuseWrongMeeting(db: Reader, organizationId: number, meetingId: number | null): Promise<void> {
  const meeting = meetingId === null ? undefined : ((await meetings.find(db, meetingId)) ?? refuse('meetings.notFound'))
  if (meeting && (meeting.organizationId !== organizationId || meeting.voidedReason !== null)) refuse('appraisal.meetingElsewhere')
}

/** 参加的人：那天都是这个支部党籍正常的党员，正式党员才评定等次。 */
async function participantsOf(db: Reader, organizationId: number, day: string, memberIds: readonly number[]) {
  const normal = new Map((await normalOn(db, organizationId, day)).map((row) => [row.id, row]))
  const people: appraisal.Participant[] = []
  for (const memberId of new Set(memberIds)) {
    const stranger = normal.has(memberId) ? undefined : ((await members.find(db, memberId)) ?? refuse('members.notFound'))
    if (stranger) refuse('appraisal.notInBranch', { name: stranger.name })
    people.push({ memberId, graded: normal.get(memberId)?.category === 'formal' })
  }
  return people
}

/** 换成这些人：不在内的去掉，新来的添上，转正前后该不该评定等次的改过来。 */
async function replacePeople(db: Writer, id: number, entries: readonly Entry[], people: readonly appraisal.Participant[]) {
  const standing = new Map(entries.map((entry) => [entry.memberId, entry.graded]))
  const wanted = new Set(people.map(({ memberId }) => memberId))
  for (const { memberId } of entries) if (!wanted.has(memberId)) await appraisal.removeEntry(db, id, memberId)
  for (const person of people) {
    const graded = standing.get(person.memberId)
    if (graded === undefined) await appraisal.insertEntry(db, id, person)
    else if (graded !== person.graded) await appraisal.regrade(db, id, person)
  }
}

/** 这一轮名单里的人；有不在名单里的就拒绝。 */
async function namesIn(db: Reader, id: number, memberIds: readonly number[]) {
  const round = await writable(db, id)
  const entries = await appraisal.entriesOf(db, round)
  if (memberIds.some((memberId) => !entries.some((entry) => entry.memberId === memberId))) refuse('appraisal.notEntered')
  return { entries, label: labelOf(round) }
}

export const appraisalService: Service<'appraisal'> = {
  standards: () => {
    const { remindMonth, excellentOneIn, situations } = pack('appraisal').parameters
    const articles = { remindArticle: remindMonth.article, article: excellentOneIn.article, situationsArticle: situations.article }
    return { ...appraisalStandards(), remindMonth: remindMonth.value, ...articles }
  },

  rounds: async ({ db }, { organizationId, year }) => {
    const stored = await appraisal.listByYear(db, organizationId, year)
    return Promise.all(stored.map(async (one) => (await shown(db, one)).round))
  },

  ofMember: ({ db }, { memberId }) => appraisal.ofMember(db, memberId),

  page: async ({ db }, { id }) => shown(db, await existing(db, id)),

  async summary({ db }, { organizationId, year }) {
    const stored = await appraisal.listByYear(db, organizationId, year)
    return (await Promise.all(stored.map((round) => appraisal.entriesOf(db, round)))).flat().map(summaryOf)
  },

  async start({ db, subject }, { organizationId, year, day, meetingId, memberIds }) {
    const { name } = await standingOrganization(db, organizationId)
    if (await appraisal.findOfYear(db, organizationId, year)) refuse('appraisal.alreadyStarted', { year })
    await refuseWrongMeeting(db, organizationId, meetingId)
    const people = await participantsOf(db, organizationId, day, memberIds)
    subject(`${name} ${year} 年 ${people.length} 人`)
    const id = await appraisal.insert(db, { organizationId, year, day, meetingId })
    await replacePeople(db, id, [], people)
    return { id }
  },

  async amend({ db, subject }, { id, day, meetingId, memberIds }) {
    const round = await writable(db, id)
    await refuseWrongMeeting(db, round.organizationId, meetingId)
    const people = await participantsOf(db, round.organizationId, day, memberIds)
    subject(`${labelOf(round)} ${people.length} 人`)
    await appraisal.updateCourse(db, id, { day, meetingId })
    await replacePeople(db, id, await appraisal.entriesOf(db, round), people)
    return { id }
  },

  async chooseBasis({ db, subject }, { id, basis }) {
    subject((await namesIn(db, id, [])).label)
    await appraisal.setBasis(db, id, basis)
    return { id }
  },

  async rateSelf({ db, subject }, { id, ratings }) {
    const { entries, label } = await namesIn(
      db,
      id,
      ratings.map(({ memberId }) => memberId),
    )
    const standing = new Map(entries.map((entry) => [entry.memberId, entry.selfGrade]))
    for (const { memberId, grade } of ratings)
      if (standing.get(memberId) !== grade) await appraisal.updateEntry(db, id, memberId, { selfGrade: grade })
    subject(label)
    return { id }
  },

  async tally({ db, subject }, { id, ballots, tallies }) {
    const given = new Map(tallies.map(({ memberId, votes }) => [memberId, votes]))
    const { entries, label } = await namesIn(db, id, [...given.keys()])
    const stray = entries.find(({ graded, memberId }) => !graded && given.has(memberId))
    if (stray) refuse('appraisal.noGrade', { name: stray.name })
    const lines = gradedOf(entries).map(({ memberId, name }) => ({ memberId, name, votes: given.get(memberId) ?? null }))
    refuseWhen(whyCannotTally(ballots, lines))
    await appraisal.replaceVotes(
      db,
      id,
      ballots,
      [...given].map(([memberId, votes]) => ({ memberId, votes: { ...votes, valid: validBallots(ballots) } })),
    )
    subject(`${label} 收回 ${ballots.returned} 张`)
    return { id }
  },

  async decide({ db, subject }, { id, decisions }) {
    const { entries, label } = await namesIn(
      db,
      id,
      decisions.map(({ memberId }) => memberId),
    )
    const known = new Map(entries.map((entry) => [entry.memberId, entry]))
    for (const { memberId, ...decision } of decisions) {
      const entry = known.get(memberId)
      if (entry && !entry.graded && decision.grade !== null) refuse('appraisal.noGrade', { name: entry.name })
      if (entry && (entry.grade !== decision.grade || entry.opinion !== decision.opinion || entry.note !== decision.note))
        await appraisal.updateEntry(db, id, memberId, decision)
    }
    subject(label)
    return { id }
  },

  async finish({ db, today, subject }, { id, day }) {
    const { round } = await shown(db, await existing(db, id))
    refuseWhen(whyCannotFinish(round, day, today))
    subject(`${labelOf(round)} ${day}`)
    await appraisal.setFinished(db, id, day)
    return { id }
  },

  async reopen({ db, subject }, { id, reason }) {
    const round = await existing(db, id)
    if (round.finishedOn === null) refuse('appraisal.notFinished')
    subject(`${labelOf(round)}（${reason}）`)
    await appraisal.setFinished(db, id, null)
    return { id }
  },

  async remove({ db, subject }, { id, reason }) {
    subject(`${(await namesIn(db, id, [])).label}（${reason}）`)
    await appraisal.remove(db, id)
    return { id }
  },
}
