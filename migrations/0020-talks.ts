import { type Kysely, sql } from 'kysely'
import { each } from './each.ts'

/** 谈心谈话：谈话人在名册上的记人，不在的（上级领导）记姓名。 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`create table talk (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      talker_id       integer references member,
      talker          text    not null,
      talked_id       integer not null references member,
      kind            text    not null check (kind in ('withinCommittee', 'committeeWithMember', 'betweenMembers', 'otherTalk')),
      day             text    not null check (day glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      summary         text    not null,
      agreed          text    not null,
      follow_up       text    not null check (follow_up in ('notNeeded', 'following', 'settled')),
      check ((talker_id is null) = (talker <> ''))
    ) strict`,
    ...['insert', 'update'].map((event) =>
      sql.raw(`create trigger talk_of_two_${event} before ${event} on talk when new.talker_id = new.talked_id
        begin select raise(abort, 'talks.sameTwo'); end`),
    ),
    sql`create index talk_by_organization on talk (organization_id, day)`,
    sql`create index talk_by_talker on talk (talker_id)`,
    sql`create index talk_by_talked on talk (talked_id)`,
  ])
