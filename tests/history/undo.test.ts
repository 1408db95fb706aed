import { expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'

test('撤销登记，名册里就没有这个人；恢复又回来', async () => {
  const { app, make } = await openApp()
  const organizationId = await make.root()
  await make.member({ name: '周小川' })
  const { undo } = await app.history.latest({})
  expect(undo).toMatchObject({ title: '登记党员', subject: '周小川', actor: '李明（支部书记）' })

  await app.history.undo({ operationId: undo!.id })
  expect(await app.members.list({ organizationId })).toEqual([])
  const { redo } = await app.history.latest({})
  await app.history.redo({ operationId: redo!.id })
  expect((await app.members.list({ organizationId })).map((row) => row.name)).toEqual(['周小川'])
  expect((await app.history.latest({})).undo).toMatchObject({ title: '登记党员' })
})
