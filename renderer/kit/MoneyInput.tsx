import { showFen } from '../../shared/kit/money.ts'
import type { Fen } from '../../shared/kit/values.ts'
import { readFen } from '../../shared/ledger/reading.ts'
import { ReadInput } from './ReadInput.tsx'

interface MoneyInputProps {
  id?: string
  /** 打的字；读得懂的由 fenOf 变成分。 */
  value: string
  onChange: (text: string) => void
  'aria-label'?: string
  'aria-describedby'?: string
  autoFocus?: boolean
  /** 空着时写的例子，照这一格平常多大：'4,860.00'。 */
  example?: string
}

const reading = (text: string) => readFen(text)

/** 打的字是多少分；空着、读不懂为 null。例：fenOf('15') → 1500 */
export const fenOf = (text: string): Fen | null => {
  const read = reading(text)
  return 'problem' in read ? null : read.value
}

/** 金额：打 15、15.5、1,234.5 都认，离开时写成 15.00。 */
export function MoneyInput({ value, onChange, example = '15.00', ...rest }: MoneyInputProps) {
  return (
    <ReadInput
      {...rest}
      className="money-input"
      value={value}
      onChange={(text) => onChange(text ?? '')}
      parse={(typed) => {
        const amount = fenOf(typed)
        return amount === null ? typed : showFen(amount)
      }}
      problemOf={(text) => {
        const read = reading(text)
        return 'problem' in read ? read.problem : undefined
      }}
      placeholder={`元，如 ${example}`}
    />
  )
}
