import { useState } from 'react'
import { Field } from './Field.tsx'
import { type Named, NameInput, notOnRoster } from './NameInput.tsx'

interface PersonFieldProps {
  label: string
  value: string
  onChange: (name: string) => void
  /** 名册；没答完时为空，不提示。 */
  people: readonly Named[] | undefined
  /** 也可能是单位、集体、名册外的人：只在像是没选定的首字母时说一声。 */
  others?: boolean
  required?: boolean
  wide?: boolean
  hint?: string
  maxLength?: number
}

/** 一个人名的格子：从名册里选；名册里没有的照写，离开时说一声，不拦。 */
export function PersonField({ label, value, onChange, people, others, required, wide, hint, maxLength }: PersonFieldProps) {
  const { note: stranger, ...watch } = useStrangers(value, people, others)
  return (
    <Field label={label} required={required ?? false} wide={wide ?? false} hint={stranger ?? hint}>
      {(id, note) => (
        <NameInput
          id={id}
          aria-describedby={note}
          value={value}
          onChange={onChange}
          people={people ?? []}
          {...watch}
          {...(maxLength ? { maxLength } : {})}
        />
      )}
    </Field>
  )
}

/** 写完离开时，名册里没有的人名说一声的那句话；others 时只说像首字母的。 */
export function useStrangers(value: string, people: readonly Named[] | undefined, others = false) {
  const [typing, setTyping] = useState(false)
  const strangers = typing || !people ? [] : notOnRoster(value, people).filter((name) => !others || /^[a-z]+$/i.test(name))
  return {
    note: strangers.length > 0 ? `名册里没有“${strangers.join('、')}”，照写的印。` : undefined,
    onFocus: () => setTyping(true),
    onBlur: () => setTyping(false),
  }
}
