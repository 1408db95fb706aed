// biome-ignore-all lint/a11y/useSemanticElements: 只画看得见的格，不能用 table；焦点在整张表上
// biome-ignore-all lint/a11y/useFocusableInteractive: 只画看得见的格，不能用 table；焦点在整张表上
// biome-ignore-all lint/a11y/useKeyWithClickEvents: 键盘在整张表上
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Absence, AttendanceYear, YearMark } from '../../shared/attendance/contract.ts'
import { tallyMeetings, tallyOf } from '../../shared/attendance/rules.ts'
import { legend, yearMarks } from '../../shared/attendance/words.ts'
import { calledIn } from '../../shared/members/namesakes.ts'
import { Called } from '../kit/Called.tsx'
import { MakeupDialog } from './MakeupDialog.tsx'

const ROW = 32
const CELL = 48
const HEAD = 44
/** 冻结的姓名、应到、实到、出席率的宽。 */
const FROZEN = 280

/** 一直看得见的末两行：每次会的人数。 */
const feet = [
  { key: 'expected', label: '应到人数' },
  { key: 'present', label: '实到人数' },
] as const

/** 3月5日写成 3/5。 */
const shortDay = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`

interface YearGridProps {
  facts: AttendanceYear
  absences: readonly Absence[]
}

/** 人 × 会：姓名与合计不动，格子里是记号；方向键走，回车打开，M 登记补课。 */
export function YearGrid({ facts, absences }: YearGridProps) {
  const { meetings, people } = facts
  const [, go] = useLocation()
  const frame = useRef<HTMLDivElement>(null)
  const [[row, column], setPlace] = useState<[number, number]>([0, Math.max(0, meetings.length - 1)])
  const [making, setMaking] = useState<Absence>()
  const lines = useMemo(
    () => people.map((person) => ({ person, at: new Map(person.marks), tally: tallyOf(person.marks.map(([, mark]) => mark)) })),
    [people],
  )
  const totals = useMemo(() => tallyMeetings(facts), [facts])
  const whole = useMemo(() => tallyOf(people.flatMap(({ marks }) => marks.map(([, mark]) => mark))), [people])
  const down = useVirtualizer({
    count: people.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollPaddingStart: HEAD,
    scrollPaddingEnd: ROW * feet.length,
  })
  const across = useVirtualizer({
    horizontal: true,
    count: meetings.length,
    getScrollElement: () => frame.current,
    estimateSize: () => CELL,
    overscan: 6,
    scrollPaddingStart: FROZEN,
  })
  const last = meetings.length - 1
  // 打开时先看最近的会
  useEffect(() => {
    if (last >= 0) across.scrollToIndex(last, { align: 'end' })
  }, [across, last])

  const here = lines[row]
  const meeting = column < 0 ? undefined : meetings[column]
  const mark = here && meeting ? here.at.get(meeting.meetingId) : undefined
  const absence = absences.find(({ memberId, meetingId }) => memberId === here?.person.memberId && meetingId === meeting?.meetingId)
  const move = (nextRow: number, nextColumn: number) => {
    const place: [number, number] = [Math.max(0, Math.min(people.length - 1, nextRow)), Math.max(-1, Math.min(last, nextColumn))]
    setPlace(place)
    down.scrollToIndex(place[0], { align: 'auto' })
    if (place[1] >= 0) across.scrollToIndex(place[1], { align: 'auto' })
  }
  const open = () => {
    if (meeting) go(`/meetings/${meeting.meetingId}`)
    else if (here) go(`/members/${here.person.memberId}`)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 400) / ROW) - 3)
    const goal = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      PageDown: [row + page, column],
      PageUp: [row - page, column],
      Home: [row, -1],
      End: [row, last],
    }[event.key]
    if (goal) move(goal[0] ?? row, goal[1] ?? column)
    else if (event.key === 'Enter') open()
    else if (event.key === 'm' && absence) setMaking(absence)
    else return
    event.preventDefault()
  }
  const id = (r: number, c: number) => `year-${r}-${c}`
  const columns = across.getVirtualItems()

  return (
    <div className="year-view">
      <div
        ref={frame}
        className="attendance-year"
        role="grid"
        tabIndex={0}
        aria-label="年度考勤表"
        aria-rowcount={people.length + 1 + feet.length}
        aria-colcount={meetings.length + 1}
        aria-activedescendant={id(row, column)}
        onKeyDown={onKeyDown}
      >
        <div
          role="rowgroup"
          style={{ width: FROZEN + across.getTotalSize(), height: HEAD + down.getTotalSize() + feet.length * ROW, position: 'relative' }}
        >
          <div role="row" aria-rowindex={1} className="year-line year-head" style={{ height: HEAD }}>
            <div role="columnheader" className="year-name" style={{ width: FROZEN }}>
              <span className="year-who">姓名</span>
              <span className="year-count">应到</span>
              <span className="year-count">实到</span>
              <span className="year-rate">出席率</span>
            </div>
            {columns.map((item) => {
              const one = meetings[item.index]
              return (
                <div
                  key={item.key}
                  role="columnheader"
                  className={item.index === column ? 'year-cell is-active' : 'year-cell'}
                  style={{ left: FROZEN + item.start, width: CELL }}
                  title={one && `${one.day} ${one.kindNames} ${one.topic}`}
                >
                  {one && shortDay(one.day)}
                </div>
              )
            })}
          </div>
          {down.getVirtualItems().map((line) => {
            const found = lines[line.index]
            if (!found) return null
            const { person, at, tally } = found
            return (
              <div
                key={person.memberId}
                role="row"
                aria-rowindex={line.index + 2}
                className={line.index === row ? 'year-line is-active' : 'year-line'}
                style={{ top: HEAD + line.start, height: ROW }}
              >
                <div
                  id={id(line.index, -1)}
                  role="rowheader"
                  className={line.index === row && column < 0 ? 'year-name is-here' : 'year-name'}
                  style={{ width: FROZEN }}
                  onClick={() => move(line.index, -1)}
                  onDoubleClick={() => go(`/members/${person.memberId}`)}
                  title={[calledIn(person), person.branchName, person.groupName].filter(Boolean).join(' · ')}
                >
                  <span className="year-who">
                    <Called name={person.name} aside={person.aside} />
                  </span>
                  <span className="year-count">{tally.expected}</span>
                  <span className="year-count">{tally.present}</span>
                  <span className="year-rate">{tally.rate === null ? '' : `${tally.rate}%`}</span>
                </div>
                {columns.map((item) => {
                  const one = meetings[item.index]
                  return (
                    one && (
                      <Cell
                        key={item.key}
                        id={id(line.index, item.index)}
                        mark={at.get(one.meetingId)}
                        here={line.index === row && item.index === column}
                        left={FROZEN + item.start}
                        onPoint={() => move(line.index, item.index)}
                        onOpen={() => go(`/meetings/${one.meetingId}`)}
                      />
                    )
                  )
                })}
              </div>
            )
          })}
          {feet.map(({ key, label }, at) => (
            <div
              key={key}
              role="row"
              aria-rowindex={people.length + 2 + at}
              className="year-line year-foot"
              style={{ height: ROW, marginTop: at === 0 ? down.getTotalSize() : 0, bottom: (feet.length - 1 - at) * ROW }}
            >
              <div role="rowheader" className="year-name" style={{ width: FROZEN }}>
                <span className="year-who">{label}</span>
                <span className="year-count">{key === 'expected' ? whole.expected : ''}</span>
                <span className="year-count">{key === 'present' ? whole.present : ''}</span>
                <span className="year-rate">{key === 'present' && whole.rate !== null ? `${whole.rate}%` : ''}</span>
              </div>
              {columns.map((item) => (
                <div key={item.key} role="gridcell" className="year-cell" style={{ left: FROZEN + item.start, width: CELL }}>
                  {totals[item.index]?.[key]}
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
      <p className="year-here" role="status">
        {here && [calledIn(here.person), here.person.branchName].filter(Boolean).join('，')}
        {meeting && ` · ${meeting.day} ${meeting.kindNames} ${meeting.topic} · ${mark ? yearMarks[mark].word : '不在应到名单'}`}
        {absence?.reason && `（${absence.reason}）`}
        {absence?.madeUpOn && ` · ${absence.madeUpOn} 补课：${absence.content}`}
      </p>
      <p className="attendance-keys">{legend}</p>
      <p className="attendance-keys">方向键走 · 回车打开会议（姓名上是党员）· 在请假、缺席上按 M 登记补课</p>
      {making && <MakeupDialog absences={[making]} onClose={() => setMaking(undefined)} />}
    </div>
  )
}

interface CellProps {
  id: string
  mark: YearMark | undefined
  here: boolean
  left: number
  onPoint: () => void
  onOpen: () => void
}

const Cell = ({ id, mark, here, left, onPoint, onOpen }: CellProps) => (
  <div
    id={id}
    role="gridcell"
    className={`year-cell${mark ? ` is-${mark}` : ''}${here ? ' is-here' : ''}`}
    style={{ left, width: CELL }}
    title={mark && yearMarks[mark].word}
    onClick={onPoint}
    onDoubleClick={onOpen}
  >
    {mark && yearMarks[mark].sign}
  </div>
)
