import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const home = join(root, 'node_modules/electron')

/** 已经装好的运行环境；没有为 undefined。 */
export function installedElectron(): string | undefined {
  const pathFile = join(home, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const program = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(home, 'dist'), readFileSync(pathFile, 'utf8').trim())
  return existsSync(program) ? program : undefined
}

/** 这里开不出桌面窗口的原因；开得出为 undefined。 */
function whyNoWindow(): string | undefined {
  if (process.platform !== 'linux') return undefined
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return '这里没有显示器，开不出桌面窗口'
  return process.getuid?.() === 0 ? '现在是 root 用户，桌面窗口的沙箱不能用' : undefined
}

/**
 * 桌面版的运行环境：已有就用，没有就用 electron 包自己的安装程序去取（听 ELECTRON_MIRROR 的），最多等 seconds 秒。
 * @returns 程序的路径，或者为什么没有。
 */
export async function findElectron(seconds = 20): Promise<{ program: string } | { why: string }> {
  const why = whyNoWindow()
  if (why) return { why }
  const found = installedElectron()
  if (found) return { program: found }
  const installer = join(home, 'install.js')
  if (existsSync(installer)) {
    console.error(`正在取桌面版的运行环境（最多等 ${seconds} 秒）……`)
    const child = spawn(process.execPath, [installer], { cwd: root, stdio: 'ignore' })
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
    await new Promise((resolve) => child.once('error', resolve).once('exit', resolve))
    clearTimeout(timer)
  }
  const program = installedElectron()
  return program ? { program } : { why: `这台机器上没有桌面版的运行环境，也没能在 ${seconds} 秒内取到` }
}

/** 开桌面窗口，等它关上，给出退出码。 */
export function runElectron(program: string, args: string[]): Promise<number> {
  const child = spawn(program, [root, ...args], { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => child.once('error', () => resolve(1)).once('exit', (code) => resolve(code ?? 1)))
}
