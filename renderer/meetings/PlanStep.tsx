import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { MeetingKind, MeetingPage } from '../../shared/meetings/contract.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { useKeys } from '../kit/keys.ts'
import { RefusalNote } from '../kit/RefusalNote.tsx'
import { say } from '../kit/say.ts'
import { PlanFacts } from './PlanFacts.tsx'
import { PlanFields } from './PlanFields.tsx'
import { formOf, planOf, problemsOf } from './plan-form.ts'

interface PlanStepProps {
  page: MeetingPage
  kinds: readonly MeetingKind[]
}

/** 安排：随时可改，归档之后只看。 */
export function PlanStep({ page, kinds }: PlanStepProps) {
  const saved = JSON.stringify(formOf(page))
  const [form, setForm] = useState(() => formOf(page))
  const amend = useAct(app.meetings.amend, { quiet: true })
  const readOnly = page.meeting.status === 'archived'
  const dirty = JSON.stringify(form) !== saved
  const problems = problemsOf(form, kinds)
  const followed = useRef(saved)
  useEffect(() => {
    if (followed.current === saved) return
    followed.current = saved
    setForm(JSON.parse(saved))
  }, [saved])
  const save = async () => {
    if (!dirty || readOnly || Object.keys(problems).length > 0) return
    if (await amend.run({ id: page.meeting.id, plan: planOf(form) })) say.done('安排已修改')
  }
  useKeys({ 'ctrl+s': () => void save() })
  return (
    <div className="plan-step">
      <div className="plan-sheet">
        {readOnly ? (
          <PlanFacts page={page} />
        ) : (
          <PlanFields
            form={form}
            onChange={(next) => setForm((now) => ({ ...now, ...next }))}
            kinds={kinds}
            problems={problems}
            meetingId={page.meeting.id}
          />
        )}
      </div>
      {!readOnly && (
        <div className="saved-line">
          <span role="status">{dirty ? '有还没保存的修改' : '已保存'}</span>
          <RefusalNote refusal={amend.refusal} />
          {dirty && <Button onClick={() => setForm(formOf(page))}>还原</Button>}
          <Button
            type="primary"
            disabled={!dirty || Object.keys(problems).length > 0}
            loading={amend.busy}
            onClick={() => void save()}
            title="Ctrl+S"
          >
            保存修改
          </Button>
        </div>
      )}
    </div>
  )
}
