import { bareConnection } from '../../main/core/connect.ts'

/** 不算“内容”的表：操作记录本身、草稿、只进不改的原件、自增计数。 */
const BOOKKEEPING = ['operation', 'current_operation', 'change', 'draft', 'file', 'sqlite_sequence']

/** 台账里每张表每一行，供前后对照。 */
export function snapshot(path: string): Record<string, unknown[]> {
  const db = bareConnection(path)
  try {
    const tables = db
      .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite%' order by name`)
      .pluck()
      .all() as string[]
    return Object.fromEntries(
      tables.filter((name) => !BOOKKEEPING.includes(name)).map((name) => [name, db.prepare(`select * from "${name}" order by id`).all()]),
    )
  } finally {
    db.close()
  }
}
