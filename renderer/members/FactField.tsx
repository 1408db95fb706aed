import { Checkbox, Input } from 'antd'
import type { MemberFacts } from '../../shared/members/contract.ts'
import { genderWords } from '../../shared/members/words.ts'
import { DayInput } from '../kit/DayInput.tsx'
import { Field } from '../kit/Field.tsx'
import { columnOf, type Fact } from './facts.ts'

interface FactFieldProps {
  field: Fact
  facts: MemberFacts
  onChange: (facts: Partial<MemberFacts>) => void
  /** 离开这一格。 */
  onLeave: () => void
  warning?: string | undefined
  problem?: string | undefined
  hint?: string | undefined
  /** 给人选的规范说法；也可以照写别的。 */
  choices?: readonly string[] | undefined
  autoFocus?: boolean
}

const prose: readonly Fact[] = ['family', 'honours', 'note']
const wide: readonly Fact[] = ['address', 'family', 'honours', 'note']

/** 一个字段的输入，种类与标题来自台账的列。 */
export function FactField({ field, facts, onChange, onLeave, warning, problem, hint, choices, autoFocus = false }: FactFieldProps) {
  const column = columnOf(field)
  const value = facts[field]
  const set = (next: string | boolean | null) => onChange({ [field]: next })
  const text = typeof value === 'string' ? value : ''
  if (column.kind === 'yesNo')
    return (
      <div className="field field-check">
        <Checkbox checked={value === true} onChange={(event) => set(event.target.checked)}>
          {field === 'floating' ? '流动党员' : '失联党员'}
        </Checkbox>
        <div className="field-note">{warning && <p className="note-warning">{warning}</p>}</div>
      </div>
    )
  return (
    <Field label={column.label} required={field === 'name'} warning={warning} problem={problem} hint={hint} wide={wide.includes(field)}>
      {(id, describedBy) => {
        const common = { id, 'aria-describedby': describedBy, onBlur: onLeave }
        if (field === 'gender')
          return (
            <select {...common} className="native-select" value={text} onChange={(event) => set(event.target.value || null)}>
              <option value="">未填</option>
              {Object.entries(genderWords).map(([key, word]) => (
                <option key={key} value={key}>
                  {word}
                </option>
              ))}
            </select>
          )
        if (column.kind === 'month')
          return (
            <DayInput
              {...common}
              monthAllowed
              placeholder="2026-03"
              value={value as string | null}
              onChange={(next) => set(next?.length === 10 ? next.slice(0, 7) : next)}
            />
          )
        if (column.kind === 'dayOrMonth') return <DayInput {...common} monthAllowed value={value as string | null} onChange={set} />
        if (prose.includes(field))
          return <Input.TextArea {...common} rows={2} value={text} onChange={(event) => set(event.target.value || null)} />
        return (
          <>
            <Input
              {...common}
              value={text}
              maxLength={200}
              autoComplete="off"
              autoFocus={autoFocus}
              {...(choices ? { list: `${id}-choices` } : {})}
              onChange={(event) => set(event.target.value || (field === 'name' ? '' : null))}
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
