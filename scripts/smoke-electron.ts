import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { buildElectronWhenStale, buildRendererWhenStale } from './build.ts'
import { installedElectron } from './electron-runtime.ts'

/** 真的开一次桌面窗口：页面来自 app://，碰不到 Node，过程能调，外网连不上。没有运行环境就如实说没有做。 */
async function smoke(program: string): Promise<string[]> {
  const home = mkdtempSync(join(tmpdir(), '支部 台账🙂-'))
  const app = await _electron.launch({
    executablePath: program,
    args: [join(import.meta.dirname, '..')],
    env: { ...(process.env as Record<string, string>), ZHIBU_TAIZHANG_HOME: home },
  })
  try {
    const page = await app.firstWindow()
    await page.waitForLoadState()
    const seen = await page.evaluate(async () => ({
      url: location.href,
      node: 'require' in globalThis || 'process' in globalThis,
      reply: await (
        globalThis as unknown as Window & { bridge: { send(path: string, input: unknown): Promise<{ ok: boolean }> } }
      ).bridge.send('files.shelf', {}),
      outside: await fetch('https://example.com').then(
        () => true,
        () => false,
      ),
    }))
    return [
      seen.url.startsWith('app://ledger/') ? '' : `页面来自 ${seen.url}`,
      seen.node ? '页面碰得到 Node' : '',
      seen.reply.ok ? '' : '过程调不通',
      seen.outside ? '连得上外网' : '',
    ].filter(Boolean)
  } finally {
    await app.close()
    rmSync(home, { recursive: true, force: true })
  }
}

const program = installedElectron()
if (!program) {
  console.log('skipped: no runtime')
} else if (!buildRendererWhenStale() || !buildElectronWhenStale()) {
  process.exitCode = 1
} else {
  const wrong = await smoke(program)
  console.log(wrong.length === 0 ? 'ok: 桌面窗口开过，四项都对' : wrong.join('\n'))
  process.exitCode = wrong.length === 0 ? 0 : 1
}
