import { Button } from 'antd'
import { useState } from 'react'
import type { MonthState } from '../../shared/finances/contract.ts'
import { showFen } from '../../shared/kit/money.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { ReasonDialog } from '../kit/ReasonDialog.tsx'
import { say } from '../kit/say.ts'
import { Waiting } from '../kit/Waiting.tsx'
import { useWhere } from '../shell/where.ts'

/** 结账：逐月关上，年终结转；重开要写原因。 */
export function ClosingTab() {
  const { organizationId, year, today } = useWhere()
  const end = useAsk(app.finances.yearEnd, { organizationId, year })
  const trial = useAsk(app.finances.trialBalance, { organizationId, year })
  const close = useAct(app.finances.closeMonth)
  const closeYear = useAct(app.finances.closeYear)
  const [reopening, setReopening] = useState<MonthState>()
  if (!end.data || !trial.data) return <Waiting error={end.error ?? trial.error} />
  const { months, accounts, carried, income, expense, balance, notes } = end.data
  const over = today > `${year}-12-31`
  const closed = months.every(({ closedAt }) => closedAt !== null)
  const carry = async () => {
    if (await closeYear.run({ organizationId, year })) say.done(`${year} 年已结转`)
  }
  return (
    <section className="finances-page finances-columns">
      <section className="panel">
        <h2>{year} 年各月</h2>
        <table className="posts finances-table">
          <thead>
            <tr>
              <th scope="col">月份</th>
              <th scope="col" className="num">
                凭证
              </th>
              <th scope="col" className="num">
                收入
              </th>
              <th scope="col" className="num">
                支出
              </th>
              <th scope="col" className="num">
                月末结余
              </th>
              <th scope="col">结账</th>
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <tr key={month.month}>
                <td>{Number(month.month.slice(5))} 月</td>
                <td className="num">{month.vouchers || ''}</td>
                <td className="num">{month.income === 0 ? '' : showFen(month.income)}</td>
                <td className="num">{month.expense === 0 ? '' : showFen(month.expense)}</td>
                <td className="num">{month.month <= today.slice(0, 7) ? showFen(month.balance) : ''}</td>
                <td className="posts-act">
                  <MonthAct
                    month={month}
                    over={month.month < today.slice(0, 7)}
                    onReopen={() => setReopening(month)}
                    onClose={() => void close.run({ organizationId, month: month.month })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div>
        <section className="panel">
          <h2>年终结转{over ? '' : '（预演）'}</h2>
          <dl className="finances-facts">
            {(
              [
                ['上年结转', carried],
                ['本年收入', income],
                ['本年支出', expense],
                ['结转下年', balance],
                ...accounts.map(({ name, balance: each }) => [`其中 ${name}`, each] as [string, number]),
              ] as [string, number][]
            ).map(([label, amount]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="num">{showFen(amount)}</dd>
              </div>
            ))}
          </dl>
          {notes.map((note) => (
            <p key={note} className="hint">
              {note}
            </p>
          ))}
          {closed ? (
            <p className="finances-right">✓ 已结转</p>
          ) : (
            <Button type="primary" disabled={!over} loading={closeYear.busy} onClick={() => void carry()}>
              年终结转
            </Button>
          )}
        </section>
        <section className="panel">
          <h2>试算</h2>
          <table className="posts finances-table">
            <thead>
              <tr>
                <th scope="col">账户、科目</th>
                <th scope="col" className="num">
                  借方
                </th>
                <th scope="col" className="num">
                  贷方
                </th>
              </tr>
            </thead>
            <tbody>
              {trial.data.map(({ title, debit, credit }) => (
                <tr key={title}>
                  <td>{title}</td>
                  <td className="num">{debit === 0 ? '' : showFen(debit)}</td>
                  <td className="num">{credit === 0 ? '' : showFen(credit)}</td>
                </tr>
              ))}
              <tr className="finances-total">
                <td>合计</td>
                <td className="num">{showFen(trial.data.reduce((sum, { debit }) => sum + debit, 0))}</td>
                <td className="num">{showFen(trial.data.reduce((sum, { credit }) => sum + credit, 0))}</td>
              </tr>
            </tbody>
          </table>
        </section>
      </div>
      {reopening && <ReopenDialog month={reopening.month} onClose={() => setReopening(undefined)} />}
    </section>
  )
}

interface MonthActProps {
  month: MonthState
  over: boolean
  onReopen: () => void
  onClose: () => void
}

const MonthAct = ({ month: { month, closedBy, reopened, reopenReason }, over, onReopen, onClose }: MonthActProps) =>
  closedBy !== null ? (
    <>
      <span className="finances-right">✓ {closedBy}</span>
      <Button size="small" aria-label={`重开 ${month}`} onClick={onReopen}>
        重开
      </Button>
    </>
  ) : (
    <>
      {reopened > 0 && <span className="hint">重开过：{reopenReason}</span>}
      {over && (
        <Button size="small" aria-label={`结账 ${month}`} onClick={onClose}>
          结账
        </Button>
      )}
    </>
  )

function ReopenDialog({ month, onClose }: { month: string; onClose: () => void }) {
  const { organizationId } = useWhere()
  const reopen = useAct(app.finances.reopenMonth, { quiet: true })
  return (
    <ReasonDialog
      title={`重开 ${month}`}
      verb="重开"
      hint="重开之后这个月又可以记账；谁、何时、为什么重开都留在记录里。"
      busy={reopen.busy}
      refusal={reopen.refusal}
      onRun={async (reason) => {
        if (await reopen.run({ organizationId, month, reason })) onClose()
      }}
      onClose={onClose}
    />
  )
}
