import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { forkChecker } from '../../main/core/check-ledger.ts'
import { bareConnection } from '../../main/core/connect.ts'
import { APPLICATION_ID } from '../../main/core/inspect-file.ts'
import { latestVersion } from '../../main/core/migrate.ts'
import { openLedger } from '../../main/core/open-ledger.ts'
import { Refused } from '../../shared/kit/refusal.ts'
import { explain } from '../../shared/refusals.ts'
import { openApp, testPorts } from '../support/open-app.ts'

const now = new Date('2026-06-15T02:00:00Z')
const KEY = new Uint8Array(32).fill(7)

const scratch = () => {
  const { folder } = testPorts()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const sentenceOf = async (opening: Promise<unknown>): Promise<string> => {
  try {
    await opening
  } catch (error) {
    if (error instanceof Refused) return explain(error.refusal)
    throw error
  }
  return '（打开了）'
}

/** 一个已关好的真台账。 */
async function closedLedger(name = '一支部.taizhang') {
  const folder = scratch()
  const path = join(folder, name)
  const file = await openLedger(path, { now, create: true })
  await file.close()
  return { folder, path }
}

describe('打不开的文件各有各的话，文件原样不动', () => {
  test.each([
    ['空文件', Buffer.alloc(0)],
    ['改了后缀的照片', Buffer.from('\x89PNG\r\n\x1a\n'.padEnd(300, 'x'), 'latin1')],
    ['一段文字', Buffer.from('这不是台账'.repeat(50))],
  ])('%s：不是台账', async (_what, bytes) => {
    const path = join(scratch(), '假的.taizhang')
    writeFileSync(path, bytes)
    expect(await sentenceOf(openLedger(path, { now }))).toBe(
      '“假的.taizhang”不是支部台账文件。请选择以 .taizhang 结尾、由本软件建立的文件。',
    )
    expect(readFileSync(path)).toEqual(bytes)
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  test('别的软件的 SQLite 文件：不是台账', async () => {
    const path = join(scratch(), '别家.db')
    const db = bareConnection(path, false)
    db.exec('create table t (a)')
    db.close()
    expect(await sentenceOf(openLedger(path, { now }))).toContain('不是支部台账文件')
  })

  test('更新版本的软件保存的：请先升级', async () => {
    const { path } = await closedLedger()
    const db = bareConnection(path, false)
    db.pragma(`user_version = ${latestVersion + 1}`)
    db.pragma('wal_checkpoint(truncate)')
    db.close()
    expect(await sentenceOf(openLedger(path, { now }))).toContain('由更新版本的软件保存，这个版本打不开')
  })

  test('设了口令的：请输入口令；密钥不对也这样说，对了就打开', async () => {
    const path = join(scratch(), '加密.taizhang')
    const made = await openLedger(path, { now, key: KEY, create: true })
    await made.close()
    expect(readFileSync(path).includes('create table')).toBe(false)
    expect(await sentenceOf(openLedger(path, { now }))).toContain('设有口令')
    expect(await sentenceOf(openLedger(path, { now, key: new Uint8Array(32).fill(9) }))).toContain('设有口令')
    const opened = await openLedger(path, { now, key: KEY })
    expect(await opened.check(forkChecker, new AbortController().signal)).toEqual([])
    await opened.close()
  })

  test('损坏的：用最近的备份', async () => {
    const { path } = await closedLedger()
    const bytes = readFileSync(path)
    bytes.fill(0xa5, 100, 4096)
    writeFileSync(path, bytes)
    expect(await sentenceOf(openLedger(path, { now }))).toContain('已损坏')
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  test('被人塞进触发器的：不打开', async () => {
    const { path } = await closedLedger()
    const db = bareConnection(path, false)
    db.exec(`create trigger helpful after insert on member begin delete from member; end`)
    db.close()
    expect(await sentenceOf(openLedger(path, { now }))).toContain('不是本软件建立的内容（trigger helpful）')
  })

  test('不在了的：说可能移走了', async () => {
    const path = join(scratch(), '没有.taizhang')
    expect(await sentenceOf(openLedger(path, { now }))).toContain('找不到文件')
    expect(existsSync(path)).toBe(false)
  })

  test('只读的文件夹：说要放在能写的地方', async () => {
    // 管理员不受 chmod 约束，用内核的只读文件夹代替。
    const root = process.getuid?.() === 0
    const folder = root ? '/sys/kernel' : scratch()
    if (!root) chmodSync(folder, 0o555)
    onTestFinished(() => void (root || chmodSync(folder, 0o755)))
    expect(await sentenceOf(openLedger(join(folder, '新.taizhang'), { now, create: true }))).toContain('不能写入，台账要放在可以写入的地方')
  })

  test('文件夹不在了：说没有这个文件夹', async () => {
    expect(await sentenceOf(openLedger(join(scratch(), '没有这里', '新.taizhang'), { now, create: true }))).toContain('没有文件夹')
  })
})

test('路径里有中文、空格和表情，照常新建与打开', async () => {
  const folder = join(scratch(), '文档 与 资料🙂', '支部 台账')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, '春晖 商会（一）支部🙂.taizhang')
  await (await openLedger(path, { now, create: true })).close()
  const file = await openLedger(path, { now })
  expect(file.title).toBe('春晖 商会（一）支部🙂')
  await file.close()
})

test('另一个进程正开着的台账，说出是哪一个；那个进程没了就能打开', async () => {
  const { path } = await closedLedger()
  const file = await openLedger(path, { now })
  const lock = JSON.parse(readFileSync(`${path}.lock`, 'utf8'))
  expect(lock).toMatchObject({ pid: process.pid })
  await file.close()
  expect(existsSync(`${path}.lock`)).toBe(false)

  writeFileSync(`${path}.lock`, JSON.stringify({ ...lock, pid: process.ppid }))
  expect(await sentenceOf(openLedger(path, { now }))).toMatch(/正被另一个窗口使用（.+，进程 \d+，自 .+）。请先关闭那一个再打开。/)
  writeFileSync(`${path}.lock`, JSON.stringify({ ...lock, host: '办公室的旧电脑' }))
  expect(await sentenceOf(openLedger(path, { now }))).toContain('在另一台电脑（办公室的旧电脑）上打开着')
  writeFileSync(`${path}.lock`, JSON.stringify({ ...lock, pid: 2 ** 22 - 3 }))
  await (await openLedger(path, { now })).close()
})

test('每次打开都是 WAL、FULL、外键开着；文件头有记号与版本', async () => {
  const { path } = await closedLedger()
  const head = readFileSync(path).subarray(0, 100)
  expect([head.readUInt32BE(68), head.readUInt32BE(60)]).toEqual([APPLICATION_ID, latestVersion])
  const db = bareConnection(path, false)
  expect(['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema'].map((name) => db.pragma(name, { simple: true }))).toEqual([
    'wal',
    2,
    1,
    0,
  ])
  db.close()
})

test('两次命令之间拷走这一个文件，就是完整的台账', async () => {
  const { app, make, path, folder } = await openApp()
  const organizationId = await make.root()
  for (let n = 1; n <= 3; n += 1) {
    await make.member({ name: `第${n}人` })
    const copy = join(folder, `拷贝${n}.taizhang`)
    copyFileSync(path, copy)
    const other = await openLedger(copy, { now })
    expect(await other.check(forkChecker, new AbortController().signal)).toEqual([])
    expect((await other.reader.selectFrom('member').select('name').execute()).map((row) => row.name)).toHaveLength(n)
    await other.close()
  }
  expect(await app.members.list({ organizationId })).toHaveLength(3)
})

test('查询的连接写不了', async () => {
  const { core } = await openApp()
  const { reader } = core.session.file!
  await expect(reader.deleteFrom('organization').execute()).rejects.toThrow('readonly')
})

test('没打开台账、没有操作人、没有这个过程、填得不对，各有一句话', async () => {
  const { ports, folder } = testPorts()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const { createCore } = await import('../../main/core/core.ts')
  const core = createCore(ports)
  const said = async (path: string, input: unknown) => {
    const reply = await core.call(path, input)
    return reply.ok ? '（办了）' : explain(reply.refusal)
  }
  expect(await said('members.find', { text: 'zs' })).toBe('还没有打开台账。请先新建或打开一个台账文件。')
  expect(await said('members.nothing', {})).toContain('没有“members.nothing”这个过程')
  expect(await said('constructor.name', {})).toContain('没有“constructor.name”这个过程')
  expect(await said('members.find', { text: 5 })).toMatch(/^填写的内容不合要求：text：/)
  const path = join(folder, '无人.taizhang')
  await core.session.open(path, { create: true })
  expect(await said('organizations.found', { parentId: null, kind: 'branch', name: '一支部' })).toContain('请先填写姓名与职务')
  await core.close()
})

test('再打开时操作人还是上次那位', async () => {
  const { app, path } = await openApp()
  await app.files.actAs({ actor: { name: '王芳', post: '组织委员' } })
  await app.files.close({})
  expect(await app.files.open({ path })).toMatchObject({ actor: { name: '王芳', post: '组织委员' }, demo: false })
  expect((await app.files.actors({})).map((actor) => actor.name)).toEqual(['王芳', '李明'])
})

test('控制台替人做的事记着控制台，再打开时操作人仍是原来那位', async () => {
  const { app, core, make, path } = await openApp()
  core.session.actOnceAs({ name: '控制台', post: '' })
  await make.member({ name: '周小川' })
  expect((await app.history.latest({})).last).toMatchObject({ actor: '控制台', subject: '周小川' })
  await app.files.close({})
  expect(await app.files.open({ path })).toMatchObject({ actor: { name: '李明', post: '支部书记' } })
})

test('新建中途不成，不留下半个文件；已有同名的说已有', async () => {
  const { app, folder, path } = await openApp()
  const twice = app.files.create({ name: '春晖商会党支部', kind: 'branch', actor: { name: '李明' } })
  await expect(twice).rejects.toThrow('已经有名为“春晖商会党支部.taizhang”的台账')
  const broken = join(folder, '小组.taizhang')
  await expect(app.files.create({ name: '小组', kind: 'group', actor: { name: '李明' }, path: broken })).rejects.toThrow(
    '党小组要设在支部下面',
  )
  expect([broken, `${broken}.新建中`, `${broken}.新建中-wal`, `${broken}.新建中.lock`].map(existsSync)).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect((await app.files.shelf({})).ledgers.map((ledger) => ledger.path)).toEqual([path])
})

test('程序出错时，这一步不留下任何痕迹，给一个能念的编号，日志里没有内容', async () => {
  const { core, make, log, app } = await openApp()
  await make.member({ name: '绝密姓名' })
  const before = await app.history.list({})
  const { writer } = core.session.file!
  const transaction = writer.transaction.bind(writer)
  writer.transaction = () => ({ ...transaction(), execute: () => Promise.reject(new Error('绝密姓名')) }) as never
  const reply = await core.call('members.strike', { id: 1 })
  writer.transaction = transaction
  expect(reply).toMatchObject({ ok: false, refusal: { code: 'core.broken', data: { number: expect.stringMatching(/^\d{6}$/) } } })
  expect(log.join('\n')).toContain('members.strike')
  expect(log.join('\n')).not.toContain('绝密')
  expect(await app.history.list({})).toEqual(before)
})

test('SQLite 自己撤回了事务（磁盘满）时，说的仍是真正的原因', async () => {
  const { path } = await closedLedger()
  const file = await openLedger(path, { now })
  const work = file.writer.transaction().execute(async (db) => {
    await sql`rollback`.execute(db)
    throw new Error('磁盘满了')
  })
  await expect(work).rejects.toThrow('磁盘满了')
  await file.close()
})
