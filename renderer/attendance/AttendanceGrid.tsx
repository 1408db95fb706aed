// biome-ignore-all lint/a11y/useSemanticElements: 只画看得见的行，不能用 table；焦点在整张表上
// biome-ignore-all lint/a11y/useFocusableInteractive: 只画看得见的行，不能用 table；焦点在整张表上
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react'
import type { AttendanceRow, AttendanceState } from '../../shared/attendance/contract.ts'
import { say } from '../kit/say.ts'
import { AttendanceLine } from './AttendanceLine.tsx'
import { needsReason, stateOfKey } from './states.ts'

export interface AttendanceGridHandle {
  focus(): void
  go(index: number): void
  /** 按数字键；stay 为真时标完不往下走。 */
  press(key: string, stay: boolean): void
}

interface AttendanceGridProps {
  ref?: Ref<AttendanceGridHandle>
  rows: readonly AttendanceRow[]
  readOnly: boolean
  chosen: boolean
  onSet: (row: AttendanceRow, state: AttendanceState | null, reason?: string) => void
  /** 跳到打出的首字母那一行；找不到为 false。 */
  onJump: (typed: string, from: number) => boolean
  onPaste: (text: string) => void
  onAll: () => void
}

const ROW = 38
const PAUSE_MS = 1200

/** 出勤表：焦点在整张表上，键盘走行、数字标状态、字母找人、粘贴名单。 */
export function AttendanceGrid({ ref, rows, readOnly, chosen, onSet, onJump, onPaste, onAll }: AttendanceGridProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState(() =>
    Math.max(
      0,
      rows.findIndex((row) => row.expected && row.state === null),
    ),
  )
  const [asking, setAsking] = useState<number>()
  const typed = useRef({ text: '', at: 0 })
  /** 上一次打字母找人：找到了（标完留在这一行）、没找到（数字键先不算）、没在找。 */
  const sought = useRef<'found' | 'missed' | 'none'>('none')
  /** 一行行标的，写完原因走到下一行；找到人再标的，留在那一行。 */
  const onward = useRef<0 | 1>(0)
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => frame.current, estimateSize: () => ROW, overscan: 10 })

  const go = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index))
    sought.current = 'none'
    setPlace(next)
    virtual.scrollToIndex(next, { align: 'auto' })
  }
  const press = (key: string, stay: boolean, at = place) => {
    const row = rows[at]
    const state = key === '0' ? null : stateOfKey(key)
    if (!row || state === undefined) return
    if (sought.current === 'missed') {
      say.refused(`没有首字母是“${typed.current.text}”的人，没有标记。`)
      sought.current = 'none'
      return
    }
    onSet(row, state, needsReason(state) ? row.reason : '')
    onward.current = stay ? 0 : 1
    if (needsReason(state)) {
      setPlace(at)
      setAsking(row.memberId)
    } else if (!stay) go(at + 1)
  }
  useImperativeHandle(ref, () => ({ focus: () => frame.current?.focus(), go, press }))

  /** 原因写完（或不写）了：上下键、回车走行，数字接着标，Esc 留在原处。 */
  const reasoned = (at: number, key: string) => {
    setAsking(undefined)
    frame.current?.focus()
    const step = { ArrowDown: 1, ArrowUp: -1, Enter: onward.current, Escape: 0 }[key]
    if (step === undefined) press(key, onward.current === 0, Math.min(rows.length - 1, at + onward.current))
    else if (step !== 0) go(at + step)
  }
  /** 用鼠标标的：请假、缺席把光标放进原因，别的把焦点还给表，接着可以按键。 */
  const clicked = ({ memberId }: AttendanceRow, state: AttendanceState | null) => {
    onward.current = 0
    setAsking(needsReason(state) ? memberId : undefined)
    if (!needsReason(state)) frame.current?.focus()
  }
  const seek = (letter: string) => {
    const now = Date.now()
    const going = now - typed.current.at < PAUSE_MS ? typed.current.text : ''
    if (going === '' && letter === 'a') return onAll()
    const text = going + letter
    typed.current = { text, at: now }
    sought.current = onJump(text, going === '' ? place + 1 : place) ? 'found' : 'missed'
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 400) / ROW) - 1)
    const goal = { ArrowDown: place + 1, ArrowUp: place - 1, PageDown: place + page, PageUp: place - page, Home: 0, End: rows.length - 1 }[
      event.key
    ]
    const row = rows[place]
    if (goal !== undefined) go(goal)
    else if (event.key === 'Enter' && row && needsReason(row.state)) setAsking(row.memberId)
    else if (event.key === '0' || stateOfKey(event.key)) press(event.key, sought.current === 'found')
    else if (/^[a-zA-Z]$/.test(event.key)) seek(event.key.toLowerCase())
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={frame}
      className="attendance-grid"
      role="grid"
      tabIndex={0}
      aria-label="出勤"
      aria-readonly={readOnly}
      aria-rowcount={rows.length}
      aria-activedescendant={rows[place] ? `attendance-${rows[place].memberId}` : undefined}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        if (event.target !== event.currentTarget && (event.target as HTMLElement).tagName === 'INPUT') return
        event.preventDefault()
        onPaste(event.clipboardData.getData('text'))
      }}
    >
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          return (
            row && (
              <AttendanceLine
                key={row.memberId}
                row={row}
                number={item.index + 1}
                top={item.start}
                height={ROW}
                active={item.index === place}
                asking={asking === row.memberId}
                readOnly={readOnly}
                chosen={chosen}
                onPoint={() => {
                  sought.current = 'none'
                  setPlace(item.index)
                }}
                onSet={(state, reason) => onSet(row, state, reason)}
                onClicked={(state) => clicked(row, state)}
                onReasoned={(key) => reasoned(item.index, key)}
              />
            )
          )
        })}
      </div>
    </div>
  )
}
