import { Button, Popover } from 'antd'
import { useState } from 'react'
import { readDay, readDayOrMonth } from '../../shared/ledger/reading.ts'
import { localToday, withYear } from './days.ts'
import { MonthCalendar } from './MonthCalendar.tsx'
import { ReadInput } from './ReadInput.tsx'

interface DayInputProps {
  id?: string
  /** 'YYYY-MM-DD'（monthAllowed 时也可以 'YYYY-MM'）；空为 null。读不懂时就是打的原样，由 problemOfDay 说明。 */
  value: string | null
  onChange: (value: string | null) => void
  monthAllowed?: boolean
  disabled?: boolean
  autoFocus?: boolean
  placeholder?: string
  onBlur?: () => void
  'aria-label'?: string
  'aria-describedby'?: string
}

/** 打的字读成日子；读不懂的一句话，否则 undefined。表单存之前用它把关。 */
export const problemOfDay = (value: string | null, monthAllowed = false): string | undefined => {
  const reading = (monthAllowed ? readDayOrMonth : readDay)(value ?? '')
  return 'problem' in reading ? reading.problem : undefined
}

/** 日期：打 20260305、2026.3.5、今年的 3.5、2026-03（许可时），或点开日历选。离开时写成规范的样子。 */
export function DayInput({ value, onChange, monthAllowed = false, placeholder, ...rest }: DayInputProps) {
  const [open, setOpen] = useState(false)
  const read = monthAllowed ? readDayOrMonth : readDay
  const parse = (typed: string) => {
    const reading = read(monthAllowed ? typed : withYear(typed, Number(localToday().slice(0, 4))))
    return 'problem' in reading ? typed : reading.value
  }
  return (
    <ReadInput
      {...rest}
      className="day-input"
      value={value}
      onChange={onChange}
      parse={parse}
      problemOf={(text) => problemOfDay(text, monthAllowed)}
      placeholder={placeholder ?? (monthAllowed ? '20260305 或 2026.3' : '20260305')}
      suffix={
        <Popover
          open={open}
          onOpenChange={setOpen}
          trigger="click"
          placement="bottomRight"
          destroyOnHidden
          content={
            <Picker
              value={value}
              onPick={(day) => {
                onChange(day)
                setOpen(false)
              }}
            />
          }
        >
          <Button type="text" size="small" tabIndex={-1} aria-label="打开日历" disabled={rest.disabled ?? false} className="day-button">
            ▾
          </Button>
        </Popover>
      }
    />
  )
}

function Picker({ value, onPick }: { value: string | null; onPick: (day: string) => void }) {
  const today = localToday()
  const known = value && problemOfDay(value, true) === undefined ? value : null
  const [month, setMonth] = useState((known ?? today).slice(0, 7))
  return <MonthCalendar label="选择日期" month={month} onMonth={setMonth} today={today} value={known} onPick={onPick} />
}
