import type { MemberRow } from '../../shared/members/contract.ts'
import { app } from '../app.ts'
import { customChanges, customFormOf, customProblems, useFields } from '../fields/fields.ts'
import { useAct } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { useDialogForm } from '../kit/use-dialog-form.ts'
import { FactsForm } from './FactsForm.tsx'
import { changed, factsOf, problemsOf } from './facts.ts'

/** 修改一名党员的信息与自设的几项；只存改过的。 */
export function AmendDialog({ member, onClose }: { member: MemberRow; onClose: () => void }) {
  const fields = useFields()
  const {
    form,
    set,
    initial: before,
    dirty,
    note,
    close,
  } = useDialogForm(`members.amended/${member.id}`, () => ({ facts: factsOf(member), custom: customFormOf(member, fields) }), onClose, {
    amending: true,
  })
  const amend = useAct(app.members.amend, { quiet: true })
  const problems = problemsOf(form.facts)
  const save = async () => {
    if (Object.keys({ ...problems, ...customProblems(form.custom, fields) }).length > 0) return
    const facts = changed(before.facts, { ...form.facts, name: form.facts.name.trim() })
    const custom = customChanges(before.custom, form.custom)
    if (!dirty || (await amend.run({ id: member.id, facts, custom }))) close()
  }
  return (
    <Dialog
      title={`修改 ${member.name} 的信息`}
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
        <FactsForm
          facts={form.facts}
          category={member.category}
          problems={problems}
          warnAll
          onChange={(facts) => set({ facts })}
          fields={fields}
          custom={form.custom}
          onCustom={(custom) => set({ custom })}
        />
      </div>
    </Dialog>
  )
}
