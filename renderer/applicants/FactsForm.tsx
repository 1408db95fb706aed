import { type ReactNode, useState } from 'react'
import type { ApplicantFacts, ApplicantRow } from '../../shared/applicants/contract.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { useDeduced } from '../members/use-deduced.ts'
import { ApplicantField } from './ApplicantField.tsx'
import { type Fact, sections } from './facts.ts'
import { useDevelopment, useFormalMembers } from './use-development.ts'

interface FactsFormProps {
  facts: ApplicantFacts
  /** 已接收、已终止的日子；新登记的没有。 */
  outcome: Pick<ApplicantRow, 'acceptedOn' | 'endedOn'>
  onChange: (facts: ApplicantFacts) => void
  problems: Partial<Record<Fact, string>>
  /** 一开始就把提醒都说出来（修改时）；新登记的填到哪里说到哪里。 */
  warnAll?: boolean
  /** 插在姓名后面的一格：所在支部。 */
  placing?: ReactNode
}

/** 一名申请人的全部字段，照发展的先后；提醒只提醒，不拦。 */
export function FactsForm({ facts, outcome, onChange, problems, warnAll = false, placing }: FactsFormProps) {
  const { today, warningsOf } = useDevelopment()
  const standards = useAsk(app.members.standards, {}).data
  const people = useFormalMembers()
  const [visited, setVisited] = useState<ReadonlySet<Fact>>(new Set())
  const { change, leave, brought } = useDeduced(facts, onChange, today)
  const warnings = warningsOf({ ...facts, ...outcome })
  const warningOf = (field: Fact) =>
    warnAll || visited.has(field) || facts[field] ? warnings.find((one) => one.field === field)?.text : undefined
  const choices: Partial<Record<Fact, readonly string[] | undefined>> = {
    ethnicity: standards?.ethnicities,
    education: standards?.educations,
  }
  return (
    <div className="facts-form">
      {sections.map((section, index) => (
        <fieldset key={section.title}>
          <legend>{section.title}</legend>
          <div className="form-grid">
            {section.fields.map((field) => (
              <div key={field} className={`fact fact-${field}`}>
                <ApplicantField
                  field={field}
                  facts={facts}
                  people={people}
                  onChange={change}
                  onLeave={() => {
                    setVisited((now) => new Set(now).add(field))
                    leave(field)
                  }}
                  warning={warningOf(field)}
                  problem={visited.has(field) || warnAll ? problems[field] : undefined}
                  hint={brought(field) ? '由身份证号带出，以档案为准' : undefined}
                  choices={choices[field]}
                  autoFocus={index === 0 && field === 'name'}
                />
              </div>
            ))}
            {index === 0 && placing}
          </div>
        </fieldset>
      ))}
    </div>
  )
}
