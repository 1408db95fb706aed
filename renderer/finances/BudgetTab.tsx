import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Budget, BudgetLine } from '../../shared/finances/contract.ts'
import { directionWords } from '../../shared/finances/words.ts'
import { showFen } from '../../shared/kit/money.ts'
import { app } from '../app.ts'
import { DocumentButtons } from '../documents/DocumentButtons.tsx'
import { useAct, useAsk } from '../kit/ask.ts'
import { DayInput } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Empty } from '../kit/Empty.tsx'
import { Field } from '../kit/Field.tsx'
import { fenOf, MoneyInput } from '../kit/MoneyInput.tsx'
import { useDialogForm } from '../kit/use-dialog-form.ts'
import { Waiting } from '../kit/Waiting.tsx'
import { useWhere } from '../shell/where.ts'

/** 预算：谁批的、每个科目多少、用了多少。 */
export function BudgetTab() {
  const { organizationId, year } = useWhere()
  const budget = useAsk(app.finances.budget, { organizationId, year })
  const [writing, setWriting] = useState(false)
  if (!budget.data) return <Waiting error={budget.error} />
  const { lines, approvedBy, approvedOn } = budget.data
  const planned = lines.filter((line) => line.planned !== 0 || line.executed !== 0)
  return (
    <section className="finances-page">
      <div className="finances-bar">
        <span>{approvedBy ? `${approvedOn} ${approvedBy}通过` : '还没有写明由谁批准。'}</span>
        <span className="finances-spring" />
        <DocumentButtons
          menu="季度报告"
          items={[1, 2, 3, 4].map((quarter) => ({
            label: `第${'一二三四'[quarter - 1]}季度经费情况报告`,
            wanted: { kind: 'quarterNote' as const, organizationId, year, quarter },
          }))}
        />
        <Button type="primary" onClick={() => setWriting(true)}>
          填写预算
        </Button>
      </div>
      {planned.length === 0 ? (
        <Empty sentence={`${year} 年还没有预算。年初先把各科目的数定下来，用了多少随时看得见。`} />
      ) : (
        <table className="posts finances-table">
          <thead>
            <tr>
              <th scope="col">收支</th>
              <th scope="col">科目</th>
              <th scope="col" className="num">
                预算
              </th>
              <th scope="col" className="num">
                执行
              </th>
              <th scope="col" className="num">
                余（超）
              </th>
              <th scope="col">执行率</th>
            </tr>
          </thead>
          <tbody>
            {planned.map((line) => (
              <tr key={line.categoryId}>
                <td>{directionWords[line.direction]}</td>
                <td>{line.category}</td>
                <td className="num">{line.planned === 0 ? '' : showFen(line.planned)}</td>
                <td className="num">{showFen(line.executed)}</td>
                <td className={line.remaining < 0 && line.direction === 'expense' ? 'num finances-red' : 'num'}>
                  {showFen(line.remaining)}
                </td>
                <td>
                  <Bar line={line} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {writing && <BudgetDialog budget={budget.data} onClose={() => setWriting(false)} />}
    </section>
  )
}

const Bar = ({ line: { rate, direction } }: { line: BudgetLine }) =>
  rate === null ? (
    <span className="hint">没有预算</span>
  ) : (
    <span className="finances-meter">
      <span aria-hidden="true">
        <i className={rate > 100 && direction === 'expense' ? 'is-over' : ''} style={{ width: `${Math.max(0, Math.min(100, rate))}%` }} />
      </span>
      <b className="num">{rate.toFixed(1)}%</b>
    </span>
  )

interface BudgetForm {
  /** 科目 → 打的字。 */
  amounts: Record<number, string>
  approvedBy: string
  approvedOn: string | null
}

function BudgetDialog({ budget, onClose }: { budget: Budget; onClose: () => void }) {
  const { organizationId, year } = useWhere()
  const { form, set, dirty, note, close } = useDialogForm<BudgetForm>(
    `finances.setBudget/${organizationId}/${year}`,
    () => ({
      amounts: Object.fromEntries(budget.lines.map(({ categoryId, planned }) => [categoryId, planned === 0 ? '' : showFen(planned)])),
      approvedBy: budget.approvedBy,
      approvedOn: budget.approvedOn,
    }),
    onClose,
    { amending: true },
  )
  const { amounts, approvedBy, approvedOn } = form
  const act = useAct(app.finances.setBudget, { quiet: true })
  const wrong = Object.values(amounts).some((text) => text !== '' && (fenOf(text) ?? -1) < 0)
  const save = async () => {
    const lines = budget.lines.map(({ categoryId }) => ({ categoryId, amount: fenOf(amounts[categoryId] ?? '') ?? 0 }))
    const done = await act.run({
      organizationId,
      year,
      lines: lines.filter(({ amount }) => amount > 0),
      approvedBy: approvedBy.trim(),
      approvedOn,
    })
    if (done) close()
  }
  return (
    <Dialog
      title={`${year} 年预算`}
      verb="保存"
      onSave={() => void save()}
      onClose={close}
      dirty={dirty}
      busy={act.busy}
      disabled={wrong || (approvedBy.trim() !== '') !== (approvedOn !== null)}
      refusal={act.refusal}
      width={640}
    >
      <DraftNote {...note} />
      <div className="form-grid">
        <Field label="由谁批准" hint="如 会长会议、支部党员大会">
          {(id) => <Input id={id} value={approvedBy} maxLength={100} onChange={(event) => set({ approvedBy: event.target.value })} />}
        </Field>
        <Field label="批准日期">{(id) => <DayInput id={id} value={approvedOn} onChange={(next) => set({ approvedOn: next })} />}</Field>
      </div>
      <div className="finances-budget-lines">
        {budget.lines.map(({ categoryId, direction, category }) => (
          <Field key={categoryId} label={`${directionWords[direction]}　${category}`}>
            {(id) => (
              <MoneyInput
                id={id}
                value={amounts[categoryId] ?? ''}
                onChange={(text) => set({ amounts: { ...amounts, [categoryId]: text } })}
              />
            )}
          </Field>
        ))}
      </div>
    </Dialog>
  )
}
