import type { MeetingPage } from '../../shared/meetings/contract.ts'
import { particularKindsOf } from '../../shared/particulars/words.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { progressOf, type Step, stepsOf } from './steps.ts'

interface StepListProps {
  page: MeetingPage
  step: Step
  onStep: (step: Step) => void
  /** 记录或决议有没保存的内容。 */
  unsaved: boolean
}

/** 左边的步骤：做完的打勾，没做完的写还差什么。 */
export function StepList({ page, step, onStep, unsaved }: StepListProps) {
  const attachments = useAsk(app.attachments.list, { owner: 'meeting', ownerId: page.meeting.id })
  const kinds = particularKindsOf(page.meeting.kinds)
  const filled = useAsk(app.particulars.page, { meetingId: page.meeting.id }, { enabled: kinds.length > 0 })
  const votes = useAsk(app.votes.listByMeeting, { meetingId: page.meeting.id })
  const sealed = page.meeting.status === 'archived'
  const beside = {
    attachments: attachments.data?.length ?? 0,
    particulars: kinds.filter((kind) => filled.data?.[kind]).length,
    votes: votes.data?.map(({ tally }) => tally.kind) ?? [],
  }
  return (
    <nav className="steps" aria-label="步骤">
      <ol>
        {stepsOf(page.meeting.kinds).map(({ step: one, label }, index) => {
          const { done, note } = progressOf(page, one, beside)
          const extra = unsaved && one === 'minutes' ? '有未保存' : note
          return (
            <li key={one}>
              <button type="button" aria-current={one === step ? 'step' : undefined} onClick={() => onStep(one)} title={`Alt+${index + 1}`}>
                <span className={done ? 'steps-tick is-done' : 'steps-tick'} aria-hidden="true">
                  {done ? '✓' : '①②③④⑤⑥⑦⑧'[index]}
                </span>
                <span className="steps-label">
                  {label}
                  {extra && <span className={(done || sealed) && extra === note ? 'steps-note is-quiet' : 'steps-note'}>{extra}</span>}
                </span>
                {done && <span className="sr-only">，已完成</span>}
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
