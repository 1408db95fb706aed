import { Button } from 'antd'
import { useState } from 'react'
import type { MeetingKind, Period } from '../../shared/meetings/contract.ts'
import { audienceWords } from '../../shared/meetings/words.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { Waiting } from '../kit/Waiting.tsx'
import { OwnKindDialog } from '../meetings/OwnKindDialog.tsx'

const periodWords: Record<Period, string> = { month: '每月', quarter: '每季度', year: '每年', none: '不定期' }
const often = ({ period, times }: MeetingKind) => (period === 'none' ? '不定期' : `${periodWords[period]}至少 ${times} 次`)

/** 会议类型：规则包里的（有出处）与本单位自设的。 */
export function KindsPanel() {
  const kinds = useAsk(app.meetings.kinds, {})
  const [adding, setAdding] = useState(false)
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>会议类型</h2>
        <Button onClick={() => setAdding(true)}>新增类型</Button>
      </div>
      {!kinds.data ? (
        <Waiting error={kinds.error} />
      ) : (
        <table className="kinds">
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">应到</th>
              <th scope="col">多久一次</th>
              <th scope="col">出处</th>
            </tr>
          </thead>
          <tbody>
            {kinds.data.map((kind) => (
              <tr key={kind.code}>
                <td>{kind.name}</td>
                <td>{audienceWords[kind.audience]}</td>
                <td>{often(kind)}</td>
                <td className="hint">{kind.own ? '本单位自设' : kind.article}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {adding && <OwnKindDialog onAdded={() => setAdding(false)} onClose={() => setAdding(false)} />}
    </section>
  )
}
