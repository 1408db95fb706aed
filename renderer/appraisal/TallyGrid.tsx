// biome-ignore-all lint/a11y/useSemanticElements: 像电子表格的一张表，焦点在整张表上
// biome-ignore-all lint/a11y/useFocusableInteractive: 焦点在整张表上
import { type KeyboardEvent, type Ref, useCallback, useEffect, useImperativeHandle, useRef } from 'react'
import { AppraisalGrade, type Entry } from '../../shared/appraisal/contract.ts'
import type { Id } from '../../shared/kit/values.ts'
import { say } from '../kit/say.ts'
import { columnLabel, columns, TallyLine } from './TallyLine.tsx'
import { ballotsOf, type LineForm, lineOf, pasted, remainderOf, type TallyForm } from './tally-form.ts'

export interface Spot {
  row: number
  column: number
}

interface TallyGridProps {
  ref?: Ref<{ focus(): void }>
  entries: readonly Entry[]
  form: TallyForm
  spot: Spot
  onSpot: (spot: Spot) => void
  onLine: (memberId: Id, next: Partial<LineForm>) => void
  onForm: (form: TallyForm) => void
  /** 去写这个人的意见。 */
  onWrite: () => void
  readOnly: boolean
}

const STEPS: Record<string, readonly [number, number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Enter: [1, 0],
  Tab: [0, 1],
  'shift+Tab': [0, -1],
}
const LAST = columns.length - 1

/** 计票的网格，像电子表格：方向键、Tab、回车走，打数字就填，空格填上余下的票；自评与等次按 1 优秀 2 合格 3 基本合格 4 不合格。 */
export function TallyGrid({ ref, entries, form, spot, onSpot, onLine, onForm, onWrite, readOnly }: TallyGridProps) {
  const frame = useRef<HTMLDivElement>(null)
  /** 刚走到这一格：打的数字换掉原来的。 */
  const fresh = useRef(true)
  useImperativeHandle(ref, () => ({ focus: () => frame.current?.focus() }))
  const ballots = ballotsOf(form)
  const here = entries[spot.row]
  const column = columns[spot.column] ?? 'selfGrade'
  const line = here && (form.lines[here.memberId] ?? lineOf(here))

  const go = useCallback(
    (row: number, at: number) => {
      fresh.current = true
      onSpot({ row: Math.max(0, Math.min(entries.length - 1, row)), column: Math.max(0, Math.min(LAST, at)) })
    },
    [entries.length, onSpot],
  )
  useEffect(() => {
    if (here) document.getElementById(`tally-${here.memberId}-${spot.column}`)?.scrollIntoView({ block: 'nearest' })
  }, [here, spot.column])

  const write = (text: string) => {
    if (!here || !line) return
    if (column === 'selfGrade' || column === 'grade') onLine(here.memberId, { [column]: AppraisalGrade.options[Number(text) - 1] ?? null })
    else onLine(here.memberId, { votes: { ...line.votes, [column]: text.slice(0, 5) } })
  }
  /** 一格一格地打；等次只认 1 到 4。 */
  const type = (key: string): boolean => {
    if (!here || !line || readOnly) return false
    if (!here.graded && column !== 'selfGrade') {
      say.refused('预备党员参加评议，不评定等次。')
      return true
    }
    const counting = column !== 'selfGrade' && column !== 'grade'
    const before = counting ? line.votes[column] : ''
    if (/^\d$/.test(key)) {
      if (!counting && !/^[1-4]$/.test(key)) return true
      write(fresh.current ? String(Number(key)) : String(Number(before + key)))
    } else if (key === 'Backspace') write(counting && !fresh.current ? before.slice(0, -1) : '')
    else if (key === 'Delete') write('')
    else if (key === ' ' && counting) {
      if (ballots) write(String(remainderOf(line, column, ballots)))
      else say.refused('先在上面填发出、收回了几张票，空格才知道余下几票。')
    } else return false
    fresh.current = false
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey || entries.length === 0) return
    const step = STEPS[event.key === 'Tab' && event.shiftKey ? 'shift+Tab' : event.key]
    // 走到头再按 Tab，就离开这张表
    if (
      event.key === 'Tab' &&
      (event.shiftKey ? spot.column === 0 && spot.row === 0 : spot.column === LAST && spot.row === entries.length - 1)
    )
      return
    const far = {
      PageDown: [spot.row + 10, spot.column],
      PageUp: [spot.row - 10, spot.column],
      Home: [spot.row, 0],
      End: [spot.row, LAST],
    }[event.key]
    if (event.key === 'Tab' && spot.column === LAST && !event.shiftKey) go(spot.row + 1, 0)
    else if (event.key === 'Tab' && spot.column === 0 && event.shiftKey) go(spot.row - 1, LAST)
    else if (step) go(spot.row + step[0], spot.column + step[1])
    else if (far) go(far[0] ?? 0, far[1] ?? 0)
    else if (event.key.toLowerCase() === 'e') onWrite()
    else if (!type(event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={frame}
      className="tally-grid"
      role="grid"
      tabIndex={0}
      aria-label="民主评议计票"
      aria-readonly={readOnly}
      aria-rowcount={entries.length + 1}
      aria-colcount={columns.length + 4}
      aria-activedescendant={here ? `tally-${here.memberId}-${spot.column}` : undefined}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        if (event.target !== event.currentTarget || readOnly) return
        event.preventDefault()
        const read = pasted(event.clipboardData.getData('text'), entries, form, spot.row, spot.column - 1)
        onForm(read.form)
        if (read.skipped > 0) say.refused(`有 ${read.skipped} 格没有填上：不是票数，或不是要评定等次的人。`)
      }}
    >
      <div className="tally-head" role="row" aria-rowindex={1}>
        {['姓名', ...columns.slice(0, -1).map(columnLabel), '合计', '优秀率', columnLabel('grade'), '评定意见'].map((label) => (
          <div key={label} role="columnheader" className="tally-cell">
            {label}
          </div>
        ))}
      </div>
      <div role="rowgroup">
        {entries.map((entry, at) => (
          <TallyLine
            key={entry.memberId}
            entry={entry}
            at={at}
            line={form.lines[entry.memberId] ?? lineOf(entry)}
            ballots={ballots}
            cursor={at === spot.row ? spot.column : undefined}
            onPoint={go}
          />
        ))}
      </div>
    </div>
  )
}
