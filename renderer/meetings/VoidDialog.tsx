import { Input } from 'antd'
import { useState } from 'react'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'

/** 作废一次开过的会议：记录留着，不再计入任何次数。 */
export function VoidDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const voiding = useAct(app.meetings.void, { quiet: true })
  const [reason, setReason] = useState('')
  const save = async () => {
    if (await voiding.run({ id, reason: reason.trim() })) onClose()
  }
  return (
    <Dialog
      title="作废会议"
      verb="作废会议"
      dirty={reason.trim() !== ''}
      disabled={reason.trim() === ''}
      busy={voiding.busy}
      refusal={voiding.refusal}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Field label="作废的原因" required wide hint="记录留着看，不再算作开过的会；打印出来有“作废”字样。可以取消作废。">
        {(field, note) => (
          <Input
            id={field}
            aria-describedby={note}
            autoFocus
            maxLength={200}
            value={reason}
            placeholder="例：与另一次登记重复"
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  )
}
