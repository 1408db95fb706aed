import { copyFileSync, existsSync } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import { migrations } from '../../migrations/index.ts'
import { dropHistoryTriggers, renewHistoryTriggers } from './history-triggers.ts'
import { APPLICATION_ID } from './inspect-file.ts'
import { newUid } from './uid.ts'

// biome-ignore lint/suspicious/noExplicitAny: 迁移面对的是当时的表
type AnyDb = Kysely<any>

export const latestVersion = migrations.length

/** 升级前的原样副本，放在台账旁边；已有就不再覆盖。 */
const keepCopy = (path: string, version: number) => {
  const copy = `${path}.升级前-v${version}`
  if (version > 0 && !existsSync(copy)) copyFileSync(path, copy)
}

/**
 * 把台账升到 `target`（默认最新）。先留副本；全部在一个事务里，失败就像没有发生。
 * `foreign_keys` 在 BEGIN 之前关掉（表要重建时才不会误伤），升完再查一遍外键。
 */
export async function migrate(db: AnyDb, path: string | undefined, now: string, target = latestVersion): Promise<void> {
  const from = (await sql<{ version: number }>`select user_version as version from pragma_user_version`.execute(db)).rows[0]?.version ?? 0
  if (from < target && path) keepCopy(path, from)
  await sql`pragma foreign_keys = off`.execute(db)
  try {
    await db.transaction().execute(async (trx) => {
      if (from < target) {
        await dropHistoryTriggers(trx)
        for (const [index, migration] of migrations.slice(from, target).entries()) {
          await migration.up(trx)
          if (from + index === 0) await sql`pragma application_id = ${sql.lit(APPLICATION_ID)}`.execute(trx)
        }
        await recordUpgrade(trx, from, target, now)
        await sql`pragma user_version = ${sql.lit(target)}`.execute(trx)
      }
      await renewHistoryTriggers(trx)
      if (from < target) await refuseBrokenReferences(trx)
      await sql`update current_operation set operation_id = null`.execute(trx)
    })
  } finally {
    await sql`pragma foreign_keys = on`.execute(db)
  }
}

/** 大台账要查十几分之一秒，所以只在升级之后查；平时由“检查台账”查。 */
async function refuseBrokenReferences(db: AnyDb): Promise<void> {
  const broken = await sql`pragma foreign_key_check`.execute(db)
  if (broken.rows.length > 0) throw new Error(`migration leaves ${broken.rows.length} broken references`)
}

const recordUpgrade = (db: AnyDb, from: number, to: number, now: string) =>
  db
    .insertInto('operation')
    .values({
      uid: newUid(),
      at: now,
      actor: '软件',
      command: 'core.migrate',
      title: from === 0 ? '建立台账' : '升级',
      subject: from === 0 ? '' : `由第 ${from} 版升到第 ${to} 版`,
    })
    .execute()
