import { Button } from 'antd'
import { useState } from 'react'
import type { AttendanceRow } from '../../shared/attendance/contract.ts'
import { exclusionWords } from '../../shared/attendance/words.ts'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import { calledIn } from '../../shared/members/namesakes.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { say } from '../kit/say.ts'
import { ExcludeDialog } from './ExcludeDialog.tsx'

interface ExcludedProps {
  meeting: MeetingRow
  rows: readonly AttendanceRow[]
}

/** 不计入应到的人收在一起，点开看理由与依据；上一次会上不计入的，问一句要不要沿用。 */
export function Excluded({ meeting, rows }: ExcludedProps) {
  const planned = meeting.status === 'planned'
  const meetingId = meeting.id
  const former = useAsk(app.attendance.formerExclusions, { meetingId }, { enabled: planned })
  const exclude = useAct(app.attendance.exclude)
  const include = useAct(app.attendance.include)
  const [amending, setAmending] = useState<AttendanceRow>()
  const out = rows.filter(({ exclusion }) => exclusion !== null)
  const offered = planned ? (former.data ?? []) : []
  const [first] = offered
  const carry = async () => {
    const exclusions = offered.map(({ name: _, topic: __, day: ___, ...exclusion }) => exclusion)
    const answer = await exclude.run({ meetingId, exclusions })
    if (answer) say.done(`${answer.changed} 人沿用不计入`)
  }
  if (out.length === 0 && !first) return null
  return (
    <div className="excluded">
      {first && (
        <p className="excluded-former">
          {first.day}“{first.topic}”不计入应到的 {offered.map(({ name }) => name).join('、')}，这次还计入着。情况没有变的，
          <Button size="small" loading={exclude.busy} onClick={() => void carry()}>
            沿用 {offered.length} 人
          </Button>
        </p>
      )}
      {out.length > 0 && (
        <details>
          <summary>
            不计入应到 {out.length} 人：{out.map(calledIn).join('、')}
          </summary>
          <ul>
            {out.map((row) => (
              <li key={row.memberId}>
                <b>{calledIn(row)}</b> {row.exclusion && exclusionWords[row.exclusion.reason]}；依据：{row.exclusion?.basis}
                {row.exclusion?.approvedBy && `；${row.exclusion.approvedBy}同意`}
                {row.exclusion?.adoptedAt && `；${row.exclusion.adoptedAt}通过`}
                {meeting.status !== 'archived' && (
                  <Button size="small" type="text" onClick={() => setAmending(row)}>
                    改依据
                  </Button>
                )}
                {planned && (
                  <Button
                    size="small"
                    type="text"
                    loading={include.busy}
                    onClick={() => void include.run({ meetingId, memberIds: [row.memberId] })}
                  >
                    恢复计入应到
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {amending && <ExcludeDialog meetingId={meetingId} people={[amending]} amending={amending} onClose={() => setAmending(undefined)} />}
    </div>
  )
}
