import type { OpenApp } from '../open-app.ts'
import type { ExamplesOf } from './room.ts'

async function group({ app, make }: OpenApp) {
  return (await app.organizations.found({ parentId: await make.root(), kind: 'group', name: '第一党小组' })).id
}

export const organizationsExamples: ExamplesOf<'organizations'> = {
  'organizations.tree': async () => ({}),
  'organizations.posts': async ({ app, make }) => {
    const organizationId = await make.root()
    await app.organizations.appoint({ organizationId, memberId: await make.member(), title: 'secretary', fromDay: '2024-01' })
    return { organizationId }
  },
  'organizations.found': async ({ make }) => ({ parentId: await make.root(), kind: 'group', name: '第二党小组' }),
  'organizations.amend': async ({ make }) => ({ id: await make.root(), name: '改名后的支部', kind: 'jointBranch', foundedOn: '2020-01' }),
  'organizations.dissolve': async (open) => ({ id: await group(open), on: '2026-06-01' }),
  'organizations.appoint': async ({ make }) => ({
    organizationId: await make.root(),
    memberId: await make.member(),
    title: 'organizing',
    fromDay: '2026-01',
  }),
  'organizations.relieve': async ({ app, make }) => {
    const { id } = await app.organizations.appoint({
      organizationId: await make.root(),
      memberId: await make.member(),
      title: 'secretary',
      fromDay: '2024-01',
    })
    return { postId: id, untilDay: '2026-06-01' }
  },
  'organizations.standards': async () => ({}),
  'organizations.notes': async ({ make }) => {
    await make.members(2)
    return { organizationId: await make.root() }
  },
}
