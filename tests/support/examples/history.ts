import type { ExamplesOf } from './room.ts'
import { after, lastOperation } from './scenes.ts'

export const historyExamples: ExamplesOf<'history'> = {
  'history.list': async ({ make }) => after(make.members(2), async () => ({})),
  'history.changes': async ({ app, make }) => after(make.member(), async () => ({ operationId: await lastOperation(app) })),
  'history.latest': async ({ make }) => after(make.member(), async () => ({})),
  'history.undo': async ({ app, make }) => after(make.member(), async () => ({ operationId: await lastOperation(app) })),
  'history.redo': async ({ app, make }) => {
    await make.member()
    return { operationId: (await app.history.undo({ operationId: await lastOperation(app) })).id }
  },
}
