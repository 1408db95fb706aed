import { Input } from 'antd'
import type { Account } from '../../shared/finances/contract.ts'
import { showFen, sumOf } from '../../shared/kit/money.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { fenOf, MoneyInput } from '../kit/MoneyInput.tsx'
import { useDialogForm } from '../kit/use-dialog-form.ts'
import { useWhere } from '../shell/where.ts'

/** 面额，以分计。 */
const notes = [10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10] as const

const faceOf = (note: number) => (note >= 100 ? `${note / 100} 元` : `${note / 10} 角`)

interface CountForm {
  day: string | null
  /** 面额（分）→ 张数。 */
  counts: Record<number, string>
  typed: string
}

/** 点现金（按面额数张数）或照对账单写余额；当场说差多少、可能差在哪里。 */
export function CountDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { today } = useWhere()
  const { form, set, dirty, note, close } = useDialogForm<CountForm>(
    `finances.recordCheck/${account.id}`,
    { day: today, counts: {}, typed: '' },
    onClose,
  )
  const { day, counts, typed } = form
  const record = useAct(app.finances.recordCheck, { quiet: true })
  const cash = account.kind === 'cash'
  const counted = Object.values(counts).some((count) => count !== '')
  const amount = cash && counted ? sumOf(notes.map((face) => face * (Number(counts[face]) || 0))) : fenOf(typed)
  const known = day !== null && problemOfDay(day) === undefined
  const book = useAsk(app.finances.balanceOn, { accountId: account.id, day: day ?? today }, { enabled: known }).data?.book
  const difference = amount === null || book === undefined ? null : amount - book
  const found = useAsk(
    app.finances.candidates,
    { accountId: account.id, day: day ?? today, difference: difference ?? 0 },
    { enabled: known && difference !== null && difference !== 0, keep: true },
  ).data
  const save = async () => {
    if (day === null || amount === null) return
    if (await record.run({ accountId: account.id, kind: cash ? 'count' : 'statement', day, amount })) close()
  }
  return (
    <Dialog
      title={cash ? `点${account.name}` : `核对${account.name}`}
      verb="记下"
      onSave={() => void save()}
      onClose={close}
      dirty={dirty}
      busy={record.busy}
      disabled={amount === null || !known}
      refusal={record.refusal}
      width={620}
    >
      <DraftNote {...note} />
      <div className="form-grid">
        <Field label="哪一天日终的数" required>
          {(id) => <DayInput id={id} value={day} onChange={(next) => set({ day: next })} />}
        </Field>
        <Field label={cash ? '点到（不数面额就直接写）' : '对账单上的余额'} required={!counted}>
          {(id) => (
            <MoneyInput id={id} autoFocus value={counted ? showFen(amount ?? 0) : typed} onChange={(next) => set({ typed: next })} />
          )}
        </Field>
      </div>
      {cash && (
        <fieldset className="finances-notes">
          <legend>数张数</legend>
          {notes.map((face) => (
            <div key={face}>
              <span aria-hidden="true">{faceOf(face)}</span>
              <Input
                aria-label={`${faceOf(face)}几张`}
                inputMode="numeric"
                value={counts[face] ?? ''}
                onChange={(event) => set({ counts: { ...counts, [face]: event.target.value.replace(/\D/g, '').slice(0, 6) } })}
              />
            </div>
          ))}
        </fieldset>
      )}
      {book !== undefined && (
        <p role="status">
          账上 <b className="num">{showFen(book)}</b>
          {difference !== null &&
            (difference === 0 ? (
              <span className="finances-right">　✓ 相符</span>
            ) : (
              <span className="finances-wrong">
                　{difference > 0 ? '多' : '少'} {showFen(Math.abs(difference))}
              </span>
            ))}
        </p>
      )}
      {difference !== null && difference !== 0 && found && (
        <section aria-label="可能差在哪里">
          <p className="hint">
            {found.length > 0 ? '可能差在这几笔：' : '没有哪一笔的金额与差额有关系，可能漏记了。先记下，再补记或更正。'}
          </p>
          <ul className="finances-list">
            {found.map(({ postingId, number, day: on, summary, amount: each, why }) => (
              <li key={postingId}>
                <span>
                  {on} 第 {number} 号 {summary}
                </span>
                <b className="num">{showFen(each)}</b>
                <span className="hint">{why}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  )
}
