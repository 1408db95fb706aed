import { existsSync, readdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Client } from '../../shared/contract.ts'
import { openApp } from '../support/open-app.ts'

const actor = { name: '李明', post: '支部书记' }

/** 演示台账建起来了、还没有建完；每看一次让出一步，它也一样。 */
async function underWay(app: Client) {
  while (!(await app.jobs.state({})).some(({ job, fraction }) => job === 'demo' && (fraction ?? 0) > 0)) await setImmediate()
}

test('正建着演示台账时打开了真台账，一个演示的人也不会落进真台账', async () => {
  const { app, path } = await openApp()
  await app.files.close({})
  const building = app.files.createDemo({ job: 'demo' })
  await underWay(app)
  const real = await app.files.open({ path })
  const organizationId = (await app.organizations.tree({}))[0]!.id
  const found = await app.members.admit({ organizationId, category: 'formal', facts: { name: '真的人' } })
  const [operation] = await app.history.list({ limit: 1 })
  await building

  expect(real).toMatchObject({ path, demo: false })
  await app.files.open({ path })
  expect((await app.members.list({ organizationId })).map(({ id, name }) => ({ id, name }))).toEqual([{ id: found.id, name: '真的人' }])
  expect(operation?.at.slice(0, 10), '真台账的录入时间也不跟着演示的钟走').toBe('2026-06-15')
})

test('演示台账建到一半取消，什么也不留下，原来打开着的台账还开着', async () => {
  const { app, core, path } = await openApp()
  const building = app.files.createDemo({ job: 'demo' })
  await underWay(app)
  expect(core.jobs.cancel('demo')).toBe(true)
  await expect(building).rejects.toThrow('已取消，什么都没有改动')
  expect(await app.files.current({})).toMatchObject({ path, actor })
  expect(readdirSync(dirname(path)).filter((name) => name.includes('演示'))).toEqual([])
})

test('连按两下“新建”，只建一个，第二下说已经有了', async () => {
  const { app } = await openApp()
  const twice = await Promise.allSettled([1, 2].map(() => app.files.create({ name: '二支部', actor })))
  expect(twice.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(String((twice[1] as PromiseRejectedResult).reason)).toContain('已经有名为“二支部.taizhang”的台账')
  expect((await app.organizations.tree({})).map(({ name }) => name)).toEqual(['二支部'])
})

test('单位名称很长，或者是 Windows 留给设备的名字，照样建得成', async () => {
  const { app } = await openApp()
  const long = await app.files.create({ name: '长'.repeat(80), actor })
  expect([existsSync(long.path), long.title]).toEqual([true, '长'.repeat(70)])
  expect((await app.organizations.tree({}))[0]?.name).toBe('长'.repeat(80))
  expect((await app.files.create({ name: 'con', actor })).title).toBe('con_')
})

test('台账文件夹里有断了的快捷方式，别的台账照样列出来', async () => {
  const { app, path } = await openApp()
  symlinkSync(join(dirname(path), '已经拿走.taizhang'), join(dirname(path), '快捷方式.taizhang'))
  expect((await app.files.shelf({})).ledgers.map((ledger) => ledger.path)).toEqual([path])
})

test('换一种写法再打开同一个台账，还是那一个，锁也还在', async () => {
  const { app, core, path } = await openApp()
  const before = core.session.file
  const again = join(dirname(path), '..', '支部台账', '.', '春晖商会党支部.taizhang').replace('支部台账/', '支部台账//')
  expect(await app.files.open({ path: again })).toMatchObject({ path })
  const link = join(dirname(path), '别名.taizhang')
  symlinkSync(path, link)
  expect(await app.files.open({ path: link })).toMatchObject({ path })
  expect([core.session.file === before, existsSync(`${path}.lock`)]).toEqual([true, true])
})
