import { Button, Input, type InputRef } from 'antd'
import { useMemo, useRef, useState } from 'react'
import type { PracticeDraft } from '../../shared/dues/bases.ts'
import type { GridRow, Summary } from '../../shared/dues/contract.ts'
import { monthsOf } from '../../shared/dues/rules.ts'
import { showFen, sumOf } from '../../shared/kit/money.ts'
import { useKeys } from '../kit/keys.ts'
import { say } from '../kit/say.ts'
import { useDraftedForm } from '../kit/use-draft.ts'
import { useWhere } from '../shell/where.ts'
import { BaseDialog } from './BaseDialog.tsx'
import { CollectDialog } from './CollectDialog.tsx'
import { DuesFacts } from './DuesFacts.tsx'
import { DuesGrid, type DuesGridHandle } from './DuesGrid.tsx'
import type { Spot } from './DuesLine.tsx'
import { MemberPanel } from './MemberPanel.tsx'
import { bundlesOf, keyOf, lackOf, type Pending } from './pending.ts'
import { useSteps } from './use-steps.ts'

interface CollectTabProps {
  rows: readonly GridRow[]
  summary: Summary
  practice: PracticeDraft
}

const noPending: Pending = {}

/** 收缴：网格、一键按应交收齐、核对入账，旁边是光标所在的那个人。 */
export function CollectTab({ rows, summary, practice }: CollectTabProps) {
  const { organizationId, year, today } = useWhere()
  const months = useMemo(() => monthsOf(year), [year])
  const thisMonth = months.indexOf(today.slice(0, 7))
  const { form: pending, setForm: setPending, discard } = useDraftedForm<Pending>(`dues.pending/${organizationId}/${year}`, noPending)
  const steps = useSteps(pending, setPending, noPending)
  const [text, setText] = useState('')
  const [month, setMonth] = useState(thisMonth < 0 ? 11 : thisMonth)
  const [spot, setSpot] = useState<{ at: Spot; months: readonly [number, number] }>({
    at: { row: 0, column: month },
    months: [month, month],
  })
  const [panel, setPanel] = useState(true)
  const [basing, setBasing] = useState<GridRow>()
  const [reviewing, setReviewing] = useState(false)
  const grid = useRef<DuesGridHandle>(null)
  const find = useRef<InputRef>(null)
  const shown = useMemo(
    () => rows.filter((row) => text === '' || row.name.includes(text) || row.initials.startsWith(text.toLowerCase())),
    [rows, text],
  )
  const bundles = useMemo(() => bundlesOf(pending, rows, months), [pending, rows, months])
  const current = shown[spot.at.row]
  const fillMonth = () => {
    const next = { ...pending }
    for (const row of rows) {
      const cell = row.cells[month]
      const lack = cell ? lackOf(cell) : 0
      if (lack > 0) next[keyOf(row.memberId, month)] = lack
    }
    if (Object.keys(next).length === 0) return say.done(`${month + 1}月没有要收的了`)
    steps.take(next)
    setReviewing(true)
  }
  // 有没入账的，Ctrl+Z 先退它；退完了才轮到已记下的事
  const { back, forward } = steps
  useKeys(
    {
      a: fillMonth,
      '/': () => find.current?.focus(),
      'ctrl+Enter': () => bundles.length > 0 && setReviewing(true),
      ...(back ? { 'ctrl+z': back } : {}),
      ...(forward ? { 'ctrl+y': forward, 'ctrl+shift+z': forward } : {}),
    },
    { enabled: !reviewing && !basing },
  )
  return (
    <div className="dues-collect">
      <div className="dues-bar">
        <select className="native-select" aria-label="收哪个月" value={month} onChange={(event) => setMonth(Number(event.target.value))}>
          {months.map((each, at) => (
            <option key={each} value={at}>
              {at + 1} 月
            </option>
          ))}
        </select>
        <Button type="primary" onClick={fillMonth} title="A：还没交的人都按应交填上，再核对入账">
          全部按应交收齐 A
        </Button>
        <Input
          ref={find}
          className="dues-find"
          aria-label="找人：姓名或拼音首字母"
          placeholder="找人：姓名或首字母　/"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            grid.current?.go({ row: 0, column: spot.at.column })
          }}
          allowClear
        />
        <DuesFacts summary={summary} />
      </div>
      <div className="dues-body">
        <DuesGrid
          ref={grid}
          rows={shown}
          thisMonth={thisMonth}
          pending={pending}
          onPending={steps.take}
          onSpot={(at, range) => {
            setSpot({ at, months: range })
            setPanel(true)
          }}
          onBase={setBasing}
        />
        {panel && current && (
          <MemberPanel
            row={current}
            people={rows}
            months={months.slice(spot.months[0], spot.months[1] + 1)}
            onBase={() => setBasing(current)}
            onClose={() => setPanel(false)}
          />
        )}
      </div>
      <div className="dues-foot" role="status">
        {bundles.length === 0 ? (
          <span className="hint">
            打金额，空格按应交填，Shift＋方向键或按着鼠标选几格，可贴 Excel 的一块；B 核定基数。填好了再一起入账。
          </span>
        ) : (
          <>
            待入账 {bundles.length} 人，{showFen(sumOf(bundles.map(({ amount }) => amount)))} 元
            <Button type="primary" size="small" onClick={() => setReviewing(true)} title="Ctrl+Enter">
              核对入账
            </Button>
            <Button size="small" onClick={() => steps.take(noPending)}>
              清掉不收
            </Button>
          </>
        )}
      </div>
      {basing && <BaseDialog row={basing} practice={practice} onClose={() => setBasing(undefined)} />}
      {reviewing && bundles.length > 0 && (
        <CollectDialog
          bundles={bundles}
          onDone={() => {
            setReviewing(false)
            setPending(noPending)
            steps.forget()
            discard()
            grid.current?.focus()
          }}
          onClose={() => setReviewing(false)}
        />
      )}
    </div>
  )
}
