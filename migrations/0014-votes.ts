import { type Kysely, sql } from 'kysely'
import { sealed } from './0004-meetings.ts'
import { each } from './each.ts'

const count = (column: string) => sql.raw(`${column} integer not null default 0 check (${column} >= 0)`)

/** 表决：一次会议里一件事一行，数字、结论与所依的规则包当时定下；选举另有候选人各人的票。随会议归档一起封存。 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`create table vote (
      id                integer primary key autoincrement,
      uid               text    not null unique,
      meeting_id        integer not null references meeting,
      ordinal           integer not null check (ordinal >= 1),
      kind              text    not null check (kind in ('general', 'admission', 'conversion', 'extension', 'disqualification', 'committee', 'election')),
      matter            text    not null check (matter <> ''),
      person            text    not null default '',
      secret            integer not null check (secret in (0, 1)),
      eligible          integer not null check (eligible > 0),
      present           integer not null check (present between 0 and eligible),
      ${count('in_favour')},
      ${count('against')},
      ${count('abstained')},
      ${count('written_in_favour')},
      ${count('written_against')},
      ${count('written_abstained')},
      written_beforehand integer not null default 0 check (written_beforehand in (0, 1)),
      issued            integer check (issued between 0 and present),
      returned          integer check (returned >= 0),
      invalid           integer check (invalid between 0 and returned),
      half_counts       integer check (half_counts in (0, 1)),
      seats             integer not null default 0 check (seats >= 0),
      office            text    not null default 'members' check (office in ('members', 'secretary')),
      adjusted          text    not null default '',
      outcome           text    not null check (outcome in ('passed', 'rejected', 'exactlyHalf', 'noQuorum', 'invalid', 'elected', 'moreRounds')),
      sentence          text    not null check (sentence <> ''),
      article           text    not null check (article <> ''),
      pack              text    not null check (pack <> ''),
      check (written_in_favour + written_against + written_abstained <= eligible - present),
      check ((kind = 'election') = (seats > 0)),
      unique (meeting_id, ordinal)
    ) strict`,
    sql`create table vote_candidate (
      id         integer primary key autoincrement,
      uid        text    not null unique,
      vote_id    integer not null references vote,
      ordinal    integer not null check (ordinal >= 1),
      name       text    not null check (name <> ''),
      ${count('in_favour')},
      ${count('against')},
      ${count('abstained')},
      result     text    not null check (result in ('elected', 'tied', 'notElected')),
      unique (vote_id, ordinal)
    ) strict`,
    ...sealed('vote', { new: 'new.meeting_id', old: 'old.meeting_id' }),
    ...sealed('vote_candidate', {
      new: '(select meeting_id from vote where id = new.vote_id)',
      old: '(select meeting_id from vote where id = old.vote_id)',
    }),
  ])
