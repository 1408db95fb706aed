import { useMemo } from 'react'
import type { MemberRow } from '../../shared/members/contract.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { useDraftedForm } from '../kit/use-draft.ts'
import { FactsForm } from './FactsForm.tsx'
import { changed, factsOf, problemsOf } from './facts.ts'

/** 修改一名党员的信息；只存改过的字段。 */
export function AmendDialog({ member, onClose }: { member: MemberRow; onClose: () => void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: 打开时的样子是比较的底本
  const before = useMemo(() => factsOf(member), [member.id])
  const { form, setForm, dirty, restoredAt, startOver, discard } = useDraftedForm(`members.amend/${member.id}`, before)
  const amend = useAct(app.members.amend, { quiet: true })
  const problems = problemsOf(form)
  const close = async () => {
    await discard()
    onClose()
  }
  const save = async () => {
    if (Object.keys(problems).length > 0) return
    if (!dirty || (await amend.run({ id: member.id, facts: changed(before, { ...form, name: form.name.trim() }) }))) await close()
  }
  return (
    <Dialog
      title={`修改 ${member.name} 的信息`}
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
        <FactsForm facts={form} category={member.category} problems={problems} warnAll onChange={setForm} />
      </div>
    </Dialog>
  )
}
