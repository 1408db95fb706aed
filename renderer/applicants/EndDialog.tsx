import { Input } from 'antd'
import { useState } from 'react'
import type { ApplicantRow } from '../../shared/applicants/contract.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'
import { useWhere } from '../shell/where.ts'

/** 终止发展：哪天、为什么；留在名单里，可以恢复。 */
export function EndDialog({ person, onClose }: { person: ApplicantRow; onClose: () => void }) {
  const { today } = useWhere()
  const [day, setDay] = useState<string | null>(today)
  const [reason, setReason] = useState('')
  const end = useAct(app.applicants.end, { quiet: true })
  const problem = problemOfDay(day)
  const save = async () => {
    if (day && !problem && (await end.run({ id: person.id, day, reason: reason.trim() }))) onClose()
  }
  return (
    <Dialog
      title={`终止发展：${person.name}`}
      verb="终止发展"
      width={440}
      onSave={() => void save()}
      onClose={onClose}
      dirty={reason !== '' || day !== today}
      busy={end.busy}
      refusal={end.refusal}
      disabled={!day || problem !== undefined || reason.trim() === ''}
    >
      <Field label="原因" required hint="如：调离本单位、本人撤回申请、组织研究取消资格">
        {(id, note) => (
          <Input
            id={id}
            aria-describedby={note}
            autoFocus
            maxLength={60}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <Field label="从哪天起" required hint="此前各步的记录不变，以后可以恢复培养" problem={day ? problem : undefined}>
        {(id, note) => <DayInput id={id} aria-describedby={note} value={day} onChange={setDay} />}
      </Field>
    </Dialog>
  )
}
