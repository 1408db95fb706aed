import { Input } from 'antd'
import type { Id } from '../../shared/kit/values.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { fenOf, MoneyInput } from '../kit/MoneyInput.tsx'
import { useDialogForm } from '../kit/use-dialog-form.ts'
import { useWhere } from '../shell/where.ts'

interface BooksForm {
  openedOn: string | null
  cash: string
  bankName: string
  bank: string
}

/** 立账：现金和银行各有多少，从哪天起记。 */
export function OpenBooksDialog({ organizationId, onClose }: { organizationId: Id; onClose: () => void }) {
  const { year } = useWhere()
  const starting = useAsk(app.finances.startingCategories, {}).data ?? []
  const standing = useAsk(app.finances.categories, { organizationId }).data
  const { form, set, dirty, note, close } = useDialogForm<BooksForm>(
    `finances.openBooks/${organizationId}`,
    { openedOn: `${year}-01-01`, cash: '', bankName: '', bank: '' },
    onClose,
  )
  const { openedOn, cash, bankName, bank } = form
  const open = useAct(app.finances.openAccount, { quiet: true })
  const add = useAct(app.finances.addCategories, { quiet: true })
  const [cashFen, bankFen] = [fenOf(cash), fenOf(bank)]
  const ready =
    openedOn !== null && problemOfDay(openedOn) === undefined && cashFen !== null && (bankName.trim() === '' || bankFen !== null)
  const save = async () => {
    if (!ready || cashFen === null) return
    if (standing?.length === 0 && !(await add.run({ organizationId, categories: [...starting] }))) return
    if (!(await open.run({ organizationId, kind: 'cash', name: '现金', openedOn, opening: cashFen }))) return
    if (
      bankName.trim() === '' ||
      (await open.run({ organizationId, kind: 'bank', name: bankName.trim(), openedOn, opening: bankFen ?? 0 }))
    )
      close()
  }
  const names = (direction: 'income' | 'expense') =>
    starting
      .filter((each) => each.direction === direction)
      .map(({ name }) => name)
      .join('、')
  return (
    <Dialog
      title="立账"
      verb="立账"
      onSave={() => void save()}
      onClose={close}
      dirty={dirty}
      busy={open.busy || add.busy}
      disabled={!ready}
      refusal={open.refusal ?? add.refusal}
      width={560}
    >
      <DraftNote {...note} />
      <div className="form-grid">
        <Field label="从哪天起记账" required hint="这天之前的账不用补，期初余额就是那天早上的数">
          {(id) => <DayInput id={id} value={openedOn} onChange={(next) => set({ openedOn: next })} />}
        </Field>
        <Field label="现金期初余额" required hint="钱箱里数出来的；没有就写 0">
          {(id) => <MoneyInput id={id} autoFocus value={cash} onChange={(next) => set({ cash: next })} />}
        </Field>
        <Field label="银行账户" hint="没有开户就空着，以后可以再开">
          {(id) => (
            <Input
              id={id}
              value={bankName}
              maxLength={60}
              placeholder="如 建行基本户"
              onChange={(event) => set({ bankName: event.target.value })}
            />
          )}
        </Field>
        <Field label="银行期初余额" required={bankName.trim() !== ''}>
          {(id) => <MoneyInput id={id} value={bank} onChange={(next) => set({ bank: next })} />}
        </Field>
      </div>
      {standing?.length === 0 && (
        <p className="hint">
          照常用的科目立账：收入 {names('income')}；支出 {names('expense')}。以后可以增减。
        </p>
      )}
    </Dialog>
  )
}
