import { expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'

test('组织的树：总支下设支部，支部下设小组，别的不行', async () => {
  const { app, make } = await openApp({ kind: 'generalBranch' })
  const root = await make.root()
  const { id: branch } = await app.organizations.found({ parentId: root, kind: 'floatingBranch', name: '驻外支部' })
  await app.organizations.found({ parentId: branch, kind: 'group', name: '第一党小组' })
  await expect(app.organizations.found({ parentId: branch, kind: 'branch', name: '支部下的支部' })).rejects.toThrow(
    '流动党员党支部下面不能设党支部',
  )
  await expect(app.organizations.found({ parentId: null, kind: 'group', name: '孤组' })).rejects.toThrow('党小组要设在支部下面')
  expect((await app.organizations.tree({})).map((row) => row.name)).toEqual(['春晖商会党支部', '驻外支部', '第一党小组'])
})

test('还有党员或下级的组织不能撤销；撤销了的不能再用', async () => {
  const { app, make } = await openApp({ kind: 'generalBranch' })
  const root = await make.root()
  const { id: branch } = await app.organizations.found({ parentId: root, kind: 'branch', name: '一支部' })
  const member = await make.member({}, { organizationId: branch })
  await expect(app.organizations.dissolve({ id: root, on: '2026-06-01' })).rejects.toThrow('下面还有 1 个组织')
  await expect(app.organizations.dissolve({ id: branch, on: '2026-06-01' })).rejects.toThrow('还有 1 名党员在这里')
  await app.members.changeStanding({ id: member, standing: 'movedOut', fromDay: '2026-05-01' })
  await app.organizations.dissolve({ id: branch, on: '2026-06-01' })
  await expect(make.member({}, { organizationId: branch })).rejects.toThrow('这个组织已于 2026-06-01 撤销')
})

test('改名、改类别要与上下级相容', async () => {
  const { app, make } = await openApp()
  const root = await make.root()
  await app.organizations.found({ parentId: root, kind: 'group', name: '第一党小组' })
  await app.organizations.amend({ id: root, name: '新名', kind: 'jointBranch', foundedOn: '2019-05' })
  expect((await app.organizations.tree({}))[0]).toMatchObject({ name: '新名', kind: 'jointBranch', foundedOn: '2019-05' })
  await expect(app.organizations.amend({ id: root, name: '新名', kind: 'committee', foundedOn: null })).rejects.toThrow(
    '党委下面不能设党小组',
  )
})

test('任职有起有止，免职不能早于任职', async () => {
  const { app, make } = await openApp()
  const organizationId = await make.root()
  const memberId = await make.member({ name: '李明' })
  const { id: postId } = await app.organizations.appoint({ organizationId, memberId, title: 'secretary', fromDay: '2024-03' })
  await expect(app.organizations.relieve({ postId, untilDay: '2024-01-01' })).rejects.toThrow('免职日期早于任职日期')
  await app.organizations.relieve({ postId, untilDay: '2026-03-01' })
  expect(await app.organizations.posts({ organizationId })).toMatchObject([
    { memberName: '李明', title: 'secretary', untilDay: '2026-03-01' },
  ])
})
