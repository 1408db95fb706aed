import { type Kysely, sql } from 'kysely'
import { each } from './each.ts'

/** 两本账各记什么：党费账记应交与自愿多交，加下拨、返还、利息、期初，减上缴与使用；大额党费另记一本。 */
const books = [
  { paid: 'ordinary', moved: `case when kind in ('remitted', 'used') then -amount when kind = 'largeRemitted' then 0 else amount end` },
  { paid: 'large', moved: `case when kind = 'largeRemitted' then -amount else 0 end` },
] as const

/** 从这一行的那天起，哪一天日终的结余成了负数。 */
const overspent = (row: 'new' | 'old', dayOf: string) =>
  books
    .map(
      ({ paid, moved }) => `exists (select 1 from (
        select day, sum(sum(amount)) over (order by day) as running from (
          select paid_on as day, ${paid} as amount from dues_payment where organization_id = ${row}.organization_id
          union all select day, ${moved} from dues_movement where organization_id = ${row}.organization_id)
        group by day) where day >= ${row}.${dayOf} and running < 0)`,
    )
    .join(' or ')

const solvent = (table: string, dayOf: string, event: 'insert' | 'delete', when: string) => [
  sql.raw(`drop trigger ${table}_solvent_${event}`),
  sql.raw(`create trigger ${table}_solvent_${event} after ${event} on ${table}
    when ${when} and (${overspent(event === 'insert' ? 'new' : 'old', dayOf)})
    begin select raise(abort, 'dues.overspent'); end`),
]

/** 党费账的结余从看总数改成看每一天，同经费的账一样：还没收到就上缴、使用的记不上。从前记下的不动。 */
export const up = (db: Kysely<any>) =>
  each(db, [
    ...solvent('dues_payment', 'paid_on', 'insert', 'new.ordinary + new.large < 0'),
    ...solvent('dues_payment', 'paid_on', 'delete', 'old.ordinary + old.large > 0'),
    ...solvent('dues_movement', 'day', 'insert', `(new.amount < 0 or new.kind in ('remitted', 'used', 'largeRemitted'))`),
    ...solvent('dues_movement', 'day', 'delete', `(old.amount > 0) = (old.kind not in ('remitted', 'used', 'largeRemitted'))`),
  ])
