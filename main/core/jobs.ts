import { randomUUID } from 'node:crypto'
import type { JobState } from '../../shared/jobs/contract.ts'
import { Refused } from '../../shared/kit/refusal.ts'
import { refusal } from '../../shared/refusals.ts'

/** 正在做的一件任务：报告进度，听取消。 */
export interface Job {
  readonly id: string
  readonly signal: AbortSignal
  /** fraction 0..1，不知道总量时为 null。 */
  progress(fraction: number | null, doing: string): void
  /** 已取消时抛 Refused('core.cancelled')，在每个可以停下的地方调用。 */
  checkpoint(): void
}

export interface Jobs {
  running(): JobState[]
  cancel(id: string): boolean
  /** 要退出了：全部停手。 */
  cancelAll(): void
  run<T>(title: string, id: string | undefined, work: (job: Job) => Promise<T>): Promise<T>
}

export function createJobs(onProgress: (state: JobState) => void = () => {}): Jobs {
  const running = new Map<string, { state: JobState; abort: AbortController }>()
  return {
    running: () => [...running.values()].map(({ state }) => state),
    cancel(id) {
      const found = running.get(id)
      found?.abort.abort()
      return found !== undefined
    },
    cancelAll() {
      for (const { abort } of running.values()) abort.abort()
    },
    async run(title, id = randomUUID(), work) {
      const abort = new AbortController()
      const entry = { state: { job: id, title, fraction: null, doing: '' } as JobState, abort }
      running.set(id, entry)
      try {
        return await work({
          id,
          signal: abort.signal,
          progress(fraction, doing) {
            entry.state = { job: id, title, fraction, doing }
            onProgress(entry.state)
          },
          checkpoint() {
            if (abort.signal.aborted) throw new Refused(refusal('core.cancelled'))
          },
        })
      } finally {
        if (running.get(id) === entry) running.delete(id)
      }
    },
  }
}
