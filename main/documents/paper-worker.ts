import { enableCompileCache, flushCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { chooseFonts, type FontSet } from './fonts.ts'
import { makePaper } from './make-paper.ts'
import type { Word, Work } from './plans.ts'

/** 工人线程的入口：一次一件，做完报“闲”。字体只读一次。 */
const port = parentPort
if (!port) throw new Error('paper-worker runs only as a worker thread')
// 编译好的留在主线程留的地方（没有留就不留）；线程不会自己跟着用
const compiled = (workerData as { compiled?: string } | undefined)?.compiled
if (compiled) enableCompileCache(compiled)

const say = (word: Word, transfer: ArrayBuffer[] = []) => port.postMessage(word, transfer)

let chosen: { key: string; set: FontSet } | undefined
const fontsFrom = (folders: string[]): FontSet => {
  const key = folders.join('\n')
  if (chosen?.key !== key) chosen = { key, set: chooseFonts(folders) }
  return chosen.set
}

/** 闲了一会儿，把编译好的写下来：线程多半是被叫停的，等不到退出时再写；也不挡着紧接着来的活。 */
const RESTING_MS = 2000
let toWrite = compiled !== undefined
const writeLater = () => {
  if (toWrite) setTimeout(flushCompileCache, RESTING_MS).unref()
  toWrite = false
}

let turn: Promise<void> = Promise.resolve()
let waiting = 0

async function work({ id, plan, fontFolders }: Work): Promise<void> {
  try {
    const fonts = fontsFrom(fontFolders)
    let told = 0
    const { bytes, notes } = await makePaper(plan, fonts, (progress, doing) => {
      // 每做好百分之五说一次；换了一份，总要说
      if (doing === undefined && Math.abs(progress - told) < 0.05) return
      told = progress
      say({ id, progress, ...(doing === undefined ? {} : { doing }) })
    })
    if (!plan) return say({ id, ready: true })
    const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
    say({ id, bytes: whole, notes }, [whole.buffer as ArrayBuffer])
  } catch (error) {
    say({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

port.on('message', (message: Work) => {
  waiting += 1
  turn = turn.then(async () => {
    await work(message)
    waiting -= 1
    if (waiting > 0) return
    port.postMessage({ idle: true })
    writeLater()
  })
})
