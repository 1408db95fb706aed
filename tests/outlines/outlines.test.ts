import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meetingKindsOfPack, outlineOfPack, pack } from '../../main/rules/packs.ts'
import { withOutline } from '../../shared/outlines/rules.ts'
import { openApp } from '../support/open-app.ts'

test('自带的提纲只为认得的类型写，一类一份，都标明是软件的约定；换届、组织生活会写得更细', () => {
  const outlines = pack('outlines').parameters.outlines
  const codes = meetingKindsOfPack().map(({ code }) => code)
  expect(outlines.filter(({ kind }) => !codes.includes(kind))).toEqual([])
  expect(new Set(outlines.map(({ kind }) => kind)).size).toBe(outlines.length)
  expect(outlines.every(({ confidence }) => confidence === 'D')).toBe(true)
  for (const kind of ['orgLife', 'appraisal', 'election']) expect(outlineOfPack(kind).length).toBeGreaterThan(6)
})

test('接上提纲时，打好的字一个不动，已有的一项不重复', () => {
  expect(withOutline('', ['学习', '讨论'])).toBe('学习\n讨论')
  expect(withOutline('讨论分工\n学习', ['学习', '讨论'])).toBe('讨论分工\n学习\n讨论')
  const line = fc.string({ unit: fc.constantFrom('学', '习', '论'), minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(line), fc.uniqueArray(line), (typed, items) => {
      const joined = withOutline(typed.join('\n'), items)
      expect(joined.startsWith(typed.join('\n'))).toBe(true)
      for (const item of items) expect(joined.split('\n')).toContain(item)
      expect(withOutline(joined, items)).toBe(joined)
    }),
  )
})

test('存为本类提纲只改本支部的；恢复之后又是自带的；都可以撤销', async () => {
  const { app, make } = await openApp({ kind: 'generalBranch' })
  const parentId = await make.root()
  const { id: organizationId } = await app.organizations.found({ parentId, name: '第一支部', kind: 'branch' })
  const ask = () => app.outlines.listByKinds({ organizationId, kinds: ['lecture', 'other'] })
  const built = outlineOfPack('lecture')
  expect(await ask()).toEqual([{ kind: 'lecture', items: built, own: false }])
  await app.outlines.keep({ organizationId, kind: 'lecture', items: ['讲课', '讨论'] })
  await app.outlines.keep({ organizationId, kind: 'lecture', items: ['讲课', '答疑'] })
  expect(await ask()).toEqual([{ kind: 'lecture', items: ['讲课', '答疑'], own: true }])
  const { id: other } = await app.organizations.found({ parentId, name: '第二支部', kind: 'branch' })
  expect(await app.outlines.listByKinds({ organizationId: other, kinds: ['lecture'] })).toEqual([
    { kind: 'lecture', items: built, own: false },
  ])
  await app.outlines.restore({ organizationId, kind: 'lecture' })
  expect((await ask())[0]?.own).toBe(false)
  const [restored] = await app.history.list({ limit: 1 })
  await app.history.undo({ operationId: restored!.id })
  expect((await ask())[0]).toEqual({ kind: 'lecture', items: ['讲课', '答疑'], own: true })
})

test('没有存过就没有可恢复的；不认得的类型说出来', async () => {
  const { app, make } = await openApp()
  const organizationId = await make.root()
  await expect(app.outlines.restore({ organizationId, kind: 'lecture' })).rejects.toThrow('现在用的就是自带的')
  await expect(app.outlines.keep({ organizationId, kind: 'nowhere', items: ['学习'] })).rejects.toThrow('没有“nowhere”这种会议类型')
})
