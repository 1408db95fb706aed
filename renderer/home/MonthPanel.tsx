import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import type { MemberRow } from '../../shared/members/contract.ts'
import { MonthCalendar } from '../kit/MonthCalendar.tsx'
import { useWhere } from '../shell/where.ts'

interface Event {
  day: string
  text: string
  kind: 'meeting' | 'person'
  href: string
}

/** 这个月：会议、生日、政治生日。 */
export function MonthPanel({ people, meetings }: { people: readonly MemberRow[]; meetings: readonly MeetingRow[] }) {
  const { today } = useWhere()
  const [month, setMonth] = useState(today.slice(0, 7))
  const [day, setDay] = useState<string | null>(null)
  const events = useMemo(() => eventsOf(month, people, meetings), [month, people, meetings])
  const shown = day ? events.filter((event) => event.day === day) : events
  return (
    <section className="panel month">
      <MonthCalendar
        label="这个月"
        month={month}
        onMonth={(next) => {
          setMonth(next)
          setDay(null)
        }}
        today={today}
        value={day}
        onPick={(picked) => setDay(picked === day ? null : picked)}
        mark={(at) => {
          const kinds = new Set(events.filter((event) => event.day === at).map((event) => event.kind))
          return kinds.size > 0 ? <span className={`dot dot-${kinds.has('meeting') ? 'meeting' : 'person'}`} aria-hidden="true" /> : null
        }}
      />
      <ul className="month-events">
        {shown.map((event) => (
          <li key={`${event.day}${event.text}`}>
            <span className="num">{Number(event.day.slice(8))} 日</span>
            <Link href={event.href}>{event.text}</Link>
          </li>
        ))}
        {shown.length === 0 && <li className="hint">{day ? '这一天没有安排。' : '这个月还没有安排。'}</li>}
      </ul>
    </section>
  )
}

/** 一个月里的事，按日子排。只知道年月的生日不列。 */
function eventsOf(month: string, people: readonly MemberRow[], meetings: readonly MeetingRow[]): Event[] {
  const [year, mm] = [Number(month.slice(0, 4)), month.slice(5)]
  const yearly = (date: string | null) => (date?.length === 10 && date.slice(5, 7) === mm ? `${month}-${date.slice(8)}` : undefined)
  const events: Event[] = meetings
    .filter((meeting) => meeting.day.startsWith(month) && meeting.voidedReason === null)
    .map((meeting) => ({ day: meeting.day, text: meeting.topic, kind: 'meeting', href: `/meetings/${meeting.id}` }))
  for (const one of people) {
    const href = `/members/${one.id}`
    const [born, joined] = [yearly(one.birthDay), yearly(one.joinedOn)]
    if (born) events.push({ day: born, text: `${one.name} 生日`, kind: 'person', href })
    const years = year - Number(one.joinedOn?.slice(0, 4))
    if (joined && years > 0) events.push({ day: joined, text: `${one.name} 入党 ${years} 周年`, kind: 'person', href })
  }
  return events.sort((a, b) => a.day.localeCompare(b.day))
}
