import type { ExamplesOf } from './room.ts'
import { after, scope } from './scenes.ts'

export const documentsExamples: ExamplesOf<'documents'> = {
  'documents.shelf': async (open) => after(open.make.members(2), () => scope(open)),
}
