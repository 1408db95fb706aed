import { Input, Select } from 'antd'
import { useState } from 'react'
import type { Day } from '../../shared/kit/values.ts'
import type { MeetingKind } from '../../shared/meetings/contract.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'
import { TimeInput } from '../kit/TimeInput.tsx'
import { useWhere } from '../shell/where.ts'
import { emptyPlan, hosts, planOf, problemsOf } from './plan-form.ts'
import { SeriesFields } from './SeriesFields.tsx'

/** 批量安排：同一种会议按月排到几天上，如每月主题党日。 */
export function SeriesDialog({ kinds, onClose }: { kinds: readonly MeetingKind[]; onClose: () => void }) {
  const { organizationId, organizations, year, today } = useWhere()
  const [form, setForm] = useState(() => emptyPlan(organizationId, null))
  const [days, setDays] = useState<readonly Day[]>([])
  const series = useAct(app.meetings.planSeries, { quiet: true })
  const [first] = days
  const complete = first !== undefined && Object.keys(problemsOf({ ...form, day: first }, kinds)).length === 0
  const carry = async (kind: string) => {
    const name = kinds.find(({ code }) => code === kind)?.name ?? ''
    setForm((now) => ({ ...now, kinds: [kind], topic: now.topic || name }))
    const last = await app.meetings.lastOfKind({ organizationId: form.organizationId, kind }).catch(() => null)
    if (!last) return
    const { place, host, recorder, startsAt, endsAt, agenda } = last
    setForm((now) => ({ ...now, place, host, recorder, startsAt, endsAt, agenda: agenda.join('\n') }))
  }
  const save = async () => {
    if (first && (await series.run({ plan: planOf({ ...form, day: first }), days: [...days] }))) onClose()
  }
  return (
    <Dialog
      title="批量安排会议"
      verb={days.length > 0 ? `安排 ${days.length} 次` : '批量安排'}
      width={720}
      dirty={days.length > 0 || form.topic !== ''}
      disabled={!complete}
      busy={series.busy}
      refusal={series.refusal}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Field label="会议类型" required wide>
        {(id) => (
          <Select
            id={id}
            value={form.kinds[0] ?? null}
            placeholder="例：主题党日"
            onChange={(kind) => kind && void carry(kind)}
            options={kinds.filter(({ audience }) => audience !== 'group').map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
      </Field>
      <Field label="召开的组织" wide>
        {(id) => (
          <Select
            id={id}
            value={form.organizationId}
            onChange={(next) => setForm({ ...form, organizationId: next })}
            options={hosts(organizationId, organizations).map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
      </Field>
      <Field label="议题 / 主题" required wide hint="各次都先用这个主题，到时候再改。">
        {(id, note) => (
          <Input
            id={id}
            aria-describedby={note}
            maxLength={200}
            value={form.topic}
            onChange={(event) => setForm({ ...form, topic: event.target.value })}
          />
        )}
      </Field>
      <div className="plan-times">
        <Field label="开始">
          {(id, note) => (
            <TimeInput id={id} aria-describedby={note} value={form.startsAt} onChange={(startsAt) => setForm({ ...form, startsAt })} />
          )}
        </Field>
        <Field label="地点">
          {(id) => <Input id={id} value={form.place} onChange={(event) => setForm({ ...form, place: event.target.value })} />}
        </Field>
      </div>
      <SeriesFields form={form} year={year} today={today} onDays={setDays} />
    </Dialog>
  )
}
