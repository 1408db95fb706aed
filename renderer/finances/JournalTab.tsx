import { Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { Account, BookLine } from '../../shared/finances/contract.ts'
import { bookLedger } from '../../shared/finances/ledger.ts'
import { bookOf } from '../../shared/finances/rules.ts'
import { showFen } from '../../shared/kit/money.ts'
import type { Id } from '../../shared/kit/values.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { goAnd, useIntent } from '../kit/intent.ts'
import { useKeys } from '../kit/keys.ts'
import { LedgerTable } from '../kit/LedgerTable.tsx'
import { useRemembered } from '../kit/remembered.ts'
import { Waiting } from '../kit/Waiting.tsx'
import { useWhere } from '../shell/where.ts'
import { EntryDialog } from './EntryDialog.tsx'
import { QuickEntry } from './QuickEntry.tsx'
import { TransferDialog } from './TransferDialog.tsx'
import { VoucherDrawer } from './VoucherDrawer.tsx'

const columns = ['day', 'number', 'summary', 'income', 'expense', 'balance', 'category', 'source', 'handler', 'papers']
const widths = { day: 7.5, number: 3, summary: 15, income: 6, expense: 6, balance: 6.5, category: 8, source: 5, handler: 4, papers: 4.2 }

const keyOf = ({ line, voucherId, summary, balance }: BookLine) => voucherId ?? `${line} ${summary} ${balance}`

/** 红字写成红色；零不写。 */
const money = (amount: number | null) =>
  amount === null || amount === 0 ? '' : <span className={amount < 0 ? 'num finances-red' : 'num'}>{showFen(amount)}</span>

/** 日记账：上年结转在前，月末合计，最后一行总等着记下一笔。 */
export function JournalTab({ accounts, opened: wanted }: { accounts: readonly Account[]; opened?: Id | undefined }) {
  const { organizationId, year, today } = useWhere()
  const [accountId, setAccountId] = useRemembered<Id | null>('finances.account', null)
  const journal = useAsk(app.finances.journal, { organizationId, year, accountId }, { keep: true })
  const [active, setActive] = useState<Id | string>()
  const [opened, setOpened] = useState<Id | undefined>(wanted)
  const [entering, setEntering] = useState<'income' | 'expense'>()
  const [moving, setMoving] = useState(false)
  const lines = useMemo(
    () => (journal.data ? bookOf(journal.data.carried, journal.data.rows, today >= `${year}-12-31`) : []),
    [journal.data, today, year],
  )
  useKeys({ n: () => setEntering('expense') })
  useIntent('finances.enter', (direction?: 'income' | 'expense') => setEntering(direction))
  if (!journal.data) return <Waiting error={journal.error} />
  const strong = ({ line, summary, reverses, reversedBy }: BookLine) =>
    line === 'voucher' ? (
      <span>
        {summary}
        {reversedBy !== null && <em className="finances-mark">已由 {reversedBy} 号冲销</em>}
        {reverses !== null && <em className="finances-mark">红字</em>}
      </span>
    ) : (
      <strong>{summary}</strong>
    )
  return (
    <div className="finances-journal">
      <div className="finances-bar">
        <Select
          aria-label="看哪个账户"
          style={{ width: 180 }}
          value={accountId ?? 0}
          onChange={(value) => setAccountId(value === 0 ? null : value)}
          options={[{ value: 0, label: '全部账户' }, ...accounts.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        {journal.data.closed.length > 0 && <span className="hint">已结账到 {Number(journal.data.closed.at(-1)?.slice(5))} 月</span>}
        <span className="finances-spring" />
        <Button onClick={() => goAnd('/imports', 'imports.into', 'finances')}>导入</Button>
        <Button onClick={() => setEntering('income')}>记收入</Button>
        <Button onClick={() => setEntering('expense')} title="N">
          记支出 N
        </Button>
        {accounts.length > 1 && <Button onClick={() => setMoving(true)}>取现、存现</Button>}
      </div>
      <LedgerTable<BookLine>
        ledger={bookLedger}
        label={`${year} 年日记账`}
        rows={lines}
        rowKey={keyOf}
        columns={columns}
        widths={widths}
        render={{
          summary: strong,
          income: ({ income }) => money(income),
          expense: ({ expense }) => money(expense),
          balance: ({ balance }) => <span className="num">{showFen(balance)}</span>,
          papers: ({ papers }) => (papers ? String(papers) : ''),
        }}
        active={active ?? lines.findLast(({ line }) => line === 'voucher')?.voucherId ?? undefined}
        onMove={(row) => setActive(keyOf(row))}
        onOpen={(row) => {
          setActive(keyOf(row))
          if (row.voucherId !== null) setOpened(row.voucherId)
        }}
      />
      <QuickEntry key={organizationId} accounts={accounts} accountId={accountId} />
      {entering && <EntryDialog direction={entering} accounts={accounts} onClose={() => setEntering(undefined)} />}
      {moving && <TransferDialog accounts={accounts} onClose={() => setMoving(false)} />}
      {opened !== undefined && <VoucherDrawer id={opened} onClose={() => setOpened(undefined)} />}
    </div>
  )
}
