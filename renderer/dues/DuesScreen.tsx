import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { monthsOf, unsetIn } from '../../shared/dues/rules.ts'
import { app } from '../app.ts'
import { DocumentButtons } from '../documents/DocumentButtons.tsx'
import { useAsk } from '../kit/ask.ts'
import { Empty } from '../kit/Empty.tsx'
import { goAnd } from '../kit/intent.ts'
import { useRemembered } from '../kit/remembered.ts'
import { Screen } from '../kit/Screen.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { useWhere } from '../shell/where.ts'
import { CollectTab } from './CollectTab.tsx'
import { FundTab } from './FundTab.tsx'
import { PracticeDialog } from './PracticeDialog.tsx'
import { ReceiptsTab } from './ReceiptsTab.tsx'
import { type Noted, RosterBasesDialog } from './RosterBasesDialog.tsx'
import './dues.css'

const papers = [
  ['dues', '党费收缴台账'],
  ['dues-bases', '党费核算表'],
  ['dues-payments', '党费收缴明细'],
  ['dues-fund', '党费上缴与使用台账'],
  ['dues-posted', '党费收缴使用情况公示表'],
] as const

/** 党费：先定口径，再核定基数，然后一个月一个月地收。 */
export default function DuesScreen() {
  const { organizationId, year, today } = useWhere()
  const scope = { organizationId, year }
  const practice = useAsk(app.dues.practice, { organizationId })
  const rows = useAsk(app.dues.grid, scope, { keep: true })
  const summary = useAsk(app.dues.summary, scope, { keep: true })
  const [choosing, setChoosing] = useState(false)
  const [basing, setBasing] = useState(false)
  const [tab, setTab] = useRemembered('dues.tab', 'collect')
  const tools = (
    <>
      <DocumentButtons
        menu="导出"
        items={[
          ...papers.map(([ledger, label]) => ({
            label: `${label}（Excel）`,
            wanted: { kind: 'ledger' as const, ledger, scope, format: 'xlsx' as const },
          })),
          { label: '全体一人一年明细（PDF）', wanted: { kind: 'duesStatements' as const, ...scope } },
        ]}
      />
      <Button onClick={() => goAnd('/imports', 'imports.into', 'dues')}>导入</Button>
      <Button onClick={() => setChoosing(true)}>党费口径</Button>
    </>
  )
  if (practice.data === undefined || !rows.data || !summary.data)
    return (
      <Screen title="党费">
        <Waiting error={practice.error ?? rows.error ?? summary.error} />
      </Screen>
    )
  const dialog = choosing && <PracticeDialog organizationId={organizationId} standing={practice.data} onClose={() => setChoosing(false)} />
  if (practice.data === null)
    return (
      <Screen title="党费">
        <Empty sentence="收党费之前，先定一次口径：取整到分、角还是元，四舍五入、进一还是截尾。">
          <Button type="primary" size="large" onClick={() => setChoosing(true)}>
            定党费口径
          </Button>
        </Empty>
        {dialog}
      </Screen>
    )
  if (rows.data.length === 0)
    return (
      <Screen title="党费" tools={tools}>
        <Empty sentence="名册里还没有归这里收党费的党员。">
          <Button type="primary" onClick={() => navigate('/imports')}>
            导入名册
          </Button>
        </Empty>
        {dialog}
      </Screen>
    )
  const thisMonth = monthsOf(year).indexOf(today.slice(0, 7))
  const noted = rows.data.filter((row): row is Noted => row.rosterMonthly !== undefined && unsetIn(row.cells, thisMonth))
  const { peopleUnset, peopleOwing, peopleOpen, closedThrough } = summary.data
  return (
    <Screen
      fill
      title="党费"
      tools={tools}
      strip={
        peopleUnset > 0 ? (
          <>
            <span>还有 {peopleUnset} 人没有核定交费基数：点“未定”那一行的“核定”，或把光标移过去按 B。</span>
            {noted.length > 0 && (
              <Button size="small" onClick={() => setBasing(true)}>
                名册里写着每月党费的 {noted.length} 人，照此核定
              </Button>
            )}
          </>
        ) : tab === 'collect' && (peopleOwing > 0 || peopleOpen > 0) ? (
          <span>
            {peopleOpen > 0 && `本月还有 ${peopleOpen} 人没交。`}
            {peopleOwing > 0 && `${peopleOwing} 人有欠交。`}
          </span>
        ) : undefined
      }
    >
      <Tabs
        activeKey={tab}
        onChange={setTab}
        className="dues-tabs"
        tabBarExtraContent={closedThrough && <span className="hint">已结账至 {closedThrough}</span>}
        items={[
          {
            key: 'collect',
            label: '收缴',
            children: <CollectTab key={`${organizationId}/${year}`} rows={rows.data} summary={summary.data} practice={practice.data} />,
          },
          { key: 'fund', label: '上缴与使用', children: <FundTab summary={summary.data} /> },
          { key: 'receipts', label: '收据', children: <ReceiptsTab onCollect={() => setTab('collect')} /> },
        ]}
      />
      {dialog}
      {basing && <RosterBasesDialog people={noted} onClose={() => setBasing(false)} />}
    </Screen>
  )
}
