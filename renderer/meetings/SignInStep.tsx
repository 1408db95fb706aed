import { InputNumber, Radio } from 'antd'
import { useEffect, useId, useState } from 'react'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import { PaperActions } from '../documents/PaperActions.tsx'
import { PaperView } from '../documents/PaperView.tsx'
import { usePaper } from '../documents/use-paper.ts'

const PAUSE_MS = 400

/** 签到表：看到的就是要打印的那一份；栏数与空行随手调。 */
export function SignInStep({ meeting }: { meeting: MeetingRow }) {
  const spareId = useId()
  const [columns, setColumns] = useState<1 | 2>(2)
  const [spare, setSpare] = useState(4)
  const [spareRows, setSpareRows] = useState(4)
  useEffect(() => {
    const timer = setTimeout(() => setSpareRows(spare), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [spare])
  const { topic, day, startsAt, place, host, expected, organizationName } = meeting
  const revision = JSON.stringify([topic, day, startsAt, place, host, expected, organizationName])
  const state = usePaper(
    { wanted: { kind: 'signInSheet', meetingId: meeting.id, columns, spareRows }, grade: 'internal', purpose: '' },
    revision,
  )
  return (
    <div className="paper-step">
      <div className="paper-tools">
        <Radio.Group
          aria-label="栏数"
          optionType="button"
          value={columns}
          onChange={(event) => setColumns(event.target.value as 1 | 2)}
          options={[
            { value: 1, label: '一栏' },
            { value: 2, label: '两栏' },
          ]}
        />
        <label htmlFor={spareId}>留空行</label>
        <InputNumber id={spareId} min={3} max={20} value={spare} onChange={(value) => setSpare(value ?? 4)} style={{ width: 72 }} />
        <span className="paper-hint">应到 {expected} 人的名字已印好，空行给列席的人签。</span>
        <span className="paper-actions">
          <PaperActions paper={state.paper} busy={state.busy} />
        </span>
      </div>
      <div className="paper-step-body">
        <PaperView state={state} label="签到表" />
      </div>
    </div>
  )
}
