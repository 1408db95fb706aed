import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { MeetingKind, MeetingPage } from '../../shared/meetings/contract.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { DraftNote } from '../kit/DraftNote.tsx'
import { useKeys } from '../kit/keys.ts'
import { RefusalNote } from '../kit/RefusalNote.tsx'
import { say } from '../kit/say.ts'
import { useDraftedForm } from '../kit/use-draft.ts'
import { PlanFacts } from './PlanFacts.tsx'
import { PlanFields } from './PlanFields.tsx'
import { formOf, type PlanForm, planOf, problemsOf } from './plan-form.ts'

interface PlanStepProps {
  page: MeetingPage
  kinds: readonly MeetingKind[]
}

/** 安排：随时可改，归档之后只看。 */
export const PlanStep = ({ page, kinds }: PlanStepProps) =>
  page.meeting.status === 'archived' ? (
    <div className="plan-sheet">
      <PlanFacts page={page} />
    </div>
  ) : (
    <AmendPlan page={page} kinds={kinds} />
  )

function AmendPlan({ page, kinds }: PlanStepProps) {
  const { id } = page.meeting
  const saved = formOf(page)
  const { form, setForm, dirty, note, startOver, discard } = useDraftedForm<PlanForm>(`meetings.amend/${id}`, saved, { amending: true })
  const amend = useAct(app.meetings.amend, { quiet: true })
  const problems = problemsOf(form, kinds)
  const wrong = Object.keys(problems).length > 0
  const save = async () => {
    if (!dirty || wrong) return
    if (!(await amend.run({ id, plan: planOf(form) }))) return
    discard()
    say.done('安排已修改')
  }
  useKeys({ 'ctrl+s': () => void save() })
  const leaving = useRef(dirty)
  leaving.current = dirty
  useEffect(() => () => void (leaving.current && say.refused('安排的修改还没有保存，先替您留着；回到“安排”接着改或保存。')), [])
  return (
    <div className="plan-step">
      <div className="plan-sheet">
        <DraftNote {...note} />
        <PlanFields
          form={form}
          onChange={(next) => setForm((now) => ({ ...now, ...next }))}
          kinds={kinds}
          problems={problems}
          meetingId={id}
        />
      </div>
      <div className="saved-line">
        <span role="status">{dirty ? '有还没保存的修改' : '已保存'}</span>
        <RefusalNote refusal={amend.refusal} />
        {dirty && <Button onClick={startOver}>还原</Button>}
        <Button type="primary" disabled={!dirty || wrong} loading={amend.busy} onClick={() => void save()} title="Ctrl+S">
          保存修改
        </Button>
      </div>
    </div>
  )
}
