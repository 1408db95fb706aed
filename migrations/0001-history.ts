import { type Kysely, sql } from 'kysely'
import { each } from './each.ts'

/** 操作记录：一次命令一行；每一处改动带着改前改后，没有操作就写不进去。 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`create table operation (
      id         integer primary key autoincrement,
      uid        text    not null unique,
      at         text    not null,
      actor      text    not null,
      actor_post text    not null default '',
      command    text    not null,
      title      text    not null,
      subject    text    not null default '',
      undoes     integer references operation,
      undone_by  integer references operation
    ) strict`,
    sql`create table current_operation (
      id           integer primary key check (id = 1),
      operation_id integer references operation
    ) strict`,
    sql`insert into current_operation (id, operation_id) values (1, null)`,
    sql`create table change (
      id           integer primary key autoincrement,
      operation_id integer not null references operation,
      table_name   text    not null,
      row_id       integer not null,
      before       text,
      after        text,
      check (before is not null or after is not null)
    ) strict`,
    sql`create index change_by_operation on change (operation_id)`,
    sql`create index change_by_row on change (table_name, row_id)`,
    sql`create trigger change_only_grows before delete on change begin select raise(abort, 'history.onlyGrows'); end`,
    sql`create trigger change_never_altered before update on change begin select raise(abort, 'history.onlyGrows'); end`,
  ])
