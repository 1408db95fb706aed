import { Input } from 'antd'
import type { Absence } from '../../shared/attendance/contract.ts'
import { calledIn } from '../../shared/members/namesakes.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { PersonField } from '../kit/PersonField.tsx'
import { say } from '../kit/say.ts'
import { useDialogForm } from '../kit/use-dialog-form.ts'
import { usePeople } from '../members/use-people.ts'
import { useWhere } from '../shell/where.ts'

interface MakeupDialogProps {
  absences: readonly Absence[]
  onClose: () => void
}

interface MakeupForm {
  day: string | null
  content: string
  taughtBy: string
  confirmedBy: string
}

/** 登记补课：一人或几人，同一天、同一内容。什么都不代填。 */
export function MakeupDialog({ absences, onClose }: MakeupDialogProps) {
  const [only] = absences.length === 1 ? absences : []
  const { form, set, dirty, note, close } = useDialogForm<MakeupForm>(
    `attendance.makeUp/${absences.map(({ meetingId, memberId }) => `${meetingId}-${memberId}`).join(',')}`,
    {
      day: only?.madeUpOn ?? null,
      content: only?.content ?? '',
      taughtBy: only?.taughtBy ?? '',
      confirmedBy: only?.confirmedBy ?? '',
    },
    onClose,
    { amending: true },
  )
  const people = usePeople(useWhere().organizationId)
  const act = useAct(app.attendance.makeUp, { quiet: true })
  const change = (part: Partial<MakeupForm>) => {
    act.clear()
    set(part)
  }
  const problem = form.day === null ? undefined : problemOfDay(form.day)
  const save = async () => {
    if (form.day === null) return
    const pairs = absences.map(({ meetingId, memberId }) => ({ meetingId, memberId }))
    const answer = await act.run({ ...form, day: form.day, absences: pairs })
    if (!answer) return
    say.done(`${answer.changed} 人次补课已登记`)
    close()
  }
  const names = [...new Set(absences.map(calledIn))]
  return (
    <Dialog
      title={only ? `登记补课：${calledIn(only)}` : `登记补课：${absences.length} 人次`}
      verb="登记补课"
      dirty={dirty}
      busy={act.busy}
      disabled={form.day === null || problem !== undefined || form.content.trim() === ''}
      refusal={act.refusal}
      onSave={() => void save()}
      onClose={close}
    >
      <DraftNote {...note} />
      <p className="attendance-keys">
        {only ? `补 ${only.day} ${only.kindNames}“${only.topic}”。` : `${names.slice(0, 8).join('、')}${names.length > 8 ? ' 等' : ''}。`}
        当时的实到与出席率不变。
      </p>
      <Field label="补课日期" required problem={problem}>
        {(id, note) => <DayInput id={id} aria-describedby={note} autoFocus value={form.day} onChange={(day) => change({ day })} />}
      </Field>
      <Field label="补课内容" required wide>
        {(id) => (
          <Input
            id={id}
            maxLength={200}
            value={form.content}
            placeholder="例：补学会议精神"
            onChange={(event) => change({ content: event.target.value })}
          />
        )}
      </Field>
      <PersonField
        label="补课人"
        hint="谁给他补的。"
        maxLength={200}
        value={form.taughtBy}
        people={people}
        onChange={(taughtBy) => change({ taughtBy })}
      />
      <PersonField
        label="确认人"
        maxLength={200}
        value={form.confirmedBy}
        people={people}
        onChange={(confirmedBy) => change({ confirmedBy })}
      />
    </Dialog>
  )
}
