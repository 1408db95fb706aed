import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { ApplicantFacts } from '../../shared/applicants/contract.ts'
import { isBranch } from '../../shared/organizations/rules.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { say } from '../kit/say.ts'
import { useDraftedForm } from '../kit/use-draft.ts'
import { ordered } from '../shell/tree.ts'
import { useWhere } from '../shell/where.ts'
import { FactsForm } from './FactsForm.tsx'
import { blankFacts, problemsOf } from './facts.ts'
import { Namesakes } from './Namesakes.tsx'

interface Form {
  organizationId: number
  facts: ApplicantFacts
}

/** 登记一名申请人；可以一个接一个登记。已经走到后面几步的，把各步的时间一起填上。 */
export function AddDialog({ onDone, onClose }: { onDone: (id: number) => void; onClose: () => void }) {
  const { organization, organizations } = useWhere()
  const branches = ordered(organizations).filter((one) => isBranch(one.organization.kind))
  // biome-ignore lint/correctness/useExhaustiveDependencies: 打开时定下来，不随取数变
  const initial = useMemo((): Form => {
    const home =
      branches.find((one) => one.organization.id === organization.id || one.organization.id === organization.parentId) ??
      branches.find((one) => one.organization.parentId === organization.id) ??
      branches[0]
    return { organizationId: home?.organization.id ?? organization.id, facts: blankFacts() }
  }, [organization.id])
  const { form, setForm, dirty, touched, note, discard } = useDraftedForm<Form>(`applicants.add/${organization.id}`, initial)
  const add = useAct(app.applicants.add, { quiet: true })
  const [round, setRound] = useState(0)
  const [tried, setTried] = useState(false)
  const problems = problemsOf(form.facts)

  const save = async (next: 'close' | 'another') => {
    setTried(true)
    if (Object.keys(problems).length > 0) return
    const name = form.facts.name.trim()
    const answer = await add.run({ ...form, facts: { ...form.facts, name } })
    if (!answer) return
    discard()
    say.done(`已登记 ${name}。`)
    onDone(answer.id)
    if (next === 'close') return onClose()
    setForm({ ...initial, organizationId: form.organizationId })
    setTried(false)
    setRound((now) => now + 1)
  }
  const close = () => {
    if (touched) discard()
    onClose()
  }
  return (
    <Dialog
      title="登记申请人"
      verb="登记"
      width={920}
      onSave={() => void save('close')}
      onClose={close}
      dirty={dirty}
      busy={add.busy}
      refusal={add.refusal}
      extra={
        <Button onClick={() => void save('another')} disabled={add.busy}>
          登记，再录一位
        </Button>
      }
    >
      <div className="dialog-scroll">
        <DraftNote {...note} />
        <Namesakes name={form.facts.name} />
        <FactsForm
          key={round}
          facts={form.facts}
          outcome={{ acceptedOn: null, endedOn: null }}
          problems={problems}
          warnAll={tried}
          onChange={(facts) => setForm({ ...form, facts })}
          placing={
            branches.length > 1 && (
              <Field label="所在支部" required>
                {(id) => (
                  <select
                    id={id}
                    className="native-select"
                    value={form.organizationId}
                    onChange={({ target }) => setForm({ ...form, organizationId: Number(target.value) })}
                  >
                    {branches.map(({ organization: one }) => (
                      <option key={one.id} value={one.id}>
                        {one.name}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            )
          }
        />
      </div>
    </Dialog>
  )
}
