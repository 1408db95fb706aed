import { type Kysely, sql } from 'kysely'
import { sealed } from './0004-meetings.ts'
import { frozen } from './0015-voiding-and-completion.ts'
import { each } from './each.ts'

const counted = sql.raw(`coalesce(
  (select expected from reported_headcount where meeting_id = new.id),
  (select count(*) from attendance where meeting_id = new.id and state <> 'observer'))`)
const reported = sql.raw(`exists (select 1 from reported_headcount where meeting_id = new.meeting_id)`)
const named = sql.raw(`exists (select 1 from attendance where meeting_id = new.meeting_id and state <> 'observer')`)
const fixed = (row: 'new' | 'old') => sql.raw(`(select status from meeting where id = ${row}.meeting_id) <> 'planned'`)
const refused = sql.raw(`begin select raise(abort, 'attendance.doesNotBalance'); end`)

/**
 * 软件之前开的会，手头只有人数、没有逐人的名单：人数照原台账记在这里，仍然 应到 = 实到 + 请假 + 缺席。
 * 一次会或者有逐人的出勤（列席除外），或者有这一行，不会都有；确认召开之后不能增减，要补名单先退回筹备。
 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`create table reported_headcount (
      id         integer primary key autoincrement,
      uid        text    not null unique,
      meeting_id integer not null unique references meeting,
      expected   integer not null check (expected >= 0),
      present    integer not null check (present >= 0),
      on_leave   integer not null check (on_leave >= 0),
      absent     integer not null check (absent >= 0),
      observers  integer not null default 0 check (observers >= 0),
      check (expected = present + on_leave + absent)
    ) strict`,
    ...sealed('reported_headcount', { new: 'new.meeting_id', old: 'old.meeting_id' }),
    ...frozen('reported_headcount', (row) => `${row}.meeting_id`),
    sql`drop trigger meeting_balances`,
    sql`drop trigger meeting_starts_planned`,
    sql`create trigger meeting_balances before update of status, expected_count on meeting
      when new.status <> 'planned' and new.expected_count <> ${counted} ${refused}`,
    sql`create trigger meeting_starts_planned before insert on meeting
      when new.status <> 'planned' and new.expected_count <> ${counted} ${refused}`,
    sql`create trigger attendance_or_reported before insert on attendance when new.state <> 'observer' and ${reported} ${refused}`,
    sql`create trigger reported_or_attendance before insert on reported_headcount when ${named} ${refused}`,
    sql`create trigger reported_balances_insert before insert on reported_headcount when ${fixed('new')} ${refused}`,
    sql`create trigger reported_balances_delete before delete on reported_headcount when ${fixed('old')} ${refused}`,
    sql`create trigger reported_balances_update before update on reported_headcount
      when (old.meeting_id <> new.meeting_id or old.expected <> new.expected) and ${fixed('old')} ${refused}`,
  ])
