import { type Kysely, sql } from 'kysely'
import { sealed } from './0004-meetings.ts'
import { each } from './each.ts'

const byMeeting = { new: 'new.meeting_id', old: 'old.meeting_id' }
const fixed = (meeting: string) => sql.raw(`(select status from meeting where id = ${meeting}) <> 'planned'`)
const absent = (row: string) =>
  sql.raw(`not exists (select 1 from attendance where meeting_id = ${row}.meeting_id and member_id = ${row}.member_id
    and state in ('leave', 'absent'))`)

/**
 * 不计入应到、来宾与上级领导、补课。不计入的人没有应到的出勤（可以列席），确认召开之后不能增减；
 * 补课只补请假与缺席，不改当时的实到，归档之后也能补。
 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`create table exclusion (
      id          integer primary key autoincrement,
      uid         text    not null unique,
      meeting_id  integer not null references meeting,
      member_id   integer not null references member,
      reason      text    not null check (reason in ('cannotExpress', 'abroad', 'detained', 'bedridden', 'untransferred')),
      basis       text    not null check (basis <> ''),
      approved_by text    not null default '',
      adopted_at  text    not null default '',
      unique (meeting_id, member_id)
    ) strict`,
    sql`create index exclusion_by_member on exclusion (member_id)`,
    sql`create table guest (
      id         integer primary key autoincrement,
      uid        text    not null unique,
      meeting_id integer not null references meeting,
      ordinal    integer not null check (ordinal >= 1),
      kind       text    not null check (kind in ('guest', 'superior')),
      name       text    not null check (name <> ''),
      post       text    not null default '',
      unique (meeting_id, ordinal)
    ) strict`,
    sql`create table makeup (
      id           integer primary key autoincrement,
      uid          text    not null unique,
      meeting_id   integer not null references meeting,
      member_id    integer not null references member,
      day          text    not null check (day glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      content      text    not null check (content <> ''),
      taught_by    text    not null default '',
      confirmed_by text    not null default '',
      unique (meeting_id, member_id)
    ) strict`,
    sql`create index makeup_by_member on makeup (member_id)`,
    ...['exclusion', 'guest'].flatMap((table) => sealed(table, byMeeting)),
    sql`create trigger exclusion_balances_insert before insert on exclusion when ${fixed('new.meeting_id')}
      begin select raise(abort, 'attendance.doesNotBalance'); end`,
    sql`create trigger exclusion_balances_delete before delete on exclusion when ${fixed('old.meeting_id')}
      begin select raise(abort, 'attendance.doesNotBalance'); end`,
    sql`create trigger exclusion_balances_update before update on exclusion
      when (old.meeting_id <> new.meeting_id or old.member_id <> new.member_id) and ${fixed('old.meeting_id')}
      begin select raise(abort, 'attendance.doesNotBalance'); end`,
    sql`create trigger exclusion_unmarked before insert on exclusion
      when exists (select 1 from attendance where meeting_id = new.meeting_id and member_id = new.member_id and state <> 'observer')
      begin select raise(abort, 'attendance.excluded'); end`,
    ...['insert', 'update'].map(
      (event) => sql`create trigger ${sql.raw(`attendance_excluded_${event} before ${event}`)} on attendance
      when new.state <> 'observer' and exists (select 1 from exclusion where meeting_id = new.meeting_id and member_id = new.member_id)
      begin select raise(abort, 'attendance.excluded'); end`,
    ),
    ...['insert', 'update'].map(
      (event) => sql`create trigger ${sql.raw(`makeup_of_absence_${event} before ${event}`)} on makeup
      when (select status from meeting where id = new.meeting_id) = 'planned' or ${absent('new')}
      begin select raise(abort, 'attendance.nothingToMakeUp'); end`,
    ),
    sql`create trigger attendance_made_up_update before update on attendance
      when new.state not in ('leave', 'absent')
        and exists (select 1 from makeup where meeting_id = old.meeting_id and member_id = old.member_id)
      begin select raise(abort, 'attendance.madeUp'); end`,
    sql`create trigger attendance_made_up_delete before delete on attendance
      when exists (select 1 from makeup where meeting_id = old.meeting_id and member_id = old.member_id)
      begin select raise(abort, 'attendance.madeUp'); end`,
    sql`create trigger meeting_made_up before update of status on meeting
      when new.status = 'planned' and exists (select 1 from makeup where meeting_id = new.id)
      begin select raise(abort, 'attendance.hasMakeups'); end`,
  ])
