import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Method } from '../../shared/dues/payments.ts'
import { monthsBetween, monthWords, splitPayment } from '../../shared/dues/rules.ts'
import { methodWords } from '../../shared/dues/words.ts'
import { showFen, sumOf } from '../../shared/kit/money.ts'
import { calledIn } from '../../shared/members/namesakes.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { Field, Required } from '../kit/Field.tsx'
import { NameInput } from '../kit/NameInput.tsx'
import { PersonField } from '../kit/PersonField.tsx'
import { say } from '../kit/say.ts'
import { usePeople } from '../members/use-people.ts'
import { useWhere } from '../shell/where.ts'
import type { Bundle } from './pending.ts'

interface CollectDialogProps {
  bundles: readonly Bundle[]
  onDone: () => void
  onClose: () => void
}

interface Aside {
  payer: string
  advanced: boolean
  note: string
}
const nothing: Aside = { payer: '', advanced: false, note: '' }
/** 一屏列得下的；更多的人照样入账，只是不逐个列。 */
const LISTED = 300

/** 入账之前核对：谁、哪几个月、多少、怎么交；一次入账就是一步，可以撤销。 */
export function CollectDialog({ bundles, onDone, onClose }: CollectDialogProps) {
  const { organizationId, today, ledger } = useWhere()
  const people = usePeople(organizationId)
  const standards = useAsk(app.dues.standards, {}).data
  const collect = useAct(app.dues.collect, { quiet: true })
  const [paidOn, setPaidOn] = useState<string | null>(today)
  const [method, setMethod] = useState<Method>()
  const [collector, setCollector] = useState(ledger.actor?.name ?? '')
  const [receipts, setReceipts] = useState<boolean>()
  const [asides, setAsides] = useState<Record<number, Aside>>({})
  const asideOf = (memberId: number) => asides[memberId] ?? nothing
  const late = ({ months }: Bundle) =>
    paidOn !== null &&
    standards !== undefined &&
    months.some(({ month, lack }) => lack > 0 && monthsBetween(month, paidOn.slice(0, 7)) > standards.lateMonths)
  const remarks = (bundle: Bundle): string => {
    const over = splitPayment(
      bundle.months.map(({ month, amount, lack }) => ({ month, amount, owed: lack })),
      standards?.largeFrom ?? Number.MAX_SAFE_INTEGER,
    ).filter(({ kind }) => kind !== 'due')
    const sum = showFen(sumOf(over.map(({ amount }) => amount)))
    return [
      over.length === 0 ? '' : over[0]?.kind === 'large' ? `大额党费 ${sum} 元，单列上缴` : `自愿多交 ${sum} 元`,
      late(bundle) ? '补交超过六个月，备注里写明原因' : '',
    ]
      .filter(Boolean)
      .join('；')
  }
  const lacking = [
    (paidOn === null || problemOfDay(paidOn) !== undefined) && '收款日期',
    collector.trim() === '' && '收款人',
    method === undefined && '怎样交的',
    receipts === undefined && '开不开收据',
  ].filter((one) => one !== false)
  const ready = lacking.length === 0
  const run = async () => {
    if (!ready || paidOn === null || !method) return
    const done = await collect.run({
      paidOn,
      method,
      collector: collector.trim(),
      receipts: receipts ?? false,
      payments: bundles.map(({ row, months }) => ({
        memberId: row.memberId,
        months: months.map(({ month, amount }) => ({ month, amount })),
        ...asideOf(row.memberId),
      })),
    })
    if (!done) return
    say.done(`已入账 ${done.paymentIds.length} 笔，${showFen(done.amount)} 元`)
    onDone()
  }
  const total = sumOf(bundles.map(({ amount }) => amount))
  return (
    <Dialog
      title={`入账：${bundles.length} 人，${showFen(total)} 元`}
      verb="入账"
      width={860}
      onSave={() => void run()}
      onClose={onClose}
      dirty={false}
      busy={collect.busy}
      disabled={!ready}
      refusal={collect.refusal}
      extra={lacking.length > 0 && <span className="hint dialog-lacking">还要填：{lacking.join('、')}</span>}
    >
      <div className="form-grid">
        <Field label="收款日期" required>
          {(id) => <DayInput id={id} value={paidOn} onChange={setPaidOn} />}
        </Field>
        <PersonField label="收款人" required maxLength={50} value={collector} people={people} onChange={setCollector} />
      </div>
      <fieldset className="dues-choice">
        <legend>
          怎样交的
          <Required />
        </legend>
        {Method.options.map((key) => (
          <label key={key}>
            <input type="radio" name="method" checked={method === key} onChange={() => setMethod(key)} />
            {methodWords[key]}
          </label>
        ))}
      </fieldset>
      <fieldset className="dues-choice">
        <legend>
          收据
          <Required />
        </legend>
        <label>
          <input type="radio" name="receipts" checked={receipts === true} onChange={() => setReceipts(true)} />
          每笔开收据
        </label>
        <label>
          <input type="radio" name="receipts" checked={receipts === false} onChange={() => setReceipts(false)} />
          不开
        </label>
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: 要能用键盘滚动 */}
      <section className="dues-review" tabIndex={0} aria-label="这次入账的各笔">
        <table>
          <thead>
            <tr>
              {['姓名', '归属月份', '金额', '代交人', '垫交', '备注'].map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bundles.slice(0, LISTED).map((bundle) => {
              const { row, months, amount } = bundle
              const aside = asideOf(row.memberId)
              const set = (change: Partial<Aside>) => setAsides((now) => ({ ...now, [row.memberId]: { ...aside, ...change } }))
              const remark = remarks(bundle)
              return (
                <tr key={row.memberId}>
                  <th scope="row">{calledIn(row)}</th>
                  <td>{monthWords(months.map(({ month }) => month))}</td>
                  <td className="num">{showFen(amount)}</td>
                  <td>
                    <NameInput
                      size="small"
                      style={{ width: 104 }}
                      aria-label={`${calledIn(row)} 代交人`}
                      value={aside.payer}
                      people={people ?? []}
                      onChange={(payer) => set({ payer })}
                    />
                  </td>
                  <td>
                    <Checkbox
                      aria-label={`${calledIn(row)} 垫交`}
                      checked={aside.advanced}
                      onChange={(event) => set({ advanced: event.target.checked })}
                    />
                  </td>
                  <td>
                    <Input
                      size="small"
                      aria-label={`${calledIn(row)} 备注`}
                      value={aside.note}
                      onChange={(event) => set({ note: event.target.value })}
                    />
                    {remark && <small className="note-warning">{remark}</small>}
                    {aside.advanced && <small className="note-warning">党费不得垫交，确有情况请写明</small>}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
        {bundles.length > LISTED && <p className="hint">还有 {bundles.length - LISTED} 人，一并入账。</p>}
      </section>
    </Dialog>
  )
}
