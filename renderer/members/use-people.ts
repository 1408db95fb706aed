import type { Id } from '../../shared/kit/values.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'

/** 写人名时可以选的：这个组织（含下级）今天在册的人；还没答完为空。 */
export const usePeople = (organizationId: Id) => useAsk(app.members.list, { organizationId }, { keep: true }).data
