import type { RawBook, ReadFailure } from '../../../shared/imports/raw.ts'
import type { Refusal } from '../../../shared/kit/refusal.ts'
import { Refused } from '../../../shared/kit/refusal.ts'
import { refusal } from '../../../shared/refusals.ts'
import type { NamedBytes, SideProcess } from '../../core/ports.ts'

export const readerLimits = { residentBytes: 512 * 1024 * 1024, milliseconds: 20_000, lookEvery: 50 }

const refusalOf = (failure: ReadFailure, name: string): Refusal => {
  switch (failure.failed) {
    case 'hostile':
      return refusal('imports.hostile', { name, why: failure.why })
    case 'locked':
      return refusal('imports.locked', { name })
    case 'notAWorkbook':
      return refusal('imports.notAWorkbook', { name })
    case 'tooSlow':
      return refusal('imports.tooSlow', { name })
    default:
      return refusal('imports.unreadable', { name })
  }
}

const isBook = (message: unknown): message is RawBook =>
  typeof message === 'object' && message !== null && Array.isArray((message as RawBook).sheets)
const isFailure = (message: unknown): message is ReadFailure =>
  typeof message === 'object' && message !== null && typeof (message as ReadFailure).failed === 'string'

interface Watch {
  spawn(): SideProcess
  signal: AbortSignal
  limits?: typeof readerLimits
}

/**
 * 在受限的子进程里读一个外来文件。超过内存或时间、被取消、子进程自己倒下，都杀掉并说一句话。
 * @throws imports.notAWorkbook、imports.locked、imports.hostile、imports.unreadable、imports.tooSlow、core.cancelled
 */
export function readWorkbook({ name, bytes }: NamedBytes, { spawn, signal, limits = readerLimits }: Watch): Promise<RawBook> {
  if (signal.aborted) return Promise.reject(new Refused(refusal('core.cancelled')))
  const child = spawn()
  return new Promise<RawBook>((resolve, reject) => {
    const started = performance.now()
    let settled = false
    const finish = (act: () => void) => {
      if (settled) return
      settled = true
      clearInterval(watch)
      signal.removeEventListener('abort', cancel)
      child.kill()
      act()
    }
    const refuse = (refused: Refusal) => finish(() => reject(new Refused(refused)))
    const cancel = () => refuse(refusal('core.cancelled'))
    const watch = setInterval(() => {
      const over = performance.now() - started > limits.milliseconds || child.residentBytes() > limits.residentBytes
      if (over) refuse(refusal('imports.tooSlow', { name }))
    }, limits.lookEvery)
    signal.addEventListener('abort', cancel)
    child.onMessage((message) => {
      if (isBook(message)) finish(() => resolve(message))
      else refuse(refusalOf(isFailure(message) ? message : { failed: 'unreadable' }, name))
    })
    child.onExit(() => refuse(refusal('imports.tooSlow', { name })))
    child.post({ name, bytes })
  })
}
