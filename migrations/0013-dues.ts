import { type Kysely, sql } from 'kysely'
import { each } from './each.ts'

const month = (column: string, optional = false) =>
  sql.raw(`check (${optional ? `${column} is null or ` : ''}${column} glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]')`)
const day = (column: string) => sql.raw(`check (${column} glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')`)

const closed = (row: 'new' | 'old', organization: string, on: string) =>
  `exists (select 1 from dues_period where organization_id = ${row}.${organization} and month = substr(${row}.${on}, 1, 7) and closed = 1)`

/** 结过账的月份，谁也写不进去；触发器里的话就是拒绝的代号。 */
const sealedBy = (table: string, on: string) =>
  (['insert', 'delete'] as const).map((event) =>
    sql.raw(`create trigger ${table}_closed_${event} before ${event} on ${table}
      when ${closed(event === 'insert' ? 'new' : 'old', 'organization_id', on)}
      begin select raise(abort, 'dues.closed'); end`),
  )
/** 已入账的不改，只冲销。 */
const posted = (table: string) =>
  sql.raw(`create trigger ${table}_posted before update on ${table} begin select raise(abort, 'dues.posted'); end`)

/** 一册、一年里的号从 1 连着，删只能删最后一次操作开出的。 */
const gapless = (table: string, gap: string, notLast: string) => {
  const same = (row: string) => `organization_id = ${row}.organization_id and book = ${row}.book and year = ${row}.year`
  return [
    sql.raw(`create trigger ${table}_number_follows before insert on ${table}
      when new.number <> coalesce((select max(number) from ${table} where ${same('new')}), 0) + 1
      begin select raise(abort, '${gap}'); end`),
    sql.raw(`create trigger ${table}_number_stays before delete on ${table}
      when exists (select 1 from ${table} where ${same('old')} and number > old.number and batch <> old.batch)
      begin select raise(abort, '${notLast}'); end`),
  ]
}

/** 党费账的结余：收到的应交与自愿多交，加下拨、返还、利息、期初，减上缴与使用。 */
const balance = (row: string) => `(
  select coalesce((select sum(ordinary) from dues_payment where organization_id = ${row}.organization_id), 0)
    + coalesce((select sum(case when kind in ('remitted', 'used') then -amount else amount end) from dues_movement
        where organization_id = ${row}.organization_id and kind <> 'largeRemitted'), 0))`
const largeBalance = (row: string) => `(
  select coalesce((select sum(large) from dues_payment where organization_id = ${row}.organization_id), 0)
    - coalesce((select sum(amount) from dues_movement where organization_id = ${row}.organization_id and kind = 'largeRemitted'), 0))`
const spent = (row: string) =>
  `exists (select 1 from dues_movement where organization_id = ${row}.organization_id and kind in ('remitted', 'used', 'largeRemitted'))`

/** 支出不能超过结余：不论是记支出、冲收入，还是撤销从前的收入。 */
const solvent = (table: string, event: 'insert' | 'delete', when: string) => {
  const row = event === 'insert' ? 'new' : 'old'
  return sql.raw(`create trigger ${table}_solvent_${event} after ${event} on ${table}
    when ${when} and ${spent(row)} and (${balance(row)} < 0 or ${largeBalance(row)} < 0)
    begin select raise(abort, 'dues.overspent'); end`)
}

/** 党费：口径、基数、应交与免交、交费、收据、收支与结账。金额以分计。 */
export const up = (db: Kysely<any>) =>
  each(db, [
    sql`create table dues_practice (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      from_month      text    not null ${month('from_month')},
      rounding_unit   text    not null check (rounding_unit in ('fen', 'jiao', 'yuan')),
      rounding_mode   text    not null check (rounding_mode in ('half', 'up', 'down')),
      adjust          text    not null check (adjust in ('onChange', 'yearlyFrozen')),
      items           text    not null,
      remit_share     integer check (remit_share between 0 and 10000),
      book            text    not null,
      unique (organization_id, from_month)
    ) strict`,
    sql`create table dues_base (
      id         integer primary key autoincrement,
      uid        text    not null unique,
      member_id  integer not null references member,
      from_month text    not null ${month('from_month')},
      kind       text    not null check (kind in ('salary', 'annualSalary', 'selfEmployed', 'retired', 'farmer', 'fixed', 'hardship')),
      base       integer not null check (base >= 0),
      amount     integer check (amount >= 0),
      items      text    not null,
      approval   text    not null,
      note       text    not null,
      pack       text    not null,
      unique (member_id, from_month)
    ) strict`,
    sql`create table dues_period (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      month           text    not null ${month('month')},
      closed          integer not null check (closed in (0, 1)),
      reason          text    not null default '',
      unique (organization_id, month)
    ) strict`,
    sql`create table due (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      member_id       integer not null references member,
      month           text    not null ${month('month')},
      payable         integer not null check (payable >= 0),
      exempt          integer not null default 0 check (exempt in (0, 1)),
      reason          text    not null default '',
      approval        text    not null default '',
      settled         integer not null default 0 check (settled in (0, 1)),
      check (exempt = 0 or payable = 0),
      unique (member_id, month)
    ) strict`,
    sql`create index due_by_organization on due (organization_id, month)`,
    sql.raw(`create trigger due_closed_insert before insert on due when new.settled = 0
      and exists (select 1 from dues_period where organization_id = new.organization_id and month = new.month and closed = 1)
      begin select raise(abort, 'dues.closed'); end`),
    ...(['update', 'delete'] as const).map((event) =>
      sql.raw(`create trigger due_closed_${event} before ${event} on due
        when ${event === 'update' ? 'old.settled = new.settled and ' : ''}exists (
          select 1 from dues_period where organization_id = old.organization_id and month = old.month and closed = 1)
        begin select raise(abort, 'dues.closed'); end`),
    ),
    sql`create table dues_payment (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      member_id       integer not null references member,
      paid_on         text    not null ${day('paid_on')},
      method          text    not null check (method in ('cash', 'transfer', 'wechat', 'alipay', 'other')),
      collector       text    not null,
      payer           text    not null,
      advanced        integer not null check (advanced in (0, 1)),
      note            text    not null,
      ordinary        integer not null,
      large           integer not null,
      reverses        integer unique references dues_payment,
      check (ordinary + large <> 0),
      check ((reverses is null) = (ordinary + large > 0))
    ) strict`,
    sql`create index dues_payment_by_organization on dues_payment (organization_id, paid_on, ordinary, large)`,
    sql`create index dues_payment_by_member on dues_payment (member_id)`,
    sql`create table dues_payment_line (
      id         integer primary key autoincrement,
      uid        text    not null unique,
      payment_id integer not null references dues_payment,
      member_id  integer not null references member,
      month      text    not null ${month('month')},
      kind       text    not null check (kind in ('due', 'extra', 'large')),
      amount     integer not null check (amount <> 0)
    ) strict`,
    sql`create index dues_payment_line_by_payment on dues_payment_line (payment_id)`,
    sql`create index dues_payment_line_by_member on dues_payment_line (member_id, month)`,
    sql`create table dues_receipt (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      book            text    not null,
      year            integer not null,
      number          integer not null check (number >= 1),
      payment_id      integer not null references dues_payment,
      issued_on       text    not null ${day('issued_on')},
      printed         integer not null default 0 check (printed >= 0),
      voided          integer not null default 0 check (voided in (0, 1)),
      void_reason     text    not null default '',
      batch           integer not null,
      check ((voided = 1) = (void_reason <> '')),
      unique (organization_id, book, year, number)
    ) strict`,
    sql`create index dues_receipt_by_payment on dues_receipt (payment_id)`,
    sql`create table dues_movement (
      id              integer primary key autoincrement,
      uid             text    not null unique,
      organization_id integer not null references organization,
      book            text    not null default '',
      year            integer not null,
      number          integer not null check (number >= 1),
      batch           integer not null,
      kind            text    not null check (kind in ('opening', 'allocated', 'returned', 'interest', 'remitted', 'largeRemitted', 'used')),
      day             text    not null ${day('day')},
      summary         text    not null check (summary <> ''),
      amount          integer not null check (amount <> 0),
      purpose         text,
      meeting_id      integer references meeting,
      from_month      text    ${month('from_month', true)},
      to_month        text    ${month('to_month', true)},
      counterparty    text    not null,
      slip_no         text    not null,
      receipt_no      text    not null,
      handler         text    not null,
      approver        text    not null,
      papers          integer not null check (papers >= 0),
      reverses        integer unique references dues_movement,
      check ((reverses is null) = (amount > 0)),
      check ((kind = 'used') = (purpose is not null)),
      unique (organization_id, book, year, number)
    ) strict`,
    sql`create index dues_movement_by_meeting on dues_movement (meeting_id)`,
    ...sealedBy('dues_payment', 'paid_on'),
    ...sealedBy('dues_movement', 'day'),
    ...['dues_payment', 'dues_payment_line', 'dues_movement'].map(posted),
    ...gapless('dues_receipt', 'dues.receiptGap', 'dues.receiptNotLast'),
    ...gapless('dues_movement', 'dues.movementGap', 'dues.movementNotLast'),
    solvent('dues_payment', 'insert', 'new.ordinary + new.large < 0'),
    solvent('dues_payment', 'delete', 'old.ordinary + old.large > 0'),
    solvent('dues_movement', 'insert', `(new.amount < 0 or new.kind in ('remitted', 'used', 'largeRemitted'))`),
    solvent('dues_movement', 'delete', `(old.amount > 0) = (old.kind not in ('remitted', 'used', 'largeRemitted'))`),
  ])
