import type { Particulars } from '../../shared/particulars/contract.ts'
import { particularSections } from '../../shared/particulars/words.ts'
import { Empty } from '../kit/Empty.tsx'

/** 归档之后的专项：只看。 */
export function ParticularsFacts({ particulars, kinds }: { particulars: Particulars; kinds: readonly string[] }) {
  const sections = particularSections(particulars, kinds, true)
  if (sections.length === 0) return <Empty sentence="归档之前没有填专项。要补，先在“归档打印”里取消归档。" />
  return sections.map(({ kind, title, facts }) => (
    <section key={kind} aria-label={title}>
      <h2>{title}</h2>
      <dl className="plan-facts">
        {facts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text || '没有写'}</dd>
          </div>
        ))}
      </dl>
    </section>
  ))
}
