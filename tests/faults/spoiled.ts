import { createHash } from 'node:crypto'
import { closeSync, copyFileSync, ftruncateSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { bareConnection } from '../../main/core/connect.ts'
import { createCore } from '../../main/core/core.ts'
import { createClient } from '../../shared/client.ts'
import { ledgers } from '../../shared/ledgers.ts'
import { benchPorts, openAt } from '../bench/ports.ts'
import type { Trial } from './trials.ts'
import { inFolder } from './trials.ts'

const PAGE = 4096

/** 磁盘坏法：一页成了零、成了乱码，或者只拷过来一半。 */
const spoils = {
  一页成了零: (file: number, page: number) => void writeSync(file, Buffer.alloc(PAGE), 0, PAGE, page * PAGE),
  一页成了乱码: (file: number, page: number) => {
    const noise = Buffer.concat(Array.from({ length: PAGE / 32 }, (_, at) => createHash('sha256').update(`${page} ${at}`).digest()))
    writeSync(file, noise, 0, PAGE, page * PAGE)
  },
  只拷过来一半: (file: number, page: number) => ftruncateSync(file, page * PAGE),
}

/** 每张表的内容合成的指纹；读不出来为空。 */
function contentsOf(path: string): string {
  const db = bareConnection(path)
  try {
    const digest = createHash('sha256')
    const tables = db.prepare(`select name from sqlite_schema where type = 'table' order by name`).pluck().all() as string[]
    for (const table of tables)
      for (const row of db.prepare(`select * from "${table}" order by rowid`).iterate()) digest.update(JSON.stringify(row))
    return digest.digest('hex')
  } catch {
    return ''
  } finally {
    db.close()
  }
}

/** 打开坏了的台账，检查一遍，把每一本台账都取一遍：说得出是哪里坏了，从不说“软件出了差错”；检查说完好的，内容真的一样。 */
async function usedBy(path: string, folder: string, whole: string): Promise<string[]> {
  const core = createCore({ ...benchPorts(folder), log: () => {} })
  const app = createClient(core.call)
  const faults: string[] = []
  const said = (name: string, code: string, known: RegExp) => known.test(code) || faults.push(`${name}：${code}`)
  const asked = async (name: string, input: unknown) => {
    const reply = await core.call(name, input)
    if (!reply.ok) said(name, reply.refusal.code, /^core\.damaged$/)
    return reply
  }
  const opened = await core.call('files.open', { path })
  if (!opened.ok) said('打开', opened.refusal.code, /^files\.(damaged|notALedger)$/)
  else {
    const check = await app.files.check({})
    if (check.ok && contentsOf(path) !== whole) faults.push('检查说完好，内容却变了')
    const tree = await asked('organizations.tree', {})
    const organizationId = tree.ok ? ((tree.value as { id: number }[])[0]?.id ?? 1) : 1
    for (const { source } of ledgers) await asked(source, { organizationId, year: 2026 })
    await asked('history.list', { limit: 200 })
  }
  await core.close()
  return faults
}

/** 坏了一块的台账：times 次，坏在各处。 */
export const spoiledPages = (times: number) =>
  inFolder(async (folder, path) => {
    const demo = await openAt(folder, path, true)
    const { path: whole } = await demo.app.files.createDemo({ path: join(folder, '演示.taizhang') })
    await demo.close()
    const contents = contentsOf(whole)
    const pages = statSync(whole).size / PAGE
    const trials: Trial[] = []
    for (let n = 0; n < times; n += 1) {
      const [how, spoil] = Object.entries(spoils)[n % 3]!
      // 黄金分割：坏的地方散在整个文件里；第一页是文件头
      const page = 1 + Math.floor(((n * 0.618034) % 1) * (pages - 1))
      const there = join(folder, `第${n}次`)
      mkdirSync(there)
      const copy = join(there, '坏了的.taizhang')
      copyFileSync(whole, copy)
      const file = openSync(copy, 'r+')
      spoil(file, page)
      closeSync(file)
      trials.push({ name: `${how}（第 ${page} 页，共 ${pages} 页）`, faults: await usedBy(copy, there, contents) })
      rmSync(there, { recursive: true, force: true })
    }
    return trials
  })
