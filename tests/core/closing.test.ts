import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createJobs } from '../../main/core/jobs.ts'
import { openApp } from '../support/open-app.ts'

/** 日志并不进台账文件：磁盘满了，或者 U 盘正忙。 */
function stuckCheckpoint() {
  const pragma = Database.prototype.pragma
  const spy = vi.spyOn(Database.prototype, 'pragma').mockImplementation(function (this: Database.Database, source, options) {
    if (source.startsWith('wal_checkpoint')) throw new Database.SqliteError('disk is full', 'SQLITE_FULL')
    return pragma.call(this, source, options)
  })
  onTestFinished(() => spy.mockRestore())
  return spy
}

test('改动已经落盘，只是日志没能并进文件：不说“没有做”，免得人再做一遍', async () => {
  const { app, make, path } = await openApp()
  const organizationId = await make.root()
  const stuck = stuckCheckpoint()
  await make.member({ name: '周小川' })
  await app.files.close({})
  expect(stuck).toHaveBeenCalledWith('wal_checkpoint(truncate)')
  expect(existsSync(`${path}.lock`), '关好了就放开锁').toBe(false)
  stuck.mockRestore()
  await app.files.open({ path })
  expect((await app.members.list({ organizationId })).map(({ name }) => name)).toEqual(['周小川'])
})

test('退出时正在做的任务都停手，读取进程不会留在后面', async () => {
  const { core } = await openApp()
  const stopped = core.jobs.run(
    '读取表格',
    'reading',
    ({ signal }) => new Promise<string>((done) => signal.addEventListener('abort', () => done('停了'))),
  )
  await core.close()
  expect(await stopped).toBe('停了')
})

test('两件任务用了同一个名字，先做完的不会让后一件取消不了', async () => {
  const jobs = createJobs()
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const [first, second] = gates.map((gate) => jobs.run('制作文书', 'paper', () => gate.promise))
  gates[0]?.resolve()
  await first
  expect(jobs.cancel('paper')).toBe(true)
  gates[1]?.resolve()
  await second
})

test('读到一半换开了别的台账：说换开了，不说软件出了差错，日志里也没有错', async () => {
  const { app, core, path, make, log } = await openApp()
  await make.members(3)
  const said = new Set<string>()
  const readSome = async () => {
    for (let n = 0; n < 30; n += 1) {
      const reply = await core.call('members.page', { id: 1 })
      said.add(reply.ok ? '读到了' : reply.refusal.code)
    }
  }
  const other = await app.files.create({ name: '二支部', actor: { name: '王芳', post: '' } })
  for (const at of [path, other.path, path, other.path])
    await Promise.all([readSome(), readSome(), readSome(), app.files.open({ path: at })])
  expect(said).toContain('core.otherLedger')
  expect([...said].filter((code) => code === 'core.broken')).toEqual([])
  expect(log).toEqual([])
})

test('问的人站着的那一本已经换开：查询、命令、草稿都不做，一个字也不写进现在开着的', async () => {
  const { app, core, path } = await openApp()
  const other = await app.files.create({ name: '二支部', actor: { name: '王芳', post: '' } })
  const asked = [
    ['organizations.tree', {}],
    ['organizations.found', { parentId: null, kind: 'branch', name: '三支部' }],
    ['drafts.keep', { key: '草稿', content: '一半' }],
    ['files.close', {}],
  ] as const
  const before = await app.history.latest({})
  for (const [what, input] of asked) expect(await core.call(what, input, path)).toMatchObject({ refusal: { code: 'core.otherLedger' } })
  expect(await app.history.latest({})).toEqual(before)
  expect(await app.drafts.find({ key: '草稿' })).toBeNull()
  for (const [what, input] of asked) expect(await core.call(what, input, other.path)).toMatchObject({ ok: true })
  expect(await app.files.current({})).toBeNull()
})
