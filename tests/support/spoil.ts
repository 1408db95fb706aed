import { closeSync, openSync, writeSync } from 'node:fs'
import { bareConnection } from '../../main/core/connect.ts'

/** 把一张表（或索引）的第一页写坏，像磁盘坏了一块。 */
export function spoil(path: string, name: string): void {
  const db = bareConnection(path)
  const page = db.prepare('select rootpage from sqlite_schema where name = ?').pluck().get(name) as number
  const size = db.pragma('page_size', { simple: true }) as number
  db.close()
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(size, 0xa5), 0, size, (page - 1) * size)
  closeSync(file)
}
