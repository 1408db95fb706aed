import { type Kysely, sql } from 'kysely'
import { sealed } from './0004-meetings.ts'
import { frozen } from './0015-voiding-and-completion.ts'
import { each } from './each.ts'

/** 归档了的封存，作废了的留着看。 */
const guarded = (table: string) => [
  ...sealed(table, { new: 'new.meeting_id', old: 'old.meeting_id' }),
  ...frozen(table, (row) => `${row}.meeting_id`),
]

/** 一次会议最多一行的表。 */
const beside = (table: string, columns: string) => [
  sql.raw(`create table ${table} (
      id         integer primary key autoincrement,
      uid        text    not null unique,
      meeting_id integer not null unique references meeting,
      ${columns}
    ) strict`),
  ...guarded(table),
]

/** 一次会议的一份清单。 */
const listed = (table: string, columns: string) => [
  sql.raw(`create table ${table} (
      id         integer primary key autoincrement,
      uid        text    not null unique,
      meeting_id integer not null references meeting,
      ordinal    integer not null check (ordinal >= 1),
      ${columns},
      unique (meeting_id, ordinal)
    ) strict`),
  ...guarded(table),
]

/** 各类会议自己的几项：党课、主题党日、组织生活会。随会议归档一起封存。学时以半学时计。 */
export const up = (db: Kysely<any>) =>
  each(db, [
    ...beside(
      'lecture',
      `title text not null check (title <> ''), lecturer text not null check (lecturer <> ''), lecturer_post text not null,
      half_hours integer not null check (half_hours between 0 and 200), outline text not null, note text not null`,
    ),
    ...beside('theme_day', 'reading text not null, highlights text not null, shortcomings text not null'),
    ...listed('theme_day_part', `text text not null check (text <> '')`),
    ...beside(
      'org_life',
      `theme text not null, study text not null, talk_pairs integer not null check (talk_pairs >= 0),
      talk_times integer not null check (talk_times >= 0)`,
    ),
    ...listed('opinion_source', `source text not null check (source <> ''), count integer not null check (count >= 0)`),
    ...listed('self_examination', `speaker text not null check (speaker <> ''), text text not null check (text <> '')`),
    ...listed(
      'criticism',
      `critic text not null check (critic <> ''), criticised text not null check (criticised <> ''), text text not null check (text <> '')`,
    ),
  ])
