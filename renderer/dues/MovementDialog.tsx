import { Input } from 'antd'
import { useState } from 'react'
import { MovementKind } from '../../shared/dues/fund.ts'
import { remittanceOf } from '../../shared/dues/fund-rules.ts'
import { monthsOf } from '../../shared/dues/rules.ts'
import { movementWords } from '../../shared/dues/words.ts'
import { showFen, sumOf, yuan } from '../../shared/kit/money.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'
import { fenOf, MoneyInput } from '../kit/MoneyInput.tsx'
import { useWhere } from '../shell/where.ts'

interface MovementDialogProps {
  kind: MovementKind
  onClose: () => void
}

/** 记一笔党费收支：上缴写期间，使用写五类用途与作出决定的会议。 */
export function MovementDialog({ kind: asked, onClose }: MovementDialogProps) {
  const { organizationId, year, today, ledger } = useWhere()
  const record = useAct(app.dues.recordMovement, { quiet: true })
  const standards = useAsk(app.dues.standards, {}).data
  const practice = useAsk(app.dues.practice, { organizationId }).data
  const meetings = useAsk(app.meetings.register, { organizationId, year }).data
  const payments = useAsk(app.dues.payments, { organizationId, year }).data
  const [kind, setKind] = useState(asked)
  const [day, setDay] = useState<string | null>(today)
  const [amount, setAmount] = useState('')
  const [text, setText] = useState({
    summary: '',
    counterparty: '',
    slipNo: '',
    receiptNo: '',
    handler: ledger.actor?.name ?? '',
    approver: '',
    papers: '',
  })
  const [purpose, setPurpose] = useState('')
  const [meeting, setMeeting] = useState('')
  const [span, setSpan] = useState({ from: '', to: '' })
  const remits = kind === 'remitted'
  const collected = sumOf(
    (payments ?? [])
      .filter(({ paidOn }) => span.from && span.to && paidOn.slice(0, 7) >= span.from && paidOn.slice(0, 7) <= span.to)
      .map(({ amount, large }) => amount - large),
  )
  const share = practice?.remitShare ?? null
  const fen = fenOf(amount)
  const summary = text.summary.trim() || (kind === 'used' ? '' : movementWords[kind])
  const ready =
    day !== null && problemOfDay(day) === undefined && fen !== null && fen > 0 && summary !== '' && (kind !== 'used' || purpose !== '')
  const set = (name: keyof typeof text) => (event: { target: { value: string } }) =>
    setText((now) => ({ ...now, [name]: event.target.value }))
  const line = (name: keyof typeof text, label: string, hint?: string) => (
    <Field label={label} hint={hint}>
      {(id) => <Input id={id} value={text[name]} maxLength={200} onChange={set(name)} />}
    </Field>
  )
  const monthPick = (name: 'from' | 'to', label: string) => (
    <Field label={label} required={remits}>
      {(id) => (
        <select
          id={id}
          className="native-select"
          value={span[name]}
          onChange={(event) => setSpan((now) => ({ ...now, [name]: event.target.value }))}
        >
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
      fromMonth: remits && span.from ? span.from : null,
      toMonth: remits && span.to ? span.to : null,
      counterparty: text.counterparty.trim(),
      slipNo: text.slipNo.trim(),
      receiptNo: text.receiptNo.trim(),
      handler: text.handler.trim(),
      approver: text.approver.trim(),
      papers: Number(text.papers) || 0,
    })
    if (done) onClose()
  }
  return (
    <Dialog
      title="记党费收支"
      verb="记上"
      width={700}
      onSave={() => void run()}
      onClose={onClose}
      dirty={amount !== ''}
      busy={record.busy}
      disabled={!ready}
      refusal={record.refusal}
    >
      <div className="form-grid">
        <Field label="类别" required>
          {(id) => (
            <select id={id} className="native-select" value={kind} onChange={(event) => setKind(event.target.value as MovementKind)}>
              {MovementKind.options.map((code) => (
                <option key={code} value={code}>
                  {movementWords[code]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="日期" required>
          {(id) => <DayInput id={id} value={day} onChange={setDay} />}
        </Field>
        {remits && monthPick('from', '所属期间从')}
        {remits && monthPick('to', '所属期间到')}
        <Field
          label="金额"
          required
          hint={
            remits && span.from && span.to
              ? `这期间实收 ${yuan(collected)}${share === null ? '' : `，按 ${share / 100}% 上缴 ${yuan(remittanceOf(collected, share))}，留存 ${yuan(collected - remittanceOf(collected, share))}`}`
              : undefined
          }
        >
          {(id) => <MoneyInput id={id} value={amount} onChange={setAmount} />}
        </Field>
        {kind === 'used' && (
          <Field label="用途" required wide>
            {(id) => (
              <select id={id} className="native-select" value={purpose} onChange={(event) => setPurpose(event.target.value)}>
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
              <select id={id} className="native-select" value={meeting} onChange={(event) => setMeeting(event.target.value)}>
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
        {line('handler', '经手人')}
        {line('approver', '审批人')}
        {line('papers', '票据张数')}
      </div>
      {fen !== null && fen > 0 && <p className="hint num">{showFen(fen)} 元</p>}
    </Dialog>
  )
}
