import { randomUUID } from 'node:crypto'
import type { RawBook } from '../../shared/imports/raw.ts'
import type { Bytes } from '../core/bytes.ts'

const KEPT = 3

/** 读到的原样表格，留在内存里等人核对；只留最近三份，随会话一起消失。 */
export interface Held {
  name: string
  book: RawBook
}

const bySession = new WeakMap<Bytes, Map<string, Held>>()

export function keep(session: Bytes, held: Held): string {
  const kept = bySession.get(session) ?? new Map<string, Held>()
  bySession.set(session, kept)
  const id = randomUUID()
  kept.set(id, held)
  for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old)
  return id
}

export const kept = (session: Bytes, id: string): Held | undefined => bySession.get(session)?.get(id)
