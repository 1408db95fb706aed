import { Input } from 'antd'
import { MovementKind } from '../../shared/dues/fund.ts'
import { remittanceOf } from '../../shared/dues/fund-rules.ts'
import { monthsOf } from '../../shared/dues/rules.ts'
import { movementWords } from '../../shared/dues/words.ts'
import { showFen, sumOf, yuan } from '../../shared/kit/money.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { fenOf, MoneyInput } from '../kit/MoneyInput.tsx'
import { PersonField } from '../kit/PersonField.tsx'
import { useDialogForm } from '../kit/use-dialog-form.ts'
import { usePeople } from '../members/use-people.ts'
import { useWhere } from '../shell/where.ts'

interface MovementDialogProps {
  kind: MovementKind
  onClose: () => void
}

type Line = 'summary' | 'counterparty' | 'slipNo' | 'receiptNo' | 'handler' | 'approver' | 'papers'
interface MovementForm extends Record<Line, string> {
  kind: MovementKind
  day: string | null
  amount: string
  purpose: string
  meeting: string
  /** 所属期间的起止月。 */
  from: string
  to: string
}

/** 记一笔党费收支：上缴写期间，使用写五类用途与作出决定的会议。 */
export function MovementDialog({ kind: asked, onClose }: MovementDialogProps) {
  const { organizationId, year, today, ledger } = useWhere()
  const record = useAct(app.dues.recordMovement, { quiet: true })
  const standards = useAsk(app.dues.standards, {}).data
  const practice = useAsk(app.dues.practice, { organizationId }).data
  const meetings = useAsk(app.meetings.register, { organizationId, year }).data
  const payments = useAsk(app.dues.payments, { organizationId, year }).data
  const { form, set, dirty, note, close } = useDialogForm<MovementForm>(
    `dues.recordMovement/${organizationId}/${asked}`,
    {
      ...{ kind: asked, day: today, amount: '', purpose: '', meeting: '', from: '', to: '' },
      ...{ summary: '', counterparty: '', slipNo: '', receiptNo: '', handler: ledger.actor?.name ?? '', approver: '', papers: '' },
    },
    onClose,
  )
  const people = usePeople(organizationId)
  const { kind, day, amount, purpose, meeting } = form
  const remits = kind === 'remitted'
  const collected = sumOf(
    (payments ?? [])
      .filter(({ paidOn }) => form.from && form.to && paidOn.slice(0, 7) >= form.from && paidOn.slice(0, 7) <= form.to)
      .map(({ amount, large }) => amount - large),
  )
  const share = practice?.remitShare ?? null
  const fen = fenOf(amount)
  const summary = form.summary.trim() || (kind === 'used' ? '' : movementWords[kind])
  const ready =
    day !== null && problemOfDay(day) === undefined && fen !== null && fen > 0 && summary !== '' && (kind !== 'used' || purpose !== '')
  const line = (name: Line, label: string, hint?: string) => (
    <Field label={label} hint={hint}>
      {(id) => <Input id={id} value={form[name]} maxLength={200} onChange={(event) => set({ [name]: event.target.value })} />}
    </Field>
  )
  const person = (name: 'handler' | 'approver', label: string) => (
    <PersonField label={label} others maxLength={200} value={form[name]} people={people} onChange={(next) => set({ [name]: next })} />
  )
  const monthPick = (name: 'from' | 'to', label: string) => (
    <Field label={label} required={remits}>
      {(id) => (
        <select id={id} className="native-select" value={form[name]} onChange={(event) => set({ [name]: event.target.value })}>
          <option value="">请选择</option>
          {monthsOf(year).map((month) => (
            <option key={month}>{month}</option>
          ))}
        </select>
      )}
    </Field>
  )
  const run = async () => {
    if (!ready || day === null || fen === null) return
    const done = await record.run({
      organizationId,
      kind,
      day,
      summary,
      amount: fen,
      purpose: kind === 'used' ? purpose : null,
      meetingId: meeting === '' ? null : Number(meeting),
      fromMonth: remits && form.from ? form.from : null,
      toMonth: remits && form.to ? form.to : null,
      counterparty: form.counterparty.trim(),
      slipNo: form.slipNo.trim(),
      receiptNo: form.receiptNo.trim(),
      handler: form.handler.trim(),
      approver: form.approver.trim(),
      papers: Number(form.papers) || 0,
    })
    if (done) close()
  }
  return (
    <Dialog
      title="记党费收支"
      verb="记上"
      width={700}
      onSave={() => void run()}
      onClose={close}
      dirty={dirty}
      busy={record.busy}
      disabled={!ready}
      refusal={record.refusal}
    >
      <DraftNote {...note} />
      <div className="form-grid">
        <Field label="类别" required>
          {(id) => (
            <select id={id} className="native-select" value={kind} onChange={(event) => set({ kind: event.target.value as MovementKind })}>
              {MovementKind.options.map((code) => (
                <option key={code} value={code}>
                  {movementWords[code]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="日期" required>
          {(id) => <DayInput id={id} value={day} onChange={(next) => set({ day: next })} />}
        </Field>
        {remits && monthPick('from', '所属期间从')}
        {remits && monthPick('to', '所属期间到')}
        <Field
          label="金额"
          required
          hint={
            remits && form.from && form.to
              ? `这期间实收 ${yuan(collected)}${share === null ? '' : `，按 ${share / 100}% 上缴 ${yuan(remittanceOf(collected, share))}，留存 ${yuan(collected - remittanceOf(collected, share))}`}`
              : undefined
          }
        >
          {(id) => <MoneyInput id={id} value={amount} onChange={(next) => set({ amount: next })} />}
        </Field>
        {kind === 'used' && (
          <Field label="用途" required wide>
            {(id) => (
              <select id={id} className="native-select" value={purpose} onChange={(event) => set({ purpose: event.target.value })}>
                <option value="">请选择（五类之一）</option>
                {standards?.purposes.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {(kind === 'used' || kind === 'allocated') && (
          <Field label="集体研究的会议" wide>
            {(id) => (
              <select id={id} className="native-select" value={meeting} onChange={(event) => set({ meeting: event.target.value })}>
                <option value="">没有在这里记的会议</option>
                {meetings?.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.day} {one.topic}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {line('summary', '摘要', kind === 'used' ? '写明用在哪里' : `空着就写“${movementWords[kind]}”`)}
        {line('counterparty', '对方单位')}
        {line('slipNo', '缴款凭证号')}
        {line('receiptNo', '收据号')}
        {person('handler', '经手人')}
        {person('approver', '审批人')}
        {line('papers', '票据张数')}
      </div>
      {fen !== null && fen > 0 && <p className="hint num">{showFen(fen)} 元</p>}
    </Dialog>
  )
}
