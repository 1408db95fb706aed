import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import type { Day, Id } from '../../shared/kit/values.ts'
import type { Item, ItemRow } from '../../shared/rectification/contract.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import type { Named } from '../kit/NameInput.tsx'
import { PersonField } from '../kit/PersonField.tsx'
import { useDialogForm } from '../kit/use-dialog-form.ts'

interface ItemDialogProps {
  /** 要修改的；没有为新添。 */
  item: ItemRow | undefined
  blank: { organizationId: Id; meetingId: Id | null; raisedOn: Day | null }
  people: readonly Named[]
  /** 新添的可以记在哪几个组织名下；不给就是 blank 里的那个。 */
  organizations?: readonly { id: Id; name: string }[]
  onClose: () => void
}

const draftOf = ({ organizationId, meetingId, raisedOn, problem, measure, responsible, due, outcome, doneOn }: ItemRow) => ({
  ...{ organizationId, meetingId, raisedOn, problem, measure, responsible, due, outcome, doneOn },
})
type Draft = Omit<Item, 'raisedOn'> & { raisedOn: Day | null }
const blankDraft = { problem: '', measure: '', responsible: '', due: null, outcome: '', doneOn: null }

/** 一项整改：问题、措施、责任人、时限；已完成的连完成情况一起改。 */
export function ItemDialog({ item, blank, people, organizations = [], onClose }: ItemDialogProps) {
  const { form, set, dirty, note, close } = useDialogForm<Draft>(
    item ? `rectification.amend/${item.id}` : `rectification.add/${blank.organizationId}/${blank.meetingId ?? ''}`,
    () => (item ? draftOf(item) : { ...blank, ...blankDraft }),
    onClose,
    { amending: item !== undefined },
  )
  const add = useAct(app.rectification.add, { quiet: true })
  const amend = useAct(app.rectification.amend, { quiet: true })
  const remove = useAct(app.rectification.remove, { quiet: true })
  const days = [form.raisedOn, form.due, form.doneOn]
  const ready = form.problem.trim() !== '' && form.raisedOn !== null && days.every((day) => day === null || !problemOfDay(day))
  const save = async () => {
    if (form.raisedOn === null) return
    const given = { ...form, raisedOn: form.raisedOn, problem: form.problem.trim(), responsible: form.responsible.trim() }
    const answer = item ? await amend.run({ id: item.id, item: given }) : await add.run(given)
    if (answer) close()
  }
  return (
    <Dialog
      title={item ? '修改整改' : '添加整改'}
      verb={item ? '保存' : '添加'}
      width={640}
      dirty={dirty}
      disabled={!ready}
      busy={add.busy || amend.busy || remove.busy}
      refusal={add.refusal ?? amend.refusal ?? remove.refusal}
      onSave={() => void save()}
      onClose={close}
      extra={
        item && (
          <Button danger onClick={() => void remove.run({ id: item.id }).then((gone) => gone && close())}>
            删除整改
          </Button>
        )
      }
    >
      <DraftNote {...note} />
      <ItemFields form={form} onChange={set} people={people}>
        {!item && organizations.length > 1 && (
          <Field label="党组织" required>
            {(id) => (
              <select
                id={id}
                className="native-select"
                value={form.organizationId}
                onChange={({ target }) => set({ organizationId: Number(target.value) })}
              >
                {organizations.map(({ id: value, name }) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </ItemFields>
      {item && item.doneOn !== null && (
        <div className="form-grid">
          <Field label="完成情况" wide>
            {(id) => (
              <Input.TextArea
                id={id}
                className="grows"
                rows={2}
                value={form.outcome}
                onChange={({ target }) => set({ outcome: target.value })}
              />
            )}
          </Field>
          <Field label="完成日期" hint="清空就退回进行中">
            {(id, note) => <DayInput id={id} aria-describedby={note} value={form.doneOn} onChange={(doneOn) => set({ doneOn })} />}
          </Field>
        </div>
      )}
    </Dialog>
  )
}

interface ItemFieldsProps {
  form: Draft
  onChange: (next: Partial<Draft>) => void
  people: readonly Named[]
  children: ReactNode
}

const ItemFields = ({ form, onChange, people, children }: ItemFieldsProps) => (
  <div className="form-grid">
    <Field label="问题" required wide>
      {(id) => (
        <Input.TextArea
          id={id}
          className="grows"
          autoFocus
          rows={2}
          value={form.problem}
          onChange={({ target }) => onChange({ problem: target.value })}
        />
      )}
    </Field>
    <Field label="整改措施" wide>
      {(id) => (
        <Input.TextArea
          id={id}
          className="grows"
          rows={2}
          value={form.measure}
          onChange={({ target }) => onChange({ measure: target.value })}
        />
      )}
    </Field>
    <PersonField label="责任人" others value={form.responsible} people={people} onChange={(responsible) => onChange({ responsible })} />
    <Field label="时限">{(id) => <DayInput id={id} value={form.due} onChange={(due) => onChange({ due })} />}</Field>
    <Field label="提出日期" required>
      {(id) => <DayInput id={id} value={form.raisedOn} onChange={(raisedOn) => onChange({ raisedOn })} />}
    </Field>
    {children}
  </div>
)
