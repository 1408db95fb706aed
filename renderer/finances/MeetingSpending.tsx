import { Button } from 'antd'
import { useState } from 'react'
import { showFen, sumOf } from '../../shared/kit/money.ts'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { goAnd } from '../kit/intent.ts'
import { useWhere } from '../shell/where.ts'
import { EntryDialog } from './EntryDialog.tsx'
import './finances.css'

/** 一次会议花了多少：用于它的凭证，在会上研究决定的；“记一笔”先填好。没有立账、也没有凭证的不显示。 */
export function MeetingSpending({ meeting }: { meeting: MeetingRow }) {
  const { organizationId: here } = useWhere()
  const rows = useAsk(app.finances.listByMeeting, { meetingId: meeting.id }).data ?? []
  const own = useAsk(app.finances.accounts, { organizationId: meeting.organizationId }).data
  const others = useAsk(app.finances.accounts, { organizationId: here }).data ?? []
  const [entering, setEntering] = useState(false)
  if (!own) return null
  // 支部自己没有立账的，记在现在看的组织（总支）的账里
  const [owner, accounts] = own.length > 0 ? [meeting.organizationId, own] : [here, others]
  if (rows.length === 0 && accounts.length === 0) return null
  const spent = rows.filter(({ decided }) => !decided)
  return (
    <section className="meeting-spending" aria-label="这次会议的开支">
      {spent.length > 0 && (
        <span>
          开支 <b className="num">{showFen(sumOf(spent.map(({ income, expense }) => expense - income)))}</b>
        </span>
      )}
      {rows.map(({ voucherId, number, summary, income, expense, decided }) => (
        <Button key={voucherId} type="link" size="small" onClick={() => goAnd('/finances', 'finances.voucher', voucherId)}>
          {number} 号 {summary} <span className="num">{showFen(income + expense)}</span>
          {decided && '（会上研究）'}
        </Button>
      ))}
      {accounts.length > 0 && (
        <Button size="small" onClick={() => setEntering(true)}>
          {rows.length === 0 ? '记一笔开支' : '记一笔'}
        </Button>
      )}
      {entering && (
        <EntryDialog direction="expense" accounts={accounts} meeting={meeting} owner={owner} onClose={() => setEntering(false)} />
      )}
    </section>
  )
}
