import type { ReadResult } from '../../../shared/imports/raw.ts'
import { answerParent } from '../../core/answer-parent.ts'
import { watchOwnMemory } from './memory-watch.ts'

/** 读取子进程的入口：收一份字节，交一份原样表格，然后结束。只有这里会解析外来文件。 */
interface Job {
  name: string
  bytes: Uint8Array
}

const isJob = (message: unknown): message is Job =>
  typeof message === 'object' && message !== null && 'bytes' in message && (message as Job).bytes instanceof Uint8Array

async function work(message: unknown, answer: (result: ReadResult) => void): Promise<void> {
  if (!isJob(message)) return
  const { readBytes } = await import('./read-bytes.ts')
  answer(readBytes(message.bytes, message.name))
}

watchOwnMemory()
answerParent(work)
