import { Button } from 'antd'
import type { MeetingKind } from '../../shared/meetings/contract.ts'

interface GapLine {
  kind: MeetingKind
  missing: number
  periodLabel: string
}

/** 提示条：本周期还差哪几类会议，一步就去安排；都开齐了也说一声。 */
export function GapStrip({ gaps, onPlan }: { gaps: readonly GapLine[]; onPlan: (kind: string) => void }) {
  const missing = gaps.filter((gap) => gap.missing > 0)
  const done = gaps.filter((gap) => gap.missing <= 0 && gap.kind.period !== 'none')
  if (gaps.length === 0) return null
  if (missing.length === 0) return <span className="gaps-done">✓ 该开的会都已开齐。</span>
  const labels = [...new Set(missing.map((gap) => gap.periodLabel))]
  return (
    <div className="gaps">
      {labels.map((label) => (
        <span key={label} className="gaps-period">
          <span className="gaps-label">{label}还差</span>
          {missing
            .filter((gap) => gap.periodLabel === label)
            .map(({ kind, missing: count }) => (
              <Button
                key={kind.code}
                size="small"
                title={`${kind.article ? `${kind.article}。` : ''}去安排`}
                onClick={() => onPlan(kind.code)}
              >
                {kind.name}
                {count > 1 ? ` ${count} 次` : ''}　去安排
              </Button>
            ))}
        </span>
      ))}
      {done.length > 0 && <span className="gaps-ok">✓ {done.map(({ kind }) => kind.name).join('、')}</span>}
    </div>
  )
}
