import { readTime } from '../../shared/ledger/reading.ts'
import { ReadInput } from './ReadInput.tsx'

interface TimeInputProps {
  id?: string
  /** 'HH:MM'；空为 null。读不懂时是打的原样。 */
  value: string | null
  onChange: (value: string | null) => void
  disabled?: boolean
  placeholder?: string
  onBlur?: () => void
  'aria-label'?: string
  'aria-describedby'?: string
}

/** 1430、930 补上冒号，其余照台账的读法。 */
const spaced = (typed: string) =>
  typed
    .trim()
    .replace(/^(\d{1,2})(\d{2})$/, '$1:$2')
    .replace(/^(\d{1,2})$/, '$1:00')
const parse = (typed: string) => {
  const reading = readTime(spaced(typed))
  return 'problem' in reading ? typed : reading.value
}

/** 读不懂的一句话，否则 undefined。 */
export const problemOfTime = (value: string | null): string | undefined => {
  const reading = readTime(spaced(value ?? ''))
  return 'problem' in reading ? reading.problem : undefined
}

/** 时刻：打 1430、14:30、14点、9 都认；离开时写成 14:30。 */
export const TimeInput = ({ placeholder = '14:30', ...rest }: TimeInputProps) => (
  <ReadInput {...rest} className="time-input" parse={parse} problemOf={problemOfTime} placeholder={placeholder} />
)
