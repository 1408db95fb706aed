import { Input } from 'antd'
import { useState } from 'react'
import type { Id, Month } from '../../shared/kit/values.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { Field } from '../kit/Field.tsx'
import { ReasonDialog } from '../kit/ReasonDialog.tsx'

interface ExemptDialogProps {
  title: string
  cells: { memberId: Id; month: Month }[]
  onClose: () => void
}

/** 登记免交：原因与批准文号。 */
export function ExemptDialog({ title, cells, onClose }: ExemptDialogProps) {
  const exempt = useAct(app.dues.exempt, { quiet: true })
  const [approval, setApproval] = useState('')
  return (
    <ReasonDialog
      title={title}
      verb="登记免交"
      hint="确有困难的，经支部研究、报上一级党委批准后可以少交或免交（中组发〔2008〕3号第七条）。"
      busy={exempt.busy}
      refusal={exempt.refusal}
      onRun={async (reason) => {
        if (await exempt.run({ cells, reason, approval: approval.trim() })) onClose()
      }}
      onClose={onClose}
    >
      <Field label="批准文号" wide>
        {(id) => <Input id={id} value={approval} maxLength={200} onChange={(event) => setApproval(event.target.value)} />}
      </Field>
    </ReasonDialog>
  )
}
