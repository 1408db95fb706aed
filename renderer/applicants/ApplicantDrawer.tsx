import { Button } from 'antd'
import type { ApplicantRow } from '../../shared/applicants/contract.ts'
import { stageWords } from '../../shared/applicants/words.ts'
import { showDay } from '../../shared/ledger/columns.ts'
import { useKeys } from '../kit/keys.ts'
import { ApplicantActions } from './ApplicantActions.tsx'
import { columnOf, type Fact, sections } from './facts.ts'
import { StepTrail } from './StepTrail.tsx'
import { useDevelopment } from './use-development.ts'
import { WarningList } from './WarningList.tsx'

const personal: readonly Fact[] = [...(sections[0]?.fields ?? []), 'note']

/** 名单旁的一个人：走到哪一步、接下来做什么、各步哪天，和本人情况。 */
export function ApplicantDrawer({ person, onClose }: { person: ApplicantRow; onClose: () => void }) {
  useKeys({ Escape: onClose })
  const { name, stage, branchName, age, next, endedOn, endedReason } = person
  const { warningsOf } = useDevelopment()
  const told = [branchName, age === null ? null : `${age} 岁`].filter(Boolean)
  return (
    <aside className="member-drawer development-drawer" aria-label={`${name} 的信息`}>
      <header>
        <h2>{name}</h2>
        <Button type="text" size="small" aria-label="关上" title="Esc" onClick={onClose}>
          ✕
        </Button>
      </header>
      <p className="member-badges">
        <span className={`stage stage-${stage}`}>{stageWords[stage]}</span>
        {told.join(' · ')}
      </p>
      <div className="drawer-tools">
        <ApplicantActions key={person.id} person={person} onRemoved={onClose} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: 要能用键盘滚动 */}
      <section className="drawer-facts" tabIndex={0} aria-label="各步与本人情况">
        {next && (
          <p className="development-next">
            接下来：<b>{next}</b>
          </p>
        )}
        {endedOn && (
          <p className="development-next">
            {showDay(endedOn)} 终止发展：{endedReason}
          </p>
        )}
        <StepTrail person={person} />
        <section className="facts">
          <h3>本人情况</h3>
          <dl>
            {personal
              .filter((field) => field !== 'name' && person[field] !== null)
              .map((field) => (
                <div key={field}>
                  <dt>{columnOf(field).label}</dt>
                  <dd>{columnOf(field).show(person[field])}</dd>
                </div>
              ))}
          </dl>
          <WarningList warnings={warningsOf(person).filter(({ field }) => personal.includes(field))} />
        </section>
      </section>
    </aside>
  )
}
