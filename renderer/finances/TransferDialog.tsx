import { Input } from 'antd'
import type { Account } from '../../shared/finances/contract.ts'
import type { Id } from '../../shared/kit/values.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { fenOf, MoneyInput } from '../kit/MoneyInput.tsx'
import { say } from '../kit/say.ts'
import { useDialogForm } from '../kit/use-dialog-form.ts'
import { useWhere } from '../shell/where.ts'
import { AccountSelect } from './MoneyFields.tsx'

interface TransferForm {
  day: string | null
  summary: string
  amount: string
  fromId: Id | null
  toId: Id | null
}

/** 取现、存现：自己的两个账户之间走，不算收入支出。 */
export function TransferDialog({ accounts, onClose }: { accounts: readonly Account[]; onClose: () => void }) {
  const { organizationId, today } = useWhere()
  const { form, set, dirty, note, close } = useDialogForm<TransferForm>(
    `finances.transfer/${organizationId}`,
    { day: today, summary: '', amount: '', fromId: null, toId: null },
    onClose,
  )
  const { day, summary, amount, fromId, toId } = form
  const transfer = useAct(app.finances.transfer, { quiet: true })
  const fen = fenOf(amount) ?? 0
  const ready = day !== null && problemOfDay(day) === undefined && summary.trim() !== '' && fen > 0 && fromId !== null && toId !== null
  const save = async () => {
    if (!ready || day === null || fromId === null || toId === null) return
    const done = await transfer.run({ organizationId, day, summary: summary.trim(), amount: fen, fromId, toId })
    if (!done) return
    say.done(`已记第 ${done.number} 号`)
    close()
  }
  return (
    <Dialog
      title="取现、存现"
      verb="记账"
      onSave={() => void save()}
      onClose={close}
      dirty={dirty}
      busy={transfer.busy}
      disabled={!ready}
      refusal={transfer.refusal}
      width={560}
    >
      <DraftNote {...note} />
      <div className="form-grid">
        <Field label="日期" required>
          {(id) => <DayInput id={id} value={day} onChange={(next) => set({ day: next })} />}
        </Field>
        <Field label="金额" required>
          {(id) => <MoneyInput id={id} autoFocus value={amount} onChange={(next) => set({ amount: next })} />}
        </Field>
        <Field label="从" required>
          {(id) => <AccountSelect id={id} accounts={accounts} value={fromId} onChange={(next) => set({ fromId: next })} />}
        </Field>
        <Field label="到" required>
          {(id) => <AccountSelect id={id} accounts={accounts} value={toId} onChange={(next) => set({ toId: next })} />}
        </Field>
        <Field label="摘要" required wide>
          {(id) => (
            <Input
              id={id}
              placeholder="如 取备用金"
              maxLength={200}
              value={summary}
              onChange={(event) => set({ summary: event.target.value })}
            />
          )}
        </Field>
      </div>
    </Dialog>
  )
}
