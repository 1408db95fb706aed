import { type Kysely, sql } from 'kysely'
import { sealed } from './0004-meetings.ts'
import { each } from './each.ts'

/**
 * 出勤：每次会议每人一行，必有一个状态；未登记就没有行。
 * 确认召开之后 应到 = 实到 + 请假 + 缺席 由触发器守住。
 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`create table attendance (
      id         integer primary key autoincrement,
      uid        text    not null unique,
      meeting_id integer not null references meeting,
      member_id  integer not null references member,
      state      text    not null check (state in ('present', 'late', 'online', 'leave', 'absent', 'observer')),
      reason     text    not null default '',
      unique (meeting_id, member_id)
    ) strict`,
    sql`create index attendance_by_state on attendance (meeting_id, state)`,
    sql`create index attendance_by_member on attendance (member_id)`,
    ...sealed('attendance', { new: 'new.meeting_id', old: 'old.meeting_id' }),
    sql`create trigger meeting_balances before update of status, expected_count on meeting
      when new.status <> 'planned'
        and new.expected_count <> (select count(*) from attendance where meeting_id = new.id and state <> 'observer')
      begin select raise(abort, 'attendance.doesNotBalance'); end`,
    sql`create trigger meeting_starts_planned before insert on meeting
      when new.status <> 'planned' and new.expected_count <> (select count(*) from attendance where meeting_id = new.id and state <> 'observer')
      begin select raise(abort, 'attendance.doesNotBalance'); end`,
    sql`create trigger attendance_balances_insert before insert on attendance
      when new.state <> 'observer' and (select status from meeting where id = new.meeting_id) <> 'planned'
      begin select raise(abort, 'attendance.doesNotBalance'); end`,
    sql`create trigger attendance_balances_delete before delete on attendance
      when old.state <> 'observer' and (select status from meeting where id = old.meeting_id) <> 'planned'
      begin select raise(abort, 'attendance.doesNotBalance'); end`,
    sql`create trigger attendance_balances_update before update on attendance
      when ((old.state = 'observer') <> (new.state = 'observer') or old.meeting_id <> new.meeting_id)
        and (select status from meeting where id = old.meeting_id) <> 'planned'
      begin select raise(abort, 'attendance.doesNotBalance'); end`,
  ])
