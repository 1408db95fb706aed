import { Refused } from '../../shared/kit/refusal.ts'
import { refusal } from '../../shared/refusals.ts'
import type { Job } from '../core/jobs.ts'
import type { PaperWorker, Ports } from '../core/ports.ts'
import { systemFontFolders } from './fonts.ts'
import type { Plan, Word } from './plans.ts'

const IDLE = 5 * 60_000

/** 交活的地方：工人一直热着，闲 5 分钟下班；取消就让工人停手，什么也不留下。 */
export interface PaperDesk {
  make(plan: Plan, job: Pick<Job, 'signal' | 'progress'>): Promise<{ bytes: Uint8Array; notes: string[] }>
  /** 提前叫醒：读好库与字体。 */
  warm(): Promise<void>
  stop(): Promise<void>
  readonly awake: boolean
}

interface Waiting {
  done(word: Word): void
  fail(error: Error): void
}

/** 表太长，工人的内存用完了；别的活不受影响，换一个工人接着做。 */
const isOutOfMemory = (error: Error) => (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY'

export function createPaperDesk(start: () => PaperWorker, { idle = IDLE, fontFolders = systemFontFolders() } = {}): PaperDesk {
  let worker: PaperWorker | undefined
  let timer: NodeJS.Timeout | undefined
  let next = 1
  const waiting = new Map<number, Waiting>()

  const letGo = async (reason?: Error) => {
    const gone = worker
    worker = undefined
    clearTimeout(timer)
    for (const [id, { fail }] of [...waiting]) {
      waiting.delete(id)
      fail(reason ?? new Refused(refusal('core.cancelled')))
    }
    await gone?.terminate()
  }
  const rest = () => {
    clearTimeout(timer)
    if (waiting.size > 0 || !worker) return
    timer = setTimeout(() => void letGo(), idle)
    timer.unref()
  }
  const hand = (plan: Plan | undefined, onProgress: (fraction: number, doing?: string) => void, signal?: AbortSignal) =>
    new Promise<Word>((resolve, reject) => {
      if (signal?.aborted) return reject(new Refused(refusal('core.cancelled')))
      clearTimeout(timer)
      if (!worker) {
        const started = start()
        worker = started
        started.onMessage((message) => waiting.get((message as Word).id)?.done(message as Word))
        started.onError((error) => {
          if (worker === started) void letGo(isOutOfMemory(error) ? new Refused(refusal('documents.tooLong')) : error)
        })
      }
      const id = next++
      const stop = () => {
        waiting.delete(id)
        const others = [...waiting.values()]
        reject(new Refused(refusal('core.cancelled')))
        // 排版停不下来，只能换一个工人；同时在做的别的文书由它们的主人重做
        if (others.length === 0) void letGo()
      }
      const settle = () => {
        waiting.delete(id)
        signal?.removeEventListener('abort', stop)
        rest()
      }
      waiting.set(id, {
        done(word) {
          if ('progress' in word) return onProgress(word.progress, word.doing)
          settle()
          if ('error' in word) reject(new Error(word.error))
          else resolve(word)
        },
        fail(error) {
          settle()
          reject(error)
        },
      })
      signal?.addEventListener('abort', stop, { once: true })
      worker.post({ id, ...(plan ? { plan } : {}), fontFolders })
    })

  return {
    async make(plan, job) {
      job.progress(null, '正在排版')
      const word = await hand(plan, (fraction, doing) => job.progress(fraction, doing ?? '正在印成文书'), job.signal)
      if (!('bytes' in word)) throw new Error('paper worker answered without bytes')
      return { bytes: word.bytes, notes: word.notes }
    },
    async warm() {
      await hand(undefined, () => {})
    },
    stop: () => letGo(),
    get awake() {
      return worker !== undefined
    },
  }
}

const desks = new WeakMap<Ports['startPaperWorker'], PaperDesk>()

/** 一个进程里同一种工人只有一个交活的地方。 */
export const paperDeskOf = ({ startPaperWorker }: Ports): PaperDesk => {
  const desk = desks.get(startPaperWorker) ?? createPaperDesk(startPaperWorker)
  desks.set(startPaperWorker, desk)
  return desk
}
