import type { ReactNode } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { showFen, sumOf } from '../../shared/kit/money.ts'
import { app } from '../app.ts'
import { useAttendanceSummary } from '../attendance/use-summary.ts'
import { useDuesSummary } from '../dues/use-summary.ts'
import { useAsk } from '../kit/ask.ts'
import { goAnd } from '../kit/intent.ts'
import { useWhere } from '../shell/where.ts'

interface BarProps {
  label: string
  /** 已做到的与应做到的；whole 为 0 时没有条，只说下一步。 */
  done: number
  whole: number
  words: ReactNode
  note?: string | undefined
  /** 超过了，或还差着要紧的。 */
  over?: boolean
  onOpen: () => void
}

/** 一条：点了到那一间。 */
function Bar({ label, done, whole, words, note, over = false, onOpen }: BarProps) {
  const share = whole === 0 ? 0 : Math.max(0, Math.min(100, (done * 100) / whole))
  return (
    <button type="button" className="year-bar" onClick={onOpen}>
      <span className="year-bar-label">{label}</span>
      <span className={whole === 0 ? 'year-bar-words is-next' : 'year-bar-words num'}>
        {words}
        {note && <small>{note}</small>}
      </span>
      {whole > 0 && (
        <span className="year-bar-line" aria-hidden="true">
          <i className={over ? 'is-over' : ''} style={{ width: `${share}%` }} />
        </span>
      )}
    </button>
  )
}

/** 这一年的出勤、党费、经费预算，各一条；还没有数的说下一步。 */
export function YearBars() {
  const { organizationId, year } = useWhere()
  const attendance = useAttendanceSummary(year)
  const dues = useDuesSummary(year)
  const budget = useAsk(app.finances.budget, { organizationId, year }, { keep: true }).data
  if (!attendance || !dues || !budget) return null
  const spending = budget.lines.filter(({ direction }) => direction === 'expense')
  const [planned, spent] = [sumOf(spending.map((line) => line.planned)), sumOf(spending.map((line) => line.executed))]
  const { expected, present, rate, peopleOpen } = attendance
  const { practised, payable, paid, owing, peopleOwing } = dues
  return (
    <section className="year-bars" aria-label={`${year} 年的出勤、党费与经费`}>
      <Bar
        label="出勤"
        done={present}
        whole={expected}
        words={expected === 0 ? '会议确认召开后，这里有出席率' : `实到 ${present} / 应到 ${expected} 人次，${rate}%`}
        note={peopleOpen > 0 ? `${peopleOpen} 人没有补课` : undefined}
        onOpen={() => navigate('/attendance')}
      />
      <Bar
        label="党费"
        done={paid}
        whole={practised ? payable : 0}
        words={
          !practised
            ? '还没有定党费口径，先到党费里定下'
            : payable === 0
              ? '还没有应交的，先核定交费基数'
              : `实交 ${showFen(paid)} / 应交 ${showFen(payable)} 元`
        }
        note={practised && owing > 0 ? `${peopleOwing} 人欠交 ${showFen(owing)} 元` : undefined}
        onOpen={() => navigate('/dues')}
      />
      <Bar
        label="经费"
        done={spent}
        whole={planned}
        words={planned === 0 ? '还没有预算，先到经费里填写' : `支出 ${showFen(spent)} / 预算 ${showFen(planned)} 元`}
        note={planned > 0 && spent > planned ? `超出 ${showFen(spent - planned)} 元` : undefined}
        over={spent > planned}
        onOpen={() => goAnd('/finances', 'finances.budget')}
      />
    </section>
  )
}
