import { sql } from 'kysely'
import type { VoteDraft, VoteRow } from '../../shared/votes/contract.ts'
import type { Verdict } from '../../shared/votes/rules.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { withParts } from '../organizations/repository.ts'

const votes = (db: Reader) => db.selectFrom('vote').selectAll()
type StoredVote = Awaited<ReturnType<ReturnType<typeof votes>['execute']>>[number]

const candidatesOf = (db: Reader, voteIds: readonly number[]) =>
  voteIds.length === 0
    ? Promise.resolve([])
    : db.selectFrom('voteCandidate').selectAll().where('voteId', 'in', voteIds).orderBy('voteId').orderBy('ordinal').execute()

const flag = (value: number | null) => (value === null ? null : value === 1)

const rowOf = (vote: StoredVote, candidates: Awaited<ReturnType<typeof candidatesOf>>): VoteRow => {
  const mine = candidates.filter(({ voteId }) => voteId === vote.id)
  const { id, meetingId, ordinal, matter, person, adjusted, outcome, sentence, article, pack } = vote
  const { kind, eligible, present, inFavour, against, abstained, seats, office, issued, returned } = vote
  return {
    ...{ id, meetingId, ordinal, matter, person, adjusted, outcome, sentence, article, pack },
    tally: {
      ...{ kind, eligible, present, inFavour, against, abstained, seats, office },
      written: {
        inFavour: vote.writtenInFavour,
        against: vote.writtenAgainst,
        abstained: vote.writtenAbstained,
        beforehand: vote.writtenBeforehand === 1,
      },
      secret: vote.secret === 1,
      ballots: issued === null || returned === null ? null : { issued, returned, invalid: vote.invalid ?? 0 },
      halfCounts: flag(vote.halfCounts),
      candidates: mine.map((one) => ({ name: one.name, inFavour: one.inFavour, against: one.against, abstained: one.abstained })),
    },
    results: mine.map(({ result }) => result),
  }
}

/** 一次会议的表决，按登记的次序。 */
export const listByMeeting = async (db: Reader, meetingId: number): Promise<VoteRow[]> => {
  const found = await votes(db).where('meetingId', '=', meetingId).orderBy('ordinal').execute()
  const candidates = await candidatesOf(
    db,
    found.map(({ id }) => id),
  )
  return found.map((vote) => rowOf(vote, candidates))
}

export const find = async (db: Reader, id: number): Promise<VoteRow | undefined> => {
  const vote = await votes(db).where('id', '=', id).executeTakeFirst()
  return vote && rowOf(vote, await candidatesOf(db, [id]))
}

/** 一年里本组织（含下级）的表决，筹备中和作废的会议不算。 */
export const listByYear = (db: Reader, organizationId: number, year: number) =>
  db
    .selectFrom('vote')
    .innerJoin('meeting', 'meeting.id', 'vote.meetingId')
    .innerJoin('organization', 'organization.id', 'meeting.organizationId')
    .selectAll('vote')
    .select(['meeting.day', 'meeting.topic', 'organization.name as organizationName'])
    .where(sql<boolean>`meeting.organization_id in ${withParts(organizationId)}`)
    .where('meeting.day', '>=', `${year}-01-01`)
    .where('meeting.day', '<=', `${year}-12-31`)
    .where('meeting.status', '<>', 'planned')
    .where((eb) => eb.not(eb.exists(eb.selectFrom('meetingVoiding').select('id').whereRef('meetingVoiding.meetingId', '=', 'meeting.id'))))
    .orderBy('meeting.day')
    .orderBy('meeting.id')
    .orderBy('vote.ordinal')
    .execute()

const asNumber = (value: boolean | null) => (value === null ? null : value ? 1 : 0)

const columnsOf = ({ matter, person, adjusted, tally }: VoteDraft, verdict: Verdict, pack: string) => {
  const { kind, eligible, present, inFavour, against, abstained, written, secret, ballots, halfCounts, seats, office } = tally
  return {
    ...{ kind, matter, person, adjusted, eligible, present, inFavour, against, abstained, office, pack },
    seats: kind === 'election' ? seats : 0,
    secret: secret ? 1 : 0,
    writtenInFavour: written.inFavour,
    writtenAgainst: written.against,
    writtenAbstained: written.abstained,
    writtenBeforehand: written.beforehand ? 1 : 0,
    issued: secret && ballots ? ballots.issued : null,
    returned: secret && ballots ? ballots.returned : null,
    invalid: secret && ballots ? ballots.invalid : null,
    halfCounts: asNumber(halfCounts),
    outcome: verdict.outcome,
    sentence: verdict.sentence,
    article: verdict.article,
  }
}

const insertCandidates = async (db: Writer, voteId: number, { elected }: Verdict, { tally }: VoteDraft) => {
  const rows = elected?.results ?? tally.candidates.map((candidate) => ({ candidate, result: 'notElected' as const }))
  for (const [index, { candidate, result }] of rows.entries())
    await db
      .insertInto('voteCandidate')
      .values({ uid: newUid(), voteId, ordinal: index + 1, ...candidate, result })
      .execute()
}

/** 接在这次会议已有的表决之后。 */
export const insert = async (db: Writer, draft: VoteDraft, verdict: Verdict, pack: string): Promise<number> => {
  const last = await db
    .selectFrom('vote')
    .select((eb) => eb.fn.max('ordinal').as('n'))
    .where('meetingId', '=', draft.meetingId)
    .executeTakeFirst()
  const { id } = await db
    .insertInto('vote')
    .values({ uid: newUid(), meetingId: draft.meetingId, ordinal: Number(last?.n ?? 0) + 1, ...columnsOf(draft, verdict, pack) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertCandidates(db, id, verdict, draft)
  return id
}

const removeCandidates = (db: Writer, voteId: number) => db.deleteFrom('voteCandidate').where('voteId', '=', voteId).execute()

export const update = async (db: Writer, id: number, draft: VoteDraft, verdict: Verdict, pack: string): Promise<void> => {
  await removeCandidates(db, id)
  await db
    .updateTable('vote')
    .set(columnsOf(draft, verdict, pack))
    .where('id', '=', id)
    .execute()
  await insertCandidates(db, id, verdict, draft)
}

export const remove = async (db: Writer, id: number): Promise<void> => {
  await removeCandidates(db, id)
  await db.deleteFrom('vote').where('id', '=', id).execute()
}
