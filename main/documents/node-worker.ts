import { getCompileCacheDir } from 'node:module'
import { Worker } from 'node:worker_threads'
import { entryNear } from '../core/entry-near.ts'
import type { PaperWorker } from '../core/ports.ts'

/** 新建的小东西放得下多少，MB：排几万格的表时少停下来清理，快三成。 */
const YOUNG = 96

/** 制作文书的工人线程。闲着的时候不拖住进程退出，有活时才算数。打包的桌面版给出压缩包外的那份 script。 */
export function startPaperWorker(script: string = entryNear(import.meta.url, 'paper-worker.ts', 'paper-worker.mjs')): PaperWorker {
  const worker = new Worker(script, {
    name: 'papers',
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    workerData: { compiled: getCompileCacheDir() },
  })
  worker.unref()
  // 手上还有几件：上一件的“闲”可能在下一件交出之后才到，那时不能放它走
  let owed = 0
  let ending = false
  return {
    post(message, transfer = []) {
      owed += 1
      worker.ref()
      worker.postMessage(message, transfer)
    },
    onMessage(listen) {
      worker.on('message', (message: unknown) => {
        if (!(message as { idle?: boolean }).idle) {
          if (!('progress' in (message as object))) owed -= 1
          listen(message)
        } else if (owed === 0 && !ending) worker.unref()
      })
    },
    onError(listen) {
      worker.on('error', listen)
      worker.on('exit', (code) => {
        if (code !== 0 && !ending) listen(new Error(`paper worker exited with ${code}`))
      })
    },
    terminate: async () => {
      ending = true
      worker.ref()
      await worker.terminate()
    },
  }
}
