import type { OpenApp } from '../open-app.ts'
import type { ExamplesOf } from './room.ts'
import { after, scope } from './scenes.ts'

/** 一次归档的会议，议定了一件有责任人和期限的事。 */
async function decided(open: OpenApp) {
  await open.make.members(2)
  const id = await open.make.heldMeeting()
  await open.app.meetings.writeMinutes({ id, speeches: [], decisions: [{ text: '整理档案', responsible: '王芳', due: '2026-06-12' }] })
  await open.app.meetings.archive({ id })
  const [decision] = await open.app.decisions.list(await scope(open))
  return decision?.id ?? 0
}

export const decisionsExamples: ExamplesOf<'decisions'> = {
  'decisions.list': async (open) => after(decided(open), () => scope(open)),
  'decisions.complete': async (open) => ({ id: await decided(open), doneOn: '2026-06-12', note: '已整理完' }),
  'decisions.resume': async (open) => {
    const id = await decided(open)
    await open.app.decisions.complete({ id, doneOn: '2026-06-12' })
    return { id }
  },
}
