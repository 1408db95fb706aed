import type { Job } from './jobs.ts'

/**
 * 一件一件做，做到第几件就说到第几件。
 * @example for (const entry of inTurn(job, entries, '正在录入')) await post(entry) // 进度：正在录入，第 3/120 项
 */
export function* inTurn<T>(job: Pick<Job, 'progress'>, items: readonly T[], doing: string): Generator<T> {
  for (const [at, item] of items.entries()) {
    job.progress(at / items.length, `${doing}，第 ${at + 1}/${items.length} 项`)
    yield item
  }
}
