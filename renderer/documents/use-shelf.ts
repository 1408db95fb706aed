import type { LedgerScope } from '../../shared/kit/scope.ts'
import { ledgers } from '../../shared/ledgers.ts'
import { app } from '../app.ts'
import { useAskEach } from '../kit/ask.ts'

/** 同一个来源的台账一起问。 */
const parts = [...Map.groupBy(ledgers, ({ source }) => source).values()].map((together) => together.map(({ id }) => id))

/** 台账的架子，一个来源一个来源地数，数好的先列出来，别的事不用等它；次序照登记的。 */
export function useShelf(scope: LedgerScope) {
  const answers = useAskEach(
    app.documents.shelf,
    parts.map((only) => ({ ...scope, only })),
  )
  const known = new Map(answers.flatMap(({ data }) => data ?? []).map((line) => [line.ledger, line]))
  return {
    lines: ledgers.flatMap(({ id }) => known.get(id) ?? []),
    counting: answers.some(({ isPending }) => isPending),
    error: answers.find(({ error }) => error)?.error ?? null,
  }
}
