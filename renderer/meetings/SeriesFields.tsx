import { Checkbox, Radio, Select } from 'antd'
import type { Day } from '../../shared/kit/values.ts'
import { clashWords } from '../../shared/meetings/clashes.ts'
import { type DayRule, dayOffNote, daysOf } from '../../shared/meetings/series.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { weekdayOf } from '../kit/days.ts'
import { Field } from '../kit/Field.tsx'
import type { PlanForm } from './plan-form.ts'
import { useClashes } from './use-clashes.ts'

interface SeriesFieldsProps {
  form: PlanForm
  year: number
  today: Day
  rule: DayRule
  /** 选定的日子。 */
  chosen: readonly Day[]
  onChange: (next: { rule?: DayRule; days: readonly Day[] }) => void
}

const numbers = (count: number, word: (n: number) => string) =>
  Array.from({ length: count }, (_, at) => ({ value: at + 1, label: word(at + 1) }))
const weekdays = ['一', '二', '三', '四', '五', '六', '日']

/** 按月排：每月几号或第几个周几，列出各月是哪天；节假日、周末和那天已有会的说出来，不要的去掉。 */
export function SeriesFields({ form, rule, chosen, year, today, onChange }: SeriesFieldsProps) {
  const holidays = useAsk(app.meetings.holidays, {}).data
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
  const days = daysOf(rule, months).filter((day) => day >= today)
  const clashes = useClashes(form, days)
  const change = (next: DayRule) => onChange({ rule: next, days: [] })
  const noteOf = (day: Day) => {
    const clash = clashes.filter((one) => one.day === day).map((one) => `已有${clashWords(one)}`)
    return [holidays && dayOffNote(day, holidays), ...clash].filter(Boolean).join('，')
  }
  return (
    <div className="series">
      <Radio.Group
        aria-label="每月哪一天"
        value={rule.kind}
        onChange={(event) => change(event.target.value === 'date' ? { kind: 'date', date: 5 } : { kind: 'weekday', nth: 2, weekday: 5 })}
        options={[
          { value: 'weekday', label: '每月第几个周几' },
          { value: 'date', label: '每月几号' },
        ]}
      />
      {rule.kind === 'date' ? (
        <Field label="几号">
          {(id) => (
            <Select id={id} value={rule.date} onChange={(date) => change({ kind: 'date', date })} options={numbers(31, (n) => `${n} 日`)} />
          )}
        </Field>
      ) : (
        <div className="plan-times">
          <Field label="第几个">
            {(id) => (
              <Select id={id} value={rule.nth} onChange={(nth) => change({ ...rule, nth })} options={numbers(5, (n) => `第 ${n} 个`)} />
            )}
          </Field>
          <Field label="周几">
            {(id) => (
              <Select
                id={id}
                value={rule.weekday}
                onChange={(weekday) => change({ ...rule, weekday })}
                options={numbers(7, (n) => `周${weekdays[n - 1]}`)}
              />
            )}
          </Field>
        </div>
      )}
      <Checkbox.Group
        aria-label="排在哪几天"
        className="series-days"
        value={[...chosen]}
        onChange={(next) => onChange({ days: next as Day[] })}
        options={days.map((day) => ({ value: day, label: `${day} ${weekdayOf(day)}${noteOf(day) ? `（${noteOf(day)}）` : ''}` }))}
      />
      {days.length === 0 && <p className="hint">{year} 年没有今天以后的日子了，请在上面换一个年度。</p>}
      <p className="hint">勾上要排的日子；“批量安排”一次排好，也一次撤销。</p>
    </div>
  )
}
