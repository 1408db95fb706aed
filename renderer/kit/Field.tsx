import { type ReactNode, useId } from 'react'

/** 必填的星号。 */
export const Required = () => (
  <span className="field-required" title="必填">
    ＊
  </span>
)

interface FieldProps {
  label: ReactNode
  required?: boolean
  /** 控件下面的一句提醒（不拦）。 */
  warning?: string | undefined
  /** 要改了才能存的一句话。 */
  problem?: string | undefined
  hint?: ReactNode
  /** 占满一行。 */
  wide?: boolean
  children: (id: string, describedBy: string) => ReactNode
}

/**
 * 标签、控件与提醒，标签与控件相连。
 * @example <Field label="姓名" required>{(id) => <Input id={id} … />}</Field>
 */
export function Field({ label, required, warning, problem, hint, wide, children }: FieldProps) {
  const id = useId()
  const note = `${id}-note`
  return (
    <div className={wide ? 'field field-wide' : 'field'}>
      <label htmlFor={id}>
        {label}
        {required && <Required />}
      </label>
      {children(id, note)}
      <div id={note} className="field-note" aria-live="polite">
        {problem ? (
          <p className="note-problem">{problem}</p>
        ) : warning ? (
          <p className="note-warning">{warning}</p>
        ) : hint ? (
          <p>{hint}</p>
        ) : null}
      </div>
    </div>
  )
}
