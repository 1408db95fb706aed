import { fork } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildElectronWhenStale } from '../../scripts/build.ts'
import { readSource } from '../laws/read-imports.ts'

const out = join(import.meta.dirname, '../../out')

beforeAll(() => {
  expect(buildElectronWhenStale()).toBe(true)
})

describe('生成的桌面版（没有开过窗口）', () => {
  test('主进程只从外面取数据库驱动和 electron，别的都打在里面', () => {
    const files = readdirSync(join(out, 'main'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))
    const outside = files
      .flatMap((name) => readSource(name, readFileSync(join(out, 'main', name), 'utf8')).imports)
      .map(({ from }) => from)
      .filter((from) => from !== undefined && !from.startsWith('.') && !isBuiltin(from))
    expect([...new Set(outside)].sort()).toEqual(['better-sqlite3', 'electron'])
  })

  test('预载脚本是 CJS，沙箱里只要 electron', () => {
    const text = readFileSync(join(out, 'preload/preload.cjs'), 'utf8')
    expect(text).not.toMatch(/^\s*(import|export)\s/m)
    expect([...text.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual(['electron'])
  })

  test('生成的读取进程读得出表格', async () => {
    const child = fork(join(out, 'main/reader.js'), [], { serialization: 'advanced', execArgv: ['--max-old-space-size=256'] })
    const answer = new Promise<unknown>((resolve) => child.once('message', resolve))
    child.send({ name: '花名册.csv', bytes: new Uint8Array(Buffer.from('姓名,性别\n顾小满,女\n')) })
    expect(JSON.stringify(await answer)).toContain('顾小满')
    child.kill()
  })

  test('生成的工人线程找得到字体，做得出文书', async () => {
    const worker = new Worker(join(out, 'main/paper-worker.js'))
    const answer = new Promise<unknown>((resolve, reject) => worker.once('error', reject).once('message', resolve))
    worker.postMessage({ id: '1', plan: undefined, fontFolders: [] })
    expect(await answer).toEqual({ id: '1', ready: true })
    await worker.terminate()
  })
})
