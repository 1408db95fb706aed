import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { Admission, Category, MemberFacts } from '../../shared/members/contract.ts'
import { categoryWords } from '../../shared/members/words.ts'
import { isBranch } from '../../shared/organizations/rules.ts'
import { app } from '../app.ts'
import { type CustomForm, customChanges, customProblems, useFields } from '../fields/fields.ts'
import { useAct } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { say } from '../kit/say.ts'
import { useDraftedForm } from '../kit/use-draft.ts'
import { ordered } from '../shell/tree.ts'
import { useWhere } from '../shell/where.ts'
import { FactsForm } from './FactsForm.tsx'
import { blankFacts, problemsOf } from './facts.ts'

type Form = Required<Omit<Admission, 'facts' | 'custom'>> & { facts: MemberFacts; custom?: CustomForm }

/** 登记一名党员；可以一个接一个登记。 */
export function AdmitDialog({ onDone, onClose }: { onDone: (id: number) => void; onClose: () => void }) {
  const { organization, organizations } = useWhere()
  const fields = useFields()
  const branches = ordered(organizations).filter((one) => isBranch(one.organization.kind))
  // biome-ignore lint/correctness/useExhaustiveDependencies: 打开时定下来，不随取数变
  const initial = useMemo((): Form => {
    const home =
      branches.find((one) => one.organization.id === organization.id) ??
      branches.find((one) => one.organization.parentId === organization.id) ??
      branches[0]
    return {
      organizationId: home?.organization.id ?? organization.id,
      groupId: null,
      category: 'formal',
      standing: 'normal',
      fromDay: null,
      facts: blankFacts(),
    }
  }, [organization.id])
  const { form, setForm, dirty, touched, note, discard } = useDraftedForm<Form>(`members.admit/${organization.id}`, initial)
  const admit = useAct(app.members.admit, { quiet: true })
  const [round, setRound] = useState(0)
  const [tried, setTried] = useState(false)
  const problems = problemsOf(form.facts)
  const dayProblem = problemOfDay(form.fromDay, true)
  const groups = organizations.filter((one) => one.kind === 'group' && one.parentId === form.organizationId && !one.dissolvedOn)

  const save = async (next: 'close' | 'another') => {
    setTried(true)
    const custom = form.custom ?? {}
    if (Object.keys({ ...problems, ...customProblems(custom, fields) }).length > 0 || dayProblem) return
    const { name } = form.facts
    const answer = await admit.run({ ...form, facts: { ...form.facts, name: name.trim() }, custom: customChanges({}, custom) })
    if (!answer) return
    discard()
    say.done(`已登记 ${name}。`)
    onDone(answer.id)
    if (next === 'close') return onClose()
    setForm({ ...initial, organizationId: form.organizationId, groupId: form.groupId, category: form.category })
    setTried(false)
    setRound((now) => now + 1)
  }
  const close = () => {
    if (touched) discard()
    onClose()
  }
  return (
    <Dialog
      title="登记党员"
      verb="登记"
      width={920}
      onSave={() => void save('close')}
      onClose={close}
      dirty={dirty}
      busy={admit.busy}
      refusal={admit.refusal}
      extra={
        <Button onClick={() => void save('another')} disabled={admit.busy}>
          登记，再录一位
        </Button>
      }
    >
      <div className="dialog-scroll">
        <DraftNote {...note} />
        <FactsForm
          key={round}
          facts={form.facts}
          category={form.category}
          problems={problems}
          warnAll={tried}
          onChange={(facts) => setForm({ ...form, facts })}
          fields={fields}
          custom={form.custom ?? {}}
          onCustom={(custom) => setForm({ ...form, custom })}
          placing={
            <>
              <Field label="人员类别" required>
                {(id) => (
                  <select
                    id={id}
                    className="native-select"
                    value={form.category}
                    onChange={(event) => setForm({ ...form, category: event.target.value as Category })}
                  >
                    {Object.entries(categoryWords).map(([key, word]) => (
                      <option key={key} value={key}>
                        {word}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              <Field label="所在支部" required>
                {(id) => (
                  <select
                    id={id}
                    className="native-select"
                    value={form.organizationId}
                    onChange={(event) => setForm({ ...form, organizationId: Number(event.target.value), groupId: null })}
                  >
                    {branches.map(({ organization: one }) => (
                      <option key={one.id} value={one.id}>
                        {one.name}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              {groups.length > 0 && (
                <Field label="党小组">
                  {(id) => (
                    <select
                      id={id}
                      className="native-select"
                      value={form.groupId ?? ''}
                      onChange={(event) => setForm({ ...form, groupId: Number(event.target.value) || null })}
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
              <Field label="编入本支部之日" hint="不清楚就空着" problem={tried ? dayProblem : undefined}>
                {(id, note) => (
                  <DayInput
                    id={id}
                    aria-describedby={note}
                    monthAllowed
                    value={form.fromDay}
                    onChange={(fromDay) => setForm({ ...form, fromDay })}
                  />
                )}
              </Field>
            </>
          }
        />
      </div>
    </Dialog>
  )
}
