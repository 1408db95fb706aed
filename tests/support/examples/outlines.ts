import type { ExamplesOf } from './room.ts'

export const outlinesExamples: ExamplesOf<'outlines'> = {
  'outlines.listByKinds': async ({ make }) => ({ organizationId: await make.root(), kinds: ['orgLife', 'other'] }),
  'outlines.keep': async ({ app, make }) => {
    const organizationId = await make.root()
    await app.outlines.keep({ organizationId, kind: 'lecture', items: ['讲课'] })
    return { organizationId, kind: 'lecture', items: ['讲课', '讨论'] }
  },
  'outlines.restore': async ({ app, make }) => {
    const organizationId = await make.root()
    await app.outlines.keep({ organizationId, kind: 'lecture', items: ['讲课'] })
    return { organizationId, kind: 'lecture' }
  },
}
