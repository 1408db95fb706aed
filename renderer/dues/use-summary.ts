import type { Summary } from '../../shared/dues/contract.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { useWhere } from '../shell/where.ts'

/** 今年的党费总数；还没问到为 undefined。 */
export function useDuesSummary(): Summary | undefined {
  const { organizationId, today } = useWhere()
  return useAsk(app.dues.summary, { organizationId, year: Number(today.slice(0, 4)) }, { keep: true }).data
}
