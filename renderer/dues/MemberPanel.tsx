import { Button } from 'antd'
import { useState } from 'react'
import type { GridRow } from '../../shared/dues/contract.ts'
import type { PaymentRow } from '../../shared/dues/payments.ts'
import { arrearsOf, arrearsSentence, monthWords } from '../../shared/dues/rules.ts'
import { methodWords } from '../../shared/dues/words.ts'
import { showFen } from '../../shared/kit/money.ts'
import type { Month } from '../../shared/kit/values.ts'
import { calledIn } from '../../shared/members/namesakes.ts'
import { app } from '../app.ts'
import { DocumentButtons } from '../documents/DocumentButtons.tsx'
import { useAct, useAsk } from '../kit/ask.ts'
import { ReasonDialog } from '../kit/ReasonDialog.tsx'
import { useWhere } from '../shell/where.ts'
import { cellText } from './DuesLine.tsx'
import { ExemptDialog } from './ExemptDialog.tsx'
import { ReassignDialog } from './ReassignDialog.tsx'

interface MemberPanelProps {
  row: GridRow
  /** 网格里的各人，改记时从中选。 */
  people: readonly GridRow[]
  /** 选中的各月，第一个是光标所在。 */
  months: readonly Month[]
  onBase: () => void
  onClose: () => void
}

/** 网格旁的一个人：这一格怎样算出来、交过哪几笔、基数的来历；冲销、改记、免交从这里做。 */
export function MemberPanel({ row, people, months, onBase, onClose }: MemberPanelProps) {
  const { year, today } = useWhere()
  const page = useAsk(app.dues.member, { memberId: row.memberId, year }, { keep: true })
  const standards = useAsk(app.dues.standards, {}).data
  const reverse = useAct(app.dues.reverse, { quiet: true })
  const unexempt = useAct(app.dues.unexempt)
  const [reversing, setReversing] = useState<PaymentRow>()
  const [reassigning, setReassigning] = useState<PaymentRow>()
  const [exempting, setExempting] = useState(false)
  const data = page.data?.memberId === row.memberId ? page.data : undefined
  const month = months[0] ?? `${year}-01`
  const current = data?.months.find((one) => one.month === month)
  const step = arrearsOf(row.arrears, standards?.arrears ?? [])
  const cells = months.map((each) => ({ memberId: row.memberId, month: each }))
  const paid = (data?.payments ?? []).filter(({ lines }) => lines.some((line) => months.includes(line.month)))
  return (
    <aside className="dues-panel" aria-label={`${calledIn(row)} 的党费`}>
      <header>
        <h2>{calledIn(row)}</h2>
        <Button type="text" size="small" aria-label="关上" onClick={onClose}>
          ✕
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: 要能用键盘滚动 */}
      <section className="dues-panel-body" tabIndex={0} aria-label="各项">
        {step && (
          <p className={`dues-arrears is-${step.tone}`}>
            {arrearsSentence(row, year)}。{step.text}。
          </p>
        )}
        <h3>{monthWords(months)}</h3>
        {current && <p className="dues-figure">{cellText(current.cell) || '不收'}</p>}
        {current?.working && (
          <div className="dues-working">
            <p>{current.working.sentence}</p>
            {current.working.step && <p className="note-warning">{current.working.step}</p>}
          </div>
        )}
        <div className="dues-acts">
          <Button size="small" onClick={onBase}>
            核定基数
          </Button>
          {current?.cell.state === 'exempt' ? (
            <Button size="small" onClick={() => void unexempt.run({ cells })}>
              取消免交
            </Button>
          ) : (
            <Button size="small" onClick={() => setExempting(true)}>
              免交
            </Button>
          )}
          <DocumentButtons
            size="small"
            items={[{ label: '一人一年明细', wanted: { kind: 'duesStatement', memberId: row.memberId, year } }]}
          />
        </div>
        {paid.map((payment) => (
          <div key={payment.id} className={payment.reverses || payment.reversedBy ? 'dues-payment is-gone' : 'dues-payment'}>
            <p>
              <span className="num">{payment.paidOn}</span> {methodWords[payment.method]} <b className="num">{showFen(payment.amount)}</b>{' '}
              元{payment.extra > 0 && `，自愿多交 ${showFen(payment.extra)} 元`}
              {payment.large > 0 && `，大额党费 ${showFen(payment.large)} 元`}
            </p>
            <p className="hint">
              {[
                payment.months,
                `收款人 ${payment.collector}`,
                payment.payer && `${payment.payer} 代交`,
                payment.advanced && '垫交',
                payment.receiptNo && `收据 ${payment.receiptNo}`,
                payment.note,
                payment.reversedBy && '已冲销',
                payment.reverses && '冲销',
              ]
                .filter(Boolean)
                .join('　')}
            </p>
            {!payment.reverses && !payment.reversedBy && (
              <span className="dues-acts">
                <Button size="small" onClick={() => setReversing(payment)}>
                  冲销
                </Button>
                <Button size="small" onClick={() => setReassigning(payment)}>
                  改记到另一人
                </Button>
              </span>
            )}
          </div>
        ))}
        <h3>基数</h3>
        {data?.bases.length === 0 && <p className="hint">还没有核定。</p>}
        <ul>
          {data?.bases.map((base) => (
            <li key={base.id}>
              <span className="num">{base.fromMonth}</span> 起 {base.kindName}
              {base.base > 0 && <span className="num"> {showFen(base.base)} 元</span>}
              {base.monthly !== null && <span className="num">，月交 {showFen(base.monthly)} 元</span>}
              {base.approval && <span className="hint">（{base.approval}）</span>}
            </li>
          ))}
        </ul>
      </section>
      {reversing && (
        <ReasonDialog
          title={`冲销 ${calledIn(row)} ${showFen(reversing.amount)} 元`}
          verb="冲销"
          hint="记错了数、重复收了用它：再记一笔相反的抵掉，原来那笔留着可查；收据随之作废，号留着。然后照实重记。只是记错了人，用“改记到另一人”。"
          busy={reverse.busy}
          refusal={reverse.refusal}
          onRun={async (reason) => {
            if (await reverse.run({ paymentId: reversing.id, on: today, reason })) setReversing(undefined)
          }}
          onClose={() => setReversing(undefined)}
        />
      )}
      {reassigning && <ReassignDialog payment={reassigning} from={row} people={people} onClose={() => setReassigning(undefined)} />}
      {exempting && <ExemptDialog title={`${calledIn(row)} ${monthWords(months)}免交`} cells={cells} onClose={() => setExempting(false)} />}
    </aside>
  )
}
