import { sql } from 'kysely'
import type { AppraisalGrade, Ballots, Entry, ShareBasis, Votes } from '../../shared/appraisal/contract.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { withParts } from '../organizations/repository.ts'

const rounds = (db: Reader) =>
  db
    .selectFrom('appraisalRound as round')
    .innerJoin('organization', 'organization.id', 'round.organizationId')
    .select(['round.id', 'round.organizationId', 'organization.name as organizationName', 'year', 'day', 'basis'])
    .select(['issued', 'returned', 'spoiled'])

export type StoredRound = Awaited<ReturnType<ReturnType<typeof rounds>['execute']>>[number]

export const listByYear = (db: Reader, organizationId: number, year: number) =>
  rounds(db)
    .where(sql<boolean>`round.organization_id in ${withParts(organizationId)}`)
    .where('year', '=', year)
    .orderBy('round.organizationId')
    .execute()

export const find = (db: Reader, id: number) => rounds(db).where('round.id', '=', id).executeTakeFirst()

export const findOfYear = (db: Reader, organizationId: number, year: number) =>
  rounds(db).where('round.organizationId', '=', organizationId).where('year', '=', year).executeTakeFirst()

/** 一轮里的各人，按列入的次序。 */
export async function entriesOf(db: Reader, { id, organizationName }: Pick<StoredRound, 'id' | 'organizationName'>): Promise<Entry[]> {
  const rows = await db
    .selectFrom('appraisalEntry as entry')
    .innerJoin('member', 'member.id', 'entry.memberId')
    .select(['entry.memberId', 'member.name', 'graded', 'selfGrade', 'grade', 'opinion', 'entry.note'])
    .select(['excellent', 'qualified', 'basicallyQualified', 'unqualified', 'abstained'])
    .where('roundId', '=', id)
    .orderBy('entry.id')
    .execute()
  return rows.map(({ graded, excellent, qualified, basicallyQualified, unqualified, abstained, ...entry }) => ({
    ...entry,
    organizationName,
    graded: graded === 1,
    votes:
      excellent === null || qualified === null || basicallyQualified === null || unqualified === null || abstained === null
        ? null
        : { excellent, qualified, basicallyQualified, unqualified, abstained },
  }))
}

interface Start {
  organizationId: number
  year: number
  day: string
  people: readonly { memberId: number; graded: boolean }[]
}

export async function insert(db: Writer, { organizationId, year, day, people }: Start): Promise<number> {
  const none = { issued: null, returned: null, spoiled: null }
  const { id } = await db
    .insertInto('appraisalRound')
    .values({ uid: newUid(), organizationId, year, day, basis: 'participants', ...none })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const { memberId, graded } of people)
    await db
      .insertInto('appraisalEntry')
      .values({
        uid: newUid(),
        roundId: id,
        memberId,
        graded: graded ? 1 : 0,
        selfGrade: null,
        ...noVotes,
        grade: null,
        opinion: '',
        note: '',
      })
      .execute()
  return id
}

const noVotes = { excellent: null, qualified: null, basicallyQualified: null, unqualified: null, abstained: null, valid: null }

interface EntryChanges {
  selfGrade?: AppraisalGrade | null
  grade?: AppraisalGrade | null
  opinion?: string
  note?: string
}

export const setBasis = (db: Writer, id: number, basis: ShareBasis) =>
  db.updateTable('appraisalRound').set({ basis }).where('id', '=', id).execute()

export const updateEntry = (db: Writer, roundId: number, memberId: number, changes: EntryChanges & Partial<Votes & { valid: number }>) =>
  db.updateTable('appraisalEntry').set(changes).where('roundId', '=', roundId).where('memberId', '=', memberId).execute()

/** 换上这一轮的票数；valid 是有效票，每一行的票数合计与它相等。 */
export async function replaceVotes(
  db: Writer,
  id: number,
  ballots: Ballots,
  tallies: readonly { memberId: number; votes: Votes & { valid: number } }[],
) {
  await db.updateTable('appraisalRound').set(ballots).where('id', '=', id).execute()
  for (const { memberId, votes } of tallies) await updateEntry(db, id, memberId, votes)
}

export async function remove(db: Writer, id: number): Promise<void> {
  await db.deleteFrom('appraisalEntry').where('roundId', '=', id).execute()
  await db.deleteFrom('appraisalRound').where('id', '=', id).execute()
}
