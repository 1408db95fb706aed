import { spawn } from 'node:child_process'

/** 这台机器上打开网址的命令；没有显示器时为 undefined。 */
export function browserCommand(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly [string, ...string[]] | undefined {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  if (platform === 'darwin') return ['open']
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : undefined
}

/** 用系统的浏览器打开；打不开也不要紧，网址已经写在窗口里。 */
export function openBrowser(address: string): void {
  const command = browserCommand(process.platform, process.env)
  if (!command) return
  const [program, ...before] = command
  const child = spawn(program, [...before, address], { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
