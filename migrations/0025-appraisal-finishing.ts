import { type Kysely, sql } from 'kysely'
import { each } from './each.ts'

const finishedOf = (row: 'new' | 'old') => `(select finished_on from appraisal_round where id = ${row}.round_id) is not null`
const say = (code: string) => `begin select raise(abort, '${code}'); end`
/** 合并党员时，人可以换成留下的那一份；其余都封着。 */
const facts = 'round_id, graded, self_grade, excellent, qualified, basically_qualified, unqualified, abstained, valid, grade, opinion, note'

/** 民主评议在哪次会上开的、哪天办结；办结之后封着，人人定了等次、票数录齐才办得结，不论谁写。 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`alter table appraisal_round add column meeting_id integer references meeting`,
    sql`alter table appraisal_round add column finished_on text
      check (finished_on is null or finished_on glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')`,
    sql`create index appraisal_round_by_meeting on appraisal_round (meeting_id)`,
    sql.raw(`create trigger appraisal_round_finished_update before update on appraisal_round
      when old.finished_on is not null and new.finished_on is not null ${say('appraisal.finished')}`),
    sql.raw(`create trigger appraisal_round_finished_delete before delete on appraisal_round
      when old.finished_on is not null ${say('appraisal.finished')}`),
    sql.raw(`create trigger appraisal_round_whole before update of finished_on on appraisal_round
      when old.finished_on is null and new.finished_on is not null and exists (
        select 1 from appraisal_entry where round_id = new.id and graded = 1
          and (grade is null or (new.issued is not null and excellent is null)))
      ${say('appraisal.notWhole')}`),
    sql.raw(`create trigger appraisal_entry_finished_insert before insert on appraisal_entry
      when ${finishedOf('new')} ${say('appraisal.finished')}`),
    sql.raw(`create trigger appraisal_entry_finished_update before update of ${facts} on appraisal_entry
      when ${finishedOf('old')} ${say('appraisal.finished')}`),
    sql.raw(`create trigger appraisal_entry_finished_delete before delete on appraisal_entry
      when ${finishedOf('old')} ${say('appraisal.finished')}`),
  ])
