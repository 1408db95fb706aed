import { Input, Select } from 'antd'
import { useState } from 'react'
import type { CustomField, FieldKind, FieldPrivacy } from '../../shared/fields/contract.ts'
import { fieldKindWords, fieldPrivacyWords } from '../../shared/fields/words.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'

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

/** 一项自设字段：名称、种类、可选的说法、级别。 */
export function FieldDialog({ field, onDone, onClose }: FieldDialogProps) {
  const add = useAct(app.fields.add, { quiet: true })
  const amend = useAct(app.fields.amend, { quiet: true })
  const [name, setName] = useState(field?.name ?? '')
  const [kind, setKind] = useState<FieldKind>(field?.kind ?? 'text')
  const [lines, setLines] = useState((field?.options ?? []).join('\n'))
  const [privacy, setPrivacy] = useState<FieldPrivacy>(field?.privacy ?? 'open')
  const act = field ? amend : add
  const draft = { name: name.trim(), options: kind === 'choice' ? linesOf(lines) : [], privacy }
  const dirty = field
    ? name !== field.name || lines !== field.options.join('\n') || privacy !== field.privacy
    : name.trim() !== '' || lines !== ''
  const save = async () => {
    const answer = field ? await amend.run({ id: field.id, ...draft }) : await add.run({ ...draft, kind })
    if (!answer) return
    onDone?.(answer.id)
    onClose()
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
      onClose={onClose}
    >
      <Field label="名称" required wide hint="名册里的表头；导入时同名的列也填在这里。">
        {(id, note) => (
          <Input
            id={id}
            aria-describedby={note}
            autoFocus
            maxLength={20}
            value={name}
            placeholder="例：血型"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label="填什么" wide hint={field ? '种类定了就不改，填过的才不会走样。' : '日期可以只到年月。'}>
        {(id, note) => (
          <Select
            id={id}
            aria-describedby={note}
            style={{ width: '100%' }}
            value={kind}
            disabled={field !== undefined}
            onChange={setKind}
            options={optionsOf(fieldKindWords)}
          />
        )}
      </Field>
      {kind === 'choice' && (
        <Field label="可选的说法" required wide hint="一行一个。">
          {(id, note) => (
            <Input.TextArea id={id} aria-describedby={note} rows={4} value={lines} onChange={(event) => setLines(event.target.value)} />
          )}
        </Field>
      )}
      <Field label="级别" wide hint={privacy === 'private' ? '只在上报版的台账里出现，公示、内部版没有这一列。' : '各级别的台账里都有。'}>
        {(id, note) => (
          <Select
            id={id}
            aria-describedby={note}
            style={{ width: '100%' }}
            value={privacy}
            onChange={setPrivacy}
            options={optionsOf(fieldPrivacyWords)}
          />
        )}
      </Field>
    </Dialog>
  )
}
