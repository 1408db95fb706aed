import { InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { Field } from '../kit/Field.tsx'

interface CountFieldProps {
  label: string
  value: number
  onChange: (value: number) => void
  hint?: ReactNode
  warning?: string | undefined
}

/** 一个人数或票数。 */
export const CountField = ({ label, value, onChange, hint, warning }: CountFieldProps) => (
  <Field label={label} hint={hint} warning={warning}>
    {(id, note) => (
      <InputNumber
        id={id}
        aria-describedby={note}
        min={0}
        max={100_000}
        precision={0}
        value={value}
        onChange={(next) => onChange(next ?? 0)}
        // 点进来就选中原来的数，打字直接换掉；等鼠标放好光标之后再选
        onFocus={({ target }) => requestAnimationFrame(() => target.select())}
        style={{ width: '100%' }}
      />
    )}
  </Field>
)
