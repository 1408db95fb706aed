import { useMemo } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { Round } from '../../shared/appraisal/contract.ts'
import { roundState } from '../../shared/appraisal/words.ts'
import type { Day, Id } from '../../shared/kit/values.ts'
import { isBranch } from '../../shared/organizations/rules.ts'
import { app } from '../app.ts'
import type { Todo } from '../home/todos.ts'
import { useAsk } from '../kit/ask.ts'
import { useCalm } from '../kit/calm.ts'
import { within } from '../shell/tree.ts'
import { useWhere } from '../shell/where.ts'

interface Reminder {
  remindArticle: string
  /** 几月起提醒。 */
  remindMonth: number
}
type Course = Pick<Round, 'organizationId' | 'finishedOn' | 'ballots' | 'ungraded' | 'untallied'>

/**
 * 今年的民主评议还没有开展、还没有办结的，合成一件；从规则包说的那个月起提醒。
 * @example appraisalTodos([], [3], { remindMonth: 10, … }, '2026-11-02')[0]?.text → '今年的民主评议还没有开展'
 */
export function appraisalTodos(
  rounds: readonly Course[],
  branches: readonly Id[],
  { remindArticle, remindMonth }: Reminder,
  today: Day,
): Todo[] {
  const lacking = branches.flatMap((id) => {
    const round = rounds.find(({ organizationId }) => organizationId === id)
    return round && round.finishedOn !== null ? [] : [round]
  })
  if (lacking.length === 0 || Number(today.slice(5, 7)) < remindMonth) return []
  const [round] = lacking
  const one = round ? `今年的民主评议还没有办结：${roundState(round)}` : '今年的民主评议还没有开展'
  return [
    {
      key: 'appraisal',
      tone: 'soon',
      text: branches.length > 1 ? `${lacking.length} 个支部今年的民主评议还没有办结` : one,
      note: remindArticle,
      verb: branches.length > 1 ? '看哪几个' : round ? '接着做' : '去开展',
      act: () => navigate('/appraisal'),
    },
  ]
}

/** 首页上民主评议要做的；从规则包说的那个月起提醒，之前不问。 */
export function useAppraisalTodos(): Todo[] {
  const { organizationId, organizations, today } = useWhere()
  const standards = useAsk(app.appraisal.standards, {}).data
  const due = standards !== undefined && Number(today.slice(5, 7)) >= standards.remindMonth
  const enabled = useCalm() && due
  const rounds = useAsk(app.appraisal.rounds, { organizationId, year: Number(today.slice(0, 4)) }, { enabled }).data
  return useMemo(() => {
    const branches = within(organizations, organizationId).filter(({ kind, dissolvedOn }) => isBranch(kind) && !dissolvedOn)
    const ids = branches.map(({ id }) => id)
    return rounds && standards ? appraisalTodos(rounds, ids, standards, today) : []
  }, [rounds, standards, organizations, organizationId, today])
}
