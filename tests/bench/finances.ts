import { bareConnection } from '../../main/core/connect.ts'
import { newUid } from '../../main/core/uid.ts'
import { services } from '../../main/services.ts'
import type { Client } from '../../shared/contract.ts'
import { bareReplay } from './bare.ts'
import { type Figure, measure } from './measure.ts'

const year = 2026
const today = '2026-11-22'
const VOUCHERS = 10_000

/** 一个现金账户、两个科目、一年一万张凭证：一张收入、一张支出，交替着记。 */
export function fillVouchers(path: string): void {
  const db = bareConnection(path, false)
  db.exec('begin')
  const operation = db
    .prepare(`insert into operation (uid, at, actor, command, title) values (?, '2026-01-01T00:00:00.000Z', '压测', 'bench.fill', '填充')`)
    .run(newUid())
  db.prepare('update current_operation set operation_id = ?').run(operation.lastInsertRowid)
  const root = db.prepare('select min(id) from organization').pluck().get()
  const account = db
    .prepare(`insert into account (uid, organization_id, kind, name, opened_on) values (?, ?, 'cash', '现金', '2026-01-01')`)
    .run(newUid(), root).lastInsertRowid
  const category = db.prepare(`insert into category (uid, organization_id, direction, name) values (?, ?, ?, ?)`)
  const income = category.run(newUid(), root, 'income', '单位列支').lastInsertRowid
  const expense = category.run(newUid(), root, 'expense', '组织活动').lastInsertRowid
  const voucher = db.prepare(
    `insert into voucher (uid, organization_id, kind, year, number, day, summary, source) values (?, ?, ?, ${year}, ?, ?, '压测', 'unit')`,
  )
  const posting = db.prepare(
    'insert into posting (uid, organization_id, voucher_id, ordinal, day, account_id, category_id, amount) values (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (let number = 1; number <= VOUCHERS; number += 1) {
    const month = 1 + Math.floor(((number - 1) * 11) / VOUCHERS)
    const day = `${year}-${String(month).padStart(2, '0')}-15`
    const earned = number % 2 === 1
    const id = voucher.run(newUid(), root, earned ? 'income' : 'expense', number, day).lastInsertRowid
    const amount = earned ? 5000 : -4000
    posting.run(newUid(), root, id, 1, day, account, null, amount)
    posting.run(newUid(), root, id, 2, day, null, earned ? income : expense, -amount)
  }
  db.prepare('update current_operation set operation_id = null').run()
  db.exec('commit')
  db.pragma('wal_checkpoint(truncate)')
  db.close()
}

/** 一万张凭证的日记账（逐笔滚算）、一天的账面余额、再记一笔。 */
export async function finances({
  members,
  path,
  app,
  root,
}: {
  members: number
  path: string
  app: Client
  root: number
}): Promise<Figure[]> {
  const scope = { organizationId: root, year, accountId: null }
  const [account] = await app.finances.accounts({ organizationId: root })
  const accountId = account?.id ?? 0
  const bare = await bareReplay(path, (db) =>
    services.finances.balanceOn({ db, today, rowsAt: () => Promise.resolve([]) }, { accountId, day: today }),
  )
  const balance = await measure(50, () => app.finances.balanceOn({ accountId, day: today }))
  const beside = await measure(50, bare.replay)
  bare.close()
  const journal = await measure(10, () => app.finances.journal(scope))
  const category = (await app.finances.categories({ organizationId: root })).find(({ direction }) => direction === 'expense')
  const entry = { organizationId: root, direction: 'expense' as const, day: today, summary: '压测', amount: 1, accountId }
  const posting = await measure(20, () => app.finances.post({ ...entry, categoryId: category?.id ?? 0, source: 'unit' }))
  return [
    { what: `账户余额（${VOUCHERS} 张凭证）`, members, measured: balance, bare: beside, bound: { of: 'p95', most: 50 } },
    { what: `日记账逐笔滚算（${VOUCHERS} 张凭证）`, members, measured: journal },
    { what: `再记一张凭证（已有 ${VOUCHERS} 张）`, members, measured: posting },
  ]
}
