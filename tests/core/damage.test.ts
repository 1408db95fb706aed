import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkLedger } from '../../main/core/check-ledger.ts'
import { bareConnection } from '../../main/core/connect.ts'
import type { SideProcess } from '../../main/core/ports.ts'
import { openApp } from '../support/open-app.ts'
import { spoil } from '../support/spoil.ts'

async function spoilt(...names: string[]) {
  const open = await openApp()
  await open.make.member({ name: '顾小满' })
  await open.app.files.close({})
  for (const name of names) spoil(open.path, name)
  await open.app.files.open({ path: open.path })
  return open
}

test('坏了一块的台账：检查说出是哪些记录，用到它的那一步说文件坏了，别的照常', async () => {
  const { app, make, log } = await spoilt('member')
  const { ok, findings, notes } = await app.files.check({})
  expect([ok, notes]).toEqual([false, ['附件的原件没有再核对。']])
  expect(findings).toEqual([expect.stringMatching(/^“党员”里有损坏（.+）$/)])
  const organizationId = await make.root()
  await expect(app.members.list({ organizationId })).rejects.toThrow('台账文件有一处读不出来，这一步做不成')
  expect(await app.talks.listByYear({ organizationId, year: 2026 })).toEqual([])
  expect(log.filter((line) => line.startsWith('error'))).toEqual([])
})

test('坏了几处的，一样记录一句；不进操作记录的表也有名字', async () => {
  const { app } = await spoilt('award', 'change_by_operation', 'draft')
  const { findings } = await app.files.check({})
  expect(findings.map((finding) => finding.replace(/（.*$/s, ''))).toEqual(
    expect.arrayContaining(['“奖惩”里有损坏', '“操作记录”里有损坏', '“没有存完的草稿”里有损坏']),
  )
})

test('坏在操作记录里、打不开的，原来开着的那一本还开着，锁也放了', async () => {
  const { app, path } = await spoilt()
  const other = await app.files.create({ name: '别的支部', kind: 'branch', actor: { name: '李明', post: '支部书记' } })
  spoil(path, 'operation')
  await expect(app.files.open({ path })).rejects.toThrow('已损坏，读不出来。请用最近的备份')
  expect((await app.files.current({}))?.path).toBe(other.path)
  expect(existsSync(`${path}.lock`)).toBe(false)
})

test('只是索引与表对不上的，也认得出是哪张表', async () => {
  const open = await openApp()
  await open.make.member({ name: '顾小满' })
  const db = bareConnection(open.path, false)
  db.unsafeMode()
  db.pragma('writable_schema = on')
  db.exec(`update sqlite_schema set sql = replace(sql, '(operation_id)', '(row_id)') where name = 'change_by_operation'`)
  db.close()
  const { findings } = await open.app.files.check({})
  expect(findings).toEqual([expect.stringMatching(/^“操作记录”里有损坏（.*change_by_operation.*）$/)])
})

/** 不答复的进程。 */
function silent() {
  const events = new EventEmitter()
  let killed = 0
  const child: SideProcess = {
    post: () => {},
    onMessage: (listen) => void events.on('message', listen),
    onExit: (listen) => void events.on('exit', listen),
    residentBytes: () => 0,
    kill: () => {
      killed += 1
    },
  }
  return { child, events, killed: () => killed }
}

test('核对当中查询照常，命令等它做完；取消了就停，什么也不耽误', async () => {
  const { child, killed } = silent()
  const started = Promise.withResolvers<void>()
  const spawnChecker = () => {
    started.resolve()
    return child
  }
  const { app, make } = await openApp({ replaced: { spawnChecker } })
  const organizationId = await make.root()
  const checking = app.files.check({ job: 'check' })
  await started.promise
  const made = make.member({ name: '顾小满' })
  expect((await app.jobs.state({})).map(({ doing }) => doing)).toContain('逐页核对台账文件')
  expect(await app.members.list({ organizationId })).toEqual([])
  expect(killed()).toBe(0)
  await app.jobs.cancel({ of: 'check' })
  await expect(checking).rejects.toThrow('取消')
  expect(killed()).toBe(1)
  await made
  expect(await app.members.list({ organizationId })).toHaveLength(1)
})

test('核对的进程自己倒下了，也算一处损坏；说不出来的是差错', async () => {
  const { signal } = new AbortController()
  const dead = silent()
  const checked = checkLedger(() => dead.child, { path: 'x' }, signal)
  dead.events.emit('exit', 11)
  expect(await checked).toEqual([{ table: null, detail: 'checker exited with 11' }])
  const odd = silent()
  const failing = checkLedger(() => odd.child, { path: 'x' }, signal)
  odd.events.emit('message', { failed: 'SQLITE_CANTOPEN' })
  await expect(failing).rejects.toThrow('SQLITE_CANTOPEN')
})
