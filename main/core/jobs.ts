import { randomUUID } from 'node:crypto'
import type { JobState } from '../../shared/jobs/contract.ts'
import { Refused } from '../../shared/kit/refusal.ts'
import { refusal } from '../../shared/refusals.ts'
import { createBreath } from './breath.ts'

/** 正在做的一件事（任务，或一条命令）：报告进度，听取消。 */
export interface Job {
  readonly id: string
  readonly signal: AbortSignal
  /** fraction 0..1，不知道总量时为 null。 */
  progress(fraction: number | null, doing: string): void
  /** 已取消时抛 Refused('core.cancelled')。 */
  refuseWhenCancelled(): void
  /** 在每个可以停下的地方调用：做久了让一让，已取消就不往下做。 */
  checkpoint(): Promise<void>
}

export interface Jobs {
  running(): JobState[]
  cancel(id: string): boolean
  /** 要退出了：任务全部停手；要做完的（命令）不管。 */
  cancelAll(): void
  run<T>(title: string, id: string | undefined, work: (job: Job) => Promise<T>, kind?: 'task' | 'command'): Promise<T>
}

export function createJobs(onProgress: (state: JobState) => void = () => {}): Jobs {
  const running = new Map<string, { state: JobState; abort: AbortController; kind: 'task' | 'command' }>()
  return {
    running: () => [...running.values()].map(({ state }) => state),
    cancel(id) {
      const found = running.get(id)
      found?.abort.abort()
      return found !== undefined
    },
    cancelAll() {
      for (const { abort, kind } of running.values()) if (kind === 'task') abort.abort()
    },
    async run(title, id = randomUUID(), work, kind = 'task') {
      const abort = new AbortController()
      const breath = createBreath()
      const refuseWhenCancelled = () => {
        if (abort.signal.aborted) throw new Refused(refusal('core.cancelled'))
      }
      const entry = { state: { job: id, title, fraction: null, doing: '' } as JobState, abort, kind }
      running.set(id, entry)
      try {
        return await work({
          id,
          signal: abort.signal,
          progress(fraction, doing) {
            entry.state = { job: id, title, fraction, doing }
            onProgress(entry.state)
          },
          refuseWhenCancelled,
          async checkpoint() {
            await breath.take()
            refuseWhenCancelled()
          },
        })
      } finally {
        if (running.get(id) === entry) running.delete(id)
      }
    },
  }
}
