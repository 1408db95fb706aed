import { Button } from 'antd'
import { useState } from 'react'
import type { ReceiptRow } from '../../shared/dues/payments.ts'
import { showFen } from '../../shared/kit/money.ts'
import { app } from '../app.ts'
import { PreviewDialog } from '../documents/PreviewDialog.tsx'
import { useAct, useAsk } from '../kit/ask.ts'
import { Empty } from '../kit/Empty.tsx'
import { ReasonDialog } from '../kit/ReasonDialog.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { useWhere } from '../shell/where.ts'

/** 收据：连号，作废留号，印过再印写补打；四张一页或一张一页。 */
export function ReceiptsTab() {
  const { organizationId, year } = useWhere()
  const receipts = useAsk(app.dues.receipts, { organizationId, year }, { keep: true })
  const voiding = useAct(app.dues.voidReceipt, { quiet: true })
  const reissue = useAct(app.dues.issueReceipts)
  const [asked, setAsked] = useState<ReceiptRow>()
  const [printing, setPrinting] = useState<{ ids: number[]; perPage: 1 | 4 }>()
  const rows = receipts.data
  if (!rows) return <Waiting error={receipts.error} />
  const fresh = rows.filter(({ printed, voided }) => printed === 0 && !voided)
  if (rows.length === 0) return <Empty sentence="这一年还没有开过收据。收党费时选“每笔开收据”，这里就有了。" />
  return (
    <div className="dues-list">
      <div className="dues-bar">
        <Button type="primary" disabled={fresh.length === 0} onClick={() => setPrinting({ ids: fresh.map(({ id }) => id), perPage: 4 })}>
          打印未印的 {fresh.length} 张
        </Button>
        <span className="hint">一页四张，裁开即用；单张在各行右边。</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: 要能用键盘滚动 */}
      <section className="dues-table" tabIndex={0} aria-label="收据">
        <table>
          <thead>
            <tr>
              {['编号', '日期', '姓名', '归属月份', '金额', '收款人', '打印', ''].map((label) => (
                <th key={label || 'acts'} scope="col">
                  {label || <span className="sr-only">操作</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...rows].reverse().map((row) => (
              <tr key={row.id} className={row.voided ? 'is-gone' : ''}>
                <th scope="row" className="num">
                  {row.receiptNo}
                </th>
                <td className="num">{row.issuedOn}</td>
                <td>{row.memberName}</td>
                <td>{row.months}</td>
                <td className="num is-right">{showFen(row.amount)}</td>
                <td>{row.collector}</td>
                <td>{row.voided ? `作废：${row.voidReason}` : row.printed === 0 ? '未印' : `印过 ${row.printed} 次`}</td>
                <td>
                  {row.voided ? (
                    !row.voidReason.startsWith('冲销') && (
                      <Button size="small" onClick={() => void reissue.run({ paymentIds: [row.paymentId] })}>
                        补开
                      </Button>
                    )
                  ) : (
                    <>
                      <Button size="small" onClick={() => setPrinting({ ids: [row.id], perPage: 1 })}>
                        {row.printed === 0 ? '打印' : '补打'}
                      </Button>
                      <Button size="small" onClick={() => setAsked(row)}>
                        作废
                      </Button>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
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
