import { Worker } from 'node:worker_threads'

const LIMIT_MB = 512

/**
 * 子进程自己的看守：解析占着主线程时，另一个线程每 50 毫秒看一次整个进程的常驻内存，超过就结束进程。
 * Windows 与 macOS 上父进程看不到子进程的内存，靠它；Linux 上父进程也看。
 */
export function watchOwnMemory(): void {
  const code = `setInterval(() => { if (process.memoryUsage.rss() > ${LIMIT_MB} * 1048576) process.kill(process.pid, 'SIGKILL') }, 50)`
  new Worker(code, { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 8 } }).unref()
}
