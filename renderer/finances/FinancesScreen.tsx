import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { showFen, sumOf } from '../../shared/kit/money.ts'
import type { Id } from '../../shared/kit/values.ts'
import { app } from '../app.ts'
import { DocumentButtons } from '../documents/DocumentButtons.tsx'
import { useAsk } from '../kit/ask.ts'
import { Empty } from '../kit/Empty.tsx'
import { useIntent } from '../kit/intent.ts'
import { useRemembered } from '../kit/remembered.ts'
import { Screen } from '../kit/Screen.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { useWhere } from '../shell/where.ts'
import { BudgetTab } from './BudgetTab.tsx'
import { CheckTab } from './CheckTab.tsx'
import { ClosingTab } from './ClosingTab.tsx'
import { JournalTab } from './JournalTab.tsx'
import { OpenBooksDialog } from './OpenBooksDialog.tsx'
import { ProjectsTab } from './ProjectsTab.tsx'
import './finances.css'

const papers = [
  ['finances', '党建经费收支台账'],
  ['finance-categories', '科目汇总表'],
  ['finance-budget', '预算执行表'],
  ['finance-notice', '收支公示表'],
  ['donations', '捐助台账'],
  ['care', '关爱慰问台账'],
] as const

/** 党建经费：像纸上的日记账一样记，底下的账是平的。 */
export default function FinancesScreen() {
  const { organizationId, organization, year } = useWhere()
  const scope = { organizationId, year }
  const accounts = useAsk(app.finances.accounts, { organizationId })
  const checks = useAsk(app.finances.checks, { organizationId })
  const [opening, setOpening] = useState(false)
  const [tab, setTab] = useRemembered('finances.tab', 'journal')
  useIntent('finances.check', () => setTab('check'))
  const [opened, setOpened] = useState<Id>()
  useIntent<Id>('finances.voucher', (id) => {
    setTab('journal')
    setOpened(id)
  })
  useIntent('finances.budget', () => setTab('budget'))
  if (!accounts.data || !checks.data)
    return (
      <Screen title="经费">
        <Waiting error={accounts.error ?? checks.error} />
      </Screen>
    )
  const dialog = opening && <OpenBooksDialog organizationId={organizationId} onClose={() => setOpening(false)} />
  if (accounts.data.length === 0)
    return (
      <Screen title="经费">
        <Empty sentence={`“${organization.name}”还没有立经费账。先写下钱箱和银行卡里现在各有多少，就可以记账了。`}>
          <Button type="primary" size="large" onClick={() => setOpening(true)}>
            立账
          </Button>
        </Empty>
        {dialog}
      </Screen>
    )
  const wrong = checks.data.filter(({ amount, book }) => amount !== book)
  const standing = accounts.data.filter(({ closedOn }) => closedOn === null)
  return (
    <Screen
      fill
      title="经费"
      tools={
        <>
          <span className="finances-balance">
            {standing.map(({ id, name, balance }) => (
              <span key={id}>
                {name} <b className="num">{showFen(balance)}</b>
              </span>
            ))}
            {standing.length > 1 && (
              <span>
                合计 <b className="num">{showFen(sumOf(standing.map(({ balance }) => balance)))}</b>
              </span>
            )}
          </span>
          <DocumentButtons
            menu="导出台账"
            items={papers.flatMap(([ledger, label]) => [
              { label: `${label} Excel`, wanted: { kind: 'ledger' as const, ledger, scope, format: 'xlsx' as const } },
              { label: `${label} PDF`, wanted: { kind: 'ledger' as const, ledger, scope, format: 'pdf' as const } },
            ])}
          />
        </>
      }
      strip={
        wrong.length > 0 ? (
          <span className="finances-wrong">
            {wrong[0]?.accountName}
            {wrong[0]?.day} 点到 {showFen(wrong[0]?.amount ?? 0)}，账上是 {showFen(wrong[0]?.book ?? 0)}
            {wrong.length > 1 && `，另有 ${wrong.length - 1} 处对不上`}。
            <Button size="small" onClick={() => setTab('check')}>
              去核对
            </Button>
          </span>
        ) : undefined
      }
    >
      <Tabs
        activeKey={tab}
        onChange={setTab}
        className="finances-tabs"
        destroyOnHidden
        items={[
          { key: 'journal', label: '日记账', children: <JournalTab key={opened} accounts={accounts.data} opened={opened} /> },
          { key: 'budget', label: '预算', children: <BudgetTab /> },
          { key: 'projects', label: '项目与科目', children: <ProjectsTab /> },
          { key: 'check', label: '核对', children: <CheckTab accounts={accounts.data} checks={checks.data} /> },
          { key: 'closing', label: '结账', children: <ClosingTab /> },
        ]}
      />
    </Screen>
  )
}
