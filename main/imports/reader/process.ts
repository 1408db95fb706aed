import type { ReadResult } from '../../../shared/imports/raw.ts'
import { watchOwnMemory } from './memory-watch.ts'

/** 读取子进程的入口：收一份字节，交一份原样表格，然后结束。只有这里会解析外来文件。 */
interface Job {
  name: string
  bytes: Uint8Array
}

/** Electron 的 utilityProcess 给 parentPort，fork 给 process.send。 */
interface ParentPort {
  on(event: 'message', listen: (message: { data: unknown }) => void): void
  postMessage(message: unknown): void
}
const parentPort = (process as unknown as { parentPort?: ParentPort }).parentPort

const isJob = (message: unknown): message is Job =>
  typeof message === 'object' && message !== null && 'bytes' in message && (message as Job).bytes instanceof Uint8Array

async function work(message: unknown, answer: (result: ReadResult) => void): Promise<void> {
  if (!isJob(message)) return
  const { readBytes } = await import('./read-bytes.ts')
  answer(readBytes(message.bytes, message.name))
}

watchOwnMemory()
if (parentPort) parentPort.on('message', ({ data }) => void work(data, (result) => parentPort.postMessage(result)))
else process.on('message', (message) => void work(message, (result) => void process.send?.(result)))
