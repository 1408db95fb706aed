import { useMemo } from 'react'
import type { Id } from '../../shared/kit/values.ts'
import { toldApart } from '../../shared/members/namesakes.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'

/** 写人名时可以选的：这个组织（含下级）今天在册的人，同名的分得开；还没答完为空。 */
export function usePeople(organizationId: Id) {
  const { data } = useAsk(app.members.list, { organizationId }, { keep: true })
  return useMemo(() => data && toldApart(data), [data])
}
