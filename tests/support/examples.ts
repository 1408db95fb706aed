import type { Client, Path, ProcedureAt } from '../../shared/contract.ts'
import type { Given } from '../../shared/kit/procedure.ts'
import type { OpenApp } from './open-app.ts'

/** 每个查询与命令的一个真例子：先用真的命令备好场面，再给出输入。新过程没有例子不能编译。 */
type Examples = { [P in Path as ProcedureAt<P>['kind'] extends 'task' ? never : P]: (open: OpenApp) => Promise<Given<ProcedureAt<P>>> }

const scope = async ({ make }: OpenApp) => ({ organizationId: await make.root(), year: 2026 })
/** 先备好场面，再给出输入。 */
const after = async <T>(scene: Promise<unknown>, input: () => Promise<T>): Promise<T> => {
  await scene
  return input()
}
const lastOperation = async (app: Client) => (await app.history.latest({})).undo?.id ?? 0

async function group({ app, make }: OpenApp) {
  return (await app.organizations.found({ parentId: await make.root(), kind: 'group', name: '第一党小组' })).id
}

/** 一份读好了的小名册。 */
async function reading({ app, core, make }: OpenApp) {
  const csv = new TextEncoder().encode('姓名,性别,民族,入党时间\n周小川,男,汉族,2012-07-01\n吴小海,女,回族,2015.6\n')
  const file = core.bytes.hold({ name: '名册.csv', bytes: csv })
  const target = { ledger: 'members', organizationId: await make.root() }
  const { reading, sheets } = await app.imports.read({ file, target })
  return { reading, sheet: sheets[0]?.name ?? '', target, adjustments: {} }
}

export const examples: Examples = {
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
  'members.standards': async () => ({}),
  'members.list': async ({ make }) => after(make.members(2), async () => ({ organizationId: await make.root() })),
  'members.find': async ({ make }) => after(make.members(2), async () => ({ text: 'dy' })),
  'members.page': async ({ make }) => {
    const id = await make.member()
    await make.heldMeeting()
    return { id }
  },
  'members.roster': async (open) => after(open.make.members(2), () => scope(open)),
  'members.admit': async ({ make }) => ({
    organizationId: await make.root(),
    category: 'formal',
    facts: { name: '新同志', joinedOn: '2020-07', fullMemberOn: '2021-07' },
  }),
  'members.amend': async ({ make }) => ({ id: await make.member(), facts: { mobile: '13900001234', joinedOn: '2009-07-01' } }),
  'members.move': async ({ make }) => ({ id: await make.member(), organizationId: await make.root(), fromDay: '2026-03-01' }),
  'members.assignGroup': async (open) => ({ ids: await open.make.members(2), groupId: await group(open), fromDay: '2026-03-01' }),
  'members.changeCategory': async ({ make }) => ({ id: await make.member(), category: 'probationary', fromDay: '2026-03-01' }),
  'members.changeStanding': async ({ make }) => ({ id: await make.member(), standing: 'suspended', fromDay: '2026-03-01' }),
  'members.strike': async ({ make }) => ({ id: await make.member() }),
  'meetings.kinds': async ({ app }) => after(app.meetings.addKind({ name: '党群共商会', audience: 'chosen' }), async () => ({})),
  'meetings.listByYear': async (open) => {
    await open.make.members(2)
    await open.make.archivedMeeting()
    await open.make.meeting()
    return scope(open)
  },
  'meetings.register': async (open) => {
    await open.make.members(2)
    await open.make.heldMeeting()
    return scope(open)
  },
  'meetings.page': async ({ app, make }) => {
    await make.members(2)
    const id = await make.archivedMeeting()
    await app.meetings.correct({ id, text: '更正' })
    return { id }
  },
  'meetings.gaps': async (open) => {
    await open.make.members(1)
    await open.make.heldMeeting()
    return scope(open)
  },
  'meetings.lastOfKind': async ({ make }) =>
    after(make.meeting(), async () => ({ organizationId: await make.root(), kind: 'branchAssembly' })),
  'meetings.addKind': async () => ({ name: '党建联席会', audience: 'chosen' }),
  'meetings.plan': async ({ make }) => ({
    organizationId: await make.root(),
    kinds: ['themeDay', 'lecture'],
    topic: '主题党日',
    day: '2026-06-20',
    agenda: ['学习'],
  }),
  'meetings.amend': async ({ make }) => ({
    id: await make.meeting(),
    plan: { organizationId: await make.root(), kinds: ['lecture'], topic: '改成党课', day: '2026-06-21', agenda: ['一', '二', '三'] },
  }),
  'meetings.writeMinutes': async ({ make }) => ({
    id: await make.meeting(),
    speeches: [{ speaker: '李明', text: '发言' }],
    decisions: [{ text: '议定', due: '2026-07-01' }],
  }),
  'meetings.hold': async ({ app, make }) => {
    await make.members(2)
    const id = await make.meeting()
    await app.attendance.allPresent({ meetingId: id })
    return { id }
  },
  'meetings.reopen': async ({ make }) => after(make.members(1), async () => ({ id: await make.heldMeeting() })),
  'meetings.archive': async ({ make }) => after(make.members(1), async () => ({ id: await make.heldMeeting() })),
  'meetings.unarchive': async ({ make }) => after(make.members(1), async () => ({ id: await make.archivedMeeting(), reason: '补正' })),
  'meetings.correct': async ({ make }) =>
    after(make.members(1), async () => ({ id: await make.archivedMeeting(), text: '地点应为二楼。' })),
  'meetings.remove': async ({ app, make }) => {
    await make.members(2)
    const id = await make.meeting()
    await app.attendance.allPresent({ meetingId: id })
    return { id }
  },
  'attendance.sheet': async ({ make }) => after(make.members(2), async () => ({ meetingId: await make.meeting() })),
  'attendance.mark': async ({ make }) => ({
    marks: (await make.members(2)).map((memberId) => ({ memberId, state: 'leave' as const, reason: '出差' })),
    meetingId: await make.meeting(),
  }),
  'attendance.allPresent': async ({ make }) => after(make.members(3), async () => ({ meetingId: await make.meeting() })),
  'history.list': async ({ make }) => after(make.members(2), async () => ({})),
  'history.changes': async ({ app, make }) => after(make.member(), async () => ({ operationId: await lastOperation(app) })),
  'history.latest': async ({ make }) => after(make.member(), async () => ({})),
  'history.undo': async ({ app, make }) => after(make.member(), async () => ({ operationId: await lastOperation(app) })),
  'history.redo': async ({ app, make }) => {
    await make.member()
    return { operationId: (await app.history.undo({ operationId: await lastOperation(app) })).id }
  },
  'imports.targets': async () => ({}),
  'imports.known': async ({ make }) => after(make.members(2), async () => ({ ledger: 'members' })),
  'imports.apply': reading,
  'documents.shelf': async (open) => after(open.make.members(2), () => scope(open)),
  'drafts.find': async ({ app }) => after(app.drafts.keep({ key: 'k', content: { a: [1, null, '文'] } }), async () => ({ key: 'k' })),
}
