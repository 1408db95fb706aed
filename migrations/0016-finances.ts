import { type Kysely, sql } from 'kysely'
import { keepsAttachments } from './0012-attachments.ts'
import { each } from './each.ts'

const day = (column: string, extra = 'not null') =>
  sql.raw(`${column} text ${extra} check (${column} glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')`)
const money = (column: string, check = '') => sql.raw(`${column} integer not null ${check}`)
const flag = (column: string) => sql.raw(`${column} integer not null default 0 check (${column} in (0, 1))`)
const sources = `('fiscal', 'unit', 'dues', 'refund', 'self', 'donation', 'other')`

/** 那个月结了账就写不进去；话就是拒绝的代号。 */
const shut = (organization: string, month: string) =>
  `exists (select 1 from period_close where organization_id = ${organization} and month = ${month} and reopened_at is null)`
const closedGuard = (table: string, event: 'insert' | 'update' | 'delete') => {
  const rows = event === 'insert' ? ['new'] : event === 'delete' ? ['old'] : ['new', 'old']
  const when = rows.map((row) => shut(`${row}.organization_id`, `substr(${row}.day, 1, 7)`)).join(' or ')
  return sql.raw(`create trigger ${table}_closed_${event} before ${event} on ${table} when ${when}
      begin select raise(abort, 'finances.periodClosed'); end`)
}

/** 记下这张凭证的是哪次操作。 */
const postedBy = (voucher: string) =>
  `(select max(operation_id) from change where table_name = 'voucher' and row_id = ${voucher} and before is null)`

/** 一个账户从某天起任何一天日终的结余都不能是负数。 */
const neverNegative = (row: 'new' | 'old') => `select raise(abort, 'finances.overspent') where exists (
        select 1 from (
          select coalesce((select sum(amount) from posting where account_id = ${row}.account_id and day < ${row}.day), 0)
            + sum(sum(amount)) over (order by day) as running
          from posting where account_id = ${row}.account_id and day >= ${row}.day group by day)
        where running < 0)`

/**
 * 党建经费：账户、科目、项目、凭证。人只看收入、支出、结余；底下每张凭证是借贷相抵的分录，amount 正为借、负为贷。
 * 凭证号每年从 1 连续；已过账的不改不删，只能红字冲销；结了账的月份写不进去；账户日终结余不能为负。
 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`create table account (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      kind            text    not null check (kind in ('cash', 'bank')),
      name            text    not null check (name <> ''),
      ${day('opened_on')},
      ${day('closed_on', '')},
      unique (organization_id, name)
    ) strict`,
    sql`create table category (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      direction       text    not null check (direction in ('income', 'expense')),
      name            text    not null check (name <> ''),
      ${flag('retired')},
      unique (organization_id, direction, name)
    ) strict`,
    sql`create table project (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      kind            text    not null check (kind in ('brand', 'care')),
      name            text    not null check (name <> ''),
      ${day('started_on')},
      ${day('ended_on', '')},
      note            text    not null default '',
      unique (organization_id, name)
    ) strict`,
    sql`create table voucher (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      kind            text    not null check (kind in ('opening', 'income', 'expense', 'transfer')),
      year            integer not null,
      number          integer check (number >= 1),
      ${day('day')},
      summary         text    not null check (summary <> ''),
      source          text    check (source in ${sql.raw(sources)}),
      project_id      integer references project,
      meeting_id      integer references meeting,
      decided_by      integer references meeting,
      counterparty    text    not null default '',
      handler         text    not null default '',
      witness         text    not null default '',
      approver        text    not null default '',
      papers          integer not null default 0 check (papers >= 0),
      note            text    not null default '',
      reverses        integer unique references voucher,
      check (year = cast(substr(day, 1, 4) as integer)),
      check ((kind = 'opening') = (number is null)),
      unique (organization_id, year, number)
    ) strict`,
    sql`create index voucher_by_day on voucher (organization_id, day)`,
    sql`create index voucher_by_meeting on voucher (meeting_id) where meeting_id is not null`,
    sql`create table posting (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      voucher_id      integer not null references voucher,
      ordinal         integer not null check (ordinal >= 1),
      ${day('day')},
      account_id      integer references account,
      category_id     integer references category,
      ${money('amount', 'check (amount <> 0)')},
      check (account_id is null or category_id is null),
      unique (voucher_id, ordinal)
    ) strict`,
    sql`create index posting_by_account on posting (account_id, day, amount)`,
    sql`create index posting_by_category on posting (category_id, day, amount)`,
    sql`create table period_close (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      month           text    not null check (month glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
      closed_at       text    not null,
      closed_by       text    not null,
      reopened_at     text,
      reopened_by     text,
      reopen_reason   text,
      check ((reopened_at is null) = (reopened_by is null) and (reopened_at is null) = (reopen_reason is null))
    ) strict`,
    sql`create unique index period_closed_once on period_close (organization_id, month) where reopened_at is null`,
    sql`create table balance_check (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      account_id      integer not null references account,
      kind            text    not null check (kind in ('count', 'statement', 'carry')),
      ${day('day')},
      ${money('amount')},
      checked_by      text    not null,
      note            text    not null default '',
      unique (account_id, day, kind)
    ) strict`,
    sql`create table bank_line (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      account_id      integer not null references account,
      ${day('day')},
      ${money('amount', 'check (amount <> 0)')},
      summary         text    not null default '',
      posting_id      integer unique references posting
    ) strict`,
    sql`create index bank_line_by_account on bank_line (account_id, day)`,
    sql`create table budget (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      year            integer not null,
      category_id     integer not null references category,
      ${money('amount', 'check (amount >= 0)')},
      unique (organization_id, year, category_id)
    ) strict`,
    sql`create table budget_approval (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      year            integer not null,
      approved_by     text    not null check (approved_by <> ''),
      ${day('approved_on')},
      meeting_id      integer references meeting,
      unique (organization_id, year)
    ) strict`,
    sql`create table care_recipient (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      voucher_id      integer not null references voucher,
      ordinal         integer not null check (ordinal >= 1),
      member_id       integer references member,
      name            text    not null check (name <> ''),
      situation       text    not null default '',
      ${money('amount', 'check (amount > 0)')},
      unique (voucher_id, ordinal)
    ) strict`,
    sql`create index care_recipient_by_member on care_recipient (member_id) where member_id is not null`,
    ...(['insert', 'update', 'delete'] as const).flatMap((event) => [closedGuard('voucher', event), closedGuard('posting', event)]),
    keepsAttachments('voucher'),
    // 已过账的：钱、日期、凭证号从不改
    sql`create trigger voucher_never_altered before update on voucher
      when old.organization_id is not new.organization_id or old.kind is not new.kind or old.year is not new.year or old.number is not new.number
        or old.day is not new.day or old.reverses is not new.reverses
      begin select raise(abort, 'finances.posted'); end`,
    sql`create trigger posting_never_altered before update on posting begin select raise(abort, 'finances.posted'); end`,
    // 撤销只能撤最后的那一次记账，号码才不断；一次导入的几张一起撤
    sql.raw(`create trigger voucher_only_last before delete on voucher
      when exists (select 1 from voucher as later
        where later.organization_id = old.organization_id and later.year = old.year and later.number > old.number
          and ${postedBy('later.id')} is not ${postedBy('old.id')})
      begin select raise(abort, 'finances.notTheLast'); end`),
    sql`create trigger voucher_gapless before insert on voucher
      when new.number is not null and new.number <> 1 + coalesce((select max(number) from voucher where organization_id = new.organization_id and year = new.year), 0)
      begin select raise(abort, 'finances.numberGap'); end`,
    sql.raw(`create trigger posting_within_balance after insert on posting when new.account_id is not null and new.amount < 0
      begin ${neverNegative('new')}; end`),
    sql.raw(`create trigger posting_taken_back after delete on posting when old.account_id is not null and old.amount > 0
      begin ${neverNegative('old')}; end`),
  ])
