import { type Kysely, sql } from 'kysely'
import { dayOrMonthCheck, each } from './each.ts'

/** 本届班子何时届满、提前几天提醒；联合党支部覆盖几个单位。 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`alter table organization add column term_until text ${sql.raw(dayOrMonthCheck('term_until'))}`,
    sql`alter table organization add column term_notice_days integer check (term_notice_days between 1 and 730)`,
    sql`alter table organization add column units integer check (units >= 1)`,
  ])
