import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { Id } from '../../shared/kit/values.ts'
import type { CoverageRow } from '../../shared/talks/contract.ts'
import { talkCoverageLedger } from '../../shared/talks/ledger.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { Empty } from '../kit/Empty.tsx'
import { LedgerTable } from '../kit/LedgerTable.tsx'

const own = ['name', 'onCommittee', 'missingWords', 'withinCommittee', 'committeeWithMember', 'betweenMembers', 'partners']
const inUnion = ['name', 'branchName', ...own.slice(1)]
const widths = {
  ...{ name: 7, branchName: 13, onCommittee: 3, missingWords: 10 },
  ...{ withinCommittee: 5, committeeWithMember: 6, betweenMembers: 5, partners: 14 },
}

interface CoverageProps {
  rows: readonly CoverageRow[]
  /** 看的是总支、党委：多一列支部。 */
  several: boolean
  onRecord: (people: readonly Id[]) => void
}

/** 覆盖：谁还差哪一类，勾上几个一起登记；点一个名字就给他登记。 */
export function Coverage({ rows, several, onRecord }: CoverageProps) {
  const standards = useAsk(app.talks.standards, {}).data
  const [all, setAll] = useState(false)
  const [selected, setSelected] = useState<Id[]>([])
  const lacking = rows.filter(({ missing }) => missing.length > 0)
  const shown = all ? rows : lacking
  const picked = shown.flatMap(({ memberId }) => (selected.includes(memberId) ? [memberId] : []))
  return (
    <div className="talk-view">
      <div className="talk-bar">
        <Button disabled={picked.length === 0} onClick={() => onRecord(picked)}>
          给所选的登记谈话{picked.length > 0 && ` ${picked.length} 人`}
        </Button>
        <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
          谈够了的也列出
        </Checkbox>
        {standards && (
          <span className="hint">
            {`支委要有支委之间、支委与党员两类，其他党员要有支委与党员、党员之间两类，每类一年不少于 ${standards.withinCommittee} 次（${standards.article}）。`}
          </span>
        )}
      </div>
      <LedgerTable<CoverageRow>
        ledger={talkCoverageLedger}
        label="谈心谈话覆盖"
        rows={shown}
        rowKey={({ memberId }) => memberId}
        columns={several ? inUnion : own}
        widths={widths}
        selected={selected}
        onSelect={(keys) => setSelected(keys.map(Number))}
        onOpen={({ memberId }) => onRecord([memberId])}
        empty={
          rows.length === 0 ? (
            <Empty sentence="名册上还没有党员，登记了才知道谁还没谈。">
              <Button type="primary" onClick={() => navigate('/members')}>
                去党员
              </Button>
            </Empty>
          ) : (
            <Empty sentence="✓ 该谈的都谈过了。" />
          )
        }
      />
    </div>
  )
}
