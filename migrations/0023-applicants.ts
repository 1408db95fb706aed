import { type Kysely, sql } from 'kysely'
import { dayOrMonthCheck, each } from './each.ts'

const dated = (column: string) => sql.raw(`${column} text ${dayOrMonthCheck(column)}`)

/** 入党申请人、积极分子、发展对象：名册之外的人；走到哪一步由日子得出，不另存。 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`create table applicant (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      name            text    not null check (name <> ''),
      pinyin          text    not null,
      initials        text    not null,
      id_number       text,
      gender          text    check (gender in ('male', 'female')),
      ethnicity       text,
      ${dated('birth_day')},
      education       text,
      employer        text,
      mobile          text,
      native_place    text,
      ${dated('applied_on')},
      ${dated('talked_on')},
      ${dated('activist_on')},
      ${dated('filed_on')},
      mentors         text,
      ${dated('candidate_on')},
      ${dated('posted_from')},
      ${dated('posted_until')},
      introducers     text,
      training        text,
      training_days   integer check (training_days >= 0),
      training_hours  integer check (training_hours >= 0),
      note            text,
      ${dated('accepted_on')},
      member_id       integer references member,
      ${dated('ended_on')},
      ended_reason    text,
      check ((accepted_on is null) = (member_id is null)),
      check ((ended_on is null) = (ended_reason is null)),
      check (accepted_on is null or ended_on is null)
    ) strict`,
    sql`create index applicant_by_organization on applicant (organization_id)`,
    sql`create index applicant_by_id_number on applicant (id_number)`,
    sql`create index applicant_by_member on applicant (member_id)`,
  ])
