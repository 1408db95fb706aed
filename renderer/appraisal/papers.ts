import type { LedgerScope } from '../../shared/kit/scope.ts'
import type { Id } from '../../shared/kit/values.ts'
import type { DocumentItem } from '../documents/DocumentButtons.tsx'

/** 汇总表。 */
export const summaryItems = (scope: LedgerScope): DocumentItem[] =>
  (['xlsx', 'pdf'] as const).map((format) => ({
    label: `民主评议汇总表 ${format === 'xlsx' ? 'Excel' : 'PDF'}`,
    wanted: { kind: 'ledger', ledger: 'appraisal', scope, format },
  }))

/** 测评票：一页两张，人多自动一页一张；要背面的另是一份。 */
export const ballotItems = (roundId: Id): DocumentItem[] => [
  { label: '测评票', wanted: { kind: 'ballots', roundId } },
  { label: '测评票（一页一张）', wanted: { kind: 'ballots', roundId, perPage: 1 } },
  { label: '测评票（背面附参考情形）', wanted: { kind: 'ballots', roundId, back: true } },
]
