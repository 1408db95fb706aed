import { Input, Select } from 'antd'
import type { Day } from '../../shared/kit/values.ts'
import type { MeetingKind } from '../../shared/meetings/contract.ts'
import type { DayRule } from '../../shared/meetings/series.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { TimeInput } from '../kit/TimeInput.tsx'
import { useDialogForm } from '../kit/use-dialog-form.ts'
import { useWhere } from '../shell/where.ts'
import { emptyPlan, hosts, type PlanForm, planOf, problemsOf } from './plan-form.ts'
import { SeriesFields } from './SeriesFields.tsx'

interface SeriesForm {
  plan: PlanForm
  rule: DayRule
  days: readonly Day[]
}

/** 批量安排：同一种会议按月排到几天上，如每月主题党日。 */
export function SeriesDialog({ kinds, onClose }: { kinds: readonly MeetingKind[]; onClose: () => void }) {
  const { organizationId, organizations, year, today } = useWhere()
  const {
    form: series,
    set,
    setForm,
    dirty,
    note,
    close,
  } = useDialogForm<SeriesForm>(
    `meetings.planSeries/${organizationId}/${year}`,
    () => ({ plan: emptyPlan(organizationId, null), rule: { kind: 'weekday', nth: 2, weekday: 5 }, days: [] }),
    onClose,
  )
  const { plan: form, days } = series
  const change = (part: Partial<PlanForm>) => setForm((now) => ({ ...now, plan: { ...now.plan, ...part } }))
  const act = useAct(app.meetings.planSeries, { quiet: true })
  const [first] = days
  const complete = first !== undefined && Object.keys(problemsOf({ ...form, day: first }, kinds)).length === 0
  const carry = async (kind: string) => {
    const name = kinds.find(({ code }) => code === kind)?.name ?? ''
    change({ kinds: [kind], topic: form.topic || name })
    const last = await app.meetings.lastOfKind({ organizationId: form.organizationId, kind }).catch(() => null)
    if (!last) return
    const { place, host, recorder, startsAt, endsAt, agenda } = last
    change({ place, host, recorder, startsAt, endsAt, agenda: agenda.join('\n') })
  }
  const save = async () => {
    if (first && (await act.run({ plan: planOf({ ...form, day: first }), days: [...days] }))) close()
  }
  return (
    <Dialog
      title="批量安排会议"
      verb={days.length > 0 ? `安排 ${days.length} 次` : '批量安排'}
      width={720}
      dirty={dirty}
      disabled={!complete}
      busy={act.busy}
      refusal={act.refusal}
      onSave={() => void save()}
      onClose={close}
    >
      <DraftNote {...note} />
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
            onChange={(next) => change({ organizationId: next })}
            options={hosts(organizationId, organizations).map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
      </Field>
      <Field label="议题 / 主题" required wide hint="各次都先用这个主题，到时候再改。">
        {(id, described) => (
          <Input
            id={id}
            aria-describedby={described}
            maxLength={200}
            value={form.topic}
            onChange={(event) => change({ topic: event.target.value })}
          />
        )}
      </Field>
      <div className="plan-times">
        <Field label="开始">
          {(id, described) => (
            <TimeInput id={id} aria-describedby={described} value={form.startsAt} onChange={(startsAt) => change({ startsAt })} />
          )}
        </Field>
        <Field label="地点">
          {(id) => <Input id={id} value={form.place} onChange={(event) => change({ place: event.target.value })} />}
        </Field>
      </div>
      <SeriesFields form={form} rule={series.rule} chosen={days} year={year} today={today} onChange={set} />
    </Dialog>
  )
}
