import { Button } from 'antd'
import type { Particulars } from '../../shared/particulars/contract.ts'
import { activityTitles, particularKindsOf, particularSections } from '../../shared/particulars/words.ts'
import { Empty } from '../kit/Empty.tsx'

interface ParticularsFactsProps {
  particulars: Particulars
  kinds: readonly string[]
  /** 去能取消归档的那一步；作废的会议不补，没有它。 */
  onAmend?: (() => void) | undefined
}

/** 归档之后的专项：只看；没填的说出来，要补就去取消归档。 */
export function ParticularsFacts({ particulars, kinds, onAmend }: ParticularsFactsProps) {
  const sections = particularSections(particulars, kinds, true)
  const unfilled = particularKindsOf(kinds).filter((kind) => !sections.some((section) => section.kind === kind))
  const amend = onAmend && (
    <Button type="link" className="flush" onClick={onAmend}>
      要补，先取消归档
    </Button>
  )
  if (sections.length === 0) return <Empty sentence="归档之前没有填专项。">{amend}</Empty>
  return (
    <>
      {sections.map(({ kind, title, facts }) => (
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
      ))}
      {unfilled.length > 0 && (
        <p className="hint">
          {unfilled.map((kind) => activityTitles[kind]).join('、')}没有填。{amend}
        </p>
      )}
    </>
  )
}
