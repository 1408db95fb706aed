import { Input } from 'antd'
import { useState } from 'react'
import type { AccountKind } from '../../shared/finances/contract.ts'
import { accountWords } from '../../shared/finances/words.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'
import { fenOf, MoneyInput } from '../kit/MoneyInput.tsx'
import { useWhere } from '../shell/where.ts'

/** 再开一个账户。 */
export function OpenAccountDialog({ onClose }: { onClose: () => void }) {
  const { organizationId, today } = useWhere()
  const [kind, setKind] = useState<AccountKind>('bank')
  const [name, setName] = useState('')
  const [openedOn, setOpenedOn] = useState<string | null>(today)
  const [opening, setOpening] = useState('')
  const open = useAct(app.finances.openAccount, { quiet: true })
  const fen = fenOf(opening)
  const ready = name.trim() !== '' && openedOn !== null && problemOfDay(openedOn) === undefined && fen !== null
  const save = async () => {
    if (openedOn && fen !== null && (await open.run({ organizationId, kind, name: name.trim(), openedOn, opening: fen }))) onClose()
  }
  return (
    <Dialog
      title="开立账户"
      verb="开立"
      onSave={() => void save()}
      onClose={onClose}
      dirty={name !== ''}
      busy={open.busy}
      disabled={!ready}
      refusal={open.refusal}
    >
      <Field label="种类" required>
        {(id) => (
          <select id={id} className="native-select" value={kind} onChange={(event) => setKind(event.target.value as AccountKind)}>
            {(Object.keys(accountWords) as AccountKind[]).map((each) => (
              <option key={each} value={each}>
                {accountWords[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="名称" required>
        {(id) => <Input id={id} autoFocus maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label="从哪天起记账" required>
        {(id) => <DayInput id={id} value={openedOn} onChange={setOpenedOn} />}
      </Field>
      <Field label="期初余额" required hint="没有就写 0">
        {(id) => <MoneyInput id={id} value={opening} onChange={setOpening} />}
      </Field>
    </Dialog>
  )
}
