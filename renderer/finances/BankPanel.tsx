import { Button } from 'antd'
import { useState } from 'react'
import type { Account, BankLine, Unmatched } from '../../shared/finances/contract.ts'
import { showFen } from '../../shared/kit/money.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { Empty } from '../kit/Empty.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { useWhere } from '../shell/where.ts'
import { StatementDialog } from './StatementDialog.tsx'

/** 对银行：对账单各行勾对凭证，两边没对上的都列出来，余额调节后相等。 */
export function BankPanel({ account }: { account: Account }) {
  const { year, today } = useWhere()
  const until = [`${year}-12-31`, today].toSorted()[0] ?? today
  const answer = useAsk(app.finances.reconciliation, { accountId: account.id, until })
  const [entering, setEntering] = useState(false)
  if (!answer.data) return <Waiting error={answer.error} />
  const { book, bank, lines, unmatched } = answer.data
  const open = lines.filter(({ voucherId }) => voucherId === null)
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{account.name}</h2>
        <Button onClick={() => setEntering(true)}>录入对账单</Button>
      </div>
      {lines.length === 0 ? (
        <Empty sentence="从网银导出对账单，复制日期、摘要、金额几列粘贴进来，金额相同、日子相近的自动勾上。" />
      ) : (
        <>
          <p>
            账面 <b className="num">{showFen(book)}</b>　对账单 <b className="num">{showFen(bank)}</b>
            {open.length === 0 && unmatched.length === 0 ? (
              <span className="finances-right">　✓ 全部对上</span>
            ) : (
              <span className="hint">
                {'　'}对账单有账上没有 {open.length} 笔，账上有对账单没有 {unmatched.length} 笔
              </span>
            )}
          </p>
          <OpenLines lines={open} unmatched={unmatched} />
        </>
      )}
      {entering && <StatementDialog account={account} onClose={() => setEntering(false)} />}
    </section>
  )
}

/** 对账单上没对上的，每行给出金额相同的凭证来勾。 */
function OpenLines({ lines, unmatched }: { lines: readonly BankLine[]; unmatched: readonly Unmatched[] }) {
  const match = useAct(app.finances.matchBankLine)
  const remove = useAct(app.finances.removeBankLine)
  return (
    <ul className="finances-list">
      {lines.map(({ id, day, amount, summary }) => (
        <li key={id}>
          <span>
            {day} {summary || '（无摘要）'}
          </span>
          <b className={amount < 0 ? 'num finances-red' : 'num'}>{showFen(amount)}</b>
          <select
            aria-label={`勾对 ${day} ${showFen(amount)}`}
            className="native-select"
            value=""
            onChange={(event) => void match.run({ id, postingId: Number(event.target.value) })}
          >
            <option value="">勾对凭证…</option>
            {unmatched
              .filter((each) => each.amount === amount)
              .map((each) => (
                <option key={each.postingId} value={each.postingId}>
                  {each.day} 第 {each.number} 号 {each.summary}
                </option>
              ))}
          </select>
          <Button size="small" aria-label={`删除 ${day} ${showFen(amount)}`} onClick={() => void remove.run({ id })}>
            删除
          </Button>
        </li>
      ))}
    </ul>
  )
}
