import { randomUUID } from 'node:crypto'
import { Refused } from '../../shared/kit/refusal.ts'
import { refusal } from '../../shared/refusals.ts'
import type { NamedBytes } from './ports.ts'

const LIMIT = 64 * 1024 * 1024
const KEPT = 8
/** 没有人来取、来送的票最多留几张：命令行一次导出上百份，谁也不来取。 */
const TICKETS = 32

const dropOldest = (kept: Map<string, unknown>, limit: number) => {
  for (const old of [...kept.keys()].slice(0, -limit)) kept.delete(old)
}

/** 一次取、送字节的凭证。 */
type Ticket =
  | { kind: 'get'; file: NamedBytes; disposition: 'inline' | 'attachment' }
  | { kind: 'put' }
  | { kind: 'received'; bytes: Uint8Array }

/** 会话里暂存的字节：选来的文件、做好的文书，和取送它们的一次性票。字节从不装进 JSON。 */
export interface Bytes {
  /** 暂存；返回代号。只留最近几份。 */
  hold(file: NamedBytes): string
  held(id: string): NamedBytes | undefined
  /** 一张取字节的票（用一次；只留最近的几十张）。 */
  offer(file: NamedBytes, disposition?: 'inline' | 'attachment'): string
  /** 一张送字节的票（用一次）。 */
  expect(): string
  /** 外壳凭票取走；票不对为 undefined。 */
  collect(ticket: string): { file: NamedBytes; disposition: 'inline' | 'attachment' } | undefined
  /** 外壳凭票送来；票不对或太大为 false。 */
  deliver(ticket: string, bytes: Uint8Array): boolean
  /** 领取送来的字节。 */
  receive(ticket: string): Uint8Array | undefined
  readonly limit: number
}

export function createBytes(): Bytes {
  const held = new Map<string, NamedBytes>()
  const tickets = new Map<string, Ticket>()
  const issue = (ticket: Ticket) => {
    const id = randomUUID()
    tickets.set(id, ticket)
    dropOldest(tickets, TICKETS)
    return id
  }
  const use = <K extends Ticket['kind']>(id: string, kind: K) => {
    const ticket = tickets.get(id)
    if (ticket?.kind !== kind) return undefined
    tickets.delete(id)
    return ticket as Extract<Ticket, { kind: K }>
  }
  return {
    limit: LIMIT,
    hold(file) {
      if (file.bytes.byteLength > LIMIT) throw new Refused(refusal('files.tooLarge', { megabytes: LIMIT / 1024 / 1024 }))
      const id = randomUUID()
      held.set(id, file)
      dropOldest(held, KEPT)
      return id
    },
    held: (id) => held.get(id),
    offer: (file, disposition = 'inline') => issue({ kind: 'get', file, disposition }),
    expect: () => issue({ kind: 'put' }),
    collect: (id) => use(id, 'get'),
    deliver(id, bytes) {
      if (bytes.byteLength > LIMIT || !use(id, 'put')) return false
      tickets.set(id, { kind: 'received', bytes })
      return true
    },
    receive: (id) => use(id, 'received')?.bytes,
  }
}
