import { bareConnection } from '../../main/core/connect.ts'

/** 每种命令一次完整的操作改动多少行（由一次没有被打断的运行得出）。 */
export type Whole = ReadonlyMap<string, number>

type Database = ReturnType<typeof bareConnection>

const operations = (db: Database) =>
  db
    .prepare('select o.id, o.command, (select count(*) from change where operation_id = o.id) as changes from operation as o order by o.id')
    .all() as {
    id: number
    command: string
    changes: number
  }[]

/** 一次没有被打断的运行里，各种命令改动的行数。 */
export function wholeOperations(path: string): Whole {
  const db = bareConnection(path)
  const whole = new Map(operations(db).map(({ command, changes }) => [command, changes]))
  db.close()
  return whole
}

/** 不该有的东西；没有为空：坏页、断了的引用、做了一半的操作、还挂着的当前操作、说过却不见了的操作。 */
export function faultsIn(path: string, { whole, promised = 0 }: { whole?: Whole; promised?: number } = {}): string[] {
  const db = bareConnection(path)
  try {
    const found: string[] = []
    const integrity = db.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') found.push(`integrity_check：${integrity}`)
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0) found.push('引用了不存在的行')
    if ((db.prepare('select operation_id as id from current_operation').get() as { id: number | null }).id !== null)
      found.push('还挂着一个没做完的操作')
    const all = operations(db)
    for (const { id, command, changes } of all) {
      const due = whole?.get(command)
      if (due !== undefined && due !== changes) found.push(`操作 ${id} ${command} 改了 ${changes} 行，完整的是 ${due} 行`)
    }
    const last = all.at(-1)?.id ?? 0
    if (last < promised) found.push(`说过做完了操作 ${promised}，文件里只到 ${last}`)
    const wrong = db
      .prepare(
        `select id from meeting where status <> 'planned' and expected_count <> coalesce(
          (select expected from reported_headcount where meeting_id = meeting.id),
          (select count(*) from attendance where meeting_id = meeting.id and state <> 'observer'))`,
      )
      .all()
    if (wrong.length > 0) found.push('应到与出勤对不上')
    return found
  } finally {
    db.close()
  }
}

/** 文件里最后一个操作的编号。 */
export function lastOperation(path: string): number {
  const db = bareConnection(path)
  const last = operations(db).at(-1)?.id ?? 0
  db.close()
  return last
}
