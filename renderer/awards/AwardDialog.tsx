import { Input } from 'antd'
import type { AwardFacts, AwardRow, Penalty } from '../../shared/awards/contract.ts'
import { awardKindWords, penaltyWords } from '../../shared/awards/words.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { useDialogForm } from '../kit/use-dialog-form.ts'

interface AwardDialogProps {
  member: { id: number; name: string }
  /** 修改哪一条；没有就是新登记。 */
  award?: AwardRow | undefined
  onClose: () => void
}

type Form = Omit<AwardFacts, 'day'> & { day: string | null }

const blank: Form = {
  kind: 'reward',
  name: '',
  penalty: null,
  level: '',
  authority: '',
  day: null,
  documentNumber: '',
  fromDay: null,
  untilDay: null,
}
const formOf = ({ kind, name, penalty, level, authority, day, documentNumber, fromDay, untilDay }: AwardRow): Form => ({
  ...{ kind, name, penalty, level, authority, day, documentNumber, fromDay, untilDay },
})

/** 一条奖惩；处分另选种类，留党察看写起止。 */
export function AwardDialog({ member, award, onClose }: AwardDialogProps) {
  const { form, set, dirty, note, close } = useDialogForm<Form>(
    award ? `awards.amend/${award.id}` : `awards.add/${member.id}`,
    award ? formOf(award) : blank,
    onClose,
    { amending: award !== undefined },
  )
  const add = useAct(app.awards.add, { quiet: true })
  const amend = useAct(app.awards.amend, { quiet: true })
  const act = award ? amend : add
  const problem = form.day === null ? '请填日期。' : problemOfDay(form.day, true)
  const save = async () => {
    const { day } = form
    if (day === null || problem) return
    const facts = { ...form, day, name: form.name.trim() }
    if (award ? await amend.run({ id: award.id, facts }) : await add.run({ memberId: member.id, facts })) close()
  }
  const line = (field: 'level' | 'authority' | 'documentNumber', label: string, placeholder: string) => (
    <Field label={label}>
      {(id) => (
        <Input
          id={id}
          maxLength={200}
          value={form[field]}
          placeholder={placeholder}
          onChange={(event) => set({ [field]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <Dialog
      title={`${award ? '修改' : '登记'}奖惩：${member.name}`}
      verb={award ? '保存' : '登记'}
      width={620}
      dirty={dirty}
      disabled={form.name.trim() === '' || problem !== undefined}
      busy={act.busy}
      refusal={act.refusal}
      onSave={() => void save()}
      onClose={close}
    >
      <DraftNote {...note} />
      <div className="form-grid">
        <Field label="类别" required>
          {(id) => (
            <select
              id={id}
              className="native-select"
              value={form.kind}
              onChange={(event) => set({ kind: event.target.value as Form['kind'], penalty: null })}
            >
              {Object.entries(awardKindWords).map(([key, word]) => (
                <option key={key} value={key}>
                  {word}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="日期" required>
          {(id, note) => <DayInput id={id} aria-describedby={note} monthAllowed value={form.day} onChange={(day) => set({ day })} />}
        </Field>
        <Field label="名称" required wide>
          {(id) => (
            <Input
              id={id}
              autoFocus
              maxLength={200}
              value={form.name}
              placeholder={form.kind === 'reward' ? '例：优秀共产党员' : '例：违反组织纪律'}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
        {form.kind === 'penalty' && (
          <Field label="处分种类" required hint="处分只在上报版的台账里出现。">
            {(id, note) => (
              <select
                id={id}
                aria-describedby={note}
                className="native-select"
                value={form.penalty ?? ''}
                onChange={(event) => set({ penalty: (event.target.value as Penalty) || null })}
              >
                <option value="">请选择</option>
                {Object.entries(penaltyWords).map(([key, word]) => (
                  <option key={key} value={key}>
                    {word}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {form.penalty === 'onProbation' && (
          <>
            <Field label="察看起" required hint="这段时间里没有表决权。">
              {(id, note) => <DayInput id={id} aria-describedby={note} value={form.fromDay} onChange={(fromDay) => set({ fromDay })} />}
            </Field>
            <Field label="察看止" required>
              {(id, note) => <DayInput id={id} aria-describedby={note} value={form.untilDay} onChange={(untilDay) => set({ untilDay })} />}
            </Field>
          </>
        )}
        {line('level', '级别', '例：县级')}
        {line('authority', '批准机关', '例：县委组织部')}
        {line('documentNumber', '文号', '例：县委发〔2026〕3号')}
      </div>
    </Dialog>
  )
}
