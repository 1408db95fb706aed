import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bareConnection } from '../../main/core/connect.ts'
import { newUid } from '../../main/core/uid.ts'
import { type Figure, timingOf } from './measure.ts'
import { openAt, removeFolder } from './ports.ts'
import { bareRead, rosterSheet } from './sheet.ts'

const ROWS = 10_000
const TIMES = 3

/** 裸的一边：读表的库走一遍，再把同样多的行写进同样的表（同样的触发器、同样的落盘）。 */
function bareImport(path: string, bytes: Uint8Array): void {
  const read = bareRead(bytes)
  const driver = bareConnection(path, false)
  const operation = driver.prepare(`insert into operation (uid, at, actor, command, title) values (?, '', '李明', 'imports.apply', '导入')`)
  const current = driver.prepare('update current_operation set operation_id = ?')
  const member = driver.prepare(`insert into member (uid, name, pinyin, initials) values (?, '测试', 'ceshi', 'cs')`)
  const dated = [
    `insert into member_branch (uid, member_id) values (?, ?)`,
    `insert into member_standing (uid, member_id, standing) values (?, ?, 'normal')`,
    `insert into member_category (uid, member_id, from_day, category) values (?, ?, '2001-07-01', 'probationary')`,
    `insert into member_category (uid, member_id, from_day, category) values (?, ?, '2002-07-01', 'formal')`,
  ].map((text) => driver.prepare(text))
  driver.transaction(() => {
    current.run(operation.run(newUid()).lastInsertRowid)
    for (let n = 3; n < read; n += 1) {
      const { lastInsertRowid } = member.run(newUid())
      for (const row of dated) row.run(newUid(), lastInsertRowid)
    }
    current.run(null)
  })()
  driver.pragma('wal_checkpoint(truncate)')
  driver.close()
}

/** 一万人的名册从选定文件到导入完（读取、核对每一行、录入），再撤销；每次都是新的台账。 */
export async function importing(): Promise<Figure[]> {
  const bytes = rosterSheet(ROWS)
  const took = { all: [] as number[], undo: [] as number[], bare: [] as number[] }
  for (let n = 0; n < TIMES; n += 1) {
    const folder = mkdtempSync(join(tmpdir(), '支部台账-导入-'))
    const path = join(folder, '导入.taizhang')
    const { core, app, close } = await openAt(folder, path, true)
    const root = (await app.organizations.tree({}))[0]?.id ?? 0
    const { id: organizationId } = await app.organizations.found({ parentId: root, kind: 'branch', name: '一支部' })
    const target = { ledger: 'members', organizationId }
    const start = performance.now()
    const { reading, sheets } = await app.imports.read({ file: core.bytes.hold({ name: '名册.xlsx', bytes }), target })
    const parts = sheets.map(({ name }) => ({ sheet: name, adjustments: {} }))
    const { counts } = await app.imports.apply({ reading, target, parts })
    took.all.push(performance.now() - start)
    if (counts.added !== ROWS) throw new Error(`只导入了 ${counts.added} 人`)
    const { undo } = await app.history.latest({})
    const undoing = performance.now()
    await app.history.undo({ operationId: undo?.id ?? 0 })
    took.undo.push(performance.now() - undoing)
    await close()
    const beside = performance.now()
    bareImport(path, bytes)
    took.bare.push(performance.now() - beside)
    removeFolder(folder)
  }
  return [
    {
      what: '导入一万人的名册（读取、核对、录入）',
      members: ROWS,
      measured: timingOf(took.all),
      bare: timingOf(took.bare),
      bound: { of: 'median', most: 3000 },
    },
    { what: '撤销这次导入', members: ROWS, measured: timingOf(took.undo), bound: { of: 'median', most: 3000 } },
  ]
}
