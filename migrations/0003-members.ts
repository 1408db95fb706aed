import { type Kysely, sql } from 'kysely'
import { dayOrMonthCheck, each } from './each.ts'

const dayOrMonth = (column: string) => sql.raw(`${column} text ${dayOrMonthCheck(column)}`)

/** 一条随时间变化的事实：从 from_day 起是什么，起始不详为空。 */
const dated = (table: string, value: string) => [
  sql.raw(`create table ${table} (
      id        integer primary key autoincrement,
      uid       text    not null unique,
      member_id integer not null references member,
      from_day  text    ${dayOrMonthCheck('from_day')},
      ${value}
    ) strict`),
  sql.raw(`create unique index ${table}_by_member on ${table} (member_id, coalesce(from_day, ''))`),
]

/** 党员；支部、小组、类别、党籍状态随时间另立行；职务有任免之日。 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`create table member (
      id                   integer primary key autoincrement,
      uid                  text    not null unique,
      name                 text    not null check (name <> ''),
      pinyin               text    not null,
      initials             text    not null,
      id_number            text,
      gender               text    check (gender in ('male', 'female')),
      ethnicity            text,
      ${dayOrMonth('birth_day')},
      education            text,
      ${dayOrMonth('joined_on')},
      ${dayOrMonth('full_member_on')},
      job                  text,
      mobile               text,
      phone                text,
      address              text,
      out_of_contact       integer not null default 0 check (out_of_contact in (0, 1)),
      ${dayOrMonth('out_of_contact_since')},
      floating             integer not null default 0 check (floating in (0, 1)),
      floating_to          text,
      native_place         text,
      ${dayOrMonth('work_started_on')},
      party_post           text,
      employer             text,
      school               text,
      introducers          text,
      dues_standard        text,
      ${dayOrMonth('dues_paid_through')},
      family               text,
      specialty            text,
      honours              text,
      home_investment      text,
      note                 text
    ) strict`,
    sql`create unique index member_by_id_number on member (id_number) where id_number is not null`,
    sql`create index member_by_name on member (name)`,
    ...dated('member_branch', 'organization_id integer references organization'),
    sql`create index member_branch_by_organization on member_branch (organization_id)`,
    ...dated('member_group', 'organization_id integer references organization'),
    ...dated('member_category', `category text not null check (category in ('formal', 'probationary'))`),
    ...dated('member_standing', `standing text not null check (standing in ('normal', 'suspended', 'movedOut', 'left', 'deceased'))`),
    sql`create table post (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      member_id       integer not null references member,
      title           text    not null check (title in ('secretary', 'deputySecretary', 'organizing', 'publicity', 'discipline', 'youth', 'committeeMember', 'groupLeader')),
      from_day        text    not null ${sql.raw(dayOrMonthCheck('from_day'))},
      until_day       text    ${sql.raw(dayOrMonthCheck('until_day'))},
      check (until_day is null or until_day >= from_day)
    ) strict`,
    sql`create index post_by_organization on post (organization_id)`,
    sql`create index post_by_member on post (member_id)`,
  ])
