import type { Account, Category, Direction, MoneySource } from '../../shared/finances/contract.ts'
import { directionWords, sourceWords } from '../../shared/finances/words.ts'
import { showFen } from '../../shared/kit/money.ts'
import type { Id } from '../../shared/kit/values.ts'

interface ChoiceProps<V> {
  id?: string | undefined
  value: V | null
  onChange: (value: V | null) => void
  'aria-label'?: string
}

const numbered = (text: string) => (text === '' ? null : Number(text))

/** 在用的账户，写着现在有多少。 */
export function AccountSelect({ accounts, value, onChange, ...rest }: ChoiceProps<Id> & { accounts: readonly Account[] }) {
  return (
    <select {...rest} className="native-select" value={value ?? ''} onChange={(event) => onChange(numbered(event.target.value))}>
      <option value="">账户</option>
      {accounts
        .filter(({ closedOn }) => closedOn === null)
        .map(({ id, name, balance }) => (
          <option key={id} value={id}>
            {name}（{showFen(balance)}）
          </option>
        ))}
    </select>
  )
}

/** 一边在用的收支科目。 */
export function CategorySelect({
  categories,
  direction,
  value,
  onChange,
  ...rest
}: ChoiceProps<Id> & { categories: readonly Category[]; direction: Direction }) {
  return (
    <select {...rest} className="native-select" value={value ?? ''} onChange={(event) => onChange(numbered(event.target.value))}>
      <option value="">{directionWords[direction]}科目</option>
      {categories
        .filter((each) => each.direction === direction && !each.retired)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </select>
  )
}

export function SourceSelect({ value, onChange, ...rest }: ChoiceProps<MoneySource>) {
  return (
    <select
      {...rest}
      className="native-select"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : (event.target.value as MoneySource))}
    >
      <option value="">资金来源</option>
      {(Object.keys(sourceWords) as MoneySource[]).map((each) => (
        <option key={each} value={each}>
          {sourceWords[each]}
        </option>
      ))}
    </select>
  )
}
