import { Link } from 'wouter'
import type { BranchGaps } from '../meetings/branch-gaps.ts'
import { useWhere } from '../shell/where.ts'
import { BranchGrid } from './BranchGrid.tsx'
import { KindGrid } from './KindGrid.tsx'
import { YearBars } from './YearBars.tsx'

/** 今年：一个支部看每类会议的十二个月；总支、党委看每个支部还差什么。 */
export function YearPanel({ branches }: { branches: readonly BranchGaps[] }) {
  const { year } = useWhere()
  const [only] = branches
  return (
    <section className="panel year">
      <div className="panel-head">
        <h2>{year} 年</h2>
        <Link href="/meetings">全部会议</Link>
      </div>
      {!only && <p className="hint">还没有支部。到“组织”里设立支部，这里就看得见各支部开了哪些会。</p>}
      {only && (branches.length === 1 ? <KindGrid gaps={only.gaps} /> : <BranchGrid branches={branches} />)}
      <YearBars />
    </section>
  )
}
