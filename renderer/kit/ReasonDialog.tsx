import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Refusal } from '../../shared/kit/refusal.ts'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'

interface ReasonDialogProps {
  title: string
  verb: string
  /** 这一步会怎样。 */
  hint: string
  /** 例：请假人员登记有误。 */
  placeholder?: string
  /** 不做了的那个按钮；动词自己带“取消”时写明，免得两个“取消”。 */
  otherwise?: string
  /** 原因之外还要填的，如批准文号。 */
  children?: ReactNode
  busy: boolean
  refusal: Refusal | undefined
  onRun: (reason: string) => Promise<void>
  onClose: () => void
}

/**
 * 要写明原因才能做的一步：作废、取消归档、冲销、免交、重开。
 * @example <ReasonDialog title="取消归档" verb="取消归档" hint="…" busy={busy} refusal={refusal} onRun={run} onClose={close} />
 */
export function ReasonDialog({ title, verb, hint, placeholder, otherwise, children, busy, refusal, onRun, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={title}
      verb={verb}
      {...(otherwise ? { otherwise } : {})}
      onSave={() => void onRun(reason.trim())}
      onClose={onClose}
      dirty={reason.trim() !== ''}
      busy={busy}
      disabled={reason.trim() === ''}
      refusal={refusal}
    >
      <p className="hint dialog-lead">{hint}</p>
      <Field label="原因" required wide>
        {(id) => (
          <Input
            id={id}
            autoFocus
            maxLength={200}
            value={reason}
            placeholder={placeholder}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {children}
    </Dialog>
  )
}
