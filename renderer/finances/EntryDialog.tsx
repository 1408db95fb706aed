import { Button, Input } from 'antd'
import type { Account, Direction } from '../../shared/finances/contract.ts'
import { directionWords } from '../../shared/finances/words.ts'
import type { Id } from '../../shared/kit/values.ts'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { DayInput } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { MoneyInput } from '../kit/MoneyInput.tsx'
import { type Named, NameInput } from '../kit/NameInput.tsx'
import { say } from '../kit/say.ts'
import { useDialogForm } from '../kit/use-dialog-form.ts'
import { usePeople } from '../members/use-people.ts'
import { useWhere } from '../shell/where.ts'
import { type EntryForm, emptyEntry, entryOf, missingOf } from './entry-form.ts'
import { AccountSelect, CategorySelect, SourceSelect } from './MoneyFields.tsx'
import { ParticularFields } from './ParticularFields.tsx'

interface EntryDialogProps {
  direction: Direction
  accounts: readonly Account[]
  /** 从一次会议来：先填好摘要、日期，用于这次活动。 */
  meeting?: MeetingRow
  /** 记在哪个组织的账里；省略是现在看的。 */
  owner?: Id
  onClose: () => void
}

/** 记一笔，凭证上的每一项都在。 */
export function EntryDialog({ direction, accounts, meeting, owner, onClose }: EntryDialogProps) {
  const { organizationId: here, today } = useWhere()
  const organizationId = owner ?? here
  const categories = useAsk(app.finances.categories, { organizationId }).data ?? []
  const {
    form,
    set: change,
    dirty,
    note,
    close,
  } = useDialogForm<EntryForm>(
    `finances.post/${organizationId}/${direction}/${meeting?.id ?? ''}`,
    () => ({
      ...emptyEntry(direction, today),
      ...(meeting && { summary: meeting.topic, day: [meeting.day, today].toSorted()[0] ?? today, meetingId: meeting.id }),
      accountId: accounts.length === 1 ? (accounts[0]?.id ?? null) : null,
    }),
    onClose,
  )
  const people = usePeople(organizationId) ?? []
  const post = useAct(app.finances.post, { quiet: true })
  const missing = missingOf(form)
  const save = async () => {
    const entry = entryOf(form, organizationId)
    const done = entry && (await post.run(entry))
    if (!done) return
    say.done(`已记第 ${done.number} 号`)
    close()
  }
  return (
    <Dialog
      title={`记${directionWords[direction]}`}
      verb="记账"
      onSave={() => void save()}
      onClose={close}
      dirty={dirty}
      busy={post.busy}
      disabled={missing !== undefined}
      refusal={post.refusal}
      width={720}
      extra={missing && <span className="hint">{missing}</span>}
    >
      <DraftNote {...note} />
      <div className="form-grid">
        <Field label="日期" required>
          {(id) => <DayInput id={id} value={form.day} onChange={(day) => change({ day })} />}
        </Field>
        <Field label="金额" required>
          {(id) => <MoneyInput id={id} value={form.amount} onChange={(amount) => change({ amount })} />}
        </Field>
        <Field label="摘要" required wide>
          {(id) => (
            <Input id={id} autoFocus maxLength={200} value={form.summary} onChange={(event) => change({ summary: event.target.value })} />
          )}
        </Field>
        <Field label="科目" required>
          {(id) => (
            <CategorySelect
              id={id}
              categories={categories}
              direction={direction}
              value={form.categoryId}
              onChange={(categoryId) => change({ categoryId })}
            />
          )}
        </Field>
        <Field label="资金来源" required hint={direction === 'expense' ? '花的是哪一笔钱' : '钱从哪里来'}>
          {(id) => <SourceSelect id={id} value={form.source} onChange={(source) => change({ source })} />}
        </Field>
        <Field label="账户" required>
          {(id) => <AccountSelect id={id} accounts={accounts} value={form.accountId} onChange={(accountId) => change({ accountId })} />}
        </Field>
        <ParticularFields form={form} direction={direction} meeting={meeting} onChange={change} />
      </div>
      {direction === 'expense' && <Recipients form={form} people={people} onChange={change} />}
    </Dialog>
  )
}

interface RecipientsProps {
  form: EntryForm
  people: readonly Named[]
  onChange: (part: Partial<EntryForm>) => void
}

/** 慰问对象：一人一行，合计等于金额。 */
function Recipients({ form, people, onChange }: RecipientsProps) {
  const set = (at: number, part: Partial<EntryForm['recipients'][number]>) =>
    onChange({ recipients: form.recipients.map((each, index) => (index === at ? { ...each, ...part } : each)) })
  return (
    <section className="finances-recipients" aria-label="慰问对象">
      {form.recipients.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: 行没有别的身份，只在末尾添、按位置删
        <div key={at} className="finances-recipient">
          <NameInput aria-label="姓名" placeholder="姓名" value={each.name} people={people} onChange={(name) => set(at, { name })} />
          <Input
            aria-label="困难情况"
            placeholder="困难情况（不公示）"
            value={each.situation}
            onChange={(event) => set(at, { situation: event.target.value })}
          />
          <MoneyInput aria-label="慰问金额" value={each.amount} onChange={(amount) => set(at, { amount })} />
          <Button
            aria-label={`去掉 ${each.name || '这一行'}`}
            onClick={() => onChange({ recipients: form.recipients.filter((_, index) => index !== at) })}
          >
            ✕
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange({ recipients: [...form.recipients, { name: '', situation: '', amount: '' }] })}>
        添慰问对象
      </Button>
    </section>
  )
}
