import type { OpenApp } from '../open-app.ts'
import type { ExamplesOf } from './room.ts'
import { after, scope } from './scenes.ts'

async function group({ app, make }: OpenApp) {
  return (await app.organizations.found({ parentId: await make.root(), kind: 'group', name: '第一党小组' })).id
}

export const membersExamples: ExamplesOf<'members'> = {
  'members.standards': async () => ({}),
  'members.list': async ({ make }) => after(make.members(2), async () => ({ organizationId: await make.root() })),
  'members.find': async ({ make }) => after(make.members(2), async () => ({ text: 'dy' })),
  'members.doubtful': async ({ make }) => after(make.members(2), async () => ({ organizationId: await make.root() })),
  'members.overview': async ({ make }) => after(make.members(2), async () => ({ organizationId: await make.root() })),
  'members.anniversaries': async ({ make }) =>
    after(make.members(2), async () => ({ organizationId: await make.root(), month: '2026-07' })),
  'members.page': async ({ make }) => {
    const id = await make.member()
    await make.heldMeeting()
    return { id }
  },
  'members.roster': async (open) => after(open.make.members(2), () => scope(open)),
  'members.everyone': async (open) => after(open.make.members(2), () => scope(open)),
  'members.admit': async ({ make }) => ({
    organizationId: await make.root(),
    category: 'formal',
    facts: { name: '新同志', joinedOn: '2020-07', fullMemberOn: '2021-07' },
  }),
  'members.amend': async ({ make }) => ({ id: await make.member(), facts: { mobile: '13900001234', joinedOn: '2009-07-01' } }),
  'members.move': async ({ make }) => ({ id: await make.member(), organizationId: await make.root(), fromDay: '2026-03-01' }),
  'members.moveAll': async ({ app, make }) => {
    const ids = await make.members(2)
    const { id: organizationId } = await app.organizations.found({ parentId: null, kind: 'branch', name: '二支部' })
    return { ids, organizationId, fromDay: '2026-03-01' }
  },
  'members.amendAll': async ({ make }) => ({ ids: await make.members(3), change: { floating: true, floatingTo: '某省某市' } }),
  'members.assignGroup': async (open) => ({ ids: await open.make.members(2), groupId: await group(open), fromDay: '2026-03-01' }),
  'members.changeCategory': async ({ make }) => ({ id: await make.member(), category: 'probationary', fromDay: '2026-03-01' }),
  'members.changeStanding': async ({ make }) => ({ id: await make.member(), standing: 'suspended', fromDay: '2026-03-01' }),
  'members.mergePreview': async ({ make }) => {
    const [keep, drop] = await make.members(2)
    return { keep: keep!, drop: drop! }
  },
  'members.merge': async (open) => {
    const { app, make } = open
    const keep = await make.member({ name: '赵一', mobile: '19900010001' })
    const drop = await make.member({ name: '赵一', mobile: '19900010002', idNumber: '99900119800315001X', note: '重复' })
    await app.members.assignGroup({ ids: [drop], groupId: await group(open), fromDay: '2026-01' })
    await app.awards.add({ memberId: drop, facts: { kind: 'reward', name: '优秀共产党员', day: '2026-03' } })
    return { keep, drop, take: ['mobile'] }
  },
  'members.strike': async ({ make }) => ({ id: await make.member() }),
}
