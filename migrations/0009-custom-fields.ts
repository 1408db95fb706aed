import { type Kysely, sql } from 'kysely'
import { each } from './each.ts'

/** 自设字段：支部给名册自己添的项，与每名党员填的值。 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`create table custom_field (
      id      integer primary key autoincrement,
      uid     text    not null unique,
      name    text    not null unique check (name <> ''),
      kind    text    not null check (kind in ('text', 'number', 'day', 'yesNo', 'choice')),
      options text    not null default '',
      privacy text    not null check (privacy in ('open', 'private')),
      ordinal integer not null
    ) strict`,
    sql`create table custom_value (
      id        integer primary key autoincrement,
      uid       text    not null unique,
      field_id  integer not null references custom_field,
      member_id integer not null references member,
      value     text    not null check (value <> '')
    ) strict`,
    sql`create unique index custom_value_by_member on custom_value (member_id, field_id)`,
    sql`create index custom_value_by_field on custom_value (field_id)`,
  ])
