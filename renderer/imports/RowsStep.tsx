import { Button, Radio } from 'antd'
import { Fragment, useMemo, useState } from 'react'
import { localToday } from '../kit/days.ts'
import { RefusalNote } from '../kit/RefusalNote.tsx'
import { Progress } from '../kit/Waiting.tsx'
import type { TargetField } from './ColumnsStep.tsx'
import { addends, countsOf, enteringOf, type Filter, linesOf, stateWords, sumOf } from './counts.ts'
import { Decisions } from './Decisions.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import { SheetTabs } from './SheetTabs.tsx'
import type { Import } from './use-import.ts'

const filters: readonly { filter: Filter; word: string }[] = [
  { filter: 'all', word: '全部' },
  { filter: 'doubtful', word: stateWords.doubtful },
  { filter: 'warned', word: '有提醒' },
  { filter: 'added', word: stateWords.added },
  { filter: 'updated', word: stateWords.updated },
  { filter: 'unchanged', word: stateWords.unchanged },
  { filter: 'skipped', word: '跳过' },
]

/** 逐行检查：每一行怎么读、会改什么、哪一格可疑；当场改，不要的去掉；数目总能对上。 */
export function RowsStep({ work, fields, unit }: { work: Import; fields: readonly TargetField[]; unit: string }) {
  const { sheet, sheets, together, adjustments, adjust, reviewing, applying, refusal, run } = work
  const [filter, setFilter] = useState<Filter>('all')
  const counts = useMemo(() => sheet && countsOf(sheet), [sheet])
  const lines = useMemo(() => (sheet ? linesOf(sheet, filter) : []), [sheet, filter])
  const all = useMemo(() => sumOf(sheets.filter(({ name }) => together.includes(name)).map(countsOf)), [sheets, together])
  if (!sheet || !counts) return null
  const countOf = (each: Filter) => (each === 'all' ? counts.total : counts[each])
  const leave = (row: number, out: boolean) =>
    void adjust({ leaveOut: out ? [...adjustments.leaveOut, row] : adjustments.leaveOut.filter((one) => one !== row) })
  const entering = enteringOf(all)
  return (
    <div className="import-step">
      <div className="import-bar">
        <SheetTabs work={work} />
        <Radio.Group
          aria-label="看哪些行"
          optionType="button"
          value={filter}
          onChange={(event) => setFilter(event.target.value as Filter)}
          options={filters
            .filter((each) => each.filter === 'all' || each.filter === filter || countOf(each.filter) > 0)
            .map((each) => ({ value: each.filter, label: `${each.word} ${countOf(each.filter)}` }))}
        />
        <p className="import-sum" role="status">
          {together.length > 1 && `${together.length} 张表`}共 <b>{all.total}</b> 行 ={' '}
          {addends(all).map(({ word, count }, index) => (
            <Fragment key={word}>
              {index > 0 && ' + '}
              {word} <b>{count}</b>
            </Fragment>
          ))}
        </p>
        <span className="import-next">
          <Button type="primary" disabled={entering === 0 || reviewing} loading={applying} onClick={() => void run()}>
            导入 {entering} {unit}
          </Button>
        </span>
      </div>
      <RefusalNote refusal={refusal} />
      <Progress state={work.reviewProgress} onCancel={work.cancelReview} />
      <Progress state={work.applyProgress} onCancel={work.cancelApply} />
      <Decisions work={work} sheet={sheet} fields={fields} />
      {counts.doubtful > 0 && (
        <p className="hint">有疑问的行不导入：标 ✕ 的格点它改成对的，问到的当场回答；不管它也行，别的行照常导入。△ 只是提醒。</p>
      )}
      {lines.length > 0 ? (
        <PreviewTable
          key={`${sheet.name} ${filter}`}
          ledger={work.target.ledger}
          sheet={sheet}
          lines={lines}
          fields={fields}
          leftOut={adjustments.leaveOut}
          today={localToday()}
          onLeave={leave}
          onEdit={(address, text) => void adjust({ cells: { ...adjustments.cells, [address]: text } })}
          onTake={(at, field, taken) => void adjust({ changes: { ...adjustments.changes, [`${at} ${field}`]: taken } })}
          onAnswer={(at, id) => void adjust({ answers: { ...adjustments.answers, [at]: id } })}
        />
      ) : (
        <p className="hint">这里没有行了。</p>
      )}
    </div>
  )
}
