import { useMemo } from 'react'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { useWhere } from '../shell/where.ts'
import { type Talker, talkersOf } from './talk-form.ts'

/** 名册上可以谈话的人，记着谁是支委；还在取数时为 undefined。 */
export function useTalkers(): Talker[] | undefined {
  const { organizationId, year } = useWhere()
  const people = useAsk(app.members.list, { organizationId }, { keep: true }).data
  const coverage = useAsk(app.talks.coverage, { organizationId, year }, { keep: true }).data
  return useMemo(() => {
    if (!people || !coverage) return undefined
    const committee = new Set(coverage.flatMap(({ memberId, onCommittee }) => (onCommittee ? [memberId] : [])))
    return talkersOf(people, committee)
  }, [people, coverage])
}
