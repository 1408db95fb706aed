import { Input } from 'antd'
import type { ApplicantFacts } from '../../shared/applicants/contract.ts'
import { genderWords } from '../../shared/members/words.ts'
import { DayInput } from '../kit/DayInput.tsx'
import { Field } from '../kit/Field.tsx'
import type { Named } from '../kit/NameInput.tsx'
import { columnOf, type Fact } from './facts.ts'
import { NamesInput } from './NamesInput.tsx'

interface ApplicantFieldProps {
  field: Fact
  facts: ApplicantFacts
  onChange: (facts: Partial<ApplicantFacts>) => void
  onLeave?: () => void
  warning?: string | undefined
  problem?: string | undefined
  hint?: string | undefined
  /** 给人选的规范说法；也可以照写别的。 */
  choices?: readonly string[] | undefined
  /** 培养联系人、入党介绍人从这些人里选。 */
  people: readonly Named[]
  autoFocus?: boolean
}

/** 一个字段的输入，种类与标题来自台账的列。 */
export function ApplicantField(props: ApplicantFieldProps) {
  const { field, facts, onChange, onLeave = () => {}, warning, problem, hint, choices, people, autoFocus = false } = props
  const column = columnOf(field)
  const value = facts[field]
  const text = value === null ? '' : String(value)
  const set = (next: string | number | null) => onChange({ [field]: next })
  return (
    <Field label={column.label} required={field === 'name'} warning={warning} problem={problem} hint={hint} wide={field === 'note'}>
      {(id, describedBy) => {
        const common = { id, 'aria-describedby': describedBy, onBlur: onLeave }
        if (column.many) return <NamesInput id={id} aria-describedby={describedBy} value={text || null} onChange={set} people={people} />
        if (column.kind === 'day' || column.kind === 'dayOrMonth')
          return <DayInput {...common} monthAllowed={column.kind === 'dayOrMonth'} value={text || null} onChange={set} />
        if (column.kind === 'number')
          return (
            <Input
              {...common}
              inputMode="numeric"
              autoComplete="off"
              maxLength={4}
              value={text}
              onChange={({ target }) => set(numberIn(target.value))}
            />
          )
        if (field === 'gender')
          return (
            <select {...common} className="native-select" value={text} onChange={({ target }) => set(target.value || null)}>
              <option value="">未填</option>
              {Object.entries(genderWords).map(([key, word]) => (
                <option key={key} value={key}>
                  {word}
                </option>
              ))}
            </select>
          )
        if (field === 'note')
          return <Input.TextArea {...common} rows={2} value={text} onChange={({ target }) => set(target.value || null)} />
        return (
          <>
            <Input
              {...common}
              value={text}
              maxLength={200}
              autoComplete="off"
              autoFocus={autoFocus}
              {...(choices ? { list: `${id}-choices` } : {})}
              onChange={({ target }) => set(target.value || (field === 'name' ? '' : null))}
            />
            {choices && (
              <datalist id={`${id}-choices`}>
                {choices.map((choice) => (
                  <option key={choice} value={choice} />
                ))}
              </datalist>
            )}
          </>
        )
      }}
    </Field>
  )
}

/** 天数、学时只收数字。例：'24 学时' → 24 */
const numberIn = (text: string): number | null => {
  const digits = text.replace(/\D/g, '')
  return digits === '' ? null : Number(digits)
}
