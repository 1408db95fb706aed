import { useEffect, useMemo, useRef, useState } from 'react'
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

/** 一次最多列几项：七月一日一天就可能有几千人入党满周年。 */
const MOST = 200

/** 这个月：会议、生日、政治生日；本月从今天往后的先露出来。 */
export function MonthPanel() {
  const { organizationId, today } = useWhere()
  const [month, setMonth] = useState(today.slice(0, 7))
  const [day, setDay] = useState<string | null>(null)
  const planned = useAsk(app.meetings.inMonth, { organizationId, month }, { keep: true }).data
  const people = useAsk(app.members.anniversaries, { organizationId, month }, { keep: true }).data
  const events = useMemo(() => eventsOf(planned ?? [], people ?? []), [planned, people])
  const wanted = day ? events.filter((event) => event.day === day) : events
  const coming = day ? -1 : wanted.findIndex((event) => event.day >= today)
  // 列不下时从今天往后列，列得下时滚到今天
  const from = wanted.length > MOST ? Math.max(0, coming) : 0
  const shown = wanted.slice(from, from + MOST)
  const list = useRef<HTMLUListElement>(null)
  const next = coming - from
  useEffect(() => {
    const line = list.current?.children[next]
    list.current?.scrollTo({ top: line instanceof HTMLElement ? line.offsetTop : 0 })
  }, [next])
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
      <ul className="month-events" ref={list}>
        {shown.map((event) => (
          <li key={`${event.href}${event.text}`}>
            <span className="num">{Number(event.day.slice(8))} 日</span>
            <Link href={event.href}>{event.text}</Link>
          </li>
        ))}
        {wanted.length > MOST && (
          <li className="hint">
            {day ? '这一天' : '这个月'}共 {wanted.length} 项，先列这些。
          </li>
        )}
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
