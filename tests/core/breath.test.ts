import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createBreath } from '../../main/core/breath.ts'
import { csv, read } from '../imports/sheets.ts'
import { openApp } from '../support/open-app.ts'

const busy = (ms: number) => {
  const until = performance.now() + ms
  while (performance.now() < until);
}

describe('做得久的让一让', () => {
  test('没到时候不让；到了才让，让完重新算起', async () => {
    const breath = createBreath()
    expect(breath.take()).toBeUndefined()
    busy(60)
    const rest = breath.take()
    expect(rest).toBeInstanceOf(Promise)
    await rest
    expect(breath.take()).toBeUndefined()
  })

  test('闲了很久以后的一条短命令不让：后来的查询看到的已是它写下的', async () => {
    const { app } = await openApp()
    busy(80)
    const [, found] = await Promise.all([
      app.drafts.keep({ key: 'draft', content: '写下的' }),
      setImmediate().then(() => app.drafts.find({ key: 'draft' })),
    ])
    expect(found?.content).toBe('写下的')
  })

  test('让过之后看一眼；抛过一次就不再看，收拾残局的照做', async () => {
    const breath = createBreath()
    const work = async () => {
      busy(60)
      await breath.take()
    }
    await expect(
      breath.during(
        () => {
          throw new Error('取消')
        },
        async () => {
          await expect(work()).rejects.toThrow('取消')
          await work()
          return '收拾好了'
        },
      ),
    ).resolves.toBe('收拾好了')
  })
})

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨']
const given = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥']
/** 名字各不相同的一册。 */
const roster = (count: number) =>
  csv(
    [
      '姓名,性别,入党时间',
      ...Array.from(
        { length: count },
        (_, n) => `${surnames[n % 16]}${given[Math.floor(n / 16) % 22]}${given[Math.floor(n / 352) % 22]},男,2001.7`,
      ),
    ].join('\n'),
  )

/** 一边做，一边每轮问一次进度；给出问到的话与做的结果。 */
async function watching<T>(open: Awaited<ReturnType<typeof openApp>>, work: Promise<T>, each: () => unknown = () => {}) {
  const heard: string[] = []
  let done = false
  const finished = work.finally(() => {
    done = true
  })
  finished.catch(() => {})
  while (!done) {
    await setImmediate()
    for (const { title, doing } of await open.app.jobs.state({})) if (doing) heard.push(`${title} ${doing}`)
    if (heard.length > 0 && !done) await each()
  }
  return { heard, finished }
}

test('导入几千行，进度问得到；录入之中别处看到的还是原来的样子', async () => {
  const open = await openApp()
  const { given } = await read(open, '名册.csv', roster(3000))
  const seen: number[] = []
  const listed = async () => seen.push((await open.app.members.overview({ organizationId: given.target.organizationId })).people)
  const { heard, finished } = await watching(open, open.app.imports.apply({ ...given, job: 'import' }), listed)
  expect((await finished).counts).toMatchObject({ added: 3000 })
  expect(heard.some((line) => line.startsWith('导入 正在录入'))).toBe(true)
  expect(seen).toContain(0)
  expect(seen.filter((people) => people !== 0 && people !== 3000)).toEqual([])
})

test('录入、撤销到一半都可以取消，取消了就像没有做过；还没轮到就取消的不做', async () => {
  const open = await openApp()
  const { app } = open
  const { given } = await read(open, '名册.csv', roster(3000))
  const people = async () => (await app.members.overview({ organizationId: given.target.organizationId })).people
  const lines = async () => (await app.history.list({})).length
  const before = await lines()
  const stopped = await watching(open, app.imports.apply({ ...given, job: 'import' }), () => app.jobs.cancel({ of: 'import' }))
  await expect(stopped.finished).rejects.toThrow('已取消，什么都没有改动')
  expect([await people(), await lines()]).toEqual([0, before])

  await app.imports.apply(given)
  const { undo } = await app.history.latest({})
  const back = await watching(open, app.history.undo({ operationId: undo!.id, job: 'undo' }), () => app.jobs.cancel({ of: 'undo' }))
  await expect(back.finished).rejects.toThrow('已取消，什么都没有改动')
  expect([await people(), (await app.history.latest({})).undo!.id]).toEqual([3000, undo!.id])

  const undone = app.history.undo({ operationId: undo!.id })
  const queued = app.history.undo({ operationId: undo!.id, job: 'queued' })
  await app.jobs.cancel({ of: 'queued' })
  await expect(queued).rejects.toThrow('已取消，什么都没有改动')
  await expect(undone).resolves.toMatchObject({ id: expect.any(Number) })
  expect(await people()).toBe(0)
})

test('退出时正在做的命令做完再关', async () => {
  const open = await openApp()
  const { app, core, path } = open
  const { given } = await read(open, '名册.csv', roster(3000))
  const applied = app.imports.apply(given)
  await setImmediate()
  await core.close()
  expect((await applied).counts).toMatchObject({ added: 3000 })
  await app.files.open({ path })
  expect((await app.members.overview({ organizationId: given.target.organizationId })).people).toBe(3000)
})
