import { Input } from 'antd'
import { Field } from '../kit/Field.tsx'
import { type Named, NameInput } from '../kit/NameInput.tsx'
import type { LectureForm, Problems } from './particulars-form.ts'

interface LectureFieldsProps {
  form: LectureForm
  onChange: (next: Partial<LectureForm>) => void
  people: readonly Named[]
  problems: Problems
}

/** 党课：题目、主讲人及职务、学时、提纲。听课人员就是出勤。 */
export function LectureFields({ form, onChange, people, problems }: LectureFieldsProps) {
  return (
    <section aria-label="党课">
      <h2>党课</h2>
      <div className="particulars-grid">
        <Field label="题目" required wide problem={problems.title}>
          {(id, note) => (
            <Input
              id={id}
              aria-describedby={note}
              maxLength={200}
              value={form.title}
              onChange={({ target }) => onChange({ title: target.value })}
            />
          )}
        </Field>
        <Field label="主讲人" required problem={problems.lecturer}>
          {(id, note) => (
            <NameInput
              id={id}
              aria-describedby={note}
              value={form.lecturer}
              people={people}
              placeholder="姓名或首字母，外请的照写"
              onChange={(lecturer) => onChange({ lecturer })}
            />
          )}
        </Field>
        <Field label="主讲人职务">
          {(id) => (
            <Input
              id={id}
              maxLength={200}
              value={form.lecturerPost}
              placeholder="如 支部书记"
              onChange={({ target }) => onChange({ lecturerPost: target.value })}
            />
          )}
        </Field>
        <Field label="学时" required problem={problems.hours} hint="计入到会党员的学时">
          {(id, note) => (
            <Input
              id={id}
              aria-describedby={note}
              inputMode="decimal"
              maxLength={5}
              value={form.hours}
              placeholder="如 2 或 1.5"
              onChange={({ target }) => onChange({ hours: target.value })}
            />
          )}
        </Field>
        <Field label="提纲" wide>
          {(id) => (
            <Input.TextArea
              id={id}
              className="grows"
              rows={4}
              value={form.outline}
              placeholder="课件、教案放在“附件”里"
              onChange={({ target }) => onChange({ outline: target.value })}
            />
          )}
        </Field>
        <Field label="备注" wide>
          {(id) => <Input id={id} maxLength={200} value={form.note} onChange={({ target }) => onChange({ note: target.value })} />}
        </Field>
      </div>
    </section>
  )
}
