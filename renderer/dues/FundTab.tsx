import { Button } from 'antd'
import { useState } from 'react'
import type { Summary } from '../../shared/dues/contract.ts'
import type { FundRow, MovementKind } from '../../shared/dues/fund.ts'
import { duesFundLedger } from '../../shared/dues/ledger.ts'
import { monthAfter } from '../../shared/dues/rules.ts'
import { yuan } from '../../shared/kit/money.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { Empty } from '../kit/Empty.tsx'
import { LedgerTable } from '../kit/LedgerTable.tsx'
import { ReasonDialog } from '../kit/ReasonDialog.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { useWhere } from '../shell/where.ts'
import { EntryDialog } from './EntryDialog.tsx'
import { MovementDialog } from './MovementDialog.tsx'

/** 一行里先看得见的；集体研究会议、对方单位、凭证号等点开一笔再看。 */
const usual = ['day', 'number', 'what', 'summary', 'income', 'expense', 'balance', 'period', 'purpose', 'handler']
const withLarge = usual.toSpliced(7, 0, 'large')
const widths = {
  ...{ day: 8.4, number: 4, what: 5, summary: 13, income: 7, expense: 7, balance: 7, large: 7 },
  ...{ period: 9, purpose: 10, handler: 4.5 },
}

/** 上缴与使用：结余滚动，上缴、使用、返还从这里记；结账也在这里。 */
export function FundTab({ summary }: { summary: Summary }) {
  const { organizationId, year, today } = useWhere()
  const fund = useAsk(app.dues.fund, { organizationId, year }, { keep: true })
  const reverse = useAct(app.dues.reverseMovement, { quiet: true })
  const close = useAct(app.dues.close)
  const reopen = useAct(app.dues.reopen, { quiet: true })
  const [adding, setAdding] = useState<MovementKind>()
  const [opened, setOpened] = useState<FundRow>()
  const [reversing, setReversing] = useState<FundRow>()
  const [reopening, setReopening] = useState(false)
  const through = monthAfter(today.slice(0, 7), -1)
  if (!fund.data) return <Waiting error={fund.error} />
  const verbs: readonly [MovementKind, string][] = [
    ['remitted', '上缴'],
    ['used', '使用'],
    ['returned', '返还'],
  ]
  return (
    <div className="dues-list">
      <div className="dues-bar">
        {verbs.map(([kind, label]) => (
          <Button key={kind} type={kind === 'remitted' ? 'primary' : 'default'} onClick={() => setAdding(kind)}>
            {label}
          </Button>
        ))}
        <Button onClick={() => setAdding('allocated')}>其他收支</Button>
        <span className="dues-facts num">
          结余 {yuan(summary.balance)}
          {summary.largeBalance !== 0 && `　大额党费待上缴 ${yuan(summary.largeBalance)}`}
        </span>
        {summary.closedThrough !== through && (
          <Button onClick={() => void close.run({ organizationId, through })} loading={close.busy}>
            结账到 {through}
          </Button>
        )}
        {summary.closedThrough && <Button onClick={() => setReopening(true)}>反结账</Button>}
      </div>
      <LedgerTable
        ledger={duesFundLedger}
        rows={fund.data.map((row, at) => ({ ...row, key: row.movementId ?? `c${at}` }))}
        rowKey={(row) => row.key}
        columns={fund.data.some(({ large }) => large) ? withLarge : usual}
        widths={widths}
        onOpen={(row) => row.movementId !== null && setOpened(row)}
        empty={<Empty sentence="这一年还没有收支。收了党费会自动列在这里；上缴、使用、返还按上面的按钮记。" />}
      />
      {adding && <MovementDialog kind={adding} onClose={() => setAdding(undefined)} />}
      {opened && (
        <EntryDialog
          row={opened}
          onReverse={() => {
            setReversing(opened)
            setOpened(undefined)
          }}
          onClose={() => setOpened(undefined)}
        />
      )}
      {reversing && (
        <ReasonDialog
          title={`冲销第 ${reversing.number} 号：${reversing.summary}`}
          verb="冲销"
          hint="已入账的不改：记一笔红字，两头相连。"
          busy={reverse.busy}
          refusal={reverse.refusal}
          onRun={async (reason) => {
            if (await reverse.run({ movementId: reversing.movementId ?? 0, on: today, reason })) setReversing(undefined)
          }}
          onClose={() => setReversing(undefined)}
        />
      )}
      {reopening && summary.closedThrough && (
        <ReasonDialog
          title={`反结账：${summary.closedThrough}`}
          verb="反结账"
          hint="结过账的最后一个月重新可写；原因留在操作记录里。"
          busy={reopen.busy}
          refusal={reopen.refusal}
          onRun={async (reason) => {
            if (summary.closedThrough && (await reopen.run({ organizationId, from: summary.closedThrough, reason }))) setReopening(false)
          }}
          onClose={() => setReopening(false)}
        />
      )}
    </div>
  )
}
