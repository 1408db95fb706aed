import type { ExamplesOf } from './room.ts'
import { after } from './scenes.ts'

export const draftsExamples: ExamplesOf<'drafts'> = {
  'drafts.find': async ({ app }) => after(app.drafts.keep({ key: 'k', content: { a: [1, null, '文'] } }), async () => ({ key: 'k' })),
}
