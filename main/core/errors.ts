import { randomInt } from 'node:crypto'
import { type Refusal, Refused } from '../../shared/kit/refusal.ts'
import { type Code, refusal, sentences } from '../../shared/refusals.ts'
import { isDamage } from './damage.ts'

const fromDatabase = (code: string, message: string): Refusal | undefined => {
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && Object.hasOwn(sentences, message)) return { code: message as Code, data: {} }
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return refusal('core.stillReferenced')
  if (code === 'SQLITE_CONSTRAINT_UNIQUE') return refusal('core.duplicate')
  if (isDamage(code)) return refusal('core.damaged')
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR') || code === 'SQLITE_READONLY' || code === 'ENOSPC')
    return refusal('core.diskFull')
  return undefined
}

/** 任何没料到的错误都变成一句话和一个能在电话里念的编号；日志里只有编号、代码和位置。 */
export function refusalFor(error: unknown, path: string, log: (line: string) => void): Refusal {
  if (error instanceof Refused) return error.refusal
  const { code = '', message = '', stack = '' } = error as { code?: string; message?: string; stack?: string }
  const known = fromDatabase(code, message)
  if (known) return known
  const number = String(randomInt(100_000, 1_000_000))
  const where = /([\w-]+\/[\w.-]+:\d+):\d+\)?$/m.exec(stack.replaceAll('\\', '/'))?.[1] ?? ''
  log(`error ${number} ${path} ${code || (error as Error).name} ${where}`)
  return refusal('core.broken', { number })
}
