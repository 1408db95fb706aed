import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { type AttendanceRow, ExclusionReason } from '../../shared/attendance/contract.ts'
import { exclusionWords } from '../../shared/attendance/words.ts'
import type { Id } from '../../shared/kit/values.ts'
import { calledIn } from '../../shared/members/namesakes.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { useDialogForm } from '../kit/use-dialog-form.ts'
import { findNext } from './names.ts'

interface ExcludeDialogProps {
  meetingId: Id
  /** 可以选的人：这次应到的；改依据时只有那一个人。 */
  people: readonly AttendanceRow[]
  /** 改谁的理由与依据；新标的为空。 */
  amending?: AttendanceRow | undefined
  onClose: () => void
}

interface ExclusionForm {
  ids: Id[]
  reason: ExclusionReason | null
  basis: string
  approvedBy: string
  adoptedAt: string
}

/** 不计入应到：谁、哪一类理由、凭什么、谁同意、哪次党员大会通过。 */
export function ExcludeDialog({ meetingId, people, amending, onClose }: ExcludeDialogProps) {
  const act = useAct(app.attendance.exclude, { quiet: true })
  const was = amending?.exclusion
  const { form, set, dirty, note, close } = useDialogForm<ExclusionForm>(
    `attendance.exclude/${meetingId}/${amending?.memberId ?? ''}`,
    {
      ids: amending ? [amending.memberId] : [],
      reason: was?.reason ?? null,
      basis: was?.basis ?? '',
      approvedBy: was?.approvedBy ?? '',
      adoptedAt: was?.adoptedAt ?? '',
    },
    onClose,
    { amending: amending !== undefined },
  )
  const { ids } = form
  /** 选了一个人就收起来，不挡着下面的理由；接着打字又展开。 */
  const [open, setOpen] = useState(false)
  const change = (part: Partial<ExclusionForm>) => {
    act.clear()
    set(part)
  }
  const save = async () => {
    const { ids: _, reason, ...grounds } = form
    if (reason === null) return
    if (await act.run({ meetingId, exclusions: ids.map((memberId) => ({ memberId, reason, ...grounds })) })) close()
  }
  const lacking = form.approvedBy.trim() === '' || form.adoptedAt.trim() === ''
  return (
    <Dialog
      title={amending ? `${calledIn(amending)}不计入应到的依据` : '不计入应到'}
      verb={amending ? '保存' : '不计入应到'}
      width={560}
      dirty={dirty}
      busy={act.busy}
      disabled={ids.length === 0 || form.reason === null || form.basis.trim() === ''}
      refusal={act.refusal}
      onSave={() => void save()}
      onClose={close}
    >
      <DraftNote {...note} />
      {!amending && (
        <Field label="谁" required wide>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              autoFocus
              style={{ width: '100%' }}
              value={ids}
              open={open}
              onOpenChange={setOpen}
              onChange={(next) => {
                change({ ids: next })
                setOpen(false)
              }}
              placeholder="打姓名或首字母，可以选几个人"
              showSearch={{
                filterOption: (typed, option) => {
                  const person = people.find(({ memberId }) => memberId === option?.value)
                  return person !== undefined && findNext([person], typed, 0) === 0
                },
              }}
              options={people.map((one) => ({ value: one.memberId, label: calledIn(one) }))}
            />
          )}
        </Field>
      )}
      <Field label="理由" required wide>
        {(id) => (
          <Radio.Group
            id={id}
            className="exclude-reasons"
            value={form.reason}
            onChange={(event) => change({ reason: event.target.value as ExclusionReason })}
            options={ExclusionReason.options.map((value) => ({ value, label: exclusionWords[value] }))}
          />
        )}
      </Field>
      <Field label="依据" required wide hint="批复、报告或情况说明，如“街道党工委 2026 年 3 月批复”。">
        {(id, described) => (
          <Input
            id={id}
            aria-describedby={described}
            maxLength={200}
            value={form.basis}
            onChange={(event) => change({ basis: event.target.value })}
          />
        )}
      </Field>
      <Field label="同意的上级党组织">
        {(id) => <Input id={id} maxLength={200} value={form.approvedBy} onChange={(event) => change({ approvedBy: event.target.value })} />}
      </Field>
      <Field
        label="通过的党员大会"
        {...(lacking && form.basis ? { warning: '不计入要上级党组织同意，并经党员大会通过；两项写齐才经得起查。' } : {})}
      >
        {(id, described) => (
          <Input
            id={id}
            aria-describedby={described}
            maxLength={200}
            value={form.adoptedAt}
            onChange={(event) => change({ adoptedAt: event.target.value })}
          />
        )}
      </Field>
    </Dialog>
  )
}
