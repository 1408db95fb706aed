import type { Service } from '../core/services.ts'
import * as drafts from './repository.ts'

export const draftsService: Service<'drafts'> = {
  async find({ db }, { key }) {
    const draft = await drafts.find(db, key)
    return draft ? { at: draft.at, content: JSON.parse(draft.content) } : null
  },
  async keep({ session, now }, { key, content }) {
    const draft = { key, at: now, content: JSON.stringify(content) }
    await session.unrecorded((db) => drafts.keep(db, draft))
    return { at: now }
  },
  async discard({ session }, { key }) {
    await session.unrecorded((db) => drafts.discard(db, key))
    return {}
  },
}
