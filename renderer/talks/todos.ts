import { useMemo } from 'react'
import type { Day } from '../../shared/kit/values.ts'
import type { CoverageRow } from '../../shared/talks/contract.ts'
import { app } from '../app.ts'
import type { Todo } from '../home/TodoPanel.tsx'
import { useAsk } from '../kit/ask.ts'
import { goAnd } from '../kit/intent.ts'
import { useWhere } from '../shell/where.ts'

/** 组织生活会一般在第四季度开，会前要谈心谈话：这一月起提醒。 */
const REMIND_FROM_MONTH = 10

/** 今年还没有谈够的人，合成一件。 */
function talksTodos(coverage: readonly CoverageRow[], article: string, today: Day): Todo[] {
  const lacking = coverage.filter(({ missing }) => missing.length > 0).length
  if (lacking === 0 || Number(today.slice(5, 7)) < REMIND_FROM_MONTH) return []
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
  const article = useAsk(app.talks.standards, {}).data?.article
  return useMemo(() => (coverage && article ? talksTodos(coverage, article, today) : []), [coverage, article, today])
}
