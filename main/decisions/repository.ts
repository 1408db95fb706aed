import { sql } from 'kysely'
import type { Reader, Writer } from '../core/services.ts'
import { newUid } from '../core/uid.ts'
import { withParts } from '../organizations/repository.ts'

const rows = (db: Reader) =>
  db
    .selectFrom('decision')
    .innerJoin('meeting', 'meeting.id', 'decision.meetingId')
    .innerJoin('organization', 'organization.id', 'meeting.organizationId')
    .leftJoin('decisionCompletion as done', 'done.decisionId', 'decision.id')
    .select([
      'decision.id',
      'decision.meetingId',
      'meeting.organizationId',
      'organization.name as organizationName',
      'meeting.day',
      'meeting.topic',
      'meeting.status',
      'decision.text',
      'decision.responsible',
      'decision.due',
      'done.doneOn',
      'done.note',
    ])

export const find = (db: Reader, id: number) => rows(db).where('decision.id', '=', id).executeTakeFirst()

/** 一年里要落实的，加上往年没有在年初前完成的；筹备中和作废的会议不算。 */
export const listByYear = (db: Reader, organizationId: number, year: number) =>
  rows(db)
    .where(sql<boolean>`meeting.organization_id in ${withParts(organizationId)}`)
    .where('meeting.status', '<>', 'planned')
    .where((eb) => eb.not(eb.exists(eb.selectFrom('meetingVoiding').select('id').whereRef('meetingVoiding.meetingId', '=', 'meeting.id'))))
    .where((eb) => eb.or([eb('decision.responsible', '<>', ''), eb('decision.due', 'is not', null)]))
    .where('meeting.day', '<=', `${year}-12-31`)
    .where((eb) =>
      eb.or([eb('meeting.day', '>=', `${year}-01-01`), eb('done.doneOn', 'is', null), eb('done.doneOn', '>=', `${year}-01-01`)]),
    )
    .orderBy('meeting.day')
    .orderBy('meeting.id')
    .orderBy('decision.ordinal')
    .execute()

export const insertCompletion = (db: Writer, completion: { decisionId: number; doneOn: string; note: string }) =>
  db
    .insertInto('decisionCompletion')
    .values({ uid: newUid(), ...completion })
    .execute()

export const removeCompletion = (db: Writer, decisionId: number) =>
  db.deleteFrom('decisionCompletion').where('decisionId', '=', decisionId).execute()
