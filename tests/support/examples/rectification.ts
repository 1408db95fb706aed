import type { OpenApp } from '../open-app.ts'
import type { ExamplesOf } from './room.ts'
import { scope } from './scenes.ts'

const item = async ({ make }: OpenApp) => ({
  organizationId: await make.root(),
  raisedOn: '2026-03-01',
  problem: '党员发言不积极',
  measure: '会前通知议题',
  responsible: '李明',
  due: '2026-06-30',
})

async function added(open: OpenApp): Promise<{ id: number; meetingId: number }> {
  const meetingId = await open.make.meeting({ kinds: ['orgLife'] })
  return { meetingId, ...(await open.app.rectification.add({ ...(await item(open)), meetingId })) }
}

export const rectificationExamples: ExamplesOf<'rectification'> = {
  'rectification.listByYear': async (open) => {
    await added(open)
    return scope(open)
  },
  'rectification.open': async (open) => {
    await added(open)
    return { organizationId: await open.make.root() }
  },
  'rectification.ofMeeting': async (open) => ({ meetingId: (await added(open)).meetingId }),
  'rectification.add': item,
  'rectification.amend': async (open) => ({ id: (await added(open)).id, item: { ...(await item(open)), responsible: '王芳' } }),
  'rectification.finish': async (open) => ({ id: (await added(open)).id, outcome: '已按月通报', doneOn: '2026-06-01' }),
  'rectification.remove': async (open) => ({ id: (await added(open)).id }),
}
