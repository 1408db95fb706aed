import { Button, Input } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Account, Direction } from '../../shared/finances/contract.ts'
import type { Id } from '../../shared/kit/values.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { DayInput } from '../kit/DayInput.tsx'
import { MoneyInput } from '../kit/MoneyInput.tsx'
import { NameInput } from '../kit/NameInput.tsx'
import { RefusalNote } from '../kit/RefusalNote.tsx'
import { say } from '../kit/say.ts'
import { useDraftedForm } from '../kit/use-draft.ts'
import { usePeople } from '../members/use-people.ts'
import { useWhere } from '../shell/where.ts'
import { type EntryForm, emptyEntry, entryOf, missingOf } from './entry-form.ts'
import { AccountSelect, CategorySelect, SourceSelect } from './MoneyFields.tsx'

/** 日记账最后一行：填完按回车就记上，日期、账户、科目留着接着记下一笔；写到一半去了别处，回来还在。 */
export function QuickEntry({ accounts, accountId }: { accounts: readonly Account[]; accountId: Id | null }) {
  const { organizationId, today } = useWhere()
  const categories = useAsk(app.finances.categories, { organizationId }).data ?? []
  const people = usePeople(organizationId) ?? []
  const [blank] = useState<EntryForm>(() => ({ ...emptyEntry('expense', today), accountId }))
  const { form, setForm, discard } = useDraftedForm(`finances.quick/${organizationId}`, blank)
  const post = useAct(app.finances.post, { quiet: true })
  const line = useRef<HTMLFieldSetElement>(null)
  const change = (part: Partial<EntryForm>) => setForm((now) => ({ ...now, ...part }))
  const missing = missingOf(form)
  const save = async () => {
    const entry = entryOf(form, organizationId)
    if (!entry) return
    const done = await post.run(entry)
    if (!done) return
    say.done(`已记第 ${done.number} 号`)
    discard()
    change({ summary: '', amount: '' })
    line.current?.querySelector<HTMLInputElement>('.finances-quick-summary')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    void save()
  }
  return (
    <fieldset className="finances-quick" ref={line} onKeyDown={onKeyDown}>
      <legend className="sr-only">记下一笔</legend>
      <DayInput aria-label="日期" value={form.day} onChange={(day) => change({ day })} />
      <select
        aria-label="收入还是支出"
        className="native-select"
        value={form.direction}
        onChange={(event) => change({ direction: event.target.value as Direction, categoryId: null })}
      >
        <option value="expense">支出</option>
        <option value="income">收入</option>
      </select>
      <Input
        className="finances-quick-summary"
        aria-label="摘要"
        placeholder="摘要，如 主题党日活动交通费"
        maxLength={200}
        value={form.summary}
        onChange={(event) => change({ summary: event.target.value })}
      />
      <MoneyInput aria-label="金额" value={form.amount} onChange={(amount) => change({ amount })} />
      <CategorySelect
        aria-label="科目"
        categories={categories}
        direction={form.direction}
        value={form.categoryId}
        onChange={(categoryId) => change({ categoryId })}
      />
      <SourceSelect aria-label="资金来源" value={form.source} onChange={(source) => change({ source })} />
      <AccountSelect aria-label="账户" accounts={accounts} value={form.accountId} onChange={(id) => change({ accountId: id })} />
      <NameInput
        aria-label="经手人"
        className="finances-quick-who"
        placeholder="经手人"
        maxLength={40}
        value={form.handler}
        people={people}
        onChange={(handler) => change({ handler })}
      />
      <Button type="primary" disabled={missing !== undefined} loading={post.busy} onClick={() => void save()} title={missing ?? 'Enter'}>
        记账
      </Button>
      <RefusalNote refusal={post.refusal} />
    </fieldset>
  )
}
