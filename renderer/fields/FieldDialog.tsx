import { Input, Select } from 'antd'
import type { CustomField, FieldKind, FieldPrivacy } from '../../shared/fields/contract.ts'
import { fieldKindWords, fieldPrivacyWords } from '../../shared/fields/words.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { useDialogForm } from '../kit/use-dialog-form.ts'

const optionsOf = <K extends string>(words: Record<K, string>) =>
  (Object.keys(words) as K[]).map((value) => ({ value, label: words[value] }))

const linesOf = (text: string) =>
  text
    .split(/[\n、]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

interface FieldDialogProps {
  /** 修改哪一项；没有就是新增。 */
  field?: CustomField | undefined
  onDone?: (id: number) => void
  onClose: () => void
}

interface Form {
  name: string
  kind: FieldKind
  /** 可选的说法，一行一个。 */
  lines: string
  privacy: FieldPrivacy
}

/** 一项自设字段：名称、种类、可选的说法、级别。 */
export function FieldDialog({ field, onDone, onClose }: FieldDialogProps) {
  const add = useAct(app.fields.add, { quiet: true })
  const amend = useAct(app.fields.amend, { quiet: true })
  const { form, set, dirty, note, close } = useDialogForm<Form>(
    field ? `fields.amend/${field.id}` : 'fields.add',
    {
      name: field?.name ?? '',
      kind: field?.kind ?? 'text',
      lines: (field?.options ?? []).join('\n'),
      privacy: field?.privacy ?? 'open',
    },
    onClose,
    { amending: field !== undefined },
  )
  const { name, kind, lines, privacy } = form
  const act = field ? amend : add
  const draft = { name: name.trim(), options: kind === 'choice' ? linesOf(lines) : [], privacy }
  const save = async () => {
    const answer = field ? await amend.run({ id: field.id, ...draft }) : await add.run({ ...draft, kind })
    if (!answer) return
    onDone?.(answer.id)
    close()
  }
  return (
    <Dialog
      title={field ? `修改字段：${field.name}` : '新增字段'}
      verb={field ? '保存' : '新增'}
      dirty={dirty}
      disabled={name.trim() === ''}
      busy={act.busy}
      refusal={act.refusal}
      onSave={() => void save()}
      onClose={close}
    >
      <DraftNote {...note} />
      <Field label="名称" required wide hint="名册里的表头；导入时同名的列也填在这里。">
        {(id, described) => (
          <Input
            id={id}
            aria-describedby={described}
            autoFocus
            maxLength={20}
            value={name}
            placeholder="例：血型"
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label="填什么" wide hint={field ? '种类定了就不改，填过的才不会走样。' : '日期可以只到年月。'}>
        {(id, described) => (
          <Select
            id={id}
            aria-describedby={described}
            style={{ width: '100%' }}
            value={kind}
            disabled={field !== undefined}
            onChange={(next) => set({ kind: next })}
            options={optionsOf(fieldKindWords)}
          />
        )}
      </Field>
      {kind === 'choice' && (
        <Field label="可选的说法" required wide hint="一行一个。">
          {(id, described) => (
            <Input.TextArea
              id={id}
              aria-describedby={described}
              rows={4}
              value={lines}
              onChange={(event) => set({ lines: event.target.value })}
            />
          )}
        </Field>
      )}
      <Field label="级别" wide hint={privacy === 'private' ? '只在上报版的台账里出现，公示、内部版没有这一列。' : '各级别的台账里都有。'}>
        {(id, described) => (
          <Select
            id={id}
            aria-describedby={described}
            style={{ width: '100%' }}
            value={privacy}
            onChange={(next) => set({ privacy: next })}
            options={optionsOf(fieldPrivacyWords)}
          />
        )}
      </Field>
    </Dialog>
  )
}
