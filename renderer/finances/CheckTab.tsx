import { Button } from 'antd'
import { useState } from 'react'
import type { Account, BalanceCheck } from '../../shared/finances/contract.ts'
import { checkWords } from '../../shared/finances/words.ts'
import { showFen } from '../../shared/kit/money.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { Empty } from '../kit/Empty.tsx'
import { BankPanel } from './BankPanel.tsx'
import { CountDialog } from './CountDialog.tsx'

/** 核对：数钱箱、对银行；差额说得出可能差在哪里。 */
export function CheckTab({ accounts, checks }: { accounts: readonly Account[]; checks: readonly BalanceCheck[] }) {
  const [counting, setCounting] = useState<Account>()
  const withdraw = useAct(app.finances.withdrawCheck)
  const standing = accounts.filter(({ closedOn }) => closedOn === null)
  const banks = standing.filter(({ kind }) => kind === 'bank')
  return (
    <section className="finances-page finances-columns">
      <section className="panel">
        <div className="panel-head">
          <h2>点数与核对</h2>
          <span className="finances-lead">
            {standing.map((account) => (
              <Button key={account.id} onClick={() => setCounting(account)}>
                {account.kind === 'cash' ? `点${account.name}` : `核${account.name}`}
              </Button>
            ))}
          </span>
        </div>
        {checks.length === 0 ? (
          <Empty sentence="还没有核对过。月末把钱箱数一遍，和账上一样才好结账。" />
        ) : (
          <table className="posts finances-table">
            <thead>
              <tr>
                <th scope="col">日期</th>
                <th scope="col">账户</th>
                <th scope="col" className="num">
                  点到
                </th>
                <th scope="col" className="num">
                  账上
                </th>
                <th scope="col">结果</th>
                <th scope="col">
                  <span className="sr-only">操作</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {checks.map(({ id, day, accountName, kind, amount, book }) => (
                <tr key={id}>
                  <td>
                    <time>{day}</time>
                  </td>
                  <td>
                    {accountName}
                    <em className="finances-mark">{checkWords[kind]}</em>
                  </td>
                  <td className="num">{showFen(amount)}</td>
                  <td className="num">{showFen(book)}</td>
                  <td className={amount === book ? 'finances-right' : 'finances-wrong'}>
                    {amount === book ? '✓ 相符' : `差 ${showFen(amount - book)}`}
                  </td>
                  <td className="posts-act">
                    {kind !== 'carry' && (
                      <Button size="small" aria-label={`撤去 ${day} ${accountName} 的核对`} onClick={() => void withdraw.run({ id })}>
                        撤去
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <div>
        {banks.map((account) => (
          <BankPanel key={account.id} account={account} />
        ))}
        {banks.length === 0 && (
          <section className="panel">
            <h2>对银行</h2>
            <Empty sentence="没有银行账户，不用对银行。" />
          </section>
        )}
      </div>
      {counting && <CountDialog account={counting} onClose={() => setCounting(undefined)} />}
    </section>
  )
}
