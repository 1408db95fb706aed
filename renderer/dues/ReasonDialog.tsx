import { Input } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../shared/kit/refusal.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'

interface ReasonDialogProps {
  title: string
  verb: string
  /** 这一步会怎样。 */
  hint: string
  /** 免交的批准文号。 */
  withApproval?: boolean
  busy: boolean
  refusal: Refusal | undefined
  onRun: (reason: string, approval: string) => Promise<void>
  onClose: () => void
}

/** 要写明原因才能做的一步：冲销、作废、免交、反结账。 */
export function ReasonDialog({ title, verb, hint, withApproval = false, busy, refusal, onRun, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const [approval, setApproval] = useState('')
  return (
    <Dialog
      title={title}
      verb={verb}
      onSave={() => void onRun(reason.trim(), approval.trim())}
      onClose={onClose}
      dirty={reason !== ''}
      busy={busy}
      disabled={reason.trim() === ''}
      refusal={refusal}
    >
      <p className="hint dues-lead">{hint}</p>
      <Field label="原因" required>
        {(id) => <Input id={id} autoFocus value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      {withApproval && (
        <Field label="批准文号">
          {(id) => <Input id={id} value={approval} maxLength={200} onChange={(event) => setApproval(event.target.value)} />}
        </Field>
      )}
    </Dialog>
  )
}
