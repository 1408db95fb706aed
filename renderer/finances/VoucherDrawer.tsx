import { Button } from 'antd'
import { useState } from 'react'
import type { VoucherPage } from '../../shared/finances/contract.ts'
import { sourceWords, voucherWords } from '../../shared/finances/words.ts'
import { showFen } from '../../shared/kit/money.ts'
import type { Id } from '../../shared/kit/values.ts'
import { showDay } from '../../shared/ledger/columns.ts'
import { app } from '../app.ts'
import { AttachmentsPanel } from '../attachments/AttachmentsPanel.tsx'
import { DocumentButtons } from '../documents/DocumentButtons.tsx'
import { useAsk } from '../kit/ask.ts'
import { useKeys } from '../kit/keys.ts'
import { Waiting } from '../kit/Waiting.tsx'
import { AnnotateDialog, ReverseDialog } from './VoucherDialogs.tsx'

const slots = [{ kind: 'material' as const, label: '发票、收据、清单', hint: '把发票、收据拍照或扫描放进来' }]

/** 一张凭证：账目在上，经手与依据在下，附件在最后。 */
export function VoucherDrawer({ id, onClose }: { id: Id; onClose: () => void }) {
  const page = useAsk(app.finances.voucher, { id })
  useKeys({ Escape: onClose })
  return (
    <aside className="finances-drawer" aria-label="凭证">
      {page.data ? <Opened id={id} page={page.data} onClose={onClose} /> : <Waiting error={page.error} />}
    </aside>
  )
}

const factsOf = ({ voucher, meetingTopic, decisionTopic }: VoucherPage): [string, string][] => [
  ['日期', showDay(voucher.day)],
  ['账户', voucher.account],
  ['科目', voucher.category],
  ['资金来源', voucher.source ? sourceWords[voucher.source] : ''],
  ['项目', voucher.project],
  ['用于活动', meetingTopic],
  ['集体研究', decisionTopic],
  [voucher.kind === 'income' ? '交款人' : '收款人', voucher.counterparty],
  ['经手人', voucher.handler],
  ['证明人', voucher.witness],
  ['审批人', voucher.approver],
  ['附件张数', voucher.papers > 0 ? String(voucher.papers) : ''],
  ['备注', voucher.note],
]

function Opened({ id, page, onClose }: { id: Id; page: VoucherPage; onClose: () => void }) {
  const [asking, setAsking] = useState<'reverse' | 'annotate'>()
  const { voucher } = page
  const amount = voucher.income + voucher.expense
  const reversible = voucher.kind !== 'opening' && voucher.reverses === null && voucher.reversedBy === null
  return (
    <>
      <header>
        <h2>{voucher.number === null ? voucherWords.opening : `第 ${voucher.number} 号`}</h2>
        <Button type="text" size="small" aria-label="关上" title="Esc" onClick={onClose}>
          ✕
        </Button>
      </header>
      <p className="finances-drawer-sum">
        {voucherWords[voucher.kind]} <b className={amount < 0 ? 'num finances-red' : 'num'}>{showFen(amount)}</b>
      </p>
      <p>{voucher.summary}</p>
      {voucher.reversedBy !== null && <p className="note-warning">已由第 {voucher.reversedBy} 号红字冲销。</p>}
      {page.closed && <p className="hint">这个月已经结账，只能查看。更正请在没结账的月份红字冲销。</p>}
      <div className="drawer-tools">
        <DocumentButtons size="small" items={[{ label: '打印凭证', wanted: { kind: 'voucher', voucherId: id } }]} />
        {!page.closed && (
          <Button size="small" onClick={() => setAsking('annotate')}>
            补充
          </Button>
        )}
        {reversible && (
          <Button size="small" danger onClick={() => setAsking('reverse')}>
            红字冲销
          </Button>
        )}
      </div>
      <dl className="finances-facts">
        {factsOf(page)
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {page.recipients.length > 0 && (
        <table className="posts finances-table">
          <caption>慰问对象</caption>
          <tbody>
            {page.recipients.map(({ name, situation, amount: each }) => (
              <tr key={`${name}${each}`}>
                <td>{name}</td>
                <td>{situation}</td>
                <td className="num">{showFen(each)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <details className="finances-postings">
        <summary>底下的分录</summary>
        <table className="posts finances-table">
          <thead>
            <tr>
              <th scope="col">账户、科目</th>
              <th scope="col" className="num">
                借方
              </th>
              <th scope="col" className="num">
                贷方
              </th>
            </tr>
          </thead>
          <tbody>
            {page.postings.map(({ title, amount: each }) => (
              <tr key={`${title}${each}`}>
                <td>{title}</td>
                <td className="num">{each > 0 ? showFen(each) : ''}</td>
                <td className="num">{each < 0 ? showFen(-each) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <AttachmentsPanel owner="voucher" ownerId={id} archived={false} slots={slots} empty="还没有附件。" />
      {asking === 'reverse' && <ReverseDialog id={id} page={page} onClose={() => setAsking(undefined)} />}
      {asking === 'annotate' && <AnnotateDialog id={id} page={page} onClose={() => setAsking(undefined)} />}
    </>
  )
}
