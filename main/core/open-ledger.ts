import { basename, dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { Refused } from '../../shared/kit/refusal.ts'
import { refusal } from '../../shared/refusals.ts'
import { type Breath, createBreath } from './breath.ts'
import { checkLedger } from './check-ledger.ts'
import { connect } from './connect.ts'
import { type Damage, isDamage } from './damage.ts'
import { refuseForeignObjects } from './foreign-objects.ts'
import { inspectFile, refuseUnlessWritable } from './inspect-file.ts'
import { kyselyOver } from './kysely-over.ts'
import { lockLedger } from './lock.ts'
import { latestVersion, migrate } from './migrate.ts'
import type { SideProcess } from './ports.ts'
import type { Schema } from './schema.ts'

/** 一个打开着的台账文件：一条写的连接、一条只读的连接。 */
export interface OpenFile {
  path: string
  title: string
  writer: Kysely<Schema>
  /** 写的连接做得久了会让一让；轮到写的人一次只有一个，让的时候也没有别人写。 */
  breath: Breath
  reader: Kysely<Schema>
  /** 把日志并进文件：两次命令之间拷走这一个文件就是完整的。并不进去（磁盘满了）不算失败，下次再并。 */
  checkpoint(): void
  /** 在旁边的进程里逐页核对；没有问题为空。没有别的写的时候才做，免得日志并不进文件。 */
  check(spawn: () => SideProcess, signal: AbortSignal): Promise<Damage[]>
  close(): Promise<void>
}

export interface OpenOptions {
  now: Date
  /** 文件密钥（32 字节）；没有设口令时省略。 */
  key?: Uint8Array | undefined
  /** 文件必须还不存在，新建它。 */
  create?: boolean | undefined
}

export const EXTENSION = '.taizhang'
export const titleOf = (path: string) => basename(path).replace(/\.taizhang$/i, '')

/** 读不出来的文件（密钥不对、损坏）是一句话；别的还是那个错误。 */
export function unreadable(error: unknown, path: string, key?: Uint8Array): unknown {
  const code = (error as { code?: string }).code ?? ''
  if (code === 'SQLITE_NOTADB' && key) return new Refused(refusal('files.locked', { name: basename(path) }))
  return isDamage(code) ? new Refused(refusal('files.damaged', { name: basename(path) })) : error
}

/**
 * 打开（或新建）一个台账：看文件头 → 上锁 → 只读查验 → 升级 → 两条连接。任何一步不成，都不留下锁和半个文件。
 * @throws Refused files.*
 */
export async function openLedger(path: string, { now, key, create }: OpenOptions): Promise<OpenFile> {
  if (create) refuseUnlessWritable(dirname(path))
  else inspectFile(path, latestVersion, key !== undefined)
  const unlock = lockLedger(path, now)
  const opened: Database.Database[] = []
  const open = (readonly: boolean) => {
    const db = connect(path, key, readonly)
    opened.push(db)
    return db
  }
  try {
    if (!create) {
      const suspect = open(true)
      await refuseForeignObjects(suspect, basename(path))
      suspect.close()
    }
    const driver = open(false)
    const breath = createBreath()
    const writer = kyselyOver(driver, breath)
    // 上次断电时还在日志里的先并进来，升级前的副本才是完整的
    driver.pragma('wal_checkpoint(truncate)')
    await migrate(writer.withoutPlugins(), path, now.toISOString())
    driver.pragma('wal_checkpoint(truncate)')
    const reader = kyselyOver(open(true))
    return {
      path,
      title: titleOf(path),
      writer,
      breath,
      reader,
      checkpoint: () => mergeLog(driver),
      check: (spawn, signal) => checkLedger(spawn, { path, key }, signal),
      async close() {
        try {
          await reader.destroy()
          mergeLog(driver)
          await writer.destroy()
        } finally {
          unlock()
        }
      },
    }
  } catch (error) {
    for (const db of opened) db.close()
    unlock()
    throw unreadable(error, path, key)
  }
}

/** 改动提交时已经落在日志里；并入文件若不成（磁盘满了、U 盘拔了），不能说成“这一步没有做”。 */
const mergeLog = (driver: Database.Database): void => {
  try {
    driver.pragma('wal_checkpoint(truncate)')
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
  }
}
