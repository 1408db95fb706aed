import { useState } from 'react'
import type { Round } from '../../shared/appraisal/contract.ts'
import { whyCannotFinish } from '../../shared/appraisal/rules.ts'
import { app } from '../app.ts'
import { explainHere, useAct } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'
import { useWhere } from '../shell/where.ts'

interface FinishDialogProps {
  round: Round
  excess: string | undefined
  /** 还有没存的内容。 */
  unsaved: boolean
  onClose: () => void
}

/** 办结：写下哪天，此后封着。日子由人写，不预填。 */
export function FinishDialog({ round, excess, unsaved, onClose }: FinishDialogProps) {
  const { today } = useWhere()
  const finish = useAct(app.appraisal.finish, { quiet: true })
  const [day, setDay] = useState<string | null>(null)
  const whole = whyCannotFinish(round, round.day, today)
  const wrongDay = day && !problemOfDay(day) ? whyCannotFinish(round, day, today) : undefined
  const warnings = [
    ...(unsaved ? ['还有没保存的内容，先关上这里保存。'] : []),
    ...(whole ? [explainHere(whole)] : []),
    ...(round.ballots === null ? ['还没有录测评票；不录也能办结，汇总表上票数空着。'] : []),
    ...(excess ? [excess] : []),
  ]
  return (
    <Dialog
      title="办结民主评议"
      verb="办结"
      dirty={day !== null}
      disabled={unsaved || whole !== undefined || !day || problemOfDay(day) !== undefined || wrongDay !== undefined}
      busy={finish.busy}
      refusal={finish.refusal}
      onSave={async () => {
        if (day && (await finish.run({ id: round.id, day }))) onClose()
      }}
      onClose={onClose}
    >
      {warnings.map((text) => (
        <p key={text} className="note-warning">
          {text}
        </p>
      ))}
      <Field
        label="办结日期"
        required
        wide
        problem={wrongDay && !whole ? explainHere(wrongDay) : undefined}
        hint="办结之后票数、等次、名单都封着；要改，写明原因取消办结。"
      >
        {(id, note) => <DayInput id={id} aria-describedby={note} autoFocus value={day} onChange={setDay} />}
      </Field>
    </Dialog>
  )
}
