import { Button } from 'antd'
import { useState } from 'react'
import type { AttendanceRow } from '../../shared/attendance/contract.ts'
import type { MeetingPage } from '../../shared/meetings/contract.ts'
import { app } from '../app.ts'
import { PaperActions } from '../documents/PaperActions.tsx'
import { PaperView } from '../documents/PaperView.tsx'
import { usePaper } from '../documents/use-paper.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { RefusalNote } from '../kit/RefusalNote.tsx'
import { say } from '../kit/say.ts'
import { ActivityPapers } from '../particulars/ActivityPapers.tsx'
import { CopyRecord } from './CopyRecord.tsx'
import { Corrections } from './Corrections.tsx'
import type { Step } from './steps.ts'
import type { Minutes } from './use-minutes.ts'
import { warningsOf } from './warnings.ts'

interface ArchiveStepProps {
  page: MeetingPage
  sheet: readonly AttendanceRow[]
  minutes: Minutes
  onStep: (step: Step) => void
}

/** 归档打印：真的会议记录在右边，归档之前该看一眼的在左边。 */
export function ArchiveStep({ page, sheet, minutes, onStep }: ArchiveStepProps) {
  const { meeting } = page
  const archive = useAct(app.meetings.archive, { quiet: true })
  const [correcting, setCorrecting] = useState(false)
  const votes = useAsk(app.votes.listByMeeting, { meetingId: meeting.id }).data
  const voted = votes?.map(({ tally }) => tally.kind)
  const outdated = useAsk(app.votes.outdated, { meetingId: meeting.id }).data
  const warnings = voted ? warningsOf(page, sheet, minutes.dirty, voted, outdated) : []
  const state = usePaper({ wanted: { kind: 'minutes', meetingId: meeting.id }, grade: 'internal', purpose: '' }, JSON.stringify(page))
  const seal = async () => {
    if (minutes.dirty && !(await minutes.save())) return
    if (await archive.run({ id: meeting.id })) say.done('已归档，此后只能查看；记错了，在这里取消归档再改')
  }
  return (
    <div className="archive">
      <aside className="archive-side">
        {meeting.status === 'archived' ? (
          <Corrections page={page} writing={correcting} onWriting={setCorrecting} />
        ) : (
          <>
            <h2>归档之前</h2>
            {!voted ? null : warnings.length === 0 ? (
              <p className="archive-ready">✓ 出勤、记录、决议都有了，可以归档。</p>
            ) : (
              <ul className="archive-warnings">
                {warnings.map(({ text, step }) => (
                  <li key={text}>
                    <span>{text}</span>
                    {step && (
                      <Button size="small" onClick={() => onStep(step)}>
                        去补
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            )}
            {meeting.status === 'held' ? (
              <>
                <p className="archive-about">归档后只能查看；要补充就附更正说明，确需改动可以取消归档。</p>
                <RefusalNote refusal={archive.refusal} />
                <Button type="primary" block loading={archive.busy} onClick={() => void seal()}>
                  {minutes.dirty ? '保存记录并归档' : '归档'}
                </Button>
              </>
            ) : (
              <>
                <p className="archive-about">确认召开之后才能归档。</p>
                <Button block onClick={() => onStep('attendance')}>
                  去登记出勤
                </Button>
              </>
            )}
          </>
        )}
      </aside>
      <div className="paper-step">
        <div className="paper-tools">
          <span className="paper-hint">{meeting.status === 'archived' ? '已归档的会议记录' : '会议记录预览，与保存、打印的是同一份'}</span>
          <span className="paper-actions">
            <ActivityPapers meeting={meeting} />
            <CopyRecord meetingId={meeting.id} />
            <PaperActions paper={state.paper} busy={state.busy} aside={meeting.status === 'held'} />
          </span>
        </div>
        <div className="paper-step-body">
          <PaperView state={state} label="会议记录" />
        </div>
      </div>
    </div>
  )
}
