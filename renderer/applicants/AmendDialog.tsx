import type { ApplicantRow } from '../../shared/applicants/contract.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { useDialogForm } from '../kit/use-dialog-form.ts'
import { FactsForm } from './FactsForm.tsx'
import { changed, factsOf, problemsOf } from './facts.ts'

/** 修改一名申请人的信息与各步的时间；只存改过的。 */
export function AmendDialog({ person, onClose }: { person: ApplicantRow; onClose: () => void }) {
  const {
    form,
    setForm,
    initial: before,
    dirty,
    note,
    close,
  } = useDialogForm(`applicants.amended/${person.id}`, () => factsOf(person), onClose, { amending: true })
  const amend = useAct(app.applicants.amend, { quiet: true })
  const problems = problemsOf(form)
  const save = async () => {
    if (Object.keys(problems).length > 0) return
    const facts = changed(before, { ...form, name: form.name.trim() })
    if (!dirty || (await amend.run({ id: person.id, facts }))) close()
  }
  return (
    <Dialog
      title={`修改 ${person.name} 的信息`}
      verb="保存"
      width={920}
      onSave={() => void save()}
      onClose={close}
      dirty={dirty}
      busy={amend.busy}
      refusal={amend.refusal}
    >
      <div className="dialog-scroll">
        <DraftNote {...note} />
        <FactsForm facts={form} outcome={person} problems={problems} warnAll onChange={setForm} />
      </div>
    </Dialog>
  )
}
