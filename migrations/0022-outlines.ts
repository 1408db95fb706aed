import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { each } from './each.ts'

/** 支部自己存的提纲，一类会议一份；没有存的用规则包自带的。 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`create table outline (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      kind            text    not null check (kind <> ''),
      items           text    not null check (items <> ''),
      unique (organization_id, kind)
    ) strict`,
  ])
