import { type Kysely, sql } from 'kysely'
import { dayOrMonthCheck, each } from './each.ts'

/** 奖惩；困难、行动不便、失联，各是一段有起止的情况。 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`create table award (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      member_id       integer not null references member,
      kind            text    not null check (kind in ('reward', 'penalty')),
      name            text    not null check (name <> ''),
      penalty         text    check (penalty in ('warning', 'seriousWarning', 'postRemoval', 'onProbation', 'expulsion')),
      level           text    not null default '',
      authority       text    not null default '',
      day             text    not null ${sql.raw(dayOrMonthCheck('day'))},
      document_number text    not null default '',
      from_day        text    ${sql.raw(dayOrMonthCheck('from_day'))},
      until_day       text    ${sql.raw(dayOrMonthCheck('until_day'))},
      check ((kind = 'penalty') = (penalty is not null)),
      check (penalty is not 'onProbation' or (from_day is not null and until_day > from_day))
    ) strict`,
    sql`create index award_by_member on award (member_id)`,
    sql`create table circumstance (
      id        integer primary key autoincrement,
      uid       text    not null unique,
      member_id integer not null references member,
      kind      text    not null check (kind in ('hardship', 'limitedMobility', 'outOfContact')),
      from_day  text    ${sql.raw(dayOrMonthCheck('from_day'))},
      until_day text    ${sql.raw(dayOrMonthCheck('until_day'))},
      reason    text    not null default '',
      approval  text    not null default '',
      cause     text    check (cause in ('workAway', 'unitGone', 'graduated', 'jobChanged', 'abroad', 'homeMoved', 'other')),
      search    text    not null default '',
      opinion   text    not null default ''
    ) strict`,
    sql`create index circumstance_by_member on circumstance (member_id)`,
  ])
