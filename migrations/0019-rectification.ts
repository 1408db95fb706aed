import { type Kysely, sql } from 'kysely'
import { each } from './each.ts'

const dayCheck = (column: string) => sql.raw(`check (${column} is null or ${column} glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')`)

/** 整改：不随提出它的会议封存，做完为止。 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`create table rectification_item (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      meeting_id      integer references meeting,
      raised_on       text    not null ${dayCheck('raised_on')},
      problem         text    not null check (problem <> ''),
      measure         text    not null,
      responsible     text    not null,
      due             text    ${dayCheck('due')},
      outcome         text    not null,
      done_on         text    ${dayCheck('done_on')},
      check (done_on is null or done_on >= raised_on)
    ) strict`,
    sql`create index rectification_by_organization on rectification_item (organization_id, raised_on)`,
    sql`create index rectification_by_meeting on rectification_item (meeting_id)`,
  ])
