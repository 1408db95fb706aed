import { customKey, fieldColumn } from '../../shared/fields/columns.ts'
import type { MemberRow } from '../../shared/members/contract.ts'
import { memberWarnings } from '../../shared/members/rules.ts'
import { app } from '../app.ts'
import { useFields } from '../fields/fields.ts'
import { useAsk } from '../kit/ask.ts'
import { useWhere } from '../shell/where.ts'
import { columnOf, type Fact, sections } from './facts.ts'

/** 要核对的地方；只提醒。 */
export function useWarnings(member: MemberRow) {
  const { today } = useWhere()
  const standards = useAsk(app.members.standards, {}).data
  return standards ? memberWarnings(member, today, standards.limits) : []
}

/** 一名党员的事实，分组列出；没有填的不占地方。 */
export function FactList({ member, sparse = false }: { member: MemberRow; sparse?: boolean }) {
  const warnings = useWarnings(member)
  const custom = useFields()
    .map((field) => ({ field, text: fieldColumn(field).show(member[customKey(field.id)] ?? null) }))
    .filter(({ text }) => !sparse || text !== '')
  return (
    <>
      {sections.map(({ title, fields }) => {
        const lines = fields.filter(
          (field) => field !== 'name' && (!sparse || filled(member, field) || warnings.some((one) => one.field === field)),
        )
        if (lines.length === 0) return null
        return (
          <section key={title} className="facts">
            <h3>{title}</h3>
            <dl>
              {lines.map((field) => (
                <div key={field}>
                  <dt>{columnOf(field).label.replace(/^是否为?/, '')}</dt>
                  <dd>
                    {columnOf(field).show(member[field]) || <span className="unfilled">未填</span>}
                    {warnings
                      .filter((one) => one.field === field)
                      .map((one) => (
                        <p key={one.text} className="note-warning" title={one.source}>
                          {one.text}
                        </p>
                      ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )
      })}
      {custom.length > 0 && (
        <section className="facts">
          <h3>自设字段</h3>
          <dl>
            {custom.map(({ field, text }) => (
              <div key={field.id}>
                <dt>{field.name}</dt>
                <dd>{text || <span className="unfilled">未填</span>}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  )
}

const filled = (member: MemberRow, field: Fact) => member[field] !== null && member[field] !== false && member[field] !== ''
