import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { showDay } from '../../shared/ledger/columns.ts'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import type { ItemRow } from '../../shared/rectification/contract.ts'
import { app } from '../app.ts'
import { nowOf, useAsk } from '../kit/ask.ts'
import type { Named } from '../kit/NameInput.tsx'
import { ItemDialog } from './ItemDialog.tsx'
import { ProgressMark } from './ProgressMark.tsx'
import './rectification.css'

/** 一次组织生活会提出的整改：在这里记，到“整改”页办完。 */
export function MeetingItems({ meeting, people }: { meeting: MeetingRow; people: readonly Named[] }) {
  const { id: meetingId, organizationId, day: raisedOn } = meeting
  const items = useAsk(app.rectification.ofMeeting, { meetingId }).data ?? []
  const [editing, setEditing] = useState<ItemRow | 'new'>()
  return (
    <section aria-label="会后整改">
      <h2>组织生活会 · 会后整改</h2>
      <ol className="rectification-list">
        {items.map((item) => (
          <li key={item.id}>
            <span className="rectification-problem">{item.problem}</span>
            <span className="rectification-facts">
              {[item.responsible, item.due && `${showDay(item.due)} 前`].filter(Boolean).join('，')}
              <ProgressMark progress={item.progress} />
            </span>
            <Button size="small" type="link" onClick={() => setEditing(item)} aria-label={`修改整改：${item.problem}`}>
              修改
            </Button>
          </li>
        ))}
      </ol>
      <p className="particulars-after">
        <Button size="small" type="dashed" onClick={() => setEditing('new')}>
          ＋ 添加整改
        </Button>
        <span className="hint">
          整改不随会议封存，办完了到<Link href="/rectification">整改</Link>填完成情况。
        </span>
      </p>
      {editing && (
        <ItemDialog
          item={editing === 'new' ? undefined : nowOf(editing, items)}
          blank={{ organizationId, meetingId, raisedOn }}
          people={people}
          onClose={() => setEditing(undefined)}
        />
      )}
    </section>
  )
}
