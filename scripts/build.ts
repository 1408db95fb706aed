import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { isStale } from './staleness.ts'

const root = join(import.meta.dirname, '..')
const at = (...names: string[]) => names.map((name) => join(root, name))

const common = at('shared', 'package.json', 'package-lock.json')
const rendererSources = [...common, ...at('renderer', 'assets', 'vite.config.ts')]
const mainSources = [...common, ...at('main', 'migrations', 'assets')]

/** 用本项目自带的 Node 跑一个包里的命令。 */
function runBin(script: string, ...args: string[]): boolean {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    encoding: 'utf8',
    // 测试里 NODE_ENV 是 test，生成的界面仍要是正式的那一份
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) console.error(`${stdout}${stderr}`)
  return status === 0
}

/** 界面比来源旧就重新做；做不出来为 false（原因已打印）。 */
export function buildRendererWhenStale(): boolean {
  if (!isStale({ sources: rendererSources, product: join(root, 'out/renderer/index.html') })) return true
  console.error('正在生成界面……')
  return runBin('vite/bin/vite.js', 'build', '--logLevel', 'warn')
}

/** 浏览器外壳比来源旧就重新做。 */
export function buildBrowserShellWhenStale(): boolean {
  if (!isStale({ sources: [...mainSources, ...at('browser.vite.config.ts')], product: join(root, 'out/browser/shell.mjs') })) return true
  console.error('正在生成后台……')
  return runBin('vite/bin/vite.js', 'build', '--config', 'browser.vite.config.ts', '--logLevel', 'warn')
}

/** 桌面版的主进程比来源旧就重新做。 */
export function buildElectronWhenStale(): boolean {
  if (!isStale({ sources: [...mainSources, ...at('electron.vite.config.ts')], product: join(root, 'out/main/app.mjs') })) return true
  console.error('正在生成桌面版……')
  return runBin('electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn')
}
