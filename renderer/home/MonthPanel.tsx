import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { Gives } from '../../shared/kit/procedure.ts'
import type { meetings } from '../../shared/meetings/contract.ts'
import type { members } from '../../shared/members/contract.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { MonthCalendar } from '../kit/MonthCalendar.tsx'
import { useWhere } from '../shell/where.ts'

interface Event {
  day: string
  text: string
  kind: 'meeting' | 'person'
  href: string
}

/** 这个月：会议、生日、政治生日。 */
export function MonthPanel() {
  const { organizationId, today } = useWhere()
  const [month, setMonth] = useState(today.slice(0, 7))
  const [day, setDay] = useState<string | null>(null)
  const planned = useAsk(app.meetings.inMonth, { organizationId, month }, { keep: true }).data
  const people = useAsk(app.members.anniversaries, { organizationId, month }, { keep: true }).data
  const events = useMemo(() => eventsOf(planned ?? [], people ?? []), [planned, people])
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
        {planned && people && shown.length === 0 && <li className="hint">{day ? '这一天没有安排。' : '这个月还没有安排。'}</li>}
      </ul>
    </section>
  )
}

/** 一个月里的事，按日子排；同一天先列会议。 */
const eventsOf = (planned: Gives<typeof meetings.inMonth>, people: Gives<typeof members.anniversaries>): Event[] =>
  [
    ...planned.map(({ id, day, topic }): Event => ({ day, text: topic, kind: 'meeting', href: `/meetings/${id}` })),
    ...people.map(
      ({ memberId, name, day, what, years }): Event => ({
        day,
        text: what === 'birthday' ? `${name} 生日` : `${name} 入党 ${years} 周年`,
        kind: 'person',
        href: `/members/${memberId}`,
      }),
    ),
  ].sort((a, b) => a.day.localeCompare(b.day))
