import { useMemo } from 'react'
import type { ApplicantRow } from '../../shared/applicants/contract.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { useDraftedForm } from '../kit/use-draft.ts'
import { FactsForm } from './FactsForm.tsx'
import { changed, factsOf, problemsOf } from './facts.ts'

/** 修改一名申请人的信息与各步的时间；只存改过的。 */
export function AmendDialog({ person, onClose }: { person: ApplicantRow; onClose: () => void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: 打开时的样子是比较的底本
  const before = useMemo(() => factsOf(person), [person.id])
  const { form, setForm, dirty, restoredAt, startOver, discard } = useDraftedForm(`applicants.amended/${person.id}`, before)
  const amend = useAct(app.applicants.amend, { quiet: true })
  const problems = problemsOf(form)
  const close = async () => {
    await discard()
    onClose()
  }
  const save = async () => {
    if (Object.keys(problems).length > 0) return
    const facts = changed(before, { ...form, name: form.name.trim() })
    if (!dirty || (await amend.run({ id: person.id, facts }))) await close()
  }
  return (
    <Dialog
      title={`修改 ${person.name} 的信息`}
      verb="保存"
      width={920}
      onSave={() => void save()}
      onClose={() => void close()}
      dirty={dirty}
      busy={amend.busy}
      refusal={amend.refusal}
    >
      <div className="dialog-scroll">
        <DraftNote restoredAt={restoredAt} onStartOver={() => void startOver()} />
        <FactsForm facts={form} outcome={person} problems={problems} warnAll onChange={setForm} />
      </div>
    </Dialog>
  )
}
