import { Button, Input, type InputRef } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { AttendanceRow, AttendanceState } from '../../shared/attendance/contract.ts'
import { stateWords } from '../../shared/attendance/words.ts'
import type { Id } from '../../shared/kit/values.ts'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import { explain, refusal } from '../../shared/refusals.ts'
import { app } from '../app.ts'
import { actsDone, useAct } from '../kit/ask.ts'
import { goAnd } from '../kit/intent.ts'
import { useKeys } from '../kit/keys.ts'
import { RefusalNote } from '../kit/RefusalNote.tsx'
import { say } from '../kit/say.ts'
import { AddObserver } from './AddObserver.tsx'
import { AttendanceGrid, type AttendanceGridHandle } from './AttendanceGrid.tsx'
import { ExcludeDialog } from './ExcludeDialog.tsx'
import { Excluded } from './Excluded.tsx'
import { GuestLine, GuestsDialog } from './Guests.tsx'
import { findNext, matchNames } from './names.ts'
import { PasteNames } from './PasteNames.tsx'
import { balanceOf, marks, suits } from './states.ts'
import { useMarks } from './use-marks.ts'
import './attendance.css'

interface AttendanceStepProps {
  meeting: MeetingRow
  sheet: readonly AttendanceRow[]
  /** 逐人选定的会议：没有预定的名单，标了谁谁就应到。 */
  chosen: boolean
  /** 确认召开之后。 */
  onHeld: () => void
  /** 归档之后要改：去能更正、取消归档的地方。 */
  onAmend: () => void
}

/** 打首字母找人时，打了什么在找人框里留一会儿。 */
const SHOWN_MS = 1500

/** 出勤：一人一行，人确认之前都空着；全部到会，再标例外。 */
export function AttendanceStep({ meeting, sheet, chosen: byChoice, onHeld, onAmend }: AttendanceStepProps) {
  const chosen = byChoice && meeting.status === 'planned'
  const marked = useMarks(meeting.id, sheet, chosen)
  const { mark } = marked
  /** 表上的人；不计入应到的收在另一处，来列席了才上表。 */
  const rows = useMemo(() => marked.rows.filter(({ exclusion, state }) => exclusion === null || state !== null), [marked.rows])
  const everyone = useAct(app.attendance.allPresent)
  const hold = useAct(app.meetings.hold, { quiet: true })
  const grid = useRef<AttendanceGridHandle>(null)
  const search = useRef<InputRef>(null)
  const [typed, setTyped] = useState('')
  const [missed, setMissed] = useState(false)
  const fading = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [pasted, setPasted] = useState<{ found: number; unknown: string[]; ambiguous: string[] }>()
  const [dialog, setDialog] = useState<'observer' | 'paste' | 'exclude' | 'guests'>()
  const balance = balanceOf(rows)
  const locked = meeting.status === 'archived'
  /** 只有原台账的人数，没有人可标。 */
  const empty = meeting.nameless && rows.length === 0

  useEffect(() => grid.current?.focus(), [])
  useKeys({ '/': () => search.current?.focus(), ...(locked || chosen ? {} : { a: () => void allPresent() }) })

  const allPresent = async () => {
    if (chosen) return
    if (balance.unmarked === 0) return say.done('没有未登记的人了')
    const answer = await everyone.run({ meetingId: meeting.id })
    if (answer) say.done(`${answer.changed} 人记为出席，再标出例外`)
    grid.current?.focus()
  }
  const set = (row: AttendanceRow, state: AttendanceState | null, reason = '') => {
    if (locked) return say.refused(explain(refusal('meetings.archived')))
    if (state === null && row.expected && meeting.status === 'held') return say.refused(explain(refusal('attendance.cannotClear')))
    if (!suits(row, state, chosen))
      return say.refused(explain(refusal(row.expected ? 'attendance.expectedCannotObserve' : 'attendance.notExpected', { name: row.name })))
    hold.clear()
    if (row.state === state && row.reason === reason) return
    mark([{ memberId: row.memberId, state, reason }])
  }
  const paste = (text: string) => {
    if (locked) return
    const { found, unknown, ambiguous } = matchNames(text, rows)
    mark(
      found
        .filter((row) => (row.expected || chosen) && row.state !== 'present')
        .map(({ memberId }) => ({ memberId, state: 'present' as const })),
    )
    setPasted({ found: found.length, unknown, ambiguous })
  }
  const jump = (text: string, from: number) => {
    const index = findNext(rows, text, from)
    if (index >= 0) grid.current?.go(index)
    setTyped(text)
    setMissed(text !== '' && index < 0)
    clearTimeout(fading.current)
    if (document.activeElement !== search.current?.input) fading.current = setTimeout(() => setTyped(''), SHOWN_MS)
    return index >= 0
  }
  const confirmHeld = async () => {
    // 标了还没存的先存
    await actsDone()
    if (await hold.run({ id: meeting.id })) return onHeld()
    const first = rows.findIndex((row) => row.expected && row.state === null)
    if (first >= 0) grid.current?.go(first)
  }

  return (
    <div className="attendance">
      <div className="attendance-bar">
        {locked ? (
          <>
            <span className="attendance-keys">已归档，只能查看。</span>
            <Button type="link" onClick={onAmend}>
              登记错了，去更正
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => void allPresent()} disabled={chosen} loading={everyone.busy} title="A：把尚未登记的人都记为出席">
              全部到会 A
            </Button>
            <Button onClick={() => setDialog('paste')}>粘贴名单</Button>
            <Button onClick={() => setDialog('observer')}>添加列席</Button>
            <Button onClick={() => setDialog('guests')}>来宾</Button>
            {meeting.status === 'planned' && !chosen && <Button onClick={() => setDialog('exclude')}>不计入应到</Button>}
          </>
        )}
        <Input
          ref={search}
          style={{ width: 200 }}
          aria-label="找人：姓名或拼音首字母"
          placeholder="找人：姓名或首字母  /"
          value={typed}
          status={missed && typed ? 'warning' : ''}
          suffix={missed && typed ? <span role="status">没有</span> : <span />}
          onChange={(event) => jump(event.target.value, 0)}
          onKeyDown={(event) => {
            const digit = marks.some(({ key }) => key === event.key) || event.key === '0'
            if (event.key !== 'Enter' && event.key !== 'ArrowDown' && event.key !== 'ArrowUp' && event.key !== 'Escape' && !digit) return
            event.preventDefault()
            event.stopPropagation()
            setTyped('')
            grid.current?.focus()
            if (digit) grid.current?.press(event.key, true)
          }}
        />
        {meeting.status === 'planned' && (
          <Button type="primary" onClick={() => void confirmHeld()} loading={hold.busy} className="attendance-hold">
            确认召开
          </Button>
        )}
      </div>
      <RefusalNote refusal={hold.refusal} />
      <GuestLine meetingId={meeting.id} readOnly={locked} onEdit={() => setDialog('guests')} />
      <Excluded meeting={meeting} rows={sheet} />
      {chosen && <p className="attendance-keys">这类会议逐人选定：来了谁、请了谁，就标谁；没有标的不算应到。</p>}
      {meeting.nameless && (
        <p className="attendance-keys">
          人数来自原来的台账，没有逐人的名单。导入签到表，或退回筹备逐人登记，就补上了。{' '}
          <Button size="small" onClick={() => goAnd('/imports', 'imports.into', 'attendance')}>
            导入签到表
          </Button>
        </p>
      )}
      {pasted && <PastedNote {...pasted} onClose={() => setPasted(undefined)} />}
      {!empty && (
        <AttendanceGrid
          ref={grid}
          rows={rows}
          chosen={chosen}
          readOnly={locked}
          onSet={set}
          onJump={jump}
          onPaste={paste}
          onAll={() => void allPresent()}
        />
      )}
      {!locked && !empty && (
        <p className="attendance-keys">
          ↑↓ 走 · {marks.map(({ key, state }) => `${key} ${stateWords[state]}`).join(' · ')} · 0 清空 · 2、3 之后直接写原因 · 打首字母找人 ·
          复制的名单可直接 Ctrl+V
        </p>
      )}
      {dialog === 'paste' && (
        <PasteNames
          people={rows}
          onPaste={(text) => {
            paste(text)
            setDialog(undefined)
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'exclude' && (
        <ExcludeDialog meetingId={meeting.id} people={rows.filter(({ expected }) => expected)} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'guests' && <GuestsDialog meetingId={meeting.id} onClose={() => setDialog(undefined)} />}
      {dialog === 'observer' && (
        <AddObserver
          here={rows}
          onAdd={(ids: readonly Id[]) => {
            mark(ids.map((memberId) => ({ memberId, state: 'observer' as const })))
            setDialog(undefined)
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  )
}

function PastedNote({
  found,
  unknown,
  ambiguous,
  onClose,
}: {
  found: number
  unknown: string[]
  ambiguous: string[]
  onClose: () => void
}) {
  return (
    <div className="attendance-pasted" role="status">
      <div>
        <p>粘贴的名单里 {found} 人对上了，应到的已记为出席。</p>
        {unknown.length > 0 && <p>应到名单里没有：{unknown.join('、')}。写错了字就手工标，来列席的用“添加列席”。</p>}
        {ambiguous.length > 0 && <p>有同名的人，请手工标：{ambiguous.join('、')}。</p>}
      </div>
      <Button size="small" onClick={onClose}>
        知道了
      </Button>
    </div>
  )
}
