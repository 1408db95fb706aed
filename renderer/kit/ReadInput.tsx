import { Input, type InputProps } from 'antd'
import { useEffect, useState } from 'react'

interface ReadInputProps extends Omit<InputProps, 'value' | 'onChange' | 'onBlur'> {
  value: string | null
  onChange: (value: string | null) => void
  onBlur?: (() => void) | undefined
  /** 打的字 → 规范的写法；读不懂就照原样，离开时说出 problemOf 的一句话。 */
  parse: (typed: string) => string | null
  problemOf: (text: string) => string | undefined
}

/** 边打边读的一格：随手写法都认，离开时写成规范的样子；读不懂的留着，下面一句话。 */
export function ReadInput({ value, onChange, onBlur, parse, problemOf, className, ...rest }: ReadInputProps) {
  const [text, setText] = useState(value ?? '')
  const [touched, setTouched] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: 只在外面换了值时跟上
  useEffect(() => {
    setText((now) => (parse(now) === value ? now : (value ?? '')))
  }, [value])
  const problem = text ? problemOf(text) : undefined
  return (
    <span className={className}>
      <Input
        {...rest}
        value={text}
        inputMode="numeric"
        autoComplete="off"
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
