import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { readTime } from '../../shared/ledger/reading.ts'

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
export function TimeInput({ value, onChange, placeholder = '14:30', onBlur, ...rest }: TimeInputProps) {
  const [text, setText] = useState(value ?? '')
  const [touched, setTouched] = useState(false)
  useEffect(() => {
    setText((now) => (parse(now) === value ? now : (value ?? '')))
  }, [value])
  const problem = text ? problemOfTime(text) : undefined
  return (
    <span className="time-input">
      <Input
        {...rest}
        value={text}
        inputMode="numeric"
        autoComplete="off"
        placeholder={placeholder}
        status={touched && problem ? 'error' : ''}
        aria-invalid={touched && problem !== undefined}
        onFocus={() => setTouched(false)}
        onChange={(event) => {
          setText(event.target.value)
          onChange(parse(event.target.value))
        }}
        onBlur={() => {
          setTouched(true)
          onBlur?.()
          const settled = parse(text)
          if (settled !== null) setText(settled)
        }}
      />
      {touched && problem && (
        <span className="note-problem" role="alert">
          {problem}
        </span>
      )}
    </span>
  )
}
