import type { Summary } from '../../shared/dues/contract.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { useCalm } from '../kit/calm.ts'
import { useWhere } from '../shell/where.ts'

/** 一年的党费总数，省略为今年；还没问到为 undefined。页面自己要的先问。 */
export function useDuesSummary(year?: number): Summary | undefined {
  const { organizationId, today } = useWhere()
  return useAsk(app.dues.summary, { organizationId, year: year ?? Number(today.slice(0, 4)) }, { keep: true, enabled: useCalm() }).data
}
