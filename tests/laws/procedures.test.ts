import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { services } from '../../main/services.ts'
import { contract, type Path, procedureAt } from '../../shared/contract.ts'
import type { Procedure } from '../../shared/kit/procedure.ts'
import { examples } from '../support/examples/index.ts'
import { openApp } from '../support/open-app.ts'
import { snapshot } from '../support/snapshot.ts'

const all = Object.entries(contract).flatMap(([room, procedures]) =>
  Object.entries(procedures).map(([name, procedure]) => ({ path: `${room}.${name}`, room, name, procedure: procedure as Procedure })),
)
const ofKind = (kind: Procedure['kind']) =>
  all.filter(({ procedure }) => procedure.kind === kind).map(({ path }) => path as keyof typeof examples)

test.each(all)('$path 有服务', ({ room, name }) => {
  expect((services as unknown as Record<string, Record<string, unknown>>)[room]?.[name]).toBeTypeOf('function')
})

test.each(ofKind('query'))('查询 %s 的答复合乎它自己的约定', async (path) => {
  const open = await openApp()
  const reply = await open.core.call(path, await examples[path](open))
  expect(reply).toMatchObject({ ok: true })
  const value = reply.ok ? reply.value : undefined
  expect(() => procedureAt(path)?.output.parse(value)).not.toThrow()
  expect(value, '例子要有内容').not.toEqual([])
})

test.each(ofKind('command'))('命令 %s 做了再撤销，每张表与之前一模一样', async (path) => {
  const open = await openApp()
  const input = await examples[path](open)
  const before = snapshot(open.path)
  const reply = await open.core.call(path, input)
  expect(reply).toMatchObject({ ok: true })
  expect(() => procedureAt(path)?.output.parse(reply.ok ? reply.value : undefined)).not.toThrow()
  expect(snapshot(open.path), '命令真的改动了什么').not.toEqual(before)
  const [done] = await open.app.history.list({ limit: 1 })
  expect(done).toMatchObject({ command: path, title: procedureAt(path)?.title })
  expect(done?.subject).not.toBe('')
  const undoing = path === 'history.undo' ? 'redo' : 'undo'
  await open.app.history[undoing]({ operationId: done!.id })
  expect(snapshot(open.path)).toEqual(before)
})

/** 照着输入的样子乱填：有的键对、有的不对，值什么都有。 */
const scribble = ({ input }: Procedure) => {
  const keys = input instanceof z.ZodObject ? Object.keys(input.shape) : []
  const value = fc.oneof(
    fc.integer({ min: -2, max: 9 }),
    fc.string({ maxLength: 8 }),
    fc.constantFrom(null, true, [], {}, '2026-06-15', '2026-13', 'branchAssembly', [1, 2]),
    fc.anything({ maxDepth: 2 }),
  )
  return fc.oneof(fc.anything({ maxDepth: 2 }), fc.dictionary(fc.constantFrom(...keys, 'x'), value, { maxKeys: keys.length + 1 }))
}

test.each(all.filter(({ path }) => path !== 'files.createDemo'))(
  '$path 不论收到什么，都只是说“不”或照办，从不出错',
  async ({ path, procedure }) => {
    const open = await openApp()
    await open.make.members(2)
    await open.make.meeting()
    const broken: unknown[] = []
    await fc.assert(
      fc.asyncProperty(scribble(procedure), async (input) => {
        const reply = await open.core.call(path as Path, input)
        if (!reply.ok && reply.refusal.code === 'core.broken') broken.push([input, open.log.at(-1)])
      }),
      { numRuns: 30 },
    )
    expect(broken).toEqual([])
  },
)
