import { Button } from 'antd'
import type { Id } from '../../shared/kit/values.ts'
import { monthDay } from '../kit/days.ts'
import { useWhere } from '../shell/where.ts'
import { type BranchGaps, kindsOf, missingKinds } from './branch-gaps.ts'

interface GapStripProps {
  branches: readonly BranchGaps[]
  /** host 是头一个还差的支部，人可以换。 */
  onPlan: (kind: string, host?: Id) => void
  onOpen: (meetingId: Id) => void
}

/** 提示条：本周期还差哪几类会议，一步就去安排，已排上的去看那一次；都开齐了也说一声。 */
export function GapStrip({ branches: all, onPlan, onOpen }: GapStripProps) {
  const { today, year } = useWhere()
  const missing = missingKinds(all)
  const done = kindsOf(all).filter(({ code, period }) => period !== 'none' && !missing.some(({ kind }) => kind.code === code))
  if (`${year}` > today.slice(0, 4)) return <span className="hint">{year} 年还没有到。</span>
  if (missing.length === 0) return <span className="gaps-done">✓ 该开的会都已开齐。</span>
  const labels = [...new Set(missing.map((gap) => gap.periodLabel))]
  return (
    <div className="gaps">
      {labels.map((label) => (
        <span key={label} className="gaps-period">
          <span className="gaps-label">{label}还差</span>
          {missing
            .filter((gap) => gap.periodLabel === label)
            .map(({ kind, missing: count, branches, planned, unplanned }) => (
              <Button
                key={kind.code}
                size="small"
                title={[all.length > 1 ? `${branches.map(({ name }) => name).join('、')}还差` : '', kind.article]
                  .filter(Boolean)
                  .join('。')}
                onClick={() => (planned ? onOpen(planned.id) : onPlan(kind.code, unplanned?.id))}
              >
                <span>
                  {kind.name}
                  {all.length > 1 ? ` ${branches.length} 个支部` : count > 1 ? ` ${count} 次` : ''}
                </span>
                <span className="gaps-verb">{planned ? `已安排 ${monthDay(planned.day, today)}` : '去安排'}</span>
              </Button>
            ))}
        </span>
      ))}
      {done.length > 0 && <span className="gaps-ok">✓ {done.map(({ name }) => name).join('、')}</span>}
    </div>
  )
}
