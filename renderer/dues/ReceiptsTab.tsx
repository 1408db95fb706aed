import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { ReceiptRow } from '../../shared/dues/payments.ts'
import { day, money, text } from '../../shared/ledger/columns.ts'
import { defineLedger } from '../../shared/ledger/define.ts'
import { app } from '../app.ts'
import { PreviewDialog } from '../documents/PreviewDialog.tsx'
import { useAct, useAsk } from '../kit/ask.ts'
import { Empty } from '../kit/Empty.tsx'
import { LedgerTable } from '../kit/LedgerTable.tsx'
import { ReasonDialog } from '../kit/ReasonDialog.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { hasBranches, useWhere } from '../shell/where.ts'

/** 屏幕上的收据簿；印出来的是一张张收据，不是表。 */
const receiptBook = defineLedger({
  id: 'dues-receipts',
  title: '收据',
  source: 'dues.receipts',
  keys: [['receiptNo']],
  columns: {
    receiptNo: text('编号', { width: 8, align: 'center' }),
    issuedOn: day('日期'),
    memberName: text('姓名', { width: 8, align: 'center' }),
    branchName: text('所属党组织', { width: 12 }),
    months: text('归属月份', { width: 9 }),
    amount: money('金额', { width: 8 }),
    collector: text('收款人', { width: 7, align: 'center' }),
  },
})
const own = ['receiptNo', 'issuedOn', 'memberName', 'amount', 'months', 'collector']
const inUnion = own.toSpliced(4, 0, 'branchName')

/** 一次最多印几张：再多印到一半想停也难。 */
const AT_ONCE = 1000

/** 收据：连号，作废留号，印过再印写补打；四张一页或一张一页。 */
export function ReceiptsTab({ onCollect }: { onCollect: () => void }) {
  const { organizationId, organizations, year } = useWhere()
  const receipts = useAsk(app.dues.receipts, { organizationId, year }, { keep: true })
  const voiding = useAct(app.dues.voidReceipt, { quiet: true })
  const reissue = useAct(app.dues.issueReceipts)
  const [asked, setAsked] = useState<ReceiptRow>()
  const [printing, setPrinting] = useState<{ ids: number[]; perPage: 1 | 4 }>()
  const rows = receipts.data
  const newest = useMemo(() => [...(rows ?? [])].reverse(), [rows])
  if (!rows) return <Waiting error={receipts.error} />
  const fresh = rows.filter(({ printed, voided }) => printed === 0 && !voided)
  const batch = fresh.slice(0, AT_ONCE)
  if (rows.length === 0)
    return (
      <Empty sentence="这一年还没有开过收据。收党费时选“每笔开收据”，这里就有了。">
        <Button type="primary" onClick={onCollect}>
          去收党费
        </Button>
      </Empty>
    )
  return (
    <div className="dues-list">
      <div className="dues-bar">
        <Button type="primary" disabled={batch.length === 0} onClick={() => setPrinting({ ids: batch.map(({ id }) => id), perPage: 4 })}>
          打印未印的 {batch.length} 张
        </Button>
        <span className="hint">
          {fresh.length > AT_ONCE && `没有印过的共 ${fresh.length} 张，一次印 ${AT_ONCE} 张。`}一页四张，裁开即用；单张在各行右边。
        </span>
      </div>
      <LedgerTable<ReceiptRow>
        ledger={receiptBook}
        label="收据"
        rows={newest}
        rowKey={({ id }) => id}
        columns={hasBranches({ organizationId, organizations }) ? inUnion : own}
        render={{ receiptNo: ({ receiptNo, voided }) => (voided ? <s>{receiptNo}</s> : receiptNo) }}
        extra={[
          { key: 'printed', label: '打印', width: 9, render: (row) => <PrintedMark row={row} /> },
          {
            key: 'acts',
            label: '',
            width: 8,
            render: (row) =>
              row.voided ? (
                !row.voidReason.startsWith('冲销') && (
                  <Button size="small" onClick={() => void reissue.run({ paymentIds: [row.paymentId] })}>
                    补开
                  </Button>
                )
              ) : (
                <span className="receipt-acts">
                  <Button size="small" onClick={() => setPrinting({ ids: [row.id], perPage: 1 })}>
                    {row.printed === 0 ? '打印' : '补打'}
                  </Button>
                  <Button size="small" onClick={() => setAsked(row)}>
                    作废
                  </Button>
                </span>
              ),
          },
        ]}
      />
      {asked && (
        <ReasonDialog
          title={`作废收据 ${asked.receiptNo}`}
          verb="作废"
          hint="作废的号留着，不再用；这笔交费还在，可以补开一张。"
          busy={voiding.busy}
          refusal={voiding.refusal}
          onRun={async (reason) => {
            if (await voiding.run({ receiptId: asked.id, reason })) setAsked(undefined)
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
      {printing && (
        <PreviewDialog
          label="收据"
          wanted={{ kind: 'duesReceipts', organizationId, year, receiptIds: printing.ids, perPage: printing.perPage }}
          onDelivered={() => void app.dues.markPrinted({ receiptIds: printing.ids }).then(() => receipts.refetch())}
          onClose={() => setPrinting(undefined)}
        />
      )}
    </div>
  )
}

const PrintedMark = ({ row: { voided, voidReason, printed } }: { row: ReceiptRow }) =>
  voided ? (
    <span className="hint" title={voidReason}>
      作废：{voidReason}
    </span>
  ) : printed === 0 ? (
    '未印'
  ) : (
    `印过 ${printed} 次`
  )
