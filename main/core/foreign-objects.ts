import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { actingDigest } from '../../migrations/acting-digest.ts'
import { Refused } from '../../shared/kit/refusal.ts'
import { refusal } from '../../shared/refusals.ts'
import { latestVersion, migrate } from './migrate.ts'

interface SchemaObject {
  type: string
  name: string
  sql: string | null
}

const acting = (db: Database.Database) =>
  db
    .prepare(
      `select type, name, sql from sqlite_schema where type in ('trigger', 'view') or (type = 'table' and sql like 'create virtual%')`,
    )
    .all() as SchemaObject[]

const isRecorder = ({ name }: SchemaObject) => name.startsWith('history_')

/** 触发器与视图的摘要：一个不多、一个不少、一字不差才相同；记录触发器只认名字。 */
export const digestOfActing = (db: Database.Database): string =>
  createHash('sha256')
    .update(
      acting(db)
        .map((object) => JSON.stringify([object.type, object.name, isRecorder(object) ? null : object.sql]))
        .sort()
        .join(),
    )
    .digest('hex')

/** 同一版本的台账本该有的触发器：在内存里从头建一个，约十分之一秒。 */
async function expectedAt(version: number): Promise<Map<string, string | null>> {
  const memory = new Database(':memory:')
  const db = new Kysely({ dialect: new SqliteDialect({ database: memory }) })
  try {
    await migrate(db, undefined, '2000-01-01T00:00:00.000Z', version)
    return new Map(acting(memory).map(({ name, sql }) => [name, sql]))
  } finally {
    await db.destroy()
  }
}

/**
 * 外来的台账先验明：触发器与视图必须都是本软件该版本建立的，否则一打开就可能替别人做事。
 * 记录触发器（history_*）只认名字：任何写入之前它们都会按现状重新生成。
 * 最新一版的台账先比摘要，对得上就不必逐个去比。
 * @throws Refused files.suspicious
 */
export async function refuseForeignObjects(db: Database.Database, name: string): Promise<void> {
  const version = db.pragma('user_version', { simple: true }) as number
  if (version === latestVersion && digestOfActing(db) === actingDigest) return
  const expected = await expectedAt(version)
  for (const object of acting(db)) {
    const ours = expected.has(object.name) && (isRecorder(object) || expected.get(object.name) === object.sql)
    if (!ours) throw new Refused(refusal('files.suspicious', { name, what: `${object.type} ${object.name}` }))
  }
}
