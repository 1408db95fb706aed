import { bareConnection } from '../../main/core/connect.ts'
import { newUid } from '../../main/core/uid.ts'
import { services } from '../../main/services.ts'
import type { Client } from '../../shared/contract.ts'
import { monthsOf } from '../../shared/dues/rules.ts'
import { bareReplay } from './bare.ts'
import { type Figure, measure, timingOf } from './measure.ts'

interface DuesBench {
  members: number
  path: string
  app: Client
  branch: number
  root: number
}

const year = 2026
const today = '2026-11-22'
const reading = (db: Parameters<typeof services.dues.grid>[0]['db']) => ({ db, today, rowsAt: () => Promise.resolve([]) })

/** 每人一条基数，五年里每月一格定好的应交：五千人就是三十万格；今年到十月都交了，二十人里有一个没交。 */
export function fillDues(path: string): number {
  const db = bareConnection(path, false)
  db.exec('begin')
  const operation = db
    .prepare(`insert into operation (uid, at, actor, command, title) values (?, '2026-01-01T00:00:00.000Z', '压测', 'bench.fill', '填充')`)
    .run(newUid())
  db.prepare('update current_operation set operation_id = ?').run(operation.lastInsertRowid)
  const root = db.prepare('select min(id) from organization').pluck().get()
  db.prepare(
    `insert into dues_practice (uid, organization_id, from_month, rounding_unit, rounding_mode, adjust, items, book) values (?, ?, '2022-01', 'fen', 'half', 'onChange', '[]', '')`,
  ).run(newUid(), root)
  const people = db.prepare('select member_id as id, organization_id as branch from member_branch').all() as {
    id: number
    branch: number
  }[]
  const base = db.prepare(
    `insert into dues_base (uid, member_id, from_month, kind, base, items, approval, note, pack) values (?, ?, '2022-01', 'salary', ?, '[]', '', '', 'dues-2008')`,
  )
  const due = db.prepare('insert into due (uid, organization_id, member_id, month, payable, settled) values (?, ?, ?, ?, 1500, 1)')
  const payment = db.prepare(
    `insert into dues_payment (uid, organization_id, member_id, paid_on, method, collector, payer, advanced, note, ordinary, large) values (?, ?, ?, '2026-10-10', 'cash', '王芳', '', 0, '', 15000, 0)`,
  )
  const line = db.prepare(
    `insert into dues_payment_line (uid, payment_id, member_id, month, kind, amount) values (?, ?, ?, ?, 'due', 1500)`,
  )
  const months = [2022, 2023, 2024, 2025, 2026].flatMap(monthsOf)
  for (const { id, branch } of people) {
    base.run(newUid(), id, 200000 + (id % 900) * 1000)
    for (const month of months) due.run(newUid(), branch, id, month)
    if (id % 20 === 0) continue
    const { lastInsertRowid } = payment.run(newUid(), branch, id)
    for (const month of monthsOf(year).slice(0, 10)) line.run(newUid(), lastInsertRowid, id, month)
  }
  db.prepare('update current_operation set operation_id = null').run()
  db.exec('commit')
  const rows = db.prepare('select count(*) from due').pluck().get() as number
  db.pragma('wal_checkpoint(truncate)')
  db.close()
  return rows
}

/** 网格、贴一整年、年度工作簿。五千人排在一张网格里没有界限，只记下来。 */
export async function dues({ members, path, app, branch, root }: DuesBench, rows: number): Promise<Figure[]> {
  const figures: Figure[] = []
  const scopes =
    members > 60
      ? ([
          ['一个支部', branch],
          ['全总支', root],
        ] as const)
      : ([['全总支', root]] as const)
  for (const [what, organizationId] of scopes) {
    const scope = { organizationId, year }
    const bare = await bareReplay(path, (db) => services.dues.grid(reading(db), scope))
    const measured = await measure(20, () => app.dues.grid(scope))
    const beside = await measure(20, bare.replay)
    bare.close()
    figures.push({
      what: `党费网格（${what}，库里 ${rows} 格）`,
      members,
      measured,
      bare: beside,
      bound: organizationId === branch ? { of: 'p95', most: 100 } : undefined,
    })
  }
  const people = await app.dues.grid({ organizationId: branch, year })
  const payments = people.map(({ memberId }) => ({
    memberId,
    months: monthsOf(year).map((month) => ({ month, amount: 1500 })),
    note: '压测',
  }))
  const start = performance.now()
  await app.dues.collect({ paidOn: today, method: 'cash', collector: '王芳', receipts: true, payments })
  figures.push({
    what: `贴一整年党费（12 × ${people.length}）`,
    members,
    measured: timingOf([performance.now() - start]),
    bound: { of: 'median', most: 1000 },
  })
  const wanted = { kind: 'ledger' as const, ledger: 'dues', scope: { organizationId: branch, year }, format: 'xlsx' as const }
  const measured = await measure(10, () => app.documents.make({ wanted }))
  figures.push({ what: `党费收缴台账.xlsx（${people.length} 人）`, members, measured, bound: { of: 'median', most: 350 } })
  return figures
}
