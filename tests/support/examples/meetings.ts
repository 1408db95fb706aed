import type { ExamplesOf } from './room.ts'
import { after, scope } from './scenes.ts'

export const meetingsExamples: ExamplesOf<'meetings'> = {
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
  'meetings.unarchived': async (open) => {
    await open.make.members(1)
    await open.make.meeting()
    await open.make.archivedMeeting()
    return scope(open)
  },
  'meetings.inMonth': async ({ make }) => after(make.meeting(), async () => ({ organizationId: await make.root(), month: '2026-06' })),
  'meetings.gapsByBranch': async (open) => {
    await open.make.members(1)
    await open.make.heldMeeting()
    return scope(open)
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
  'meetings.clashes': async ({ make }) => {
    await make.members(2)
    await make.meeting()
    return { organizationId: await make.root(), kinds: ['lecture'], days: ['2026-06-10'], startsAt: '15:00', host: '李明' }
  },
  'meetings.holidays': async () => ({}),
  'meetings.planSeries': async ({ make }) => ({
    plan: { organizationId: await make.root(), kinds: ['themeDay'], topic: '主题党日', day: '2026-07-10' },
    days: ['2026-07-10', '2026-08-14'],
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
  'meetings.void': async ({ make }) => after(make.members(1), async () => ({ id: await make.archivedMeeting(), reason: '重复登记' })),
  'meetings.unvoid': async ({ app, make }) => {
    await make.members(1)
    const id = await make.archivedMeeting()
    await app.meetings.void({ id, reason: '重复登记' })
    return { id }
  },
  'meetings.remove': async ({ app, make }) => {
    await make.members(2)
    const id = await make.meeting()
    await app.attendance.allPresent({ meetingId: id })
    return { id }
  },
}
