import { sql } from 'kysely'
import type { AppraisalGrade, Ballots, Entry, ShareBasis, Votes } from '../../shared/appraisal/contract.ts'
import { asidesOf } from '../../shared/members/namesakes.ts'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { withParts } from '../organizations/repository.ts'

const rounds = (db: Reader) =>
  db
    .selectFrom('appraisalRound as round')
    .innerJoin('organization', 'organization.id', 'round.organizationId')
    .select(['round.id', 'round.organizationId', 'organization.name as organizationName', 'round.year', 'round.day', 'round.basis'])
    .leftJoin('meeting', 'meeting.id', 'round.meetingId')
    .select(['round.meetingId', 'meeting.topic as meetingTopic', 'finishedOn', 'issued', 'returned', 'spoiled'])

export type StoredRound = Awaited<ReturnType<ReturnType<typeof rounds>['execute']>>[number]

export const listByYear = (db: Reader, organizationId: number, year: number) =>
  rounds(db)
    .where(sql<boolean>`round.organization_id in ${withParts(organizationId)}`)
    .where('round.year', '=', year)
    .orderBy('round.organizationId')
    .execute()

export const find = (db: Reader, id: number) => rounds(db).where('round.id', '=', id).executeTakeFirst()

export const findOfYear = (db: Reader, organizationId: number, year: number) =>
  rounds(db).where('round.organizationId', '=', organizationId).where('round.year', '=', year).executeTakeFirst()

/** 一个人历次办结的评议，按日期。 */
export const ofMember = (db: Reader, memberId: number) =>
  db
    .selectFrom('appraisalEntry as entry')
    .innerJoin('appraisalRound as round', 'round.id', 'entry.roundId')
    .innerJoin('organization', 'organization.id', 'round.organizationId')
    .select(['round.id as roundId', 'round.year', 'round.day', 'organization.name as organizationName', 'grade'])
    .where('entry.memberId', '=', memberId)
    .where('finishedOn', 'is not', null)
    .orderBy('round.day')
    .execute()

/** 一轮里的各人，按列入的次序。 */
export async function entriesOf(db: Reader, { id, organizationName }: Pick<StoredRound, 'id' | 'organizationName'>): Promise<Entry[]> {
  const rows = await db
    .selectFrom('appraisalEntry as entry')
    .innerJoin('member', 'member.id', 'entry.memberId')
    .select(['entry.memberId', 'member.name', 'member.birthDay', 'graded', 'selfGrade', 'grade', 'opinion', 'entry.note'])
    .select(['excellent', 'qualified', 'basicallyQualified', 'unqualified', 'abstained'])
    .where('roundId', '=', id)
    .orderBy('entry.id')
    .execute()
  const asides = asidesOf(rows)
  return rows.map(({ birthDay: _, graded, excellent, qualified, basicallyQualified, unqualified, abstained, ...entry }, at) => ({
    ...entry,
    aside: asides[at] ?? '',
    organizationName,
    graded: graded === 1,
    votes:
      excellent === null || qualified === null || basicallyQualified === null || unqualified === null || abstained === null
        ? null
        : { excellent, qualified, basicallyQualified, unqualified, abstained },
  }))
}

/** 参加的一个人；预备党员不评定等次。 */
export interface Participant {
  memberId: number
  graded: boolean
}
interface Course {
  day: string
  meetingId: number | null
}
const noVotes = { excellent: null, qualified: null, basicallyQualified: null, unqualified: null, abstained: null, valid: null }

export async function insert(db: Writer, start: Course & { organizationId: number; year: number }): Promise<number> {
  const none = { issued: null, returned: null, spoiled: null, finishedOn: null }
  const { id } = await db
    .insertInto('appraisalRound')
    .values({ uid: newUid(), ...start, basis: 'participants', ...none })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const updateCourse = (db: Writer, id: number, course: Course) =>
  db.updateTable('appraisalRound').set(course).where('id', '=', id).execute()

export const detach = (db: Writer, meetingId: number) =>
  db.updateTable('appraisalRound').set({ meetingId: null }).where('meetingId', '=', meetingId).execute()

export const setFinished = (db: Writer, id: number, finishedOn: string | null) =>
  db.updateTable('appraisalRound').set({ finishedOn }).where('id', '=', id).execute()

export const insertEntry = (db: Writer, roundId: number, { memberId, graded }: Participant) =>
  db
    .insertInto('appraisalEntry')
    .values({ uid: newUid(), roundId, memberId, graded: graded ? 1 : 0, selfGrade: null, ...noVotes, grade: null, opinion: '', note: '' })
    .execute()

/** 该不该评定等次变了：票数与等次清空，自评和意见留着。 */
export const regrade = (db: Writer, roundId: number, { memberId, graded }: Participant) =>
  db
    .updateTable('appraisalEntry')
    .set({ graded: graded ? 1 : 0, ...noVotes, grade: null })
    .where('roundId', '=', roundId)
    .where('memberId', '=', memberId)
    .execute()

export const removeEntry = (db: Writer, roundId: number, memberId: number) =>
  db.deleteFrom('appraisalEntry').where('roundId', '=', roundId).where('memberId', '=', memberId).execute()

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
