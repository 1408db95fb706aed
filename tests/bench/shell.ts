import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addressFrom, launchBrowser, stopped } from '../support/browser.ts'
import { type Figure, timingOf } from './measure.ts'

const root = join(import.meta.dirname, '../..')
const STARTS = 5

interface Standing {
  folder: string
  path: string
  members: number
  root: number
  meetingId: number
}

/** npm start 的那句话，去掉开头的 node。 */
const [, ...start] = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }).scripts.start.split(
  ' ',
)

const startShell = ({ folder, path }: Standing) =>
  spawn(process.execPath, [...start, '--browser', '--ledger', path], {
    cwd: root,
    env: { ...process.env, ZHIBU_TAIZHANG_HOME: folder, DISPLAY: '', WAYLAND_DISPLAY: '' },
    stdio: ['pipe', 'pipe', 'pipe'],
  })

/** 进程占着的内存，MB；只有 Linux 说得出，别处为 null。 */
function memoryOf(pid: number | undefined): number | null {
  const path = `/proc/${pid}/status`
  if (!existsSync(path)) return null
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(path, 'utf8'))?.[1]) / 1024
}

/** 从敲下启动到首页画好能用：进程起来、台账打开、界面装好、头几个查询都在内。浏览器是开着的。 */
async function firstScreen(standing: Standing): Promise<Figure> {
  const browser = await launchBrowser()
  const samples: number[] = []
  for (let n = 0; n <= STARTS; n += 1) {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    const page = await context.newPage()
    const start = performance.now()
    const shell = startShell(standing)
    await page.goto(await addressFrom(shell))
    await page.getByRole('heading', { name: /现在要做/ }).waitFor()
    if (n > 0) samples.push(performance.now() - start)
    await context.close()
    await stopped(shell)
  }
  await browser.close()
  return { what: '启动到首页能用', members: standing.members, measured: timingOf(samples), bound: { of: 'median', most: 1500 } }
}

/** 主进程做完日常查询之后的内存；再做一份 PDF、一本台账，多出来的算工人线程的。 */
async function memory(standing: Standing): Promise<Figure[]> {
  const shell = startShell(standing)
  try {
    const address = await addressFrom(shell)
    const { origin } = new URL(address)
    const entered = await fetch(address, { redirect: 'manual' })
    const headers = { cookie: entered.headers.getSetCookie()[0]?.split(';')[0] ?? '', origin, 'content-type': 'application/json' }
    const call = async (path: string, input: unknown) => {
      const reply = await (await fetch(`${origin}/call/${path}`, { method: 'POST', headers, body: JSON.stringify(input) })).json()
      if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(reply.refusal)}`)
    }
    const scope = { organizationId: standing.root, year: 2026 }
    await call('members.list', { organizationId: standing.root })
    await call('meetings.listByYear', scope)
    await call('dues.grid', scope)
    const before = memoryOf(shell.pid)
    await call('documents.make', { wanted: { kind: 'signInSheet', meetingId: standing.meetingId } })
    await call('documents.make', { wanted: { kind: 'ledger', ledger: 'members', scope, format: 'xlsx' } })
    const after = memoryOf(shell.pid)
    if (before === null || after === null) return []
    return [
      { what: '主进程内存（MB）', members: standing.members, measured: timingOf([before]), bound: { of: 'median', most: 200 } },
      { what: '工人线程内存（MB）', members: standing.members, measured: timingOf([after - before]), bound: { of: 'median', most: 320 } },
    ]
  } finally {
    await stopped(shell)
  }
}

/** 浏览器外壳：多久能用，占多少内存。 */
export const shell = async (standing: Standing): Promise<Figure[]> => [await firstScreen(standing), ...(await memory(standing))]
