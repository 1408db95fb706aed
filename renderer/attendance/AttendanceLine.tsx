// biome-ignore-all lint/a11y/useSemanticElements: 只画看得见的行，不能用 table；焦点在整张表上
// biome-ignore-all lint/a11y/useFocusableInteractive: 只画看得见的行，不能用 table；焦点在整张表上
// biome-ignore-all lint/a11y/useKeyWithClickEvents: 只画看得见的行，不能用 table；焦点在整张表上
import { useEffect, useRef, useState } from 'react'
import type { AttendanceRow, AttendanceState } from '../../shared/attendance/contract.ts'
import { stateWords } from '../../shared/attendance/words.ts'
import { calledIn } from '../../shared/members/namesakes.ts'
import { Called } from '../kit/Called.tsx'
import { marks, needsReason, suits } from './states.ts'

interface AttendanceLineProps {
  row: AttendanceRow
  number: number
  top: number
  height: number
  active: boolean
  /** 该写原因了：把光标放进去。 */
  asking: boolean
  readOnly: boolean
  chosen: boolean
  onPoint: () => void
  onSet: (state: AttendanceState | null, reason: string) => void
  /** 用鼠标标了一种。 */
  onClicked: (state: AttendanceState | null) => void
  /** 原因写完，焦点回到表上。 */
  onReasoned: (key: string) => void
}

/** 出勤表的一行：谁、来了没有；请假、缺席才问原因。 */
export function AttendanceLine({
  row,
  number,
  top,
  height,
  active,
  asking,
  readOnly,
  chosen,
  onPoint,
  onSet,
  onClicked,
  onReasoned,
}: AttendanceLineProps) {
  const choices = marks.filter(({ state }) => (readOnly ? row.state === state : suits(row, state, chosen)))
  return (
    <div
      id={`attendance-${row.memberId}`}
      role="row"
      aria-rowindex={number}
      aria-selected={active}
      className={`attendance-line${active ? ' is-active' : ''}${row.state === null ? ' is-empty' : ''}`}
      style={{ transform: `translateY(${top}px)`, height }}
      onClick={onPoint}
    >
      <span className="attendance-number" role="gridcell">
        {number}
      </span>
      <span
        className={`attendance-name${row.name.length > 8 || row.name.length + row.aside.length > 11 ? ' is-long' : ''}`}
        role="gridcell"
        title={calledIn(row)}
      >
        <Called name={row.name} aside={row.aside} />
      </span>
      <span className="attendance-about" role="gridcell">
        {[row.groupName, row.category === '预备党员' ? '预备' : null, row.floating ? '流动' : null, row.employer]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className="attendance-states" role="gridcell">
        {choices.map(({ state, shape, key }) => (
          <button
            key={state}
            type="button"
            tabIndex={-1}
            disabled={readOnly}
            aria-pressed={row.state === state}
            aria-label={`${calledIn(row)} ${stateWords[state]}`}
            title={`${stateWords[state]}（${key}）`}
            className={`attendance-state is-${state}`}
            onClick={() => {
              const next = row.state === state ? null : state
              onSet(next, needsReason(state) ? row.reason : '')
              onClicked(next)
            }}
          >
            <span aria-hidden="true">{row.state === state ? shape : ''}</span>
            {stateWords[state]}
          </button>
        ))}
      </span>
      <span className="attendance-reason" role="gridcell">
        {row.state === null && !chosen && <span className="attendance-blank">未登记</span>}
        {needsReason(row.state) &&
          (readOnly ? row.reason : <Reason row={row} asking={asking} onDone={(reason) => onSet(row.state, reason)} onLeave={onReasoned} />)}
      </span>
    </div>
  )
}

const leaving = new Set(['Enter', 'Escape', 'ArrowDown', 'ArrowUp'])

interface ReasonProps {
  row: AttendanceRow
  asking: boolean
  onDone: (reason: string) => void
  /** 哪个键离开的：回车、Esc、上下，或还没写字时的数字。 */
  onLeave: (key: string) => void
}

function Reason({ row, asking, onDone, onLeave }: ReasonProps) {
  const [text, setText] = useState(row.reason)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => setText(row.reason), [row.reason])
  useEffect(() => {
    if (asking) input.current?.focus()
  }, [asking])
  const settle = () => {
    if (text.trim() !== row.reason) onDone(text.trim())
  }
  return (
    <input
      ref={input}
      aria-label={`${calledIn(row)} 原因`}
      value={text}
      maxLength={200}
      placeholder={row.state === 'leave' ? '请假原因，如值班、生病' : '缺席原因'}
      onChange={(event) => setText(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (!leaving.has(event.key) && !(text === '' && /^[0-6]$/.test(event.key))) return
        event.preventDefault()
        event.stopPropagation()
        onLeave(event.key)
      }}
    />
  )
}
