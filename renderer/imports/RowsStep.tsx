import { Button, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { RefusalNote } from '../kit/RefusalNote.tsx'
import type { TargetField } from './ColumnsStep.tsx'
import { countsOf, type Filter, linesOf } from './counts.ts'
import { PreviewTable } from './PreviewTable.tsx'
import { SheetTabs } from './SheetTabs.tsx'
import type { Import } from './use-import.ts'

/** 逐行检查：每个人怎么读、哪一格可疑；当场改，不要的行去掉；数目总能对上。 */
export function RowsStep({ work, fields }: { work: Import; fields: readonly TargetField[] }) {
  const { sheet, adjustments, adjust, reviewing, applying, refusal, run } = work
  const [filter, setFilter] = useState<Filter>('all')
  const counts = useMemo(() => sheet && countsOf(sheet), [sheet])
  const lines = useMemo(() => (sheet ? linesOf(sheet, filter) : []), [sheet, filter])
  if (!sheet || !counts) return null
  const { total, ready, warned, wrong, skipped, updating } = counts
  const leave = (row: number, out: boolean) =>
    void adjust({ leaveOut: out ? [...adjustments.leaveOut, row] : adjustments.leaveOut.filter((one) => one !== row) })
  return (
    <div className="import-step">
      <div className="import-bar">
        <SheetTabs work={work} />
        <Radio.Group
          aria-label="看哪些行"
          optionType="button"
          value={filter}
          onChange={(event) => setFilter(event.target.value as Filter)}
          options={[
            { value: 'all', label: `全部 ${total}` },
            { value: 'warned', label: `有提醒 ${warned}`, disabled: warned === 0 && filter !== 'warned' },
            { value: 'wrong', label: `有错误 ${wrong}`, disabled: wrong === 0 && filter !== 'wrong' },
            { value: 'skipped', label: `不导入 ${skipped}`, disabled: skipped === 0 && filter !== 'skipped' },
          ]}
        />
        <p className="import-sum" role="status">
          共 <b>{total}</b> 行 = 可导入 <b>{ready}</b> + 有错 <b>{wrong}</b> + 跳过 <b>{skipped}</b>
          {updating > 0 && <span className="hint">（其中 {updating} 人名册里已有，只更新）</span>}
        </p>
        <span className="import-next">
          <Button type="primary" disabled={ready === 0 || reviewing} loading={applying} onClick={() => void run()}>
            导入 {ready} 人
          </Button>
        </span>
      </div>
      <RefusalNote refusal={refusal} />
      {wrong > 0 && <p className="hint">标 ✕ 的格读不懂，点它改成对的，这一行就能导入；不改也行，别的行照常导入。△ 只是提醒。</p>}
      {lines.length > 0 ? (
        <PreviewTable
          key={`${sheet.name} ${filter}`}
          sheet={sheet}
          lines={lines}
          fields={fields}
          leftOut={adjustments.leaveOut}
          onLeave={leave}
          onEdit={(address, text) => void adjust({ cells: { ...adjustments.cells, [address]: text } })}
        />
      ) : (
        <p className="hint">这里没有行了。</p>
      )}
    </div>
  )
}
