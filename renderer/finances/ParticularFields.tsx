import { Input } from 'antd'
import type { Direction } from '../../shared/finances/contract.ts'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { Field } from '../kit/Field.tsx'
import { PersonField } from '../kit/PersonField.tsx'
import { usePeople } from '../members/use-people.ts'
import { useWhere } from '../shell/where.ts'
import type { EntryForm } from './entry-form.ts'

export type ParticularForm = Pick<
  EntryForm,
  'counterparty' | 'handler' | 'witness' | 'approver' | 'papers' | 'note' | 'projectId' | 'meetingId' | 'decidedBy'
>

interface ParticularFieldsProps {
  form: ParticularForm
  direction: Direction
  /** 从这次会议来的：不在现在看的年份、组织里也列得出。 */
  meeting?: Pick<MeetingRow, 'id' | 'day' | 'topic'> | undefined
  onChange: (part: Partial<ParticularForm>) => void
}

/** 经手、证明、审批、项目、活动：不影响账目，过账之后还能补。 */
export function ParticularFields({ form, direction, meeting, onChange }: ParticularFieldsProps) {
  const { organizationId, year } = useWhere()
  const projects = useAsk(app.finances.projects, { organizationId }).data ?? []
  const meetings = useAsk(app.meetings.listByYear, { organizationId, year }).data ?? []
  const people = usePeople(organizationId)
  const person = (field: 'counterparty' | 'handler' | 'witness' | 'approver', label: string) => (
    <PersonField
      label={label}
      others
      maxLength={200}
      value={form[field]}
      people={people}
      onChange={(name) => onChange({ [field]: name })}
    />
  )
  const choice = (field: 'projectId' | 'meetingId' | 'decidedBy', label: string, options: readonly { id: number; label: string }[]) => (
    <Field label={label}>
      {(id) => (
        <select
          id={id}
          className="native-select"
          value={form[field] ?? ''}
          onChange={(event) => onChange({ [field]: event.target.value === '' ? null : Number(event.target.value) })}
        >
          <option value="">没有</option>
          {options.map((each) => (
            <option key={each.id} value={each.id}>
              {each.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
  const known = meeting && !meetings.some(({ id }) => id === meeting.id) ? [meeting, ...meetings] : meetings
  const events = known.map(({ id, day, topic }) => ({ id, label: `${day} ${topic}` }))
  return (
    <>
      {person('handler', '经手人')}
      {person('witness', '证明人')}
      {person('approver', '审批人')}
      {person('counterparty', direction === 'income' ? '交款（捐助）人' : '收款人')}
      {choice(
        'projectId',
        '项目',
        projects.filter(({ endedOn }) => endedOn === null).map(({ id, name }) => ({ id, label: name })),
      )}
      {choice('meetingId', '用于哪次活动', events)}
      {choice('decidedBy', '集体研究的会议', events)}
      <Field label="附件张数">
        {(id) => (
          <Input
            id={id}
            inputMode="numeric"
            value={form.papers}
            onChange={(event) => onChange({ papers: event.target.value.replace(/\D/g, '').slice(0, 3) })}
          />
        )}
      </Field>
      <Field label="备注">
        {(id) => <Input id={id} maxLength={200} value={form.note} onChange={(event) => onChange({ note: event.target.value })} />}
      </Field>
    </>
  )
}
