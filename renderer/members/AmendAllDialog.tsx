import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { customIdOf } from '../../shared/fields/columns.ts'
import type { Column } from '../../shared/ledger/columns.ts'
import { columnsOf } from '../../shared/ledger/define.ts'
import { MemberFacts, type MemberRow, type OneChange } from '../../shared/members/contract.ts'
import { app } from '../app.ts'
import { CustomInput } from '../fields/CustomInputs.tsx'
import { useFields, useMembersLedger } from '../fields/fields.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { DayInput } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'

/** 各人不同的，不能一起改。 */
const personal = ['name', 'idNumber']

/** 几个人的同一项改成同一个值；先说清已有几人填着别的。 */
export function AmendAllDialog({ people, onClose }: { people: readonly MemberRow[]; onClose: () => void }) {
  const fields = useFields()
  const standards = useAsk(app.members.standards, {}).data
  const columns = columnsOf(useMembersLedger()).filter(
    ({ field }) => (field in MemberFacts.shape && !personal.includes(field)) || customIdOf(field) !== undefined,
  )
  const [field, setField] = useState('')
  const [text, setText] = useState<string | null>(null)
  const amend = useAct(app.members.amendAll, { quiet: true })
  const column = columns.find((one) => one.field === field)?.column
  const custom = fields.find(({ id }) => id === customIdOf(field))
  const reading = column?.read(text ?? '')
  const problem = reading && 'problem' in reading ? reading.problem : undefined
  const others = people.filter((row) => {
    const written = column?.show((row as unknown as Record<string, unknown>)[field] ?? null) ?? ''
    return written !== '' && written !== '否' && reading && 'value' in reading && written !== column?.show(reading.value)
  })
  const choices = { education: standards?.educations, ethnicity: standards?.ethnicities }[field]
  const save = async () => {
    if (!reading || !('value' in reading)) return
    const change = custom ? { fieldId: custom.id, value: text?.trim() || null } : { [field]: reading.value }
    if (await amend.run({ ids: people.map(({ id }) => id), change: change as OneChange })) onClose()
  }
  return (
    <Dialog
      title={`修改一项：${people.length} 人`}
      verb="一起修改"
      dirty={text !== null}
      disabled={!column || problem !== undefined}
      busy={amend.busy}
      refusal={amend.refusal}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Field label="哪一项" required wide>
        {(id) => (
          <select
            id={id}
            className="native-select"
            value={field}
            onChange={(event) => {
              setField(event.target.value)
              setText(null)
            }}
          >
            <option value="">请选择</option>
            {columns.map((one) => (
              <option key={one.field} value={one.field}>
                {one.column.label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {column && (
        <Field
          label="改成"
          wide
          problem={problem && `${problem}。`}
          warning={others.length > 0 ? `其中 ${others.length} 人现在填着别的，会一起改掉。` : undefined}
          hint="空着就是清掉这一项。"
        >
          {(id, note) =>
            custom ? (
              <CustomInput id={id} describedBy={note} field={custom} value={text} onChange={setText} />
            ) : (
              <OneInput id={id} note={note} column={column} choices={choices} value={text} onChange={setText} />
            )
          }
        </Field>
      )}
    </Dialog>
  )
}

interface OneInputProps {
  id: string
  note: string
  column: Column<unknown>
  choices: readonly string[] | undefined
  value: string | null
  onChange: (value: string | null) => void
}

function OneInput({ id, note, column, choices, value, onChange }: OneInputProps) {
  const common = { id, 'aria-describedby': note }
  if (column.kind === 'yesNo')
    return (
      <Checkbox {...common} checked={value === '是'} onChange={(event) => onChange(event.target.checked ? '是' : '否')}>
        是
      </Checkbox>
    )
  if (column.kind === 'dayOrMonth' || column.kind === 'month')
    return <DayInput {...common} monthAllowed value={value} onChange={onChange} />
  return (
    <>
      <Input
        {...common}
        value={value ?? ''}
        maxLength={200}
        autoComplete="off"
        {...(choices ? { list: `${id}-choices` } : {})}
        onChange={(event) => onChange(event.target.value || null)}
      />
      {choices && (
        <datalist id={`${id}-choices`}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
    </>
  )
}
