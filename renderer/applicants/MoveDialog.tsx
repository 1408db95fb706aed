import { useState } from 'react'
import type { ApplicantRow } from '../../shared/applicants/contract.ts'
import { isBranch } from '../../shared/organizations/rules.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'
import { ordered } from '../shell/tree.ts'
import { useWhere } from '../shell/where.ts'

/** 换到另一个支部；没有别的支部可换时为空表。 */
export const useOtherBranches = ({ organizationId }: ApplicantRow) =>
  ordered(useWhere().organizations).flatMap(({ organization }) =>
    isBranch(organization.kind) && organization.id !== organizationId ? [organization] : [],
  )

/** 换支部：登记错了支部，或者人换了单位；各步的记录跟着走。 */
export function MoveDialog({ person, onClose }: { person: ApplicantRow; onClose: () => void }) {
  const branches = useOtherBranches(person)
  const [branch, setBranch] = useState<number>()
  const move = useAct(app.applicants.move, { quiet: true })
  const save = async () => {
    if (branch && (await move.run({ id: person.id, organizationId: branch }))) onClose()
  }
  return (
    <Dialog
      title={`换支部：${person.name}`}
      verb="换支部"
      width={440}
      onSave={() => void save()}
      onClose={onClose}
      dirty={branch !== undefined}
      busy={move.busy}
      refusal={move.refusal}
      disabled={branch === undefined}
    >
      <Field label="换到" required hint="各步的时间和培养联系人跟着走">
        {(id, note) => (
          <select
            id={id}
            aria-describedby={note}
            className="native-select"
            // biome-ignore lint/a11y/noAutofocus: 对话框里的第一个控件
            autoFocus
            value={branch ?? ''}
            onChange={({ target }) => setBranch(Number(target.value) || undefined)}
          >
            <option value="">请选择</option>
            {branches.map(({ id: key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </Dialog>
  )
}
