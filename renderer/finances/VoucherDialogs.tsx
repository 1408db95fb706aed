import { Input } from 'antd'
import { useState } from 'react'
import type { VoucherPage } from '../../shared/finances/contract.ts'
import { showFen } from '../../shared/kit/money.ts'
import type { Id } from '../../shared/kit/values.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { say } from '../kit/say.ts'
import { useDialogForm } from '../kit/use-dialog-form.ts'
import { useWhere } from '../shell/where.ts'
import { ParticularFields, type ParticularForm } from './ParticularFields.tsx'

interface VoucherDialogProps {
  id: Id
  page: VoucherPage
  onClose: () => void
}

/** 红字冲销：同样的分录反着记一张，原凭证留着。 */
export function ReverseDialog({ id, page: { voucher }, onClose }: VoucherDialogProps) {
  const { today } = useWhere()
  const [day, setDay] = useState<string | null>(today)
  const [reason, setReason] = useState('')
  const reverse = useAct(app.finances.reverse, { quiet: true })
  const save = async () => {
    if (day === null) return
    const done = await reverse.run({ id, day, reason: reason.trim() })
    if (!done) return
    say.done(`已记红字第 ${done.number} 号`)
    onClose()
  }
  return (
    <Dialog
      title={`红字冲销第 ${voucher.number} 号`}
      verb="红字冲销"
      onSave={() => void save()}
      onClose={onClose}
      dirty={reason !== ''}
      busy={reverse.busy}
      disabled={reason.trim() === '' || day === null || problemOfDay(day) !== undefined}
      refusal={reverse.refusal}
    >
      <p className="hint">
        “{voucher.summary}” {showFen(voucher.income + voucher.expense)}{' '}
        元。会另记一张红字凭证，两张互相指着；记错的就此抵掉，再照对的记一张。
      </p>
      <Field label="冲销日期" required>
        {(fieldId) => <DayInput id={fieldId} value={day} onChange={setDay} />}
      </Field>
      <Field label="原因" required>
        {(fieldId) => <Input id={fieldId} autoFocus maxLength={100} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </Dialog>
  )
}

/** 补上经手人、审批人、附件张数一类不影响账目的。 */
export function AnnotateDialog({ id, page, onClose }: VoucherDialogProps) {
  const { voucher, projectId, meetingId, decidedBy } = page
  const { counterparty, handler, witness, approver, papers, note } = voucher
  const {
    form,
    set,
    dirty,
    note: draftNote,
    close,
  } = useDialogForm<ParticularForm>(
    `finances.annotate/${id}`,
    {
      ...{ counterparty, handler, witness, approver, note, projectId, meetingId, decidedBy },
      papers: papers > 0 ? String(papers) : '',
    },
    onClose,
    { amending: true },
  )
  const annotate = useAct(app.finances.annotate, { quiet: true })
  const save = async () => {
    if (await annotate.run({ id, particulars: { ...form, papers: Number(form.papers) || 0 } })) close()
  }
  return (
    <Dialog
      title={`补充第 ${voucher.number} 号`}
      verb="保存"
      onSave={() => void save()}
      onClose={close}
      dirty={dirty}
      busy={annotate.busy}
      refusal={annotate.refusal}
      width={720}
    >
      <DraftNote {...draftNote} />
      <p className="hint">日期、金额和科目已经过账，不能改；记错了请用红字冲销。</p>
      <div className="form-grid">
        <ParticularFields form={form} direction={voucher.kind === 'income' ? 'income' : 'expense'} onChange={set} />
      </div>
    </Dialog>
  )
}
