import { Button, Input } from 'antd'
import type { TalkRow } from '../../shared/talks/contract.ts'
import { talkKindWords } from '../../shared/talks/words.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { DayInput } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { NameInput } from '../kit/NameInput.tsx'
import { useDialogForm } from '../kit/use-dialog-form.ts'
import { FollowUpSelect } from './FollowUpSelect.tsx'
import { amendedTalk, formOf, kindOf, problemOf, type Talker, type TalkForm } from './talk-form.ts'

interface TalkDialogProps {
  row: TalkRow
  people: readonly Talker[]
  onClose: () => void
}

/** 修改一次谈话，或删去。 */
export function TalkDialog({ row, people, onClose }: TalkDialogProps) {
  const { form, set, initial, dirty, note, close } = useDialogForm<TalkForm>(`talks.amend/${row.id}`, () => formOf(row, people), onClose, {
    amending: true,
  })
  const amend = useAct(app.talks.amend, { quiet: true })
  const remove = useAct(app.talks.remove, { quiet: true })
  const talk = amendedTalk(row, form, people)
  const samePair = form.talker === initial.talker && form.talked === initial.talked
  const kind = samePair ? row.kind : kindOf(form, people)
  const save = async () => {
    if (talk && (await amend.run({ id: row.id, talk }))) close()
  }
  const drop = async () => {
    if (await remove.run({ id: row.id })) close()
  }
  return (
    <Dialog
      title="修改谈话"
      verb="保存"
      width={780}
      dirty={dirty}
      disabled={!talk}
      busy={amend.busy || remove.busy}
      refusal={amend.refusal ?? remove.refusal}
      onSave={() => void save()}
      onClose={close}
      extra={
        <>
          <span className="hint" role="status">
            {!talk && problemOf(form, people)}
          </span>
          <Button danger onClick={() => void drop()}>
            删除谈话
          </Button>
        </>
      }
    >
      <DraftNote {...note} />
      <div className="form-grid">
        <Field label="日期" required>
          {(id, note) => <DayInput id={id} aria-describedby={note} autoFocus value={form.day} onChange={(day) => set({ day })} />}
        </Field>
        <Field label="谈话人" required hint="名册外的人照写">
          {(id) => <NameInput id={id} value={form.talker} people={people} onChange={(talker) => set({ talker })} />}
        </Field>
        <Field label="被谈话人" required hint={kind && `算“${talkKindWords[kind]}”`}>
          {(id) => <NameInput id={id} value={form.talked} people={people} onChange={(talked) => set({ talked })} />}
        </Field>
        <ProseField label="主要内容摘要" value={form.summary} onChange={(summary) => set({ summary })} />
        <ProseField label="约定事项" value={form.agreed} onChange={(agreed) => set({ agreed })} />
        <Field label="跟进">{(id) => <FollowUpSelect id={id} value={form.followUp} onChange={(followUp) => set({ followUp })} />}</Field>
      </div>
    </Dialog>
  )
}

const ProseField = ({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) => (
  <Field label={label} wide>
    {(id) => <Input.TextArea id={id} className="grows" rows={2} value={value} onChange={({ target }) => onChange(target.value)} />}
  </Field>
)
