import type { ApplicantRow } from '../../shared/applicants/contract.ts'
import { trailOf } from './trail.ts'
import { useDevelopment } from './use-development.ts'
import { WarningList } from './WarningList.tsx'

/** 走过的和还没走的各步（终止了的只列走过的）；提醒写在它那一步下面，附条号。 */
export function StepTrail({ person }: { person: ApplicantRow }) {
  const { rules, today, warningsOf } = useDevelopment()
  if (!rules) return null
  const warnings = warningsOf(person)
  const trail = trailOf(person, today, rules)
  return (
    <ol className="development-trail" aria-label="各步">
      {(person.endedOn ? trail.filter(({ done }) => done) : trail).map(({ title, fields, text, done }) => (
        <li key={title} className={done ? 'is-done' : undefined}>
          <span className="development-stop">
            {title}
            {!done && <span className="sr-only">，还没有</span>}
          </span>
          <span className="num">{text}</span>
          <WarningList warnings={warnings.filter(({ field }) => fields.includes(field))} />
        </li>
      ))}
    </ol>
  )
}
