import { Button } from 'antd'
import type { ReactNode } from 'react'
import { addDays, addMonths, daysOfMonth } from './days.ts'

interface MonthCalendarProps {
  /** 显示的月份 'YYYY-MM'。 */
  month: string
  onMonth: (month: string) => void
  today: string
  value?: string | null
  onPick?: (day: string) => void
  /** 某天下面的小记号。 */
  mark?: (day: string) => ReactNode
  label: string
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

/** 一个月的日历，周一在前；方向键走，回车选。 */
export function MonthCalendar({ month, onMonth, today, value, onPick, mark, label }: MonthCalendarProps) {
  const focusDay = value?.startsWith(month) && value.length === 10 ? value : today.startsWith(month) ? today : `${month}-01`
  const go = (event: React.KeyboardEvent<HTMLButtonElement>, day: string) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = addDays(day, step)
    if (!next.startsWith(month)) onMonth(next.slice(0, 7))
    const grid = event.currentTarget.closest('.calendar')
    requestAnimationFrame(() => grid?.querySelector<HTMLButtonElement>(`[data-day="${next}"]`)?.focus())
  }
  return (
    <div className="calendar">
      <div className="calendar-head">
        <Button size="small" type="text" aria-label="上一年" onClick={() => onMonth(addMonths(month, -12))}>
          «
        </Button>
        <Button size="small" type="text" aria-label="上个月" onClick={() => onMonth(addMonths(month, -1))}>
          ‹
        </Button>
        <span aria-live="polite">{`${Number(month.slice(0, 4))} 年 ${Number(month.slice(5))} 月`}</span>
        <Button size="small" type="text" aria-label="下个月" onClick={() => onMonth(addMonths(month, 1))}>
          ›
        </Button>
        <Button size="small" type="text" aria-label="下一年" onClick={() => onMonth(addMonths(month, 12))}>
          »
        </Button>
      </div>
      <table aria-label={label}>
        <thead>
          <tr>
            {weekdays.map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((day, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: 一周的第几天就是它的身份
                <td key={index} className={day === today ? 'is-today' : ''}>
                  {day && (
                    <button
                      type="button"
                      data-day={day}
                      tabIndex={day === focusDay ? 0 : -1}
                      aria-current={day === today ? 'date' : undefined}
                      aria-pressed={day === value}
                      aria-label={`${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`}
                      onClick={() => onPick?.(day)}
                      onKeyDown={(event) => go(event, day)}
                    >
                      {Number(day.slice(8))}
                      {mark?.(day)}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** 一个月按周分行，缺的日子为 undefined。 */
function weeksOf(month: string): (string | undefined)[][] {
  const days = daysOfMonth(month)
  const lead = (new Date(`${month}-01T00:00:00Z`).getUTCDay() + 6) % 7
  const cells: (string | undefined)[] = [...Array<undefined>(lead).fill(undefined), ...days]
  while (cells.length % 7) cells.push(undefined)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}
