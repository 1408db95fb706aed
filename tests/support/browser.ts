import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { buildRendererWhenStale } from '../../scripts/build.ts'
import type { Reply } from '../../shared/kit/refusal.ts'
import { copyDemo } from './demo-ledger.ts'
import { findBrowser } from './find-browser.ts'

const root = join(import.meta.dirname, '../..')

/** 真的浏览器。 */
export const launchBrowser = async (): Promise<Browser> => chromium.launch(await findBrowser())

/** 开着的一屏：真的浏览器外壳、真的台账，文件都在一个用完就删的文件夹里。 */
export interface OpenScreen {
  page: Page
  browser: Browser
  /** 这次的台账与设置所在的文件夹。 */
  home: string
  /** 不经界面直接调用过程，用来备料与核对。 */
  call<T>(path: string, input?: unknown): Promise<T>
  /** 断电：外壳当场杀掉（SIGKILL），在同一个台账上重新起一个，从头进门。 */
  powerCut(): Promise<void>
  close(): Promise<void>
}

/**
 * 起一个浏览器外壳，用真的浏览器打开，1366×768，不放动画。
 * @example const { page, close } = await openScreen({ demo: true }); await page.getByText('首页').waitFor()
 */
export async function openScreen({ demo = false, ledger }: { demo?: boolean; ledger?: string } = {}): Promise<OpenScreen> {
  if (!buildRendererWhenStale()) throw new Error('界面没有生成成功')
  const home = mkdtempSync(join(tmpdir(), '支部 台账🙂-'))
  const opened = demo ? await copyDemo(join(home, '支部台账')) : ledger
  const start = (path?: string) =>
    spawn(process.execPath, [join(root, 'scripts/start.ts'), '--browser', ...(path ? ['--ledger', path] : [])], {
      cwd: root,
      env: { ...process.env, ZHIBU_TAIZHANG_HOME: home, DISPLAY: '', WAYLAND_DISPLAY: '' },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
  let shell = start(opened)
  process.once('exit', () => shell.kill())
  const address = await addressFrom(shell)
  const browser = await launchBrowser()
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // 动画放到一半点下去，点到的可能是旁边那一行：试验里关掉动画，同关了动画的电脑一样
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await delayCalls(page, Number(process.env.SLOW_CALLS ?? 0))
  await page.goto(address)
  const call = async <T>(path: string, input: unknown = {}): Promise<T> => {
    const reply = await page.evaluate(
      async ([to, body]) => {
        const answer = await fetch(`/call/${to}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
        return (await answer.json()) as Reply
      },
      [path, input] as const,
    )
    if (!reply.ok) throw new Error(`${path}: ${reply.refusal.code}`)
    return reply.value as T
  }
  return {
    page,
    browser,
    home,
    call,
    async powerCut() {
      const { path } = await call<{ path: string }>('files.current')
      await stopped(shell, 'SIGKILL')
      shell = start(path)
      await page.goto(await addressFrom(shell))
    },
    async close() {
      await browser.close()
      await stopped(shell)
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/**
 * 每一问在路上随机耽搁 0 到 most 毫秒，先问的可能后到：旧电脑上才露面的先后次序错误，这样找。
 * @example SLOW_CALLS=300 npm test -- tests/screens
 */
async function delayCalls(page: Page, most: number): Promise<void> {
  if (most === 0) return
  await page.route('**/call/**', async (route) => {
    await new Promise((done) => setTimeout(done, Math.random() * most))
    // 页面已经换走、关上的，不用再问
    await route.continue().catch(() => undefined)
  })
}

/** 外壳打印出来的进门网址；起不来就把它说的话报出来。 */
export function addressFrom(shell: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const read = (part: Buffer) => {
      said += part
      const address = /http:\/\/127\.0\.0\.1:\d+\/enter\?token=\S+/.exec(said)?.[0]
      if (address) resolve(address)
    }
    shell.stdout?.on('data', read)
    shell.stderr?.on('data', read)
    shell.once('exit', (code) => reject(new Error(`外壳没有起来（${code}）：${said}`)))
  })
}

/** 请它关好台账再走（SIGKILL 是不请，当场杀掉）；给出退出码。 */
export function stopped(shell: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
  if (shell.exitCode !== null) return Promise.resolve(shell.exitCode)
  return new Promise((resolve) => {
    shell.once('exit', resolve)
    shell.kill(signal)
  })
}
