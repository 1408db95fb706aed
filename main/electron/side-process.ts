import type { SideProcess } from '../core/ports.ts'
import type { Electron } from './electron.ts'

/** 旁边的受限进程：打包后没有 fork，用 utilityProcess；堆 256 MB，不带环境变量，不许连网。serviceName 是任务管理器里的名字。 */
export function utilitySide(
  { app, utilityProcess }: Pick<Electron, 'app' | 'utilityProcess'>,
  script: string,
  serviceName: string,
): SideProcess {
  const child = utilityProcess.fork(script, [], {
    serviceName,
    execArgv: ['--max-old-space-size=256', '--no-warnings'],
    env: process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {},
    stdio: 'ignore',
  })
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listen) => void child.on('message', listen),
    onExit: (listen) => void child.on('exit', listen),
    residentBytes() {
      const metric = app.getAppMetrics().find(({ pid }) => pid === child.pid)
      return (metric?.memory.workingSetSize ?? 0) * 1024
    },
    kill: () => void child.kill(),
  }
}
