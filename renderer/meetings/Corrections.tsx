import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { MeetingPage } from '../../shared/meetings/contract.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { instantWords } from '../kit/days.ts'
import { ReasonDialog } from '../kit/ReasonDialog.tsx'
import { RefusalNote } from '../kit/RefusalNote.tsx'
import { useDraftedForm } from '../kit/use-draft.ts'
import { useWhere } from '../shell/where.ts'

interface CorrectionsProps {
  page: MeetingPage
  writing: boolean
  onWriting: (writing: boolean) => void
}

/** 归档之后：更正说明只增不改；确需改动，写明原因取消归档。 */
export function Corrections({ page, writing, onWriting }: CorrectionsProps) {
  const { today } = useWhere()
  const id = useId()
  const correct = useAct(app.meetings.correct, { quiet: true })
  const { form: text, setForm: setText, startOver } = useDraftedForm(`meetings.correct/${page.meeting.id}`, '')
  const [opening, setOpening] = useState(false)
  const add = async () => {
    if (!(await correct.run({ id: page.meeting.id, text: text.trim() }))) return
    startOver()
    onWriting(false)
  }
  return (
    <>
      <h2>● 已归档</h2>
      <p className="archive-about">
        这次会议只能查看。出勤、人数、文字记错了要改，按“取消归档”，改好再归档；已经签字交上去的，附一段更正说明，原来的人数和文字都不动。
      </p>
      {page.corrections.length > 0 && (
        <ol className="corrections" aria-label="更正说明">
          {page.corrections.map(({ at, actor, text: words }) => (
            <li key={`${at}${words}`}>
              <p>{words}</p>
              <span>
                {actor} {instantWords(at, today)}
              </span>
            </li>
          ))}
        </ol>
      )}
      {writing ? (
        <>
          <label htmlFor={id}>更正说明</label>
          <Input.TextArea id={id} autoFocus className="grows" rows={4} value={text} onChange={(event) => setText(event.target.value)} />
          <RefusalNote refusal={correct.refusal} />
          <div className="archive-buttons">
            <Button onClick={() => onWriting(false)}>取消</Button>
            <Button type="primary" disabled={text.trim() === ''} loading={correct.busy} onClick={() => void add()}>
              附上更正说明
            </Button>
          </div>
        </>
      ) : (
        <Button block onClick={() => onWriting(true)}>
          {text ? '接着写更正说明' : '写更正说明'}
        </Button>
      )}
      <Button block type="link" onClick={() => setOpening(true)}>
        取消归档
      </Button>
      {opening && <UnarchiveDialog id={page.meeting.id} onClose={() => setOpening(false)} />}
    </>
  )
}

function UnarchiveDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const unarchive = useAct(app.meetings.unarchive, { quiet: true })
  return (
    <ReasonDialog
      title="取消归档"
      verb="取消归档"
      hint="取消后出勤、记录都可以改，改完在这里再归档。原因记入操作记录。"
      placeholder="例：请假人员登记有误"
      otherwise="仍旧归档"
      busy={unarchive.busy}
      refusal={unarchive.refusal}
      onRun={async (reason) => {
        if (await unarchive.run({ id, reason })) onClose()
      }}
      onClose={onClose}
    />
  )
}
