import { Input } from 'antd'
import { showDay } from '../../shared/ledger/columns.ts'
import type { ItemRow } from '../../shared/rectification/contract.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { useDialogForm } from '../kit/use-dialog-form.ts'

/** 办完一项整改：哪天办完的、办成什么样。日子由人写，不预填。 */
export function FinishDialog({ item, onClose }: { item: ItemRow; onClose: () => void }) {
  const finish = useAct(app.rectification.finish, { quiet: true })
  const { form, set, dirty, note, close } = useDialogForm<Pick<ItemRow, 'doneOn' | 'outcome'>>(
    `rectification.finish/${item.id}`,
    { doneOn: null, outcome: '' },
    onClose,
  )
  const { doneOn, outcome } = form
  const save = async () => {
    if (doneOn && (await finish.run({ id: item.id, doneOn, outcome: outcome.trim() }))) close()
  }
  return (
    <Dialog
      title="完成整改"
      verb="完成"
      dirty={dirty}
      disabled={!doneOn || problemOfDay(doneOn) !== undefined || outcome.trim() === ''}
      busy={finish.busy}
      refusal={finish.refusal}
      onSave={() => void save()}
      onClose={close}
    >
      <DraftNote {...note} />
      <p>{item.problem}</p>
      {item.measure && <p className="hint">措施：{item.measure}</p>}
      <p className="hint rectification-about">
        {[item.responsible && `责任人：${item.responsible}`, item.due && `时限：${showDay(item.due)}`].filter(Boolean).join('　')}
      </p>
      <Field label="完成日期" required>
        {(id, note) => <DayInput id={id} aria-describedby={note} autoFocus value={doneOn} onChange={(next) => set({ doneOn: next })} />}
      </Field>
      <Field label="完成情况" required hint="一两句话，办成了什么样">
        {(id, note) => (
          <Input.TextArea
            id={id}
            aria-describedby={note}
            className="grows"
            rows={2}
            value={outcome}
            onChange={({ target }) => set({ outcome: target.value })}
          />
        )}
      </Field>
    </Dialog>
  )
}
