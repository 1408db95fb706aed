import { type Kysely, sql } from 'kysely'
import { dayOrMonthCheck, each } from './each.ts'

/** 组织：党委 → 总支 → 支部 → 小组的树。 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`create table organization (
      id           integer primary key autoincrement,
      uid          text    not null unique,
      parent_id    integer references organization,
      kind         text    not null check (kind in ('committee', 'generalBranch', 'branch', 'jointBranch', 'floatingBranch', 'temporaryBranch', 'group')),
      name         text    not null check (name <> ''),
      founded_on   text    ${sql.raw(dayOrMonthCheck('founded_on'))},
      dissolved_on text    ${sql.raw(dayOrMonthCheck('dissolved_on'))},
      check (parent_id is not id)
    ) strict`,
    sql`create index organization_by_parent on organization (parent_id)`,
  ])
