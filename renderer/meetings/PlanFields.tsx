import { AutoComplete, Checkbox, Input, Select } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useMemo, useRef } from 'react'
import type { Id } from '../../shared/kit/values.ts'
import { clashWords } from '../../shared/meetings/clashes.ts'
import type { MeetingKind } from '../../shared/meetings/contract.ts'
import { dayOffNote } from '../../shared/meetings/series.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { weekdayOf } from '../kit/days.ts'
import { Field } from '../kit/Field.tsx'
import { PersonField } from '../kit/PersonField.tsx'
import { TimeInput } from '../kit/TimeInput.tsx'
import { usePeople } from '../members/use-people.ts'
import { useWhere } from '../shell/where.ts'
import { OpenDecisions } from './OpenDecisions.tsx'
import { OutlineOffer } from './OutlineOffer.tsx'
import { groupsOf, hosts, needsGroup, type PlanForm, type PlanProblems } from './plan-form.ts'
import { useClashes } from './use-clashes.ts'

interface PlanFieldsProps {
  form: PlanForm
  onChange: (change: Partial<PlanForm>) => void
  kinds: readonly MeetingKind[]
  /** 按过保存之后才说哪里没填。 */
  problems: PlanProblems
  /** 正在改的会议。 */
  meetingId?: Id
  /** 打开时光标在哪一格：选类型，或类型已选好、写议题。 */
  autoFocus?: 'kinds' | 'topic' | undefined
  /** 照上次带出的议程；还没动过时，用提纲就换掉它。 */
  carriedAgenda?: string | undefined
}

/** 会议的安排：类型、议题、时间、地点、人、议程。 */
export function PlanFields({ form, onChange, kinds, problems, meetingId, autoFocus, carriedAgenda }: PlanFieldsProps) {
  const { organizationId, organizations } = useWhere()
  const agenda = useRef<TextAreaRef>(null)
  const year = form.day && !problemOfDay(form.day) ? Number(form.day.slice(0, 4)) : null
  const others = useAsk(
    app.meetings.listByYear,
    { organizationId: form.organizationId, year: year ?? 2000 },
    { enabled: year !== null, keep: true },
  )
  const people = usePeople(form.organizationId)
  const places = useMemo(
    () => [...new Set(others.data?.map(({ place }) => place).filter(Boolean))].map((place) => ({ value: place })),
    [others.data],
  )
  const clashes = useClashes(form, form.day && year !== null ? [form.day] : [], meetingId)
  const choices = hosts(organizationId, organizations)
  const groups = groupsOf(form.organizationId, organizations)
  const clash = clashes.map(clashWords).join('；')

  const table = useAsk(app.meetings.holidays, {}).data
  const off = table && form.day && !problemOfDay(form.day) ? dayOffNote(form.day, table) : undefined
  const warning = [off && `这天是${off}`, clash && `这天已有${clash}`].filter(Boolean).join('；')

  return (
    <div className="plan-fields">
      <Field label="会议类型（一次活动可以同时算几类，只登记一次）" required wide problem={problems.kinds}>
        {(id, note) => (
          <Checkbox.Group
            aria-label="会议类型"
            aria-describedby={note}
            className="plan-kinds"
            value={form.kinds}
            onChange={(codes) => onChange({ kinds: codes as string[] })}
          >
            {kinds.map((kind, index) => (
              <Checkbox
                key={kind.code}
                value={kind.code}
                title={kind.article}
                {...(index === 0 ? { id, autoFocus: autoFocus === 'kinds' } : {})}
              >
                {kind.name}
              </Checkbox>
            ))}
          </Checkbox.Group>
        )}
      </Field>
      {choices.length > 1 && (
        <Field label="召开的组织" wide>
          {(id) => (
            <Select
              id={id}
              value={form.organizationId}
              onChange={(value) => onChange({ organizationId: value, groupId: null })}
              options={choices.map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        </Field>
      )}
      {needsGroup(form, kinds) && (
        <Field
          label="党小组"
          required
          wide
          problem={problems.groupId}
          {...(groups.length === 0 ? { warning: '还没有党小组，请先在“组织”里设立。' } : {})}
        >
          {(id, note) => (
            <Select
              id={id}
              aria-describedby={note}
              placeholder="哪个党小组"
              value={form.groupId}
              onChange={(value) => onChange({ groupId: value })}
              options={groups.map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        </Field>
      )}
      <Field label="议题 / 主题" required wide problem={problems.topic}>
        {(id, note) => (
          <Input
            id={id}
            aria-describedby={note}
            autoFocus={autoFocus === 'topic'}
            maxLength={200}
            value={form.topic}
            placeholder="例：传达学习上级会议精神，讨论年度工作安排"
            onChange={(event) => onChange({ topic: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="日期"
        required
        problem={problems.day}
        {...(warning ? { warning } : {})}
        hint={year === null || !form.day ? undefined : weekdayOf(form.day)}
      >
        {(id, note) => <DayInput id={id} aria-describedby={note} value={form.day} onChange={(day) => onChange({ day })} />}
      </Field>
      <div className="plan-times">
        <Field label="开始" problem={problems.startsAt}>
          {(id, note) => (
            <TimeInput id={id} aria-describedby={note} value={form.startsAt} onChange={(startsAt) => onChange({ startsAt })} />
          )}
        </Field>
        <Field label="结束" problem={problems.endsAt}>
          {(id, note) => (
            <TimeInput
              id={id}
              aria-describedby={note}
              placeholder="16:00"
              value={form.endsAt}
              onChange={(endsAt) => onChange({ endsAt })}
            />
          )}
        </Field>
      </div>
      <Field label="地点">
        {(id) => (
          <AutoComplete
            id={id}
            value={form.place}
            onChange={(place) => onChange({ place: place ?? '' })}
            options={places}
            showSearch={{ filterOption: contains }}
            maxLength={200}
          />
        )}
      </Field>
      <div className="plan-times">
        <PersonField label="主持人" value={form.host} onChange={(host) => onChange({ host })} people={people} />
        <PersonField label="记录人" value={form.recorder} onChange={(recorder) => onChange({ recorder })} people={people} />
      </div>
      <OpenDecisions form={form} onChange={onChange} />
      <OutlineOffer
        form={form}
        onChange={onChange}
        kinds={kinds}
        untouched={carriedAgenda}
        onUsed={() => agenda.current?.focus({ cursor: 'end' })}
      />
      <Field label="议程" wide hint="一行一项，记录时按它分段。">
        {(id, note) => (
          <Input.TextArea
            id={id}
            ref={agenda}
            aria-describedby={note}
            className="grows"
            rows={3}
            value={form.agenda}
            placeholder={'通报上季度工作\n讨论下季度安排'}
            onChange={(event) => onChange({ agenda: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}

const contains = (typed: string, option?: { value?: string | number | null }) => String(option?.value ?? '').includes(typed)
