import type { ApplicantWarning } from '../../shared/applicants/rules.ts'

/** 要核对的几处，各说依据哪一条；没有就不占地方。 */
export function WarningList({ warnings }: { warnings: readonly ApplicantWarning[] }) {
  if (warnings.length === 0) return null
  return (
    <ul className="development-warnings" aria-label="要核对的">
      {warnings.map(({ field, text, source }) => (
        <li key={`${field}${text}`}>
          <span className="note-warning">{text}</span>
          <small>{source}</small>
        </li>
      ))}
    </ul>
  )
}
