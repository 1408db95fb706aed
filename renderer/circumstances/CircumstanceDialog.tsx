import { Input } from 'antd'
import type { CircumstanceFacts, CircumstanceRow, LossCause } from '../../shared/circumstances/contract.ts'
import { causeWords, circumstanceWords } from '../../shared/circumstances/words.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { useDialogForm } from '../kit/use-dialog-form.ts'

interface CircumstanceDialogProps {
  member: { id: number; name: string }
  /** 修改哪一条；没有就是新登记。 */
  circumstance?: CircumstanceRow | undefined
  onClose: () => void
}

const blank: CircumstanceFacts = {
  kind: 'hardship',
  fromDay: null,
  untilDay: null,
  reason: '',
  approval: '',
  cause: null,
  search: '',
  opinion: '',
}
const factsOf = ({ id: _, memberId: _memberId, ...facts }: CircumstanceRow): CircumstanceFacts => facts

const hints: Record<CircumstanceFacts['kind'], string> = {
  hardship: '只在上报版的台账里出现。',
  limitedMobility: '会议记录里“行动不便党员”的人数由它算出。',
  outOfContact: '名册上同时标为失联；写了“到何时止”就取消。',
}

/** 困难、行动不便、失联：从哪天到哪天，为什么。 */
export function CircumstanceDialog({ member, circumstance, onClose }: CircumstanceDialogProps) {
  const { form, set, dirty, note, close } = useDialogForm<CircumstanceFacts>(
    circumstance ? `circumstances.amend/${circumstance.id}` : `circumstances.record/${member.id}`,
    circumstance ? factsOf(circumstance) : blank,
    onClose,
    { amending: circumstance !== undefined },
  )
  const record = useAct(app.circumstances.record, { quiet: true })
  const amend = useAct(app.circumstances.amend, { quiet: true })
  const act = circumstance ? amend : record
  const problem = problemOfDay(form.fromDay, true) ?? problemOfDay(form.untilDay, true)
  const save = async () => {
    if (problem) return
    const done = circumstance
      ? await amend.run({ id: circumstance.id, facts: form })
      : await record.run({ memberId: member.id, facts: form })
    if (done) close()
  }
  const prose = (field: 'reason' | 'search' | 'opinion', label: string) => (
    <Field label={label} wide>
      {(id) => <Input.TextArea id={id} rows={2} value={form[field]} onChange={(event) => set({ [field]: event.target.value })} />}
    </Field>
  )
  return (
    <Dialog
      title={`${circumstance ? '修改' : '登记'}情况：${member.name}`}
      verb={circumstance ? '保存' : '登记'}
      width={620}
      dirty={dirty}
      disabled={problem !== undefined}
      busy={act.busy}
      refusal={act.refusal}
      onSave={() => void save()}
      onClose={close}
    >
      <DraftNote {...note} />
      <div className="form-grid">
        <Field label="种类" required wide hint={hints[form.kind]}>
          {(id, note) => (
            <select
              id={id}
              aria-describedby={note}
              className="native-select"
              value={form.kind}
              onChange={(event) => set({ kind: event.target.value as CircumstanceFacts['kind'] })}
            >
              {Object.entries(circumstanceWords).map(([key, word]) => (
                <option key={key} value={key}>
                  {word}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="从何时起" required={form.kind === 'outOfContact'} hint="可以只到年月。">
          {(id, note) => (
            <DayInput id={id} aria-describedby={note} monthAllowed value={form.fromDay} onChange={(fromDay) => set({ fromDay })} />
          )}
        </Field>
        <Field label="到何时止" hint="还没有完就空着。">
          {(id, note) => (
            <DayInput id={id} aria-describedby={note} monthAllowed value={form.untilDay} onChange={(untilDay) => set({ untilDay })} />
          )}
        </Field>
        {form.kind === 'hardship' && (
          <Field label="批准文号" wide>
            {(id) => <Input id={id} maxLength={200} value={form.approval} onChange={(event) => set({ approval: event.target.value })} />}
          </Field>
        )}
        {form.kind === 'outOfContact' && (
          <Field label="失联情形" wide>
            {(id) => (
              <select
                id={id}
                className="native-select"
                value={form.cause ?? ''}
                onChange={(event) => set({ cause: (event.target.value as LossCause) || null })}
              >
                <option value="">未填</option>
                {Object.entries(causeWords).map(([key, word]) => (
                  <option key={key} value={key}>
                    {word}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {prose('reason', '情况说明')}
        {form.kind === 'outOfContact' && prose('search', '查找经过')}
        {form.kind === 'outOfContact' && prose('opinion', '处理意见')}
      </div>
    </Dialog>
  )
}
