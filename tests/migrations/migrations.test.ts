import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { forkChecker } from '../../main/core/check-ledger.ts'
import { bareConnection } from '../../main/core/connect.ts'
import { digestOfActing } from '../../main/core/foreign-objects.ts'
import { latestVersion, migrate } from '../../main/core/migrate.ts'
import { openLedger } from '../../main/core/open-ledger.ts'
import { actingDigest } from '../../migrations/acting-digest.ts'
import { migrations } from '../../migrations/index.ts'
import { testPorts } from '../support/open-app.ts'

const now = '2026-06-15T02:00:00.000Z'

function memory() {
  const database = new Database(':memory:')
  // biome-ignore lint/suspicious/noExplicitAny: 迁移面对的是当时的表
  const db = new Kysely<any>({ dialect: new SqliteDialect({ database }) })
  onTestFinished(() => db.destroy())
  return { database, db }
}

const shapeOf = (database: Database.Database) =>
  database.prepare(`select type, name, sql from sqlite_schema where name not like 'sqlite%' order by name`).all()

test('迁移按次序编号，名字与编号相符', () => {
  expect(migrations.map(({ name }) => name.slice(0, 4))).toEqual(migrations.map((_, index) => String(index + 1).padStart(4, '0')))
})

test.each(Array.from({ length: latestVersion }, (_, version) => version))('从第 %i 版升到最新，与从头建立的一模一样', async (version) => {
  const [stepped, fresh] = [memory(), memory()]
  if (version > 0) await migrate(stepped.db, undefined, now, version)
  await migrate(stepped.db, undefined, now)
  await migrate(fresh.db, undefined, now)
  expect(shapeOf(stepped.database)).toEqual(shapeOf(fresh.database))
  expect(stepped.database.pragma('user_version', { simple: true })).toBe(latestVersion)
  expect([stepped.database.pragma('integrity_check', { simple: true }), stepped.database.pragma('foreign_key_check')]).toEqual(['ok', []])
})

test('触发器与视图的摘要是最新一版的；少一个、多一个、改一字都不同', async () => {
  const { database, db } = memory()
  await migrate(db, undefined, now)
  expect(digestOfActing(database)).toBe(actingDigest)
  const acting = database
    .prepare(`select name, sql from sqlite_schema where type = 'trigger' and name not like 'history%' limit 1`)
    .get() as {
    name: string
    sql: string
  }
  database.exec(`drop trigger ${acting.name}`)
  expect(digestOfActing(database)).not.toBe(actingDigest)
  database.exec(acting.sql.replace(/begin/i, 'begin select 1;'))
  expect(digestOfActing(database)).not.toBe(actingDigest)
  database.exec(`drop trigger ${acting.name}; ${acting.sql}`)
  expect(digestOfActing(database)).toBe(actingDigest)
  database.exec('create view spy as select 1')
  expect(digestOfActing(database)).not.toBe(actingDigest)
})

test('迁移中途出错，台账还是原来的版本、原来的样子', async () => {
  const { database, db } = memory()
  await migrate(db, undefined, now, 3)
  const before = shapeOf(database)
  const list = migrations as { name: string; up: (db: never) => Promise<void> }[]
  const { up } = list[4]!
  onTestFinished(() => void (list[4]!.up = up))
  list[4]!.up = async (trx: never) => {
    await sql`create table half (a)`.execute(trx)
    throw new Error('停电')
  }
  await expect(migrate(db, undefined, now)).rejects.toThrow('停电')
  expect(shapeOf(database)).toEqual(before)
  expect(database.pragma('user_version', { simple: true })).toBe(3)
})

describe('每个发布过的版本留下的台账，都还打得开、内容都在', () => {
  const samples = join(import.meta.dirname, 'samples')
  test.each(readdirSync(samples).filter((name) => name.endsWith('.taizhang')))('%s', async (name) => {
    const { folder } = testPorts()
    const path = join(folder, name)
    copyFileSync(join(samples, name), path)
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const file = await openLedger(path, { now: new Date(now) })
    expect(await file.check(forkChecker, new AbortController().signal)).toEqual([])
    expect((await file.reader.selectFrom('member').select('name').orderBy('id').execute()).map((row) => row.name)).toEqual([
      '周小川',
      '吴小海',
      '郑小溪',
    ])
    expect(await file.reader.selectFrom('meeting').select(['topic', 'status', 'expectedCount']).execute()).toEqual([
      { topic: '学习讨论', status: 'archived', expectedCount: 3 },
    ])
    const version = Number(/v(\d+)/.exec(name)?.[1])
    expect(existsSync(`${path}.升级前-v${version}`)).toBe(version < latestVersion)
    await file.close()
  })
})

test('升级前的副本里，也有上次断电时还在日志里的改动', async () => {
  const { folder } = testPorts()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [working, path] = [join(folder, '断电之前.taizhang'), join(folder, '断电之后.taizhang')]
  const old = bareConnection(working, false)
  await migrate(new Kysely({ dialect: new SqliteDialect({ database: old }) }), undefined, now, latestVersion - 1)
  old.pragma('wal_checkpoint(truncate)')
  old.exec(`insert into operation (uid, at, actor, command, title) values ('u', '${now}', '李明', 'members.admit', '登记党员')`)
  for (const part of ['', '-wal']) copyFileSync(working + part, path + part)
  old.close()

  await (await openLedger(path, { now: new Date(now) })).close()
  const copy = bareConnection(`${path}.升级前-v${latestVersion - 1}`)
  expect(copy.prepare(`select count(*) as n from operation where title = '登记党员'`).get()).toEqual({ n: 1 })
  copy.close()
})
