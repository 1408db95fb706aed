import { useMemo } from 'react'
import { app } from '../app.ts'
import type { Todo } from '../home/todos.ts'
import { useAsk } from '../kit/ask.ts'
import { useCalm } from '../kit/calm.ts'
import { goAnd } from '../kit/intent.ts'
import { useWhere } from '../shell/where.ts'

/** 今年还没有谈够的人，合成一件。 */
const talksTodos = (lacking: number, article: string): Todo[] =>
  lacking === 0
    ? []
    : [
        {
          key: 'talks',
          tone: 'soon',
          text: `${lacking} 人今年的谈心谈话还没谈够`,
          note: article,
          verb: '看是谁',
          act: () => goAnd('/talks', 'talks.coverage'),
        },
      ]

/** 首页上谈心谈话要做的；从规则包说的那个月起提醒，之前不问。 */
export function useTalksTodos(): Todo[] {
  const { organizationId, today } = useWhere()
  const standards = useAsk(app.talks.standards, {}).data
  const due = standards !== undefined && Number(today.slice(5, 7)) >= standards.remindMonth
  const enabled = useCalm() && due
  const lacking = useAsk(app.talks.lacking, { organizationId, year: Number(today.slice(0, 4)) }, { enabled }).data
  return useMemo(() => (due && lacking ? talksTodos(lacking.people, standards.article) : []), [due, lacking, standards])
}
