import { expect, onTestFinished, test } from 'vitest'
import type { PaperWorker } from '../../main/core/ports.ts'
import { startPaperWorker } from '../../main/documents/node-worker.ts'
import { createPaperDesk } from '../../main/documents/paper-desk.ts'
import type { Plan } from '../../main/documents/plans.ts'
import type { Refused } from '../../shared/kit/refusal.ts'

const plan = (people: number): Plan => ({
  kind: 'signInSheet',
  title: '签到表',
  topic: '学习',
  time: '',
  place: '',
  host: '',
  expected: people,
  people: Array.from({ length: people }, (_, index) => ({ name: `党员${index}`, unit: '', phone: '', place: '', group: '', note: '' })),
  apart: [],
  ...({ columns: 2, spareRows: 4, about: 'unit', byGroup: false, online: false, makeup: false, mostRows: 20 } as const),
  demo: false,
  voided: false,
})
const watch = () => {
  const abort = new AbortController()
  const said: string[] = []
  return { abort, said, job: { signal: abort.signal, progress: (_: number | null, doing: string) => void said.push(doing) } }
}
function deskOf(idle = 60_000, start: () => PaperWorker = startPaperWorker) {
  const desk = createPaperDesk(start, { idle, fontFolders: [] })
  onTestFinished(() => desk.stop())
  return desk
}
const isPdf = (bytes: Uint8Array) =>
  Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-' && Buffer.from(bytes.subarray(-32)).toString().includes('%%EOF')

test('在工人线程里做好，有进度', async () => {
  const { job, said } = watch()
  const { bytes } = await deskOf().make(plan(30), job)
  expect(isPdf(bytes)).toBe(true)
  expect(said).toContain('正在排版')
  expect(said).toContain('正在印成文书')
})

test('做到一半取消：什么也不留下，下一份照常做', async () => {
  const desk = deskOf()
  await desk.warm()
  const { abort, job } = watch()
  const making = desk.make(plan(3000), job).then(
    () => 'made',
    (error: Refused) => error.refusal.code,
  )
  setTimeout(() => abort.abort(), 60)
  expect(await making).toBe('core.cancelled')
  expect(desk.awake).toBe(false)
  expect(isPdf((await desk.make(plan(3), watch().job)).bytes)).toBe(true)
})

test('还没开始就取消，工人不用起来', async () => {
  const desk = deskOf()
  const { abort, job } = watch()
  abort.abort()
  await expect(desk.make(plan(3), job)).rejects.toMatchObject({ refusal: { code: 'core.cancelled' } })
  expect(desk.awake).toBe(false)
})

test('闲够时间就下班，再有活又起来', async () => {
  const desk = deskOf(50)
  await desk.warm()
  expect(desk.awake).toBe(true)
  await expect.poll(() => desk.awake, { timeout: 3000 }).toBe(false)
  expect(isPdf((await desk.make(plan(3), watch().job)).bytes)).toBe(true)
})

test('两份一起做，各得各的', async () => {
  const desk = deskOf()
  const [small, large] = await Promise.all([desk.make(plan(2), watch().job), desk.make(plan(200), watch().job)])
  expect(isPdf(small.bytes) && isPdf(large.bytes)).toBe(true)
  expect(large.bytes.byteLength).toBeGreaterThan(small.bytes.byteLength)
})

test('工人倒下时说出差错，不会一直等', async () => {
  const listeners: ((error: Error) => void)[] = []
  const desk = deskOf(60_000, () => ({
    post: () => {},
    onMessage: () => {},
    onError: (listen) => void listeners.push(listen),
    terminate: async () => {},
  }))
  const making = desk.make(plan(3), watch().job)
  listeners[0]?.(new Error('worker died'))
  await expect(making).rejects.toThrow('worker died')
})

test('长的一份排版时说排到了第几页，画之前也看得见在动', async () => {
  const { job, said } = watch()
  await deskOf().make(plan(2400), job)
  const laid = said.filter((doing) => /^已排 \d+ 页$/.test(doing))
  expect(laid.slice(0, 2)).toEqual(['已排 20 页', '已排 40 页'])
  expect(said.indexOf('已排 40 页')).toBeLessThan(said.indexOf('正在印成文书'))
})

test('工人的内存不够时说怎么办，不当作意外', async () => {
  const failing = (): PaperWorker => {
    let fail = (_: Error) => {}
    return {
      post: () => setTimeout(() => fail(Object.assign(new Error('heap'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }))),
      onMessage: () => {},
      onError: (listen) => {
        fail = listen
      },
      terminate: async () => {},
    }
  }
  const desk = deskOf(60_000, failing)
  await expect(desk.make(plan(3), watch().job)).rejects.toMatchObject({ refusal: { code: 'documents.tooLong' } })
  expect(desk.awake).toBe(false)
})
