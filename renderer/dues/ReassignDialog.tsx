import { Input } from 'antd'
import { useState } from 'react'
import type { GridRow } from '../../shared/dues/contract.ts'
import type { PaymentRow } from '../../shared/dues/payments.ts'
import { showFen } from '../../shared/kit/money.ts'
import { calledIn } from '../../shared/members/namesakes.ts'
import { app } from '../app.ts'
import { sentenceOf, useAct, useAsk } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'
import { NameInput } from '../kit/NameInput.tsx'
import { say } from '../kit/say.ts'

interface ReassignDialogProps {
  payment: PaymentRow
  /** 这笔现在记在谁名下。 */
  from: GridRow
  people: readonly GridRow[]
  onClose: () => void
}

/** 记错了人：选对的人，先看会怎样，再按；红字与重记是一步。 */
export function ReassignDialog({ payment, from, people, onClose }: ReassignDialogProps) {
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const reassign = useAct(app.dues.reassign, { quiet: true })
  const others = people
    .filter(({ memberId }) => memberId !== from.memberId)
    .map((row) => ({ memberId: row.memberId, name: calledIn(row), initials: row.initials, pinyin: '' }))
  const memberId = others.find((one) => one.name === name.trim())?.memberId
  const wanted = { paymentId: payment.id, memberId: memberId ?? 0 }
  const told = useAsk(app.dues.reassignment, wanted, { enabled: memberId !== undefined })
  const run = async () => {
    if (memberId === undefined || !(await reassign.run({ ...wanted, reason: reason.trim() }))) return
    say.done(`已改记到 ${name.trim()} 名下`)
    onClose()
  }
  return (
    <Dialog
      title={`改记到另一人：${calledIn(from)} ${payment.months} ${showFen(payment.amount)} 元`}
      verb="改记"
      width={560}
      onSave={() => void run()}
      onClose={onClose}
      dirty={name !== '' || reason !== ''}
      busy={reassign.busy}
      disabled={!told.data || told.isFetching || reason.trim() === ''}
      refusal={reassign.refusal}
    >
      <Field
        label="是谁交的"
        required
        wide
        warning={name.trim() !== '' && memberId === undefined ? '打姓名或首字母，从列出的人里选。' : undefined}
        problem={memberId !== undefined && told.error ? sentenceOf(told.error) : undefined}
      >
        {(id, note) => <NameInput id={id} aria-describedby={note} value={name} onChange={setName} people={others} />}
      </Field>
      <Field label="原因" required wide>
        {(id) => (
          <Input
            id={id}
            maxLength={200}
            value={reason}
            placeholder="例：收款时点错了人"
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <p className="dialog-lead" role="status">
        {memberId !== undefined && told.data?.sentence}
      </p>
    </Dialog>
  )
}
