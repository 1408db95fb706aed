import { rmSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { forkChecker } from '../../main/core/check-ledger.ts'
import { createCore } from '../../main/core/core.ts'
import type { Desk, Ports } from '../../main/core/ports.ts'
import { startPaperWorker } from '../../main/documents/node-worker.ts'
import { forkReader } from '../../main/imports/reader/fork-reader.ts'
import { buildBrowserShellWhenStale } from '../../scripts/build.ts'
import { createClient } from '../../shared/client.ts'

// 与人用的一样：读取进程与工人线程是打好的，编译过的留着
const out = join(import.meta.dirname, '../../out')
if (!buildBrowserShellWhenStale()) process.exit(1)
enableCompileCache(join(out, 'compiled'))

const desk: Desk = {
  nativeDialogs: false,
  pickLedger: async () => undefined,
  chooseFile: async () => ({ kind: 'cancelled' }),
  save: async ({ name }) => ({ kind: 'saved', path: name }),
  print: async ({ name }) => ({ kind: 'saved', path: name }),
}

/** 一套真的端口，文件都放在 folder 里。 */
export const benchPorts = (folder: string): Ports => ({
  places: { ledgers: folder, settings: folder },
  desk,
  today: () => '2026-11-22',
  now: () => new Date(),
  spawnChecker: () => forkChecker(join(out, 'browser/checker.mjs')),
  spawnReader: () => forkReader(join(out, 'browser/reader.mjs')),
  startPaperWorker: () => startPaperWorker(join(out, 'browser/paper-worker.mjs')),
  log: (line) => console.error(line),
})

/** 打开 path 上的台账；没有就先建一个总支的台账。 */
export async function openAt(folder: string, path: string, create = false) {
  const core = createCore(benchPorts(folder))
  const app = createClient(core.call)
  const actor = { name: '李明', post: '支部书记' }
  if (create) await app.files.create({ name: '青禾市茶业商会党总支', kind: 'generalBranch', actor, path })
  else {
    await app.files.open({ path })
    await app.files.actAs({ actor })
  }
  return { core, app, close: () => core.close() }
}

export const removeFolder = (folder: string) => rmSync(folder, { recursive: true, force: true })
