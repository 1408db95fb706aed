import { Button } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import type { CustomField } from '../../shared/fields/contract.ts'
import type { Category, MemberFacts } from '../../shared/members/contract.ts'
import { memberWarnings, mobileSoFar } from '../../shared/members/rules.ts'
import { app } from '../app.ts'
import { CustomInputs } from '../fields/CustomInputs.tsx'
import type { CustomForm } from '../fields/fields.ts'
import { useAsk } from '../kit/ask.ts'
import { useWhere } from '../shell/where.ts'
import { FactField } from './FactField.tsx'
import { type Fact, sections } from './facts.ts'
import { useDeduced } from './use-deduced.ts'

interface FactsFormProps {
  facts: MemberFacts
  category: Category
  onChange: (facts: MemberFacts) => void
  problems: Partial<Record<Fact, string>>
  /** 一开始就把提醒都说出来（修改时）；登记新人时填到哪里说到哪里。 */
  warnAll?: boolean
  /** 插在“入党”一组前面的字段（类别、支部、小组）。 */
  placing?: ReactNode
  /** 自设的几项与它们的值。 */
  fields: readonly CustomField[]
  custom: CustomForm
  onCustom: (custom: CustomForm) => void
}

/** 一名党员的全部字段。身份证号填完，空着的生日、性别就带出来；提醒只提醒，不拦。 */
export function FactsForm(props: FactsFormProps) {
  const { facts, category, onChange, problems, warnAll = false, placing, fields, custom, onCustom } = props
  const { today } = useWhere()
  const standards = useAsk(app.members.standards, {}).data
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set())
  const hasMore = sections.some(({ more, fields }) => more && fields.some((field) => facts[field]))
  const [more, setMore] = useState(hasMore)
  const warnings = useMemo(
    () => (standards ? memberWarnings({ ...facts, category }, today, standards.limits) : []),
    [standards, facts, category, today],
  )
  /** 手机号正打着：先说打到第几位，打完、离开了还不像才提醒。 */
  const typing = visited.has('mobile') || warnAll ? undefined : mobileSoFar(facts.mobile)
  const warningOf = (field: Fact) =>
    warnAll || visited.has(field) || (facts[field] && !(field === 'mobile' && typing))
      ? warnings.find((one) => one.field === field)?.text
      : undefined

  const deduced = useDeduced(facts, onChange, today)
  const leave = (field: Fact) => {
    setVisited((now) => new Set(now).add(field))
    deduced.leave(field)
  }
  const choices: Partial<Record<Fact, readonly string[] | undefined>> = {
    ethnicity: standards?.ethnicities,
    education: standards?.educations,
  }

  return (
    <div className="facts-form">
      {sections
        .filter((section) => more || !section.more)
        .map((section, index) => (
          <fieldset key={section.title}>
            <legend>{section.title}</legend>
            <div className="form-grid">
              {section.title === '入党' && placing}
              {section.fields.map((field) => (
                <div key={field} className={`fact fact-${field}`}>
                  <FactField
                    field={field}
                    facts={facts}
                    onChange={deduced.change}
                    onLeave={() => leave(field)}
                    warning={warningOf(field)}
                    problem={visited.has(field) || warnAll ? problems[field] : undefined}
                    hint={deduced.brought(field) ? '由身份证号带出，以档案为准' : field === 'mobile' ? typing : undefined}
                    choices={choices[field]}
                    autoFocus={index === 0 && field === 'name'}
                  />
                </div>
              ))}
            </div>
          </fieldset>
        ))}
      {fields.length > 0 && <CustomInputs fields={fields} form={custom} onChange={onCustom} />}
      {!more && (
        <Button type="link" onClick={() => setMore(true)} className="more-facts">
          还有籍贯、毕业院校、介绍人、党内职务、荣誉、备注等，点这里填
        </Button>
      )}
    </div>
  )
}
