import { Link } from 'wouter'
import { showFen } from '../../shared/kit/money.ts'
import { useDuesSummary } from './use-summary.ts'

/** 首页上的一条：今年党费收了多少、欠多少；没有定过口径的不显示。 */
export function DuesBar() {
  const summary = useDuesSummary()
  if (!summary?.practised || summary.payable === 0) return null
  const { payable, paid, owing, peopleOwing } = summary
  const share = Math.min(100, Math.floor((paid * 100) / payable))
  return (
    <div className="dues-year">
      <div className="panel-head">
        <span>党费</span>
        <Link href="/dues" className="num">
          实交 {showFen(paid)} / 应交 {showFen(payable)} 元
        </Link>
      </div>
      <div className="dues-year-bar" role="img" aria-label={`党费已收 ${share}%`}>
        <span style={{ width: `${share}%` }} />
      </div>
      {owing > 0 && (
        <p className="hint num">
          {peopleOwing} 人欠交 {showFen(owing)} 元
        </p>
      )}
    </div>
  )
}
