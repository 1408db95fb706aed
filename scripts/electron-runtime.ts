import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const home = join(root, 'node_modules/electron')

/** 已经装好的运行环境；没有为 undefined。 */
function installed(): string | undefined {
  const pathFile = join(home, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const program = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(home, 'dist'), readFileSync(pathFile, 'utf8').trim())
  return existsSync(program) ? program : undefined
}

/** 没有显示器时桌面窗口开不出来。 */
const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/**
 * 桌面版的运行环境：已有就用，没有就用 electron 包自己的安装程序去取（听 ELECTRON_MIRROR 的），最多等 20 秒。
 * @returns 程序的路径；取不到、没有显示器为 undefined。
 */
export async function findElectron(seconds = 20): Promise<string | undefined> {
  if (!existsSync(join(home, 'install.js')) || !hasDisplay()) return undefined
  const found = installed()
  if (found) return found
  console.error(`正在取桌面版的运行环境（最多等 ${seconds} 秒）……`)
  const child = spawn(process.execPath, [join(home, 'install.js')], { cwd: root, stdio: 'ignore' })
  const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
  await new Promise((resolve) => child.once('error', resolve).once('exit', resolve))
  clearTimeout(timer)
  return installed()
}

/** 开桌面窗口，等它关上，给出退出码。 */
export function runElectron(program: string, args: string[]): Promise<number> {
  // Linux 的根用户下 Chromium 的沙箱不能用；桌面版坚持要沙箱，所以那时不会走到这里
  const child = spawn(program, [root, ...args], { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => child.once('error', () => resolve(1)).once('exit', (code) => resolve(code ?? 1)))
}
