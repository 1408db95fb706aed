import type { Day, Instant } from '../../shared/kit/values.ts'
import { localDay } from './local-day.ts'
import type { Ports } from './ports.ts'

/** 核心唯一的钟。 */
export interface Clock {
  now(): Date
  today(): Day
  /** 只为建立演示台账：当作是那个时刻在录入；做完恢复。 */
  pretend<T>(work: (moveTo: (at: Instant) => void) => Promise<T>): Promise<T>
}

export function createClock({ now, today }: Pick<Ports, 'now' | 'today'>): Clock {
  let pretended: Date | undefined
  return {
    now: () => pretended ?? now(),
    today: () => (pretended ? localDay(pretended) : today()),
    async pretend(work) {
      try {
        return await work((at) => {
          pretended = new Date(at)
        })
      } finally {
        pretended = undefined
      }
    },
  }
}
