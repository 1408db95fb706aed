import { useMemo } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { Day } from '../../shared/kit/values.ts'
import type { ItemRow } from '../../shared/rectification/contract.ts'
import { app } from '../app.ts'
import type { Todo } from '../home/todos.ts'
import { useAsk } from '../kit/ask.ts'
import { addDays, dayWords } from '../kit/days.ts'
import { useWhere } from '../shell/where.ts'

/** 到期前这些天起，一件一件提醒（R20）。 */
const REMIND_DAYS = 7
const LISTED = 3

/** 过期的、快到期的整改一件一件列（多了合起来），其余没完成的合成一件。 */
function rectificationTodos(open: readonly ItemRow[], today: Day): Todo[] {
  const act = () => navigate('/rectification')
  const near = open.filter(({ due }) => due !== null && due <= addDays(today, REMIND_DAYS))
  const listed = near.slice(0, LISTED)
  const late = near.slice(LISTED).filter(({ progress }) => progress === 'overdue').length
  const rest = open.length - listed.length
  return [
    ...listed.map(
      ({ id, progress, problem, responsible, due }): Todo => ({
        key: `rectification-${id}`,
        tone: progress === 'overdue' ? 'late' : 'soon',
        text: problem,
        note: `整改，${[responsible, due && `${dayWords(due, today)}到期`].filter(Boolean).join('，')}`,
        verb: '去完成',
        act,
      }),
    ),
    ...(rest === 0
      ? []
      : [
          {
            key: 'rectification',
            tone: late > 0 ? ('late' as const) : ('check' as const),
            text: `${listed.length > 0 ? '另有' : '有'} ${rest} 项整改没完成`,
            note: late > 0 ? `其中 ${late} 项过了期限` : '时限还没到',
            verb: '去看看',
            act,
          },
        ]),
  ]
}

/** 首页上整改要做的。 */
export function useRectificationTodos(): Todo[] {
  const { organizationId, today } = useWhere()
  const open = useAsk(app.rectification.open, { organizationId }).data
  return useMemo(() => rectificationTodos(open ?? [], today), [open, today])
}
