import { whyCannotMakeUp } from '../../shared/attendance/rules.ts'
import { refuse, refuseWhen } from '../core/refuse.ts'
import type { Reader, Service } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import * as members from '../members/repository.ts'
import { openMeeting } from './meeting.ts'
import { absencesOf } from './year.ts'

const makeupOf = (db: Reader, { meetingId, memberId }: { meetingId: number; memberId: number }) =>
  db.selectFrom('makeup').select('id').where('meetingId', '=', meetingId).where('memberId', '=', memberId).executeTakeFirst()

type Pair = { meetingId: number; memberId: number }
const distinct = (pairs: readonly Pair[]) => [...new Map(pairs.map((pair) => [`${pair.meetingId}/${pair.memberId}`, pair])).values()]

async function subjectOf(db: Reader, pairs: readonly Pair[]): Promise<string> {
  const [only] = pairs
  return pairs.length === 1 && only ? ((await members.find(db, only.memberId))?.name ?? '') : `${pairs.length} 人次`
}

type MakeupService = Pick<Service<'attendance'>, 'absences' | 'makeUp' | 'dropMakeups'>

/** 补课：补上一次请假或缺席，不改当时的实到，归档之后也能登记。 */
export const makeupService: MakeupService = {
  absences: ({ db }, scope) => absencesOf(db, scope),

  async makeUp({ db, today, subject }, { absences, ...lesson }) {
    const pairs = distinct(absences)
    for (const pair of pairs) {
      refuseWhen(whyCannotMakeUp((await openMeeting(db, pair.meetingId, { archived: true })).day, lesson.day, today))
      const standing = await makeupOf(db, pair)
      if (standing) await db.updateTable('makeup').set(lesson).where('id', '=', standing.id).execute()
      else
        await db
          .insertInto('makeup')
          .values({ uid: newUid(), ...pair, ...lesson })
          .execute()
    }
    subject(`${await subjectOf(db, pairs)} ${lesson.content}`)
    return { changed: pairs.length }
  },

  async dropMakeups({ db, subject }, { absences }) {
    const pairs = distinct(absences)
    for (const pair of pairs) {
      const { id } = (await makeupOf(db, pair)) ?? refuse('attendance.noMakeup')
      await db.deleteFrom('makeup').where('id', '=', id).execute()
    }
    subject(await subjectOf(db, pairs))
    return { changed: pairs.length }
  },
}
