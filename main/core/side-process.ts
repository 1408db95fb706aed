import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { getCompileCacheDir } from 'node:module'
import type { SideProcess } from './ports.ts'

const HEAP_MB = 256

/** 常驻内存：Linux 读 /proc；别处不知道（0），由子进程自己的看守线程管。 */
function residentOf(pid: number | undefined): number {
  if (pid === undefined || process.platform !== 'linux') return 0
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]
    return Number(pages) * 4096
  } catch {
    return 0
  }
}

/** 用 fork 起一个堆 256 MB、不带环境变量（只告诉它编译过的源码在哪里）的子进程；Electron 另有 utilityProcess 的一份。 */
export function forkProcess(script: string): SideProcess {
  const compiled = getCompileCacheDir()
  const child = fork(script, [], {
    execArgv: [`--max-old-space-size=${HEAP_MB}`, '--no-warnings'],
    env: {
      ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
      ...(compiled ? { NODE_COMPILE_CACHE: compiled } : {}),
    },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  child.stderr?.resume()
  return {
    post: (message) => void child.send(message as object),
    onMessage: (listen) => void child.on('message', listen),
    onExit: (listen) => {
      child.on('exit', (code) => listen(code))
      child.on('error', () => listen(null))
    },
    residentBytes: () => residentOf(child.pid),
    kill: () => void child.kill('SIGKILL'),
    stderr: child.stderr,
  }
}
