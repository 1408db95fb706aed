import { Input } from 'antd'
import type { CustomField } from '../../shared/fields/contract.ts'
import { DayInput } from '../kit/DayInput.tsx'
import { Field } from '../kit/Field.tsx'
import { type CustomForm, customProblems } from './fields.ts'

interface CustomInputsProps {
  fields: readonly CustomField[]
  form: CustomForm
  onChange: (form: CustomForm) => void
}

/** 表单里自设的几项；填不对的当场说。 */
export function CustomInputs({ fields, form, onChange }: CustomInputsProps) {
  const problems = customProblems(form, fields)
  return (
    <fieldset>
      <legend>自设字段</legend>
      <div className="form-grid">
        {fields.map((field) => (
          <div key={field.id} className="fact">
            <Field
              label={field.name}
              problem={problems[field.id]}
              hint={field.privacy === 'private' ? '个人信息，只在上报版里' : undefined}
            >
              {(id, describedBy) => (
                <CustomInput
                  id={id}
                  describedBy={describedBy}
                  field={field}
                  value={form[field.id] ?? null}
                  onChange={(value) => onChange({ ...form, [field.id]: value })}
                />
              )}
            </Field>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

interface CustomInputProps {
  id: string
  describedBy: string
  field: Pick<CustomField, 'kind' | 'options'>
  value: string | null
  onChange: (value: string | null) => void
}

/** 一项自设字段的输入，照它的种类。 */
export function CustomInput({ id, describedBy, field: { kind, options }, value, onChange }: CustomInputProps) {
  const common = { id, 'aria-describedby': describedBy }
  if (kind === 'day') return <DayInput {...common} monthAllowed value={value} onChange={onChange} />
  if (kind === 'choice' || kind === 'yesNo')
    return (
      <select {...common} className="native-select" value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">未填</option>
        {(kind === 'yesNo' ? ['是', '否'] : options).map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    )
  return (
    <Input
      {...common}
      value={value ?? ''}
      maxLength={200}
      autoComplete="off"
      inputMode={kind === 'number' ? 'decimal' : 'text'}
      onChange={(event) => onChange(event.target.value || null)}
    />
  )
}
