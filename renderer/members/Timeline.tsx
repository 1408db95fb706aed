import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { MemberPage } from '../../shared/members/contract.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { Empty } from '../kit/Empty.tsx'
import { goAnd } from '../kit/intent.ts'
import { type MomentKind, momentKinds, timelineOf } from './timeline.ts'

const none: never[] = []

/** 一条经历：按类、按年筛。 */
export function Timeline({ page }: { page: MemberPage }) {
  const memberId = page.member.id
  const awards = useAsk(app.awards.ofMember, { memberId }).data ?? none
  const circumstances = useAsk(app.circumstances.ofMember, { memberId }).data ?? none
  const applications = useAsk(app.applicants.ofMember, { memberId }).data ?? none
  const dues = useAsk(app.dues.ofMember, { memberId }).data ?? none
  const talks = useAsk(app.talks.ofMember, { memberId }).data ?? none
  const appraisals = useAsk(app.appraisal.ofMember, { memberId }).data ?? none
  const [kind, setKind] = useState<MomentKind | 'missed' | ''>('')
  const [year, setYear] = useState('')
  const all = useMemo(
    () => timelineOf({ ...page, awards, circumstances, applications, dues, talks, appraisals }),
    [page, awards, circumstances, applications, dues, talks, appraisals],
  )
  const years = [...new Set(all.map(({ day }) => day.slice(0, 4)).filter((one) => one !== ''))]
  const shown = all.filter(
    (one) => (kind === '' || (kind === 'missed' ? one.missed : one.kind === kind)) && (year === '' || one.day.startsWith(year)),
  )
  return (
    <section className="panel timeline-panel" aria-label="经历">
      <div className="panel-head">
        <h2>
          经历<span className="count">{shown.length}</span>
        </h2>
        <span className="timeline-filters">
          <select
            className="native-select"
            aria-label="哪一类"
            value={kind}
            onChange={(event) => setKind(event.target.value as typeof kind)}
          >
            <option value="">全部</option>
            {Object.entries(momentKinds).map(([key, word]) => (
              <option key={key} value={key}>
                {word}
              </option>
            ))}
            <option value="missed">没到的会</option>
          </select>
          <select className="native-select" aria-label="哪一年" value={year} onChange={(event) => setYear(event.target.value)}>
            <option value="">各年</option>
            {years.map((one) => (
              <option key={one} value={one}>
                {one} 年
              </option>
            ))}
          </select>
        </span>
      </div>
      <Button type="link" size="small" className="flush" onClick={() => goAnd('/history', 'history.find', page.member.name)}>
        电话、单位等改过什么，到操作记录里看
      </Button>
      {shown.length === 0 ? (
        <Empty sentence="这一类、这一年没有记录。" />
      ) : (
        <ol className="timeline">
          {shown.map((one) => (
            <li key={one.key} className={`moment-${one.kind}`}>
              <span className="num">{one.when}</span>
              {one.href ? <Link href={one.href}>{one.what}</Link> : one.what}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
