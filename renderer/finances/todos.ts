import type { BalanceCheck } from '../../shared/finances/contract.ts'
import { showFen } from '../../shared/kit/money.ts'
import type { Todo } from '../home/todos.ts'
import { goAnd } from '../kit/intent.ts'

/** 点到的数与账上对不上的，一处一件。 */
export const financesTodos = (checks: readonly BalanceCheck[]): Todo[] =>
  checks
    .filter(({ amount, book }) => amount !== book)
    .map(({ id, accountName, day, amount, book }) => ({
      key: `check-${id}`,
      tone: 'late',
      text: `${accountName}对不上账，差 ${showFen(amount - book)} 元`,
      note: `${day} 点到 ${showFen(amount)}，账上 ${showFen(book)}`,
      verb: '去核对',
      act: () => goAnd('/finances', 'finances.check'),
    }))
