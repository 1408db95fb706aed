import { useMemo } from 'react'
import type { Day } from '../../shared/kit/values.ts'
import type { CoverageRow } from '../../shared/talks/contract.ts'
import { app } from '../app.ts'
import type { Todo } from '../home/todos.ts'
import { useAsk } from '../kit/ask.ts'
import { goAnd } from '../kit/intent.ts'
import { useWhere } from '../shell/where.ts'

interface Reminder {
  article: string
  /** 几月起提醒。 */
  remindMonth: number
}

/** 今年还没有谈够的人，合成一件；从规则包说的那个月起提醒。 */
function talksTodos(coverage: readonly CoverageRow[], { article, remindMonth }: Reminder, today: Day): Todo[] {
  const lacking = coverage.filter(({ missing }) => missing.length > 0).length
  if (lacking === 0 || Number(today.slice(5, 7)) < remindMonth) return []
  return [
    {
      key: 'talks',
      tone: 'soon',
      text: `${lacking} 人今年的谈心谈话还没谈够`,
      note: article,
      verb: '看是谁',
      act: () => goAnd('/talks', 'talks.coverage'),
    },
  ]
}

/** 首页上谈心谈话要做的。 */
export function useTalksTodos(): Todo[] {
  const { organizationId, today } = useWhere()
  const coverage = useAsk(app.talks.coverage, { organizationId, year: Number(today.slice(0, 4)) }).data
  const standards = useAsk(app.talks.standards, {}).data
  return useMemo(() => (coverage && standards ? talksTodos(coverage, standards, today) : []), [coverage, standards, today])
}
