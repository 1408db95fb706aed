import { fork } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLedger } from '../../main/core/open-ledger.ts'
import { buildElectronWhenStale } from '../../scripts/build.ts'
import { readSource } from '../laws/read-imports.ts'

const root = join(import.meta.dirname, '../..')
const out = join(root, 'out')

beforeAll(() => {
  expect(buildElectronWhenStale()).toBe(true)
})

describe('生成的桌面版（没有开过窗口）', () => {
  test('主进程只从外面取数据库驱动和 electron，别的都打在里面', () => {
    const files = readdirSync(join(out, 'main'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.mjs'))
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

  describe('解在压缩包外的几份：旁边没有 package.json，只有数据库驱动和字体', () => {
    const home = mkdtempSync(join(tmpdir(), '支部 台账-解开-'))
    const unpacked = join(home, 'app.asar.unpacked')
    const strict = ['--no-experimental-detect-module', '--max-old-space-size=256']

    beforeAll(() => {
      cpSync(join(out, 'main'), join(unpacked, 'out/main'), { recursive: true })
      for (const name of ['better-sqlite3', '@expo-google-fonts/noto-serif-sc'])
        cpSync(join(root, 'node_modules', name), join(unpacked, 'node_modules', name), { recursive: true })
    })
    afterAll(() => rmSync(home, { recursive: true, force: true }))

    const asked = async (script: string, message: object) => {
      const child = fork(join(unpacked, 'out/main', script), [], { serialization: 'advanced', execArgv: strict })
      const answer = new Promise<unknown>((resolve, reject) => {
        child.once('message', resolve)
        child.once('exit', (code) => reject(new Error(`${script} exited with ${code}`)))
      })
      child.send(message)
      const said = await answer
      child.kill()
      return said
    }

    test('读取进程读得出表格', async () => {
      const bytes = new Uint8Array(Buffer.from('姓名,性别\n顾小满,女\n'))
      expect(JSON.stringify(await asked('reader.mjs', { name: '花名册.csv', bytes }))).toContain('顾小满')
    })

    test('核对进程找得到数据库驱动，核对得了台账', async () => {
      const path = join(home, '春晖.taizhang')
      const file = await openLedger(path, { now: new Date('2026-06-15T10:00:00'), create: true })
      expect(await asked('checker.mjs', { path })).toEqual({ damage: [] })
      await file.close()
      expect(await asked('checker.mjs', { path: join(home, '没有.taizhang') })).toEqual({ failed: 'SQLITE_CANTOPEN' })
    })

    test('工人线程找得到字体，做得出文书', async () => {
      const worker = new Worker(join(unpacked, 'out/main/paper-worker.mjs'), { execArgv: ['--no-experimental-detect-module'] })
      const answer = new Promise<unknown>((resolve, reject) => worker.once('error', reject).once('message', resolve))
      worker.postMessage({ id: '1', plan: undefined, fontFolders: [] })
      expect(await answer).toEqual({ id: '1', ready: true })
      await worker.terminate()
    })
  })
})
