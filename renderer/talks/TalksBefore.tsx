import { Button } from 'antd'
import { Link } from 'wouter'
import type { Id } from '../../shared/kit/values.ts'
import { showDay } from '../../shared/ledger/columns.ts'
import type { TalkCount } from '../../shared/talks/contract.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'

interface TalksBeforeProps {
  meetingId: Id
  /** 专项里现在写着的。 */
  pairs: number
  times: number
  onFill: (count: Pick<TalkCount, 'pairs' | 'times'>) => void
}

/** 组织生活会之前谈了多少，照谈心谈话台账数出来，一按填进去；数由人定。 */
export function TalksBefore({ meetingId, pairs, times, onFill }: TalksBeforeProps) {
  const counted = useAsk(app.talks.beforeMeeting, { meetingId }).data
  if (!counted) return null
  const same = counted.pairs === pairs && counted.times === times
  return (
    <p className="hint particulars-before">
      <span>
        {counted.times === 0
          ? '台账上还没有会前的谈话。'
          : `台账上 ${showDay(counted.fromDay)}以来谈了 ${counted.pairs} 对、${counted.times} 次。`}
      </span>
      {counted.times > 0 && !same && (
        <Button size="small" onClick={() => onFill(counted)}>
          照台账填
        </Button>
      )}
      <Link href="/talks">去谈心谈话</Link>
    </p>
  )
}
