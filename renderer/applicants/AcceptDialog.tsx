import { useState } from 'react'
import type { ApplicantRow } from '../../shared/applicants/contract.ts'
import { memberFactsOf } from '../../shared/applicants/rules.ts'
import { columnsOf } from '../../shared/ledger/define.ts'
import { membersLedger } from '../../shared/members/ledger.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'
import { say } from '../kit/say.ts'
import { useWhere } from '../shell/where.ts'
import { Namesakes } from './Namesakes.tsx'
import { useDevelopment } from './use-development.ts'
import { WarningList } from './WarningList.tsx'

/** 接收为预备党员：填支部大会通过之日，先看名册里会添上什么。 */
export function AcceptDialog({ person, onClose }: { person: ApplicantRow; onClose: () => void }) {
  const { organizations } = useWhere()
  const { warningsOf } = useDevelopment()
  const [day, setDay] = useState<string | null>(null)
  const [groupId, setGroupId] = useState<number | null>(null)
  const accept = useAct(app.applicants.accept, { quiet: true })
  const groups = organizations.filter((one) => one.kind === 'group' && one.parentId === person.organizationId && !one.dissolvedOn)
  const problem = problemOfDay(day)
  const save = async () => {
    if (!day || problem || !(await accept.run({ id: person.id, day, groupId }))) return
    say.done(`已接收 ${person.name}，名册里添了一名预备党员。`)
    onClose()
  }
  return (
    <Dialog
      title={`接收为预备党员：${person.name}`}
      verb="接收为预备党员"
      width={560}
      onSave={() => void save()}
      onClose={onClose}
      dirty={day !== null || groupId !== null}
      busy={accept.busy}
      refusal={accept.refusal}
      disabled={!day || problem !== undefined}
    >
      <Namesakes name={person.name} />
      <div className="form-grid">
        <Field label="支部大会通过之日" required hint="照支部大会的决议填；预备期从这一天算起" problem={day ? problem : undefined}>
          {(id, note) => <DayInput id={id} aria-describedby={note} autoFocus value={day} onChange={setDay} />}
        </Field>
        {groups.length > 0 && (
          <Field label="党小组">
            {(id) => (
              <select
                id={id}
                className="native-select"
                value={groupId ?? ''}
                onChange={({ target }) => setGroupId(Number(target.value) || null)}
              >
                <option value="">不编组</option>
                {groups.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      <Preview person={person} day={day && !problem ? day : null} />
      <WarningList warnings={warningsOf(person)} />
    </Dialog>
  )
}

/** 名册里会添上的一名预备党员；没有填的不列。 */
function Preview({ person, day }: { person: ApplicantRow; day: string | null }) {
  const facts: Record<string, unknown> = { ...memberFactsOf(person, day ?? ''), branchName: person.branchName, category: 'probationary' }
  const lines = columnsOf(membersLedger)
    .map(({ field, column }) => ({ field, label: column.label, text: facts[field] ? column.show(facts[field]) : '' }))
    .filter(({ text }) => text !== '')
  return (
    <section className="facts accepting" aria-label="名册里会添上">
      <h3>名册里会添上这一名预备党员（一步撤销就能退回）</h3>
      <dl>
        {lines.map(({ field, label, text }) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
