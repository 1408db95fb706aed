import { useState } from 'react'
import { Field } from '../kit/Field.tsx'
import { type Named, NameInput, notOnRoster } from '../kit/NameInput.tsx'

interface PersonFieldProps {
  label: string
  value: string
  onChange: (name: string) => void
  /** 名册；没答完时为空，不提示。 */
  people: readonly Named[] | undefined
}

/** 主持人、记录人：从名册里选；名册里没有的照写，离开时说一声，不拦。 */
export function PersonField({ label, value, onChange, people }: PersonFieldProps) {
  const [typing, setTyping] = useState(false)
  const strangers = typing || !people ? [] : notOnRoster(value, people)
  return (
    <Field label={label} hint={strangers.length > 0 && `名册里没有“${strangers.join('、')}”，照写的印。`}>
      {(id, note) => (
        <NameInput
          id={id}
          aria-describedby={note}
          value={value}
          onChange={onChange}
          people={people ?? []}
          onFocus={() => setTyping(true)}
          onBlur={() => setTyping(false)}
        />
      )}
    </Field>
  )
}
