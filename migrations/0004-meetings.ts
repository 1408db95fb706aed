import { type Kysely, sql } from 'kysely'
import { each } from './each.ts'

const dayCheck = (column: string) => sql.raw(`check (${column} glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')`)
const timeCheck = (column: string) => sql.raw(`check (${column} is null or ${column} glob '[0-2][0-9]:[0-5][0-9]')`)

/** 会议的一份清单：第几条、内容。 */
const listed = (table: string, columns: string) => [
  sql.raw(`create table ${table} (
      id         integer primary key autoincrement,
      uid        text    not null unique,
      meeting_id integer not null references meeting,
      ordinal    integer not null check (ordinal >= 1),
      ${columns},
      unique (meeting_id, ordinal)
    ) strict`),
]

/** 已归档的会议，谁也写不进去；触发器里的话就是拒绝的代号。 */
export const sealed = (table: string, meeting: { new: string; old: string }) =>
  (['insert', 'update', 'delete'] as const).map((event) =>
    sql.raw(`create trigger ${table}_sealed_${event} before ${event} on ${table}
      when (select status from meeting where id = ${event === 'insert' ? meeting.new : meeting.old}) = 'archived'
      begin select raise(abort, 'meetings.archived'); end`),
  )

const byMeeting = { new: 'new.meeting_id', old: 'old.meeting_id' }

/** 会议：一次活动只存一次，可以同时算作几类；筹备 → 已召开 → 已归档。 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`create table meeting (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      group_id        integer references organization,
      topic           text    not null check (topic <> ''),
      day             text    not null ${dayCheck('day')},
      starts_at       text    ${timeCheck('starts_at')},
      ends_at         text    ${timeCheck('ends_at')},
      place           text    not null,
      host            text    not null,
      recorder        text    not null,
      status          text    not null default 'planned' check (status in ('planned', 'held', 'archived')),
      recorded_at     text,
      expected_count  integer check (expected_count >= 0),
      check (ends_at is null or starts_at is null or ends_at >= starts_at),
      check ((status = 'planned') = (recorded_at is null)),
      check ((status = 'planned') = (expected_count is null))
    ) strict`,
    sql`create index meeting_by_organization on meeting (organization_id, day)`,
    sql`create table own_kind (
      id       integer primary key autoincrement,
      uid      text    not null unique,
      name     text    not null unique check (name <> ''),
      audience text    not null check (audience in ('members', 'committee', 'group', 'chosen')),
      period   text    not null check (period in ('month', 'quarter', 'year', 'none')),
      times    integer not null check (times >= 0)
    ) strict`,
    ...listed('meeting_kind', 'code text not null'),
    sql`create unique index meeting_kind_once on meeting_kind (meeting_id, code)`,
    ...listed('agenda_item', 'text text not null'),
    ...listed('speech', `agenda_no integer, speaker text not null, text text not null`),
    ...listed('decision', `text text not null, responsible text not null, due text`),
    ...listed('correction', `at text not null, actor text not null, text text not null check (text <> '')`),
    sql`create trigger meeting_sealed_update before update on meeting when old.status = 'archived' and new.status = 'archived'
      begin select raise(abort, 'meetings.archived'); end`,
    sql`create trigger meeting_sealed_delete before delete on meeting when old.status = 'archived'
      begin select raise(abort, 'meetings.archived'); end`,
    ...['meeting_kind', 'agenda_item', 'speech', 'decision'].flatMap((table) => sealed(table, byMeeting)),
  ])
