import { type Kysely, sql } from 'kysely'
import { each } from './each.ts'

const grades = `('excellent', 'qualified', 'basicallyQualified', 'unqualified')`
const grade = (column: string) => sql.raw(`text check (${column} is null or ${column} in ${grades})`)

/**
 * 民主评议：一个支部一年一轮；票只有合计，没有哪张票是谁的。
 * 每人那一行记着有效票（收回 − 作废），五种票的合计与它相等，由触发器守住。
 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`create table appraisal_round (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      year            integer not null,
      day             text    not null check (day glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      basis           text    not null check (basis in ('participants', 'everyone')),
      issued          integer check (issued >= 0),
      returned        integer check (returned between 0 and issued),
      spoiled         integer check (spoiled between 0 and returned),
      check ((issued is null) = (returned is null) and (issued is null) = (spoiled is null)),
      unique (organization_id, year)
    ) strict`,
    sql`create table appraisal_entry (
      id                  integer primary key autoincrement,
      uid                 text    not null unique,
      round_id            integer not null references appraisal_round,
      member_id           integer not null references member,
      graded              integer not null check (graded in (0, 1)),
      self_grade          ${grade('self_grade')},
      excellent           integer check (excellent >= 0),
      qualified           integer check (qualified >= 0),
      basically_qualified integer check (basically_qualified >= 0),
      unqualified         integer check (unqualified >= 0),
      abstained           integer check (abstained >= 0),
      valid               integer check (valid >= 0),
      grade               ${grade('grade')},
      opinion             text    not null,
      note                text    not null,
      check (graded = 1 or (grade is null and excellent is null)),
      check ((excellent is null) = (qualified is null) and (excellent is null) = (basically_qualified is null)
        and (excellent is null) = (unqualified is null) and (excellent is null) = (abstained is null)),
      unique (round_id, member_id)
    ) strict`,
    sql`create index appraisal_entry_by_member on appraisal_entry (member_id)`,
    ...['insert', 'update'].map((event) =>
      sql.raw(`create trigger appraisal_entry_foots_${event} before ${event} on appraisal_entry
        when new.valid is not new.excellent + new.qualified + new.basically_qualified + new.unqualified + new.abstained
        begin select raise(abort, 'appraisal.notFooting'); end`),
    ),
  ])
