import { type Kysely, sql } from 'kysely'
import { each } from './each.ts'

const dayCheck = (column: string) => sql.raw(`check (${column} glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')`)

/** 作废了的会议留着看，谁也写不进去；触发器里的话就是拒绝的代号。 */
export const frozen = (table: string, meeting: (row: 'new' | 'old') => string) =>
  (['insert', 'update', 'delete'] as const).map((event) =>
    sql.raw(`create trigger ${table}_voided_${event} before ${event} on ${table}
      when exists (select 1 from meeting_voiding where meeting_id = ${meeting(event === 'insert' ? 'new' : 'old')})
      begin select raise(abort, 'meetings.voided'); end`),
  )

/** 作废另立一行，会议自己的记录不动；议定事项办结另立一行，归档的会议照旧封存。 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`create table meeting_voiding (
      id         integer primary key autoincrement,
      uid        text    not null unique,
      meeting_id integer not null unique references meeting,
      reason     text    not null check (reason <> ''),
      at         text    not null,
      actor      text    not null
    ) strict`,
    sql`create trigger meeting_voiding_held before insert on meeting_voiding
      when (select status from meeting where id = new.meeting_id) = 'planned'
      begin select raise(abort, 'meetings.onlyHeldVoid'); end`,
    ...frozen('meeting', (row) => `${row}.id`).slice(1),
    ...['meeting_kind', 'agenda_item', 'speech', 'decision', 'attendance', 'exclusion', 'guest', 'vote'].flatMap((table) =>
      frozen(table, (row) => `${row}.meeting_id`),
    ),
    ...frozen('vote_candidate', (row) => `(select meeting_id from vote where id = ${row}.vote_id)`),
    sql`create table decision_completion (
      id          integer primary key autoincrement,
      uid         text    not null unique,
      decision_id integer not null unique references decision,
      done_on     text    not null ${dayCheck('done_on')},
      note        text    not null default ''
    ) strict`,
  ])
